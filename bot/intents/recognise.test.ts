import { describe, expect, it } from 'vitest';
import type { Intent } from './intent.ts';
import { recognise } from './recognise.ts';

const self = { who: 'self' } as const;
const gaps = (more: Partial<Extract<Intent, { kind: 'gaps' }>> = {}): Intent => ({
  kind: 'gaps',
  whom: self,
  assumption: null,
  topic: null,
  asOf: null,
  ...more,
});

describe('a wish about one’s own record', () => {
  it.each([
    'tôi còn thiếu gì',
    'toi con thieu gi',
    'Tôi còn thiếu gì?',
    'tôi còn thiếu gì'.normalize('NFD'),
    'TÔI CÒN THIẾU GÌ',
    'còn thiếu gì',
    'em con thieu chung chi gi',
    'cho tôi biết tôi còn thiếu gì',
    'tôi muốn biết mình còn thiếu gì',
    'mình còn thiếu gì vậy',
    'tôi cần bổ sung gì',
    'tại sao thiếu',
    '/thieu',
  ])('is what is missing: “%s”', (text) => {
    expect(recognise(text)).toEqual(gaps());
  });

  it.each([
    ['toi con thieu gi de len chuyen vien chinh', { kind: 'grade', name: 'chuyen vien chinh' }],
    ['em còn thiếu gì để lên CVC', { kind: 'grade', name: 'chuyên viên chính' }],
    ['tôi đủ điều kiện lên chuyên viên chính chưa', { kind: 'grade', name: 'chuyên viên chính' }],
    ['nếu tôi làm chủ tịch UBND xã thì thiếu gì', { kind: 'post', name: 'chủ tịch ủy ban nhân dân xã' }],
    ['để được bổ nhiệm trưởng phòng tôi còn thiếu gì', { kind: 'post', name: 'trưởng phòng' }],
    ['nếu tôi được quy hoạch phó giám đốc sở thì sao', { kind: 'planned', name: 'phó giám đốc sở' }],
  ] as const)('is what would be missing: “%s”', (text, assumption) => {
    expect(recognise(text)).toEqual(gaps({ assumption }));
  });

  it('asks why one thing is missing', () => {
    expect(recognise('tai sao toi thieu trung cap llct')).toEqual(
      gaps({ topic: { kind: 'political_theory', level: 'trung_cap', field: null } }),
    );
  });

  it('says on which day', () => {
    expect(recognise('tôi còn thiếu gì tính đến 31/12/2027')).toEqual(gaps({ asOf: '2027-12-31' }));
  });

  it.each([
    ['hồ sơ của tôi', { kind: 'record', whom: self, part: 'all' }],
    ['bang cap cua toi', { kind: 'record', whom: self, part: 'qualifications' }],
    ['ai đã xem hồ sơ của tôi', { kind: 'who_saw' }],
    ['dữ liệu của tôi', { kind: 'my_data' }],
    ['xoa du lieu cua toi', { kind: 'erase', step: 0 }],
    ['bỏ liên kết', { kind: 'unlink' }],
    ['K7QM-2XEA', { kind: 'link', code: 'K7QM-2XEA' }],
    ['thông tin này sai', { kind: 'wrong', says: 'thông tin này sai' }],
    ['/xoadulieu 2', { kind: 'erase', step: 2 }],
  ] as const)('“%s”', (text, intent) => {
    expect(recognise(text)).toEqual(intent);
  });

  it.each([
    'khi nào tôi phải học lại QPAN',
    'khi nao toi phai hoc lai quoc phong an ninh',
    'chứng chỉ QPAN của tôi khi nào hết hạn',
  ])('asks when to learn again: “%s”', (text) => {
    expect(recognise(text)).toMatchObject({ kind: 'renewal', topic: { kind: 'defence_security' } });
  });
});

describe('a wish about somebody else', () => {
  it.each([
    ['anh Nam còn thiếu gì', 'nam'],
    ['nguyen van nam con thieu gi', 'nguyen van nam'],
    ['MAU-017 còn thiếu gì', 'MAU-017'],
  ])('names them: “%s”', (text, name) => {
    expect(recognise(text)).toEqual(gaps({ whom: { who: 'named', name } }));
  });

  it('never takes a pronoun or a common word for a name', () => {
    for (const text of [
      'bạn còn thiếu gì',
      'hồ sơ dự tuyển còn thiếu gì thì bổ sung',
      'anh em còn thiếu gì',
    ]) {
      expect(recognise(text), text).toBeNull();
    }
  });
});

describe('a wish of staff', () => {
  it.each([
    [
      'ai còn thiếu trung cấp LLCT',
      { kind: 'who_lacks', topic: { kind: 'political_theory', level: 'trung_cap' } },
    ],
    ['ai trong đơn vị tôi còn thiếu gì', { kind: 'who_lacks', topic: null, words: null }],
    ['bảng chỉ tiêu so với 31/12/2025', { kind: 'targets', compareWith: '2025-12-31' }],
    ['/chitieu xlsx', { kind: 'targets', output: 'xlsx', target: null }],
    ['thống kê theo độ tuổi', { kind: 'statistics', facets: ['age'] }],
    ['thống kê theo trình độ lý luận chính trị', { kind: 'statistics', facets: ['political_theory'] }],
    ['ai đủ điều kiện đi học cao cấp LLCT', { kind: 'eligible', words: 'cao cấp lý luận chính trị' }],
    ['nguồn kế cận chủ tịch UBND phường', { kind: 'readiness' }],
    ['mảng nào còn thiếu', { kind: 'coverage' }],
    ['lượt học năm 2026', { kind: 'trainings', year: 2026 }],
    ['104/298 người, tỷ lệ 35,01% có đúng không?', { kind: 'percentages' }],
    ['/denghi 7 dung', { kind: 'corrections', close: { id: 7, accept: true } }],
  ])('“%s”', (text, intent) => {
    expect(recognise(text)).toMatchObject(intent);
  });
});
