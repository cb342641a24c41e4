import { describe, expect, it } from 'vitest';
import type { DirectiveSummary } from '../domain/directive.ts';
import { findLawByTitle, findNamedDocuments, matchDocuments } from './namedDocument.ts';
import { findNamedProvisions, matchProvisions, possibleLabels } from './namedProvision.ts';

function directive(
  id: number,
  number: string,
  type: string,
  issued = '2026-06-26',
  issuer: string | null = null,
): DirectiveSummary {
  const header = {
    number,
    type,
    issuer,
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
  directive(2, '15/2026/TT-BNV', 'Thông tư', '2026-06-26', 'BỘ NỘI VỤ'),
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
    ['NĐ số 733 năm 2026', [1]],
    ['nghị định 733-2026', [1]],
    ['nd733/2026/nd-cp', [1]],
    ['nđ-cp 733', [1]],
    ['nghị định của chính phủ số 733/2026', [1]],
    ['QĐ57-TW', [3]],
    ['57-QĐ-TW', [3]],
    ['qđ số 57 của trung ương', [3]],
    ['thông tư 15 của bộ nội vụ', [2]],
    ['thông tư 15 của BNV', [2]],
    ['thông tư 15 của bộ y tế', []],
    ['thông tư 15 năm 2025', []],
  ])('is found: %s', (question, ids) => {
    expect(found(question)).toEqual(ids);
  });

  it('goes by its type where two share a number', () => {
    const sameSerial = [
      directive(1, '15/2024/QĐ-TTg', 'Quyết định', '2024-05-02'),
      directive(2, '15-QĐ/TW', 'Quy định', '2023-05-02'),
      directive(3, '15/2025/NĐ-CP', 'Nghị định', '2025-05-02'),
      directive(4, '15/2020/NĐ-CP', 'Nghị định', '2020-05-02'),
    ];
    const ids = (question: string) =>
      findNamedDocuments(question).documents.flatMap((named) =>
        matchDocuments(sameSerial, named).map(({ id }) => id),
      );
    expect(ids('quyết định 15')).toEqual([1]);
    expect(ids('quy định 15')).toEqual([2]);
    expect(ids('qđ 15')).toEqual([1, 2]);
    expect(ids('nghị định 15')).toEqual([3, 4]);
    expect(ids('nghị định số 15 ngày 02 tháng 5 năm 2020 của Chính phủ')).toEqual([4]);
    expect(ids('luật 15')).toEqual([]);
  });

  it('is asked about where words follow its issuer', () => {
    const { documents, rest } = findNamedDocuments('nghị định 733/2026 của chính phủ nói gì về bồi dưỡng');
    expect(documents).toMatchObject([{ issuer: 'chinh phu', serial: '733' }]);
    expect(rest.trim()).toBe('nói gì về bồi dưỡng');
  });

  it('takes its date and issuer with it out of the question', () => {
    const { rest } = findNamedDocuments('Nghị định 733/2026/NĐ-CP ngày 26 tháng 6 năm 2026 của Chính phủ');
    expect(rest.trim()).toBe('');
  });

  it('is not seen in a date, a year or a count', () => {
    for (const question of [
      'lớp mở tháng 7/2026',
      'ngày 01/7/2026',
      'kế hoạch 2027 có mấy lớp',
      'đạt 90% cán bộ',
      'cv 5 năm thì lên cvc được chưa',
      'hd 12 tháng',
      'kế hoạch 5 năm',
      'tb 30%',
    ]) {
      expect(findNamedDocuments(question).documents).toEqual([]);
    }
  });

  it('is taken out of the rest of the question', () => {
    expect(findNamedDocuments('nghị định 733/2026 quy định gì').rest.trim()).toBe('quy định gì');
  });
});

describe('a law named by its title', () => {
  it.each([
    ['Điều 5 Luật Cán bộ, công chức', 'luat', ['can', 'bo', 'cong', 'chuc']],
    ['bộ luật lao động điều 12', 'bo luat', ['lao', 'dong']],
    ['điều 2 hiến pháp 2013', 'hien phap', []],
    ['luật viên chức quy định gì', 'luat', ['vien', 'chuc']],
  ])('is found: %s', (question, type, title) => {
    expect(findLawByTitle(findNamedProvisions(question).rest)).toMatchObject({ type, title });
  });

  it('is not seen in "pháp luật" or "luật này"', () => {
    expect(findLawByTitle('theo quy định của pháp luật')).toBeNull();
    expect(findLawByTitle('luật này quy định gì')).toBeNull();
  });
});

describe('a provision named in a question', () => {
  const provisions = [
    { kind: 'chuong', label: 'Chương I', parent: null },
    { kind: 'dieu', label: 'Điều 5', parent: 0 },
    { kind: 'khoan', label: 'khoản 1', parent: 1 },
    { kind: 'khoan', label: 'khoản 2', parent: 1 },
    { kind: 'diem', label: 'điểm d', parent: 3 },
    { kind: 'diem', label: 'điểm đ', parent: 3 },
    { kind: 'chuong', label: 'Chương II', parent: null },
    { kind: 'dieu', label: 'Điều 7', parent: 6 },
    { kind: 'khoan', label: 'khoản 2', parent: 7 },
    { kind: 'phan', label: 'Phần I', parent: null },
    { kind: 'muc', label: 'mục 2', parent: 9 },
    { kind: 'tieu_muc', label: 'tiểu mục 2.1', parent: 10 },
    { kind: 'phan', label: 'Phần thứ sáu', parent: null },
    { kind: 'phu_luc', label: 'Phụ lục II', parent: null },
  ] as const;
  const matched = (question: string) =>
    findNamedProvisions(question).provisions.map((named) =>
      matchProvisions(provisions, named).map((provision) => provisions.indexOf(provision)),
    );

  it.each([
    ['điều 5', [[1]]],
    ['dieu 05', [[1]]],
    ['khoản 2 điều 5', [[3]]],
    ['điều 7 khoản 2', [[8]]],
    ['k2 đ5', [[3]]],
    ['điểm đ khoản 2 điều 5', [[5]]],
    ['điểm d khoản 2 điều 5', [[4]]],
    ['chương 2', [[6]]],
    ['chuong ii', [[6]]],
    ['mục 2.1', [[11]]],
    ['điểm 2.1', [[11]]],
    ['mục I', [[9]]],
    ['phần thứ sáu', [[12]]],
    ['phụ lục 2', [[13]]],
    ['điều 6', [[]]],
    ['điều 5 và điều 7', [[1], [7]]],
    ['điều 5, 7', [[1], [7]]],
    ['khoản 1, 2 điều 5', [[2], [3]]],
    ['khoản 1 và khoản 2 điều 5', [[2], [3]]],
    ['khoản 1 điều 5, khoản 2 điều 7', [[2], [8]]],
    ['điều 5 đến điều 7', [[1], [], [7]]],
    ['điều 5-7', [[1], [], [7]]],
    ['k.2 Đ.5', [[3]]],
    ['Đ5K2', [[3]]],
    ['điều5 khoản2', [[3]]],
    ['điều thứ 5', [[1]]],
    ['điểm d, đ khoản 2 điều 5', [[4], [5]]],
    ['điểm d và đ khoản 2 điều 5', [[4], [5]]],
    ['điểm d-đ k2 đ5', [[4], [5]]],
    ['mục I.2', [[10]]],
    ['điều 5 đến 7', [[1], [], [7]]],
  ])('is matched: %s', (question, places) => {
    expect(matched(question)).toEqual(places);
  });

  it('reads in an answer from the smallest rung outwards', () => {
    expect(findNamedProvisions('điều 12 khoản 2').provisions[0]?.written).toBe('khoản 2 điều 12');
  });

  it('has the labels under which it may be stored', () => {
    const [chapter] = findNamedProvisions('chương 2').provisions;
    expect(chapter === undefined ? [] : possibleLabels(chapter)).toContain('Chương II');
  });

  it.each(['khoản chi đào tạo', 'điều kiện đi học', 'mục tiêu là gì', 'phần lớn cán bộ', 'điểm trung bình'])(
    'is not seen in ordinary words: %s',
    (question) => {
      expect(findNamedProvisions(question).provisions).toEqual([]);
    },
  );
});
