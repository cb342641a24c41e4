import { isSyllable } from '../syllable.ts';
import { SYLLABLE_RANK } from './commonSyllables.ts';
import { decode } from './decode.ts';
import type { LegacyEncoding } from './encoding.ts';

/** `unicode`: the text is good as it stands. */
export type Reading = 'unicode' | LegacyEncoding;

/**
 * What it costs to believe that these letters were meant, roughly in nats. The distances matter, not the figures: a word
 * that everyone writes, one that spelling allows, a word of another language, none at all.
 */
const COST = { common: 0, known: 0.4, spelled: 1.6, bullet: 0.8, western: 2.6, none: 4.5, sign: 6 } as const;

/** Letters that only Vietnamese Unicode has; no byte of legacy text shows as one. */
const PROPER = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]|\p{M}/u;
/** Signs that stand in no word of any language, yet are letters of TCVN3, VPS and VISCII: "ch¸u", "B¸", "§iÒu". */
const SIGN_IN_WORD =
  /\p{L}[\u0080-\u009F\u00A1-\u00A9\u00AC-\u00AF\u00B1\u00B4-\u00B6\u00B8\u00BC-\u00BF\u00D7\u00F7ƒ†‡‰•˜]|[\u0080-\u009F\u00A1-\u00A9\u00AC-\u00B9\u00BB-\u00BF\u00D7\u00F7ƒ†‡‰•˜]\p{L}/u;
const SIGN = /[\u0080-\u009F\u00A1-\u00BF\u00D7\u00F7]/u;
const PRIVATE = /[\uF020-\uF0FF]/u;
/** "régime", "Größe", "São", "Übung": few accents, none of them a capital inside. */
const WESTERN = /^(?=(?:[^A-Za-z]*[A-Za-z]){2})(?:\p{Lu}?[a-zß-öø-ÿœ]+|[A-ZÀ-ÖØ-ÞŒ]+)$/u;

function costOfWord(word: string, isUnicode: boolean): number {
  if (/^[A-Za-z]*$/.test(word)) return 0;
  const lower = word.toLowerCase();
  const rank = SYLLABLE_RANK.get(lower);
  if (rank !== undefined) return rank < 500 ? COST.common : COST.known;
  if (isSyllable(lower)) return COST.spelled;
  // Abbreviations have no vowels to judge by: "ĐT", "NĐ", "HĐND".
  if (/^[A-ZĐ]+$/.test(word)) return isUnicode ? 0 : COST.known;
  const accents = word.match(/[^A-Za-z]/gu)?.length ?? 0;
  if (isUnicode && accents * 2 <= word.length && WESTERN.test(word)) return COST.western;
  return COST.none;
}

/** One case in a word, or a capital first letter: what else is written looks like a wrong table. */
function oddCase(word: string): boolean {
  const rest = word.slice(1);
  return (
    rest !== rest.toLowerCase() && word !== word.toUpperCase() && /^\p{Lu}?\p{Ll}*[^A-Za-z\P{Lu}]/u.test(word)
  );
}

function costOf(chunk: string, reading: Reading): number {
  const text = reading === 'unicode' ? chunk.normalize('NFC') : decode(chunk, reading);
  let cost = 0;
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    cost += costOfWord(word, reading === 'unicode');
    if (oddCase(word)) cost += 1.5;
  }
  if (reading !== 'unicode') {
    // Nothing was decoded, or Unicode was decoded as if it were bytes.
    if (PROPER.test(chunk)) cost += COST.none;
  } else if (PRIVATE.test(chunk)) cost += chunk.length > 1 ? COST.none : COST.bullet;
  if (SIGN_IN_WORD.test(text)) cost += COST.sign;
  else if (SIGN.test(text)) cost += 0.5;
  return cost;
}

/** Words that hang together by spaces that do not break, or no words at all: nothing is learnt from them. */
const LONGEST = 60;
/** For each reading. */
const MOST_KNOWN = 50_000;

/** Remembers what it found: a document repeats its words. */
export class Judge {
  readonly #known = new Map<Reading, Map<string, number>>();

  /** What it costs to read `chunk` (no white space) so; 0 for plain ASCII. */
  cost(chunk: string, reading: Reading): number {
    if (chunk.length > LONGEST) return COST.none;
    let costs = this.#known.get(reading);
    if (costs === undefined) {
      costs = new Map();
      this.#known.set(reading, costs);
    }
    const known = costs.get(chunk);
    if (known !== undefined) return known;
    const cost = costOf(chunk, reading);
    if (costs.size > MOST_KNOWN) costs.clear();
    costs.set(chunk, cost);
    return cost;
  }
}
