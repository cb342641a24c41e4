import { characters, columns } from '../columns.ts';

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
  for (const character of characters(word)) {
    if (piece !== '' && columns(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
