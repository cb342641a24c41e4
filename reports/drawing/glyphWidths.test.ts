import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { readGlyphWidths } from './glyphWidths.ts';
import { FAMILY, loadTypeface } from './typeface.ts';
import { widthOf } from './wrapText.ts';

const VOWELS = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const LETTERS = [
  ...[...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))),
  ...'bcdđghklmnpqrstvxfjwz',
].flatMap((letter) => [letter, letter.toUpperCase()]);

describe('the font of the pictures', () => {
  it('has every letter of Vietnamese and the signs of our texts, in both weights', async () => {
    const { widths } = await loadTypeface();
    for (const letter of [...LETTERS, ...'0123456789.,:;()%/–-…·“”"\'?!&+≥']) {
      for (const weight of [widths.regular, widths.bold]) {
        expect(weight.get(letter.codePointAt(0) ?? 0) ?? 0, letter).toBeGreaterThan(0);
      }
    }
  });

  it('is measured as wide as it is drawn', async () => {
    const { files, widths } = await loadTypeface();
    const drawnWidth = (words: string, weight: number): number => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="100"><text y="60" font-family="${FAMILY}" font-weight="${weight}" font-size="40">${words}</text></svg>`;
      const font = { loadSystemFonts: false, fontFiles: [...files] };
      return new Resvg(svg, { font }).getBBox()?.width ?? 0;
    };
    for (const words of [
      'Trung cấp lý luận chính trị trở lên đối với công chức',
      'Bồi dưỡng QUỐC PHÒNG và AN NINH đối tượng 3 (31/12/2027)',
    ]) {
      expect(drawnWidth(words, 400) / widthOf(words, 40, widths.regular)).toBeCloseTo(1, 1);
      expect(drawnWidth(words, 700) / widthOf(words, 40, widths.bold)).toBeCloseTo(1, 1);
      expect(drawnWidth(words, 400)).toBeLessThan(widthOf(words, 40, widths.regular));
      expect(drawnWidth(words, 700)).toBeLessThan(widthOf(words, 40, widths.bold));
    }
  });

  it('is refused where the file is none', async () => {
    const page = await readFile(new URL(import.meta.url));
    expect(() => readGlyphWidths(page)).toThrow();
    expect(() => readGlyphWidths(new Uint8Array(12))).toThrow('it has no table head');
  });
});
