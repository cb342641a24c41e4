import { abbreviationAt } from './abbreviations.ts';
import { cleanText, syllables } from './text.ts';

/**
 * The terms of a text in the form in which it is indexed: each folded syllable (`dao`), and each pair of neighbours
 * within a clause (`dao_tao`), abbreviations written out. A Vietnamese word is mostly two syllables: the pairs carry
 * the meaning, and with them the diacritics can be folded away at almost no cost.
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  let previous: string | null = null;
  for (const { folded, joined } of indexedSyllables(text)) {
    found.push(folded);
    if (joined && previous !== null) found.push(`${previous}_${folded}`);
    previous = folded;
  }
  return found;
}

/** A syllable as it is indexed; `joined` as in `Syllable`. */
export type IndexedSyllable = { readonly written: string; readonly folded: string; readonly joined: boolean };

/** The syllables of a text in order, with abbreviations written out. */
export function indexedSyllables(text: string): IndexedSyllable[] {
  const clean = cleanText(text);
  const words = syllables(clean);
  const found: IndexedSyllable[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index];
    if (word === undefined) break;
    const abbreviation = abbreviationAt(clean, words, index);
    if (abbreviation === null) {
      found.push({ written: word.written, folded: word.folded, joined: word.joined });
      index += 1;
      continue;
    }
    for (const [offset, syllable] of abbreviation.long.entries()) {
      found.push({ ...syllable, joined: offset === 0 ? word.joined : true });
    }
    index += abbreviation.taken;
  }
  return found;
}

/** How often each term stands in a text. */
export function termCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Whether a term is a pair of syllables. */
export function isPair(term: string): boolean {
  return term.includes('_');
}
