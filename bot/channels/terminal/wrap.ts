const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
/** Takes two columns in a terminal: emoji, and East Asian wide and full-width forms. */
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

/** Columns that a text without control characters takes in a terminal. */
export function columns(text: string): number {
  let sum = 0;
  for (const { segment } of graphemes.segment(text)) sum += wide.test(segment) ? 2 : 1;
  return sum;
}

/**
 * Lines of at most `width` columns, broken between words; a longer word is cut between characters. Line breaks of
 * the text stay; runs of blanks become one.
 */
export function wrapWords(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 1)));
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const word of line.split(/\s+/).flatMap((long) => cutWord(long, width))) {
    if (word === '') continue;
    const size = columns(word);
    if (current !== '' && used + 1 + size > width) {
      lines.push(current);
      current = '';
      used = 0;
    }
    used += current === '' ? size : size + 1;
    current = current === '' ? word : `${current} ${word}`;
  }
  lines.push(current);
  return lines;
}

function cutWord(word: string, width: number): readonly string[] {
  if (columns(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && columns(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
