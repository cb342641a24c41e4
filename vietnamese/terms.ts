import { abbreviationAt } from './abbreviations.ts';
import { findCodes, mayHoldCode } from './codes.ts';
import { parseRoman } from './roman.ts';
import { cleanText, syllables } from './text.ts';

/**
 * The terms of a text in the form in which it is indexed: each folded syllable (`dao`), and each pair of neighbours
 * within a clause (`dao_tao`), abbreviations written out, the code of a post or grade as one term more
 * (`v.10.10.34`), and `hạng II` as `hạng 2`. A Vietnamese word is mostly two syllables: the pairs carry
 * the meaning, and with them the diacritics can be folded away at almost no cost.
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  let previous: string | null = null;
  for (const { folded, joined, code } of indexedSyllables(text)) {
    if (code !== undefined) found.push(code);
    found.push(folded);
    if (joined && previous !== null) found.push(`${previous}_${folded}`);
    previous = folded;
  }
  return found;
}

/** A syllable as it is indexed; `joined` as in `Syllable`. */
export type IndexedSyllable = {
  readonly written: string;
  readonly folded: string;
  readonly joined: boolean;
  /** On the first syllable of a code, the whole of it in its one form: a term of its own. */
  readonly code?: string;
};

/** Words after which a Roman numeral counts. Elsewhere `vi`, `xi` and `i` are Vietnamese or a list's letter. */
export const COUNTED: ReadonlySet<string> = new Set([
  'hang',
  'loai',
  'cap',
  'bac',
  'nhom',
  'vung',
  'vuc',
  'qui',
  'chuong',
  'phan',
  'muc',
  'luc',
  'khoa',
]);

/**
 * The syllables of a text in order, with abbreviations written out. A code is cut into its groups however it was
 * typed: `v101034` gives `v`, `10`, `10`, `34`.
 */
export function indexedSyllables(text: string): IndexedSyllable[] {
  const clean = cleanText(text);
  const words = syllables(clean);
  const codes = mayHoldCode(clean) ? findCodes(clean) : [];
  const found: IndexedSyllable[] = [];
  let nextCode = 0;
  for (let index = 0; index < words.length; ) {
    const word = words[index];
    if (word === undefined) break;
    const code = codes[nextCode];
    if (code !== undefined && word.start >= code.start) {
      nextCode += 1;
      for (const [place, part] of code.canonical.split('.').entries()) {
        const syllable = { written: part, folded: part, joined: place === 0 && word.joined };
        found.push(place === 0 ? { ...syllable, code: code.canonical } : syllable);
      }
      while ((words[index]?.start ?? code.end) < code.end) index += 1;
      continue;
    }
    const numeral =
      word.joined && COUNTED.has(words[index - 1]?.folded ?? '') ? smallRoman(word.folded) : null;
    if (numeral !== null) {
      found.push({ written: word.written, folded: numeral, joined: true });
      index += 1;
      continue;
    }
    const abbreviation = abbreviationAt(clean, words, index);
    if (abbreviation === null) {
      found.push({ written: word.written, folded: word.folded, joined: word.joined });
      index += 1;
      continue;
    }
    for (const [offset, syllable] of abbreviation.long.entries()) {
      found.push(offset === 0 ? { ...syllable, joined: word.joined } : syllable);
    }
    index += abbreviation.taken;
  }
  return found;
}

/** `ii` → `2`; `null` for what is no numeral of I, V and X: `nhóm C` is a letter. */
function smallRoman(folded: string): string | null {
  if (!/^[ivx]+$/.test(folded)) return null;
  const value = parseRoman(folded);
  return value === null ? null : String(value);
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
