import { describe, expect, it } from 'vitest';
import { type Citation, documentName, isInForce, writeCitation, writeDate, writePath } from './citation.ts';
import type { Change } from './validity.ts';

const header = {
  number: '233/2026/NĐ-CP',
  type: 'Nghị định',
  issuer: null,
  issued: null,
  effective: null,
  title: 'Đánh giá viên chức',
  signer: null,
  place: null,
};
const citation: Citation = {
  directiveId: 1,
  provisionId: 2,
  document: 'Nghị định 233/2026/NĐ-CP',
  path: ['Chương II', 'Điều 18', 'khoản 2', 'điểm a'],
  heading: null,
  quote: 'a) …',
  start: 0,
  end: 4,
  page: null,
  kind: 'issued',
  sample: false,
  effective: '2026-07-01',
  inForce: true,
  validity: 'in_force',
  until: null,
  supersededBy: null,
  changes: [],
};

describe('a citation in words', () => {
  it('goes from the smallest provision to the document and its effect', () => {
    expect(writeCitation(citation)).toBe(
      'điểm a khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP (hiệu lực từ 01/7/2026)',
    );
  });

  it('says what is not in force yet, and what is not known', () => {
    expect(writeCitation({ ...citation, validity: 'not_yet', inForce: false })).toContain(
      'chưa có hiệu lực, từ 01/7/2026',
    );
    expect(writeCitation({ ...citation, effective: null, validity: 'unknown', inForce: null })).toContain(
      'chưa rõ ngày hiệu lực',
    );
  });

  it('says since when it holds no longer, and what holds instead', () => {
    const change: Change = {
      kind: 'amends',
      scope: 'provision',
      changed: ['Điều 18'],
      partial: false,
      since: '2027-01-01',
      directiveId: 2,
      provisionId: 3,
      document: 'Nghị định 958/2026/NĐ-CP',
      path: ['Điều 1', 'khoản 2'],
      start: 0,
      end: 9,
    };
    const ended = { ...citation, validity: 'superseded', inForce: false, until: '2026-12-31' } as const;
    expect(writeCitation({ ...ended, supersededBy: change })).toContain(
      '(hết hiệu lực từ 01/01/2027, được thay bằng khoản 2 Điều 1 Nghị định 958/2026/NĐ-CP)',
    );
    expect(writeCitation({ ...ended, supersededBy: { ...change, kind: 'repeals' } })).toContain(
      '(hết hiệu lực từ 01/01/2027, theo khoản 2 Điều 1 Nghị định 958/2026/NĐ-CP)',
    );
    expect(
      writeCitation({ ...ended, supersededBy: { ...change, kind: 'replaces', scope: 'whole' } }),
    ).toContain('được thay bằng Nghị định 958/2026/NĐ-CP)');
    expect(writeCitation(ended)).toContain('(hết hiệu lực sau 31/12/2026)');
    expect(writeCitation({ ...citation, until: '2026-12-31' })).toContain(
      '(hiệu lực từ 01/7/2026 đến hết 31/12/2026)',
    );
    const unsure = { ...change, since: null };
    expect(
      writeCitation({ ...citation, validity: 'unknown', inForce: null, supersededBy: unsure }),
    ).toContain('chưa rõ còn hiệu lực không, xem khoản 2 Điều 1');
  });

  it('calls a newspaper a newspaper', () => {
    expect(writeCitation({ ...citation, kind: 'press', document: 'Lớp học mới' })).toBe(
      'bài báo “Lớp học mới”',
    );
  });

  it('keeps the parts of a party document and the annex of an article', () => {
    expect(writePath(['Phần I', 'mục 2', 'tiểu mục 2.1'])).toBe('tiểu mục 2.1 mục 2 Phần I');
    expect(writePath(['Quy chế', 'Chương I', 'Điều 3'])).toBe('Điều 3 Quy chế');
  });
});

it('writes dates as Vietnamese documents do', () => {
  expect([writeDate('2026-07-01'), writeDate('2026-02-09'), writeDate('2026-12-31')]).toEqual([
    '01/7/2026',
    '09/02/2026',
    '31/12/2026',
  ]);
});

it('names a document by type and number, else by title, else by its file', () => {
  expect(documentName(header, 'a.md')).toBe('Nghị định 233/2026/NĐ-CP');
  expect(
    documentName({ ...header, number: null, type: 'Chương trình', title: 'Chương trình nâng cao' }, 'a.md'),
  ).toBe('Chương trình nâng cao');
  expect(documentName({ ...header, number: null, title: null }, 'a.md')).toBe('a.md');
});

it('knows three answers to whether a directive is in force', () => {
  expect([
    isInForce('2026-07-01', '2026-07-01'),
    isInForce('2026-07-01', '2026-06-30'),
    isInForce(null, '2026-07-01'),
  ]).toEqual([true, false, null]);
});
