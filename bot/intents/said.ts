import { indexedSyllables } from '../../vietnamese/terms.ts';
import { cleanText } from '../../vietnamese/text.ts';

/** A syllable as it was written (lower case) and as it is compared. */
export type SaidWord = { readonly written: string; readonly folded: string };

/** A sentence as it is compared: folded syllables with abbreviations written out, and the words they were read from. */
export type Said = {
  /** `toi con thieu gi`; syllables joined by single blanks. A final y that stands alone is i (quy → qui). */
  readonly folded: string;
  readonly written: readonly string[];
};

export function say(text: string): Said {
  return saidOf(indexedSyllables(text));
}

export function saidOf(words: readonly SaidWord[]): Said {
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

/** A pattern of a whole folded sentence, whose groups can be read with `wordsOf`. */
export function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'd');
}

/** Whether these words stand in the text with a capital each, as a name does; in a text all of capitals nothing is told. */
export function isCapitalised(text: string, words: string): boolean {
  const clean = cleanText(text);
  if (clean === clean.toUpperCase()) return false;
  const syllables = clean.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const wanted = words.split(' ');
  return syllables.some((_, at) =>
    wanted.every((word, offset) => {
      const syllable = syllables[at + offset] ?? '';
      return syllable.toLowerCase() === word && /^\p{Lu}\p{Ll}*$/u.test(syllable);
    }),
  );
}
