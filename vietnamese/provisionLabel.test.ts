import { describe, expect, it } from 'vitest';
import { parseOrdinal, writeOrdinal } from './provisionLabel.ts';

describe('a place inside a document', () => {
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
