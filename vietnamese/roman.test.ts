import { describe, expect, it } from 'vitest';
import { parseRoman, toRoman } from './roman.ts';

describe('Roman numerals', () => {
  it('come back from every number to 500', () => {
    for (let value = 1; value <= 500; value += 1) expect(parseRoman(toRoman(value))).toBe(value);
  });

  it('are read in lower case too', () => {
    expect(parseRoman('xiv')).toBe(14);
  });

  it('are refused when they are not well-formed', () => {
    for (const written of ['', 'H', 'IIII', 'IL', 'VX', 'IVI', 'A']) expect(parseRoman(written)).toBeNull();
  });
});
