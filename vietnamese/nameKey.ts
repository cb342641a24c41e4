import { indexedSyllables } from './terms.ts';

const keys = new Map<string, string>();
/** The names of posts, grades and classes repeat from person to person; free text does not, and must not pile up. */
const KEPT = 20_000;

/** How offices shorten the first word of a position. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ['ct', 'chu tich'],
  ['pct', 'pho chu tich'],
  ['bt', 'bi thu'],
  ['pbt', 'pho bi thu'],
  ['gd', 'giam doc'],
  ['pgd', 'pho giam doc'],
  ['ptp', 'pho truong phong'],
  ['ht', 'hieu truong'],
  ['pht', 'pho hieu truong'],
]);

/**
 * The form in which names are compared: abbreviations written out, folded, lý as lí, one space between syllables and no
 * punctuation: `Chủ tịch UBND xã` and `chu tich uy ban nhan dan xa` → `chu tich uy ban nhan dan xa`. Remembers what it was
 * asked, so asking again costs a look-up.
 */
export function nameKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const [first = '', ...rest] = indexedSyllables(text).map(({ folded }) => folded);
  // Only before other words: alone, and elsewhere in a text, they mean many things.
  const head = rest.length > 0 ? (HEADS.get(first) ?? first) : first;
  const key = [head, ...rest].join(' ');
  if (keys.size >= KEPT) keys.clear();
  keys.set(text, key);
  return key;
}
