const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
/** Takes two columns in a terminal: emoji, and East Asian wide and full-width forms. */
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

/** Columns that a text without control characters takes in letters of one width. */
export function columns(text: string): number {
  let sum = 0;
  for (const { segment } of graphemes.segment(text)) sum += wide.test(segment) ? 2 : 1;
  return sum;
}

/** What is read as one character, in order. */
export function characters(text: string): readonly string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** The text with blanks to `width` columns; a wider one stays as it is. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(width - columns(text), 0));
  return align === 'left' ? `${text}${blanks}` : `${blanks}${text}`;
}
