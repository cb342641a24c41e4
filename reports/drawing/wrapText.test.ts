import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileLabels } from './drawn.testing.ts';
import { loadTypeface } from './typeface.ts';
import { drawableText, widthOf, wrapText } from './wrapText.ts';

const { regular } = (await loadTypeface()).widths;
const label =
  'Bằng đại học và trung cấp lý luận chính trị trở lên đối với lãnh đạo diện Ban Thường vụ Đảng ủy quản lý';

describe('wrapping a label', () => {
  it('breaks between syllables and keeps them all', () => {
    const lines = wrapText(label, { size: 40, width: 600, most: 9 }, regular);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join(' ')).toBe(label);
    for (const line of lines) expect(widthOf(line, 40, regular)).toBeLessThanOrEqual(600);
  });

  it('leaves room at the first line, though its first syllable goes to the next', () => {
    const measure = { size: 40, width: 260, most: 3, indent: 240 };
    expect(wrapText('Trung cấp', measure, regular)).toEqual(['', 'Trung cấp']);
  });

  it('leaves out whole syllables only, and says that something is left out', () => {
    const lines = wrapText(label, { size: 40, width: 600, most: 2 }, regular);
    expect(lines).toHaveLength(2);
    const kept = lines.join(' ').replace(/ …$/, '');
    expect(label.startsWith(`${kept} `)).toBe(true);
    expect(lines[1]).toMatch(/ …$/);
  });

  it('breaks within what is longer than a line, never within a letter and its marks', () => {
    const letter = 'a\u0323\u0302\u0304';
    const lines = wrapText(letter.repeat(60), { size: 40, width: 300, most: 99 }, regular);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(letter.repeat(60));
    for (const line of lines) expect(line.startsWith('a')).toBe(true);
  });

  it('holds for any text: lines fit, and nothing is lost that fits', () => {
    const texts = fc.oneof(
      fc.constantFrom(...hostileLabels),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('lý', 'luận', 'nghiêng', '903/2026/TT-BCVM', 'x'.repeat(90)))
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 120, max: 900 }),
        fc.integer({ min: 1, max: 6 }),
        (text, width, most) => {
          const drawable = drawableText(text, regular);
          expect(drawable).toBe(drawable.normalize('NFC'));
          const lines = wrapText(drawable, { size: 40, width, most }, regular);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(widthOf(line, 40, regular)).toBeLessThanOrEqual(width);
          const all = wrapText(drawable, { size: 40, width, most: 1e6 }, regular);
          expect(all.join('').replaceAll(' ', '')).toBe(drawable.replaceAll(' ', ''));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('draws what the font has and drops the rest', () => {
    expect(drawableText('Đạt ✅ 😀 漢字 xong\u0000\ufffe', regular)).toBe('Đạt xong');
    expect(drawableText('lý luận'.normalize('NFD'), regular)).toBe('lý luận');
    expect(drawableText('dòng một\r\n\tdòng hai', regular)).toBe('dòng một dòng hai');
  });
});
