import { indexedSyllables } from './terms.ts';

const keys = new Map<string, string>();
/** The names of posts, grades and classes repeat from person to person; free text does not, and must not pile up. */
const KEPT = 20_000;

/**
 * The form in which names are compared: abbreviations written out, folded, lý as lí, one space between syllables and no
 * punctuation: `Chủ tịch UBND xã` and `chu tich uy ban nhan dan xa` → `chu tich uy ban nhan dan xa`. Remembers what it was
 * asked, so asking again costs a look-up.
 */
export function nameKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = indexedSyllables(text)
    .map(({ folded }) => folded)
    .join(' ');
  if (keys.size >= KEPT) keys.clear();
  keys.set(text, key);
  return key;
}
