import { describe, expect, it } from 'vitest';
import type { DirectiveSummary } from '../domain/directive.ts';
import { findNamedDocuments, matchDocuments } from './namedDocument.ts';
import { findNamedProvision, matchProvisions } from './namedProvision.ts';

function directive(id: number, number: string, type: string, issued = '2026-06-26'): DirectiveSummary {
  const header = {
    number,
    type,
    issuer: null,
    issued,
    effective: null,
    title: null,
    signer: null,
    place: null,
  };
  return { id, fileName: `${id}.md`, format: 'md', kind: 'issued', sample: true, header };
}

const stored = [
  directive(1, '733/2026/NĐ-CP', 'Nghị định'),
  directive(2, '15/2026/TT-BNV', 'Thông tư'),
  directive(3, '57-QĐ/TW', 'Quy định', '2022-02-08'),
  directive(4, '05-CTr/ĐU', 'Chương trình'),
  directive(5, '38/2015/TTLT-BNNPTNT-BNV', 'Thông tư liên tịch', '2015-10-20'),
];

const found = (question: string) =>
  findNamedDocuments(question).documents.flatMap((named) =>
    matchDocuments(stored, named).map(({ id }) => id),
  );

describe('a document named in a question', () => {
  it.each([
    ['nghị định 733/2026/NĐ-CP quy định gì', [1]],
    ['nd 733', [1]],
    ['NĐ 733/2026', [1]],
    ['733/2026', [1]],
    ['Nghị định số 733 nói gì về đánh giá', [1]],
    ['thông tư 15/2026/TT-BNV', [2]],
    ['tt15/2026', [2]],
    ['qd 57 tw', [3]],
    ['Quy định 57-QĐ/TW', [3]],
    ['57-qđ/tw', [3]],
    ['chương trình 05 của đảng ủy', [4]],
    ['tt38/2015', []],
    ['ttlt 38/2015', [5]],
    ['nghi dinh 733'.normalize('NFD'), [1]],
  ])('is found: %s', (question, ids) => {
    expect(found(question)).toEqual(ids);
  });

  it('is not seen in a date, a year or a count', () => {
    for (const question of [
      'lớp mở tháng 7/2026',
      'ngày 01/7/2026',
      'kế hoạch 2027 có mấy lớp',
      'đạt 90% cán bộ',
    ]) {
      expect(findNamedDocuments(question).documents).toEqual([]);
    }
  });

  it('is taken out of the rest of the question', () => {
    expect(findNamedDocuments('nghị định 733/2026 quy định gì').rest.trim()).toBe('quy định gì');
  });
});

describe('a provision named in a question', () => {
  const paths = [
    ['Chương I', 'Điều 5'],
    ['Chương I', 'Điều 5', 'khoản 2'],
    ['Chương I', 'Điều 5', 'khoản 2', 'điểm d'],
    ['Chương I', 'Điều 5', 'khoản 2', 'điểm đ'],
    ['Chương II'],
    ['Phần I', 'mục 2', 'tiểu mục 2.1'],
  ].map((path) => ({ path, label: path.at(-1) ?? '' }));
  const matched = (question: string) =>
    matchProvisions(paths, findNamedProvision(question)?.parts ?? []).map(({ label }) => label);

  it.each([
    ['điều 5', ['Điều 5']],
    ['dieu 5', ['Điều 5']],
    ['khoản 2 điều 5', ['khoản 2']],
    ['k2 đ5', ['khoản 2']],
    ['điểm đ khoản 2 điều 5', ['điểm đ']],
    ['điểm d khoản 2 điều 5', ['điểm d']],
    ['chương 2', ['Chương II']],
    ['chuong ii', ['Chương II']],
    ['mục 2.1', ['tiểu mục 2.1']],
    ['điểm 2.1', ['tiểu mục 2.1']],
    ['điều 6', []],
  ])('is matched: %s', (question, labels) => {
    expect(matched(question)).toEqual(labels);
  });

  it('is not seen in ordinary words', () => {
    for (const question of ['khoản chi đào tạo', 'điều kiện đi học', 'mục tiêu là gì', 'điểm a b c']) {
      const named = findNamedProvision(question);
      expect(question === 'điểm a b c' ? named?.parts.length : named).toBe(
        question === 'điểm a b c' ? 1 : null,
      );
    }
  });
});
