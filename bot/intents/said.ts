import { indexedSyllables } from '../../vietnamese/terms.ts';

/** A sentence as it is compared: folded syllables with abbreviations written out, and the words they were read from. */
export type Said = {
  /** `toi con thieu gi`; syllables joined by single blanks. */
  readonly folded: string;
  readonly written: readonly string[];
};

export function say(text: string): Said {
  const words = indexedSyllables(text);
  return {
    folded: words.map(({ folded }) => folded).join(' '),
    written: words.map(({ written }) => written),
  };
}

/** The words behind a group of a match on `said.folded`, with their diacritics; `null` where the group took no part. */
export function wordsOf(said: Said, match: RegExpExecArray, group: string): string | null {
  const span = match.indices?.groups?.[group];
  if (span === undefined) return null;
  const [start, end] = span;
  const first = countBlanks(said.folded.slice(0, start));
  const count = countBlanks(said.folded.slice(start, end).trim()) + 1;
  const words = said.written.slice(first, first + count).join(' ');
  return words === '' ? null : words;
}

function countBlanks(text: string): number {
  return text.split(' ').length - 1;
}
