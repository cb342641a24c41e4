import glossary from '../data/glossary.json' with { type: 'json' };
import { type Syllable, syllables } from './text.ts';

type LongSyllable = { readonly written: string; readonly folded: string };

type Abbreviation = {
  /** Folded syllables of the short form: `QP-AN` → `["qp", "an"]`. */
  readonly short: readonly string[];
  readonly long: readonly LongSyllable[];
  readonly onlyCapitals: boolean;
};

const byFirst = new Map<string, Abbreviation[]>();
for (const entry of glossary.abbreviations) {
  const short = syllables(entry.short).map((syllable) => syllable.folded);
  const first = short[0];
  if (first === undefined) continue;
  const abbreviation = {
    short,
    long: syllables(entry.long).map(({ written, folded }) => ({ written, folded })),
    onlyCapitals: 'onlyCapitals' in entry,
  };
  // Longest first, so that QP-AN is not taken for a shorter entry that begins alike.
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), abbreviation].sort((a, b) => b.short.length - a.short.length),
  );
}

/** The glossary's long form that stands at this place of a text, and how many syllables its short form takes. */
export function abbreviationAt(
  text: string,
  words: readonly Syllable[],
  index: number,
): { readonly long: readonly LongSyllable[]; readonly taken: number } | null {
  const word = words[index];
  if (word === undefined) return null;
  for (const entry of byFirst.get(word.folded) ?? []) {
    const run = words.slice(index, index + entry.short.length);
    const fits = entry.short.every((folded, offset) => {
      const other = run[offset];
      return other?.folded === folded && (offset === 0 || other.joined);
    });
    if (!fits) continue;
    const last = run.at(-1) ?? word;
    const written = text.slice(word.start, last.end);
    if (entry.onlyCapitals && written !== written.toUpperCase()) continue;
    return { long: entry.long, taken: entry.short.length };
  }
  return null;
}
