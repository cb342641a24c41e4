import { abbreviationStarts, mayBeginAbbreviation } from './abbreviations.ts';
import { mayHoldCode } from './codes.ts';
import { COUNTED, indexedSyllables } from './terms.ts';
import { fold, joins, spelling } from './text.ts';

/** `joined`: nothing but a space or a hyphen parts it from the syllable visited before. `written` is in any case. */
type Visit = (folded: string, joined: boolean, code: string | undefined, written: string) => void;

/**
 * Reads lines for a few syllables, as `indexedSyllables` cuts them: those that are wanted are visited, others may be.
 * A search reads some ten thousand words to find a hundred: each word is told by a number that is made letter by letter,
 * and only what may be wanted is cut out and folded. `line` has to be clean.
 */
export function wantedSyllables(wanted: ReadonlySet<string>): (line: string, visit: Visit) => void {
  const marked = markedKeys(wanted);
  return (line, visit) => {
    const found = findMarked(line, marked);
    if (found === null) {
      for (const { folded, joined, code, written } of indexedSyllables(line))
        visit(folded, joined, code, written);
      return;
    }
    for (const { folded, joined, written } of found) visit(folded, joined, undefined, written);
  };
}

type Found = { readonly folded: string; readonly joined: boolean; readonly written: string };

/** The words of a line that may be wanted; `null` where words are not what they seem: abbreviations, codes, numerals. */
function findMarked(line: string, marked: Uint8Array): readonly Found[] | null {
  const found: Found[] = [];
  let previousStart = -1;
  let previousEnd = -1;
  let previousFound = false;
  let figures = 0;
  for (let at = 0; at < line.length; ) {
    const start = at;
    let key = 0;
    let unusual = 0;
    let numeral = 1;
    for (; at < line.length; at += 1) {
      const letter = LETTERS[line.charCodeAt(at)] ?? 0;
      if (letter === OUTSIDE) break;
      key = (Math.imul(key, 31) + letter) | 0;
      unusual |= letter & UNUSUAL;
      numeral &= NUMERAL[letter] ?? 0;
      if (letter >= FIRST_FIGURE && letter < UNUSUAL) figures += 1;
    }
    if (at === start) {
      at += 1;
      continue;
    }
    // Letters outside the tables may be halves of others or join with marks: such a line is cut with all care.
    if (unusual !== 0) return null;
    const isMarked = marked[key & MASK] === 1;
    const joined = (isMarked || numeral === 1) && previousEnd !== -1 && joins(line, previousEnd, start);
    if (numeral === 1 && joined && COUNTED.has(spelling(line.slice(previousStart, previousEnd)).folded))
      return null;
    if (isMarked) {
      const written = line.slice(start, at);
      const { folded } = spelling(written);
      if (mayBeginAbbreviation(folded, written, line.slice(at, at + LONGEST_BEGINNING))) return null;
      found.push({ folded, joined: joined && previousFound, written });
    }
    previousFound = isMarked;
    previousStart = start;
    previousEnd = at;
  }
  return figures > 2 && mayHoldCode(line) ? null : found;
}

const OUTSIDE = 0;
/** Marks what has no place in the tables: other scripts, combining marks, halves of surrogate pairs. */
const UNUSUAL = 64;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const FIRST_FIGURE = 1 + ALPHABET.indexOf('0');

/** For each UTF-16 unit the place of its folded letter in the alphabet, from 1. */
const LETTERS = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return UNUSUAL;
  if (!/[\p{L}\p{M}\p{N}]/u.test(character)) return OUTSIDE;
  const folded = fold(character);
  const place = folded.length === 1 ? ALPHABET.indexOf(folded) : -1;
  return place === -1 ? UNUSUAL : place + 1;
});
/** 1 for the letters of small Roman numerals. */
const NUMERAL = Uint8Array.from({ length: 256 }, (_, letter) =>
  'ivx'.includes(ALPHABET[letter - 1] ?? '-') ? 1 : 0,
);
const MASK = 0xffff;
/** As much as a short form may need to be told by its second syllable. */
const LONGEST_BEGINNING = 12;

function keyOf(folded: string): number {
  let key = 0;
  for (const character of folded) key = (Math.imul(key, 31) + ALPHABET.indexOf(character) + 1) | 0;
  return key & MASK;
}

/** Several words share a number now and then: what is marked is looked at again. */
function markedKeys(wanted: ReadonlySet<string>): Uint8Array {
  const marked = new Uint8Array(MASK + 1);
  for (const folded of [...wanted, ...abbreviationStarts()]) {
    marked[keyOf(folded)] = 1;
    // Indexed with i, written with y as well.
    if (folded.endsWith('i')) marked[keyOf(`${folded.slice(0, -1)}y`)] = 1;
  }
  return marked;
}
