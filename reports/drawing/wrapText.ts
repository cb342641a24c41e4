import { cleanText } from '../../vietnamese/text.ts';
import type { GlyphWidths } from './glyphWidths.ts';

/** A little wider than measured, for what kerning and rounding may add. */
const SLACK = 1.01;

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** One line of text in NFC with only the characters that the font has: no emoji, no control characters. */
export function drawableText(text: string, widths: GlyphWidths): string {
  return [...cleanText(text).replace(/\s+/g, ' ')]
    .filter((letter) => widths.has(letter.codePointAt(0) ?? 0))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Width of a line in pixels. */
export function widthOf(text: string, size: number, widths: GlyphWidths): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter.codePointAt(0) ?? 0) ?? 0;
  return sum * size * SLACK;
}

/** How wide a text may stand, in pixels. `indent` is what the first line leaves free; the last of `most` lines ends in `…`. */
export type Measure = {
  readonly size: number;
  readonly width: number;
  readonly most: number;
  readonly indent?: number;
};

/**
 * Breaks a drawable text between syllables. Only what is longer than a line by itself is broken within; what does not
 * fit `most` lines is left out from a whole syllable on.
 */
export function wrapText(text: string, measure: Measure, widths: GlyphWidths): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => measure.width - (lines.length === 0 ? (measure.indent ?? 0) : 0);
  const fits = (words: string, room: number): boolean => widthOf(words, measure.size, widths) <= room;
  for (const syllable of text.split(' ')) {
    const longer = line === '' ? syllable : `${line} ${syllable}`;
    if (fits(longer, room())) {
      line = longer;
      continue;
    }
    const whole = fits(syllable, measure.width);
    // Beside an indent a syllable may lack the room that the next line has.
    if (line !== '' || (whole && lines.length === 0)) lines.push(line);
    line = '';
    for (const { segment } of whole ? [{ segment: syllable }] : letters.segment(syllable)) {
      if (line !== '' && !fits(line + segment, room())) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= measure.most) return lines;
  const last = lines[measure.most - 1] ?? '';
  const lastRoom = measure.most === 1 ? measure.width - (measure.indent ?? 0) : measure.width;
  return [...lines.slice(0, measure.most - 1), shorten(last, (words) => fits(words, lastRoom))];
}

function shorten(line: string, fits: (line: string) => boolean): string {
  let kept = line;
  while (kept.includes(' ') && !fits(`${kept} …`)) kept = kept.slice(0, kept.lastIndexOf(' '));
  if (fits(`${kept} …`)) return `${kept} …`.trimStart();
  const parts = [...letters.segment(kept)].map(({ segment }) => segment);
  while (parts.length > 0 && !fits(`${parts.join('')}…`)) parts.pop();
  return `${parts.join('')}…`;
}
