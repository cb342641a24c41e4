import { indexedForm, isFoldedSyllable } from '../../vietnamese/syllable.ts';
import { fold, foldSyllable } from '../../vietnamese/text.ts';

/** A syllable that may have been meant, and how unlikely the slip is that made another of it (0 is the likeliest). */
export type Reading = { readonly written: string; readonly folded: string; readonly cost: number };

/** Costs of slips beside each other, in units of log probability. */
const SLIP = {
  transposed: 0,
  doubled: 0,
  soundsAlike: 0,
  neighbourKey: 0,
  missing: 1,
  strayNeighbour: 0.7,
  strayToneKey: 0.3,
  stray: 1.5,
  otherKey: 2,
  /** In addition, where a letter with marks goes: it took several keys. */
  marked: 1.5,
} as const;

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** How far each row is shifted to the right of the top one, in keys. */
const ROW_SHIFT = [0, 0.25, 0.75];
const LETTERS = [...'abcdeghiklmnopqrstuvxy'];

const places = new Map(
  KEY_ROWS.flatMap((row, y) => [...row].map((key, x) => [key, { x: x + (ROW_SHIFT[y] ?? 0), y }] as const)),
);

function areNeighbours(one: string, other: string): boolean {
  const a = places.get(one);
  const b = places.get(other);
  return a !== undefined && b !== undefined && one !== other && Math.hypot(a.x - b.x, a.y - b.y) < 1.3;
}

/** Beginnings and ends that sound alike in one region or another, or that two spellings share. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['s', 'x'],
  ['ch', 'tr'],
  ['d', 'gi', 'r', 'v'],
  ['n', 'l'],
  ['c', 'k', 'qu'],
  ['g', 'gh'],
  ['ng', 'ngh'],
  ['i', 'y'],
];
const ENDS: readonly (readonly string[])[] = [
  ['n', 'ng', 'nh'],
  ['t', 'c', 'ch'],
  ['i', 'y'],
];
/** What may follow a beginning for it to be the whole beginning: `c` of `ca`, not of `ch`. */
const VOWEL = /^[aeiouy]/;
/** Letters of the longest syllable: nghiêng. */
const LONGEST = 7;

/**
 * The syllables from which one slip of the fingers or of the ear makes this one. The marks of the letters that stay
 * are kept. Each indexed form once, likeliest first.
 */
export function slips(written: string): readonly Reading[] {
  const letters = [...written.normalize('NFC').toLowerCase()];
  if (letters.length > LONGEST + 1) return [];
  const plain = letters.map((letter) => fold(letter));
  const best = new Map<string, Reading>();
  const self = foldSyllable(written);
  const add = (from: number, to: number, put: readonly string[], cost: number, putPlain = put) => {
    const folded = indexedForm(spliced(plain, from, to, putPlain));
    if (folded === null || folded === self) return;
    if (cost >= (best.get(folded)?.cost ?? Number.POSITIVE_INFINITY)) return;
    best.set(folded, { written: spliced(letters, from, to, put), folded, cost });
  };
  for (const [at, letter] of plain.entries()) {
    const marked = letter === letters[at] ? 0 : SLIP.marked;
    add(at, at + 1, [], strayCost(plain, at, marked));
    const swapped = letters.slice(at, at + 2).reverse();
    if (swapped.length === 2) {
      add(at, at + 2, swapped, SLIP.transposed, plain.slice(at, at + 2).reverse());
    }
    for (const key of LETTERS) {
      add(at, at + 1, [key], marked + (areNeighbours(letter, key) ? SLIP.neighbourKey : SLIP.otherKey));
    }
  }
  for (let at = 0; at <= letters.length; at += 1) {
    for (const key of LETTERS) add(at, at, [key], SLIP.missing);
  }
  const text = plain.join('');
  for (const group of BEGINNINGS) {
    for (const from of group) {
      if (!text.startsWith(from) || !VOWEL.test(text.slice(from.length))) continue;
      for (const to of group) if (to !== from) add(0, from.length, [...to], SLIP.soundsAlike);
    }
  }
  for (const group of ENDS) {
    for (const from of group) {
      const at = text.length - from.length;
      if (at < 1 || !text.endsWith(from) || !/[aeiouy]$/.test(text.slice(0, at))) continue;
      for (const to of group) if (to !== from) add(at, text.length, [...to], SLIP.soundsAlike);
    }
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost || (a.folded < b.folded ? -1 : 1));
}

function spliced(letters: readonly string[], from: number, to: number, put: readonly string[]): string {
  return [...letters.slice(0, from), ...put, ...letters.slice(to)].join('');
}

function strayCost(plain: readonly string[], at: number, marked: number): number {
  const letter = plain[at] ?? '';
  const beside = [plain[at - 1] ?? '', plain[at + 1] ?? ''];
  if (beside.includes(letter)) return SLIP.doubled;
  if (/[sfrxjwz]/.test(letter) && at > 0) return SLIP.strayToneKey;
  return marked + (beside.some((other) => areNeighbours(letter, other)) ? SLIP.strayNeighbour : SLIP.stray);
}

/** No more syllables than this are looked for in one word: "daotaoboiduong". */
const MOST_PARTS = 4;

/** The ways to cut a word into two to four syllables, fewest first. */
export function cuts(written: string): readonly (readonly string[])[] {
  const letters = [...written];
  const from = (start: number, left: number): string[][] => {
    const found: string[][] = [];
    for (let end = start + 1; end <= letters.length; end += 1) {
      const part = letters.slice(start, end).join('');
      if (part.length > LONGEST) break;
      if (!isFoldedSyllable(part) || (part.length === 1 && !isFirstLetter(part, start))) continue;
      if (end === letters.length) found.push([part]);
      else if (left > 1) found.push(...from(end, left - 1).map((rest) => [part, ...rest]));
    }
    return found;
  };
  return from(0, MOST_PARTS)
    .filter((parts) => parts.length > 1)
    .sort((a, b) => a.length - b.length)
    .slice(0, 24);
}

/** Of the syllables of one letter, these begin words: y tế, ở đâu, ô tô. */
function isFirstLetter(part: string, start: number): boolean {
  return start === 0 && /^[oy]$/.test(fold(part));
}
