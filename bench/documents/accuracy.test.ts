import { describe, expect, it } from 'vitest';
import { accuracy, share } from './accuracy.ts';

const transcript = 'Báo cáo tài chính của đơn vị';

describe('accuracy beside a transcript', () => {
  it('is whole for the same text, whatever its white space and form', () => {
    const read = `Báo cáo | tài\n\tchính của  đơn vị`.normalize('NFD');
    const { diacritics, characters, syllables } = accuracy(read, transcript);
    expect([diacritics, characters, syllables].map(share)).toEqual([1, 1, 1]);
  });

  it('of diacritics is nothing where all of them are lost, and the rest is still seen', () => {
    const lost = accuracy('Bao cao tai chinh cua don vi', transcript);
    expect(share(lost.diacritics)).toBe(0);
    expect(share(lost.characters)).toBeGreaterThan(0.6);
    expect(share(lost.syllables)).toBe(0);
  });

  it('counts what is missing as wrong', () => {
    expect(accuracy('', transcript).diacritics).toEqual({ right: 0, all: 8 });
    expect(accuracy('Báo cáo của đơn vị', transcript).diacritics).toEqual({ right: 6, all: 8 });
  });

  it('counts the case of letters only where it says so', () => {
    const capital = accuracy(transcript.toUpperCase(), transcript);
    expect(share(capital.diacritics)).toBe(1);
    expect(share(capital.diacriticsInCase)).toBe(0);
  });
});
