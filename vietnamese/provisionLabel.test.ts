import { describe, expect, it } from 'vitest';
import { parseOrdinal, parseProvisionReference, writeOrdinal } from './provisionLabel.ts';

const nothing = { article: null, clause: null, point: null, chapter: null, annex: null };

describe('a place inside a document', () => {
  it.each([
    ['điểm a khoản 2 Điều 18 Nghị định 233', { article: '18', clause: 2, point: 'a' }],
    ['dieu 18 khoan 2 diem đ noi gi', { article: '18', clause: 2, point: 'đ' }],
    ['Điều 05 quy định gì?', { article: '5' }],
    ['điều 18a', { article: '18a' }],
    ['chương ii nói về gì', { chapter: 'II' }],
    ['Phụ lục III', { annex: 'III' }],
    ['trong phụ lục', { annex: '' }],
    ['KHOẢN 3'.normalize('NFD'), { clause: 3 }],
  ])('is read from “%s”', (text, expected) => {
    expect(parseProvisionReference(text)).toEqual({ ...nothing, ...expected });
  });

  it.each(['điều kiện bổ nhiệm', 'khoản tiền thưởng', 'điểm trung bình', 'chương trình đào tạo', ''])(
    'is not in “%s”',
    (text) => {
      expect(parseProvisionReference(text)).toBeNull();
    },
  );

  it('has ordinals in words', () => {
    expect([1, 4, 5, 11, 15, 20].map(writeOrdinal)).toEqual([
      'nhất',
      'tư',
      'năm',
      'mười một',
      'mười lăm',
      'hai mươi',
    ]);
    for (let value = 1; value <= 20; value += 1)
      expect(parseOrdinal(`thứ ${writeOrdinal(value)}`)).toBe(value);
    expect(parseOrdinal('trình')).toBeNull();
  });
});
