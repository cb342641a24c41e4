import { findNamedDocuments, type NamedDocument } from '../../retrieve/namedDocument.ts';
import { findNamedProvisions, type NamedProvision } from '../../retrieve/namedProvision.ts';
import { sameSpelling } from '../../vietnamese/syllable.ts';
import { type IndexedSyllable, indexedSyllables } from '../../vietnamese/terms.ts';
import { cleanText, fold, syllables } from '../../vietnamese/text.ts';
import {
  ASKED_FOR,
  type AskKind,
  COUNTED_UNITS,
  HEADS,
  isSafeFolded,
  type Phrase,
  phrasesFrom,
  standsFolded,
  TIME_UNITS,
} from './phrases.ts';

/** What is asked, and in which unit: `{ kind: 'count', unit: 'tuoi' }`. `unit` is `null` where the question leaves it open. */
export type Ask = { readonly kind: AskKind; readonly unit: string | null };

/** What a question says, taken apart so that two can be laid side by side. Folded or as written; see `readMeaning`. */
export type Meaning = {
  readonly asks: readonly Ask[];
  readonly must: boolean;
  readonly may: boolean;
  readonly negations: number;
  /** Each with the word that it counts or numbers, sorted: `nam:2027`. */
  readonly numbers: readonly string[];
  readonly documents: readonly NamedDocument[];
  readonly provisions: readonly NamedProvision[];
  /** Words that say what it is about, in their order. */
  readonly words: readonly string[];
  /** Words that may be left out without another meaning. */
  readonly light: readonly string[];
};

/** Written with marks, some seven in ten syllables of a Vietnamese text bear one; typed half with, half without them, fewer. */
const LEAST_MARKED = 0.4;

/** Whether a text is written with Vietnamese marks throughout. */
export function isAccented(text: string): boolean {
  const words = syllables(cleanText(text)).filter(({ written }) => /\p{L}/u.test(written));
  const marked = words.filter(({ written }) => /[^\p{ASCII}]/u.test(written)).length;
  return marked > 0 && marked >= LEAST_MARKED * words.length;
}

/** Whether a text asks something in so many words. */
export function isQuestion(text: string): boolean {
  if (/\?\s*$/.test(text)) return true;
  return readMeaning(text, !isAccented(text)).asks.some(({ kind }) => kind !== 'open');
}

/** Stands for a document in the words of a question. */
const DOCUMENT = 'vbx';

/** Numbers that the word before them says something of. */
const NUMBERED = new Set(
  'dieu khoan muc chuong phan nam thang ngay hang bac loai tuong nhom quy so phu luc cap khu doi giai'.split(
    ' ',
  ),
);
const YEAR = /^(?:19|20|21)\d\d$/;

/**
 * Takes a question apart.
 * @param folded reads it as if typed without marks: to be compared with one that was
 */
export function readMeaning(question: string, folded: boolean): Meaning {
  const clean = cleanText(question).replaceAll('%', ' phần trăm ').trim();
  const text = folded ? fold(clean) : clean;
  const { documents } = findNamedDocuments(text);
  // Where a document is named tells which of two it is that replaces the other.
  const unnamed = documents.reduce((left, { written }) => left.replace(written, ` ${DOCUMENT} `), text);
  const { provisions, rest } = findNamedProvisions(unnamed);
  const syllables = indexedSyllables(rest);
  const spelled = syllables.map(({ written, folded: plain }) => (folded ? plain : sameSpelling(written)));
  const asks: Ask[] = [];
  const words: string[] = [];
  const light: string[] = [];
  const numbers: string[] = [];
  let [must, may, negations] = [false, false, 0];
  for (let at = 0; at < syllables.length; ) {
    const here = syllables[at];
    if (here === undefined) break;
    const phrase = phrasesFrom(here.folded).find((one) => stands(one, syllables, spelled, at, folded));
    if (phrase === undefined) {
      // "1 lớp tối đa …" is any one of them.
      if (at === 0 && here.folded === '1' && !TIME_UNITS.has(syllables[1]?.folded ?? '')) light.push('mot');
      else if (/^\d/.test(here.folded)) numbers.push(numberAt(syllables, at));
      else if (here.folded !== 'nam' || !YEAR.test(syllables[at + 1]?.folded ?? '')) {
        words.push(spelled[at] ?? here.folded);
      }
      at += 1;
      continue;
    }
    const { meaning } = phrase;
    const next = at + phrase.syllables.length;
    if (meaning.role === 'ask') {
      const ask = askOf(meaning, syllables, at, next);
      asks.push(ask);
      at = next + unitLength(meaning.ask, syllables, next);
      continue;
    }
    if (meaning.role === 'must') must = true;
    if (meaning.role === 'may') may = true;
    if (meaning.role === 'not') {
      if (isParticle(phrase, syllables, spelled, next, folded)) asks.push({ kind: 'yes_no', unit: null });
      else negations += 1;
    }
    if (meaning.role === 'light') light.push(...meaning.words);
    if (meaning.role === 'word') words.push(...meaning.words);
    if (meaning.role === 'drop' && folded && !isSafeFolded(phrase)) light.push(here.folded);
    at = next;
  }
  const isOpen = asks.every(({ kind }) => kind === 'open');
  return {
    asks: asks.length === 0 ? [{ kind: 'open', unit: null }] : mainAsks(asks),
    must,
    may,
    negations,
    numbers: numbers.toSorted(),
    documents,
    provisions,
    words: isOpen ? [...words, ...light.filter((one) => ASKED_FOR.has(one))] : words,
    light: isOpen ? light.filter((one) => !ASKED_FOR.has(one)) : light,
  };
}

function stands(
  phrase: Phrase,
  syllables: readonly IndexedSyllable[],
  spelled: readonly string[],
  at: number,
  folded: boolean,
): boolean {
  if (folded && !standsFolded(phrase)) return false;
  return phrase.syllables.every((one, offset) => {
    const own = syllables[at + offset];
    if (own === undefined || (offset > 0 && !own.joined)) return false;
    return folded ? own.folded === one.folded : spelled[at + offset] === one.spelled;
  });
}

function askOf(
  { ask, unit }: { readonly ask: AskKind; readonly unit: string | null },
  syllables: readonly IndexedSyllable[],
  at: number,
  next: number,
): Ask {
  const behind = syllables[next];
  if (ask === 'count' && behind?.joined === true) {
    return TIME_UNITS.has(behind.folded)
      ? { kind: 'how_long', unit: behind.folded }
      : { kind: 'count', unit: COUNTED_UNITS.get(behind.folded) ?? behind.folded };
  }
  const asksForThing =
    ask === 'definition' &&
    HEADS.some((head) => head.every((word, offset) => syllables.slice(0, at)[offset]?.folded === word));
  return { kind: asksForThing ? 'open' : ask, unit };
}

/** How many syllables behind "bao nhiêu" are told by the ask already: its unit. */
function unitLength(ask: AskKind, syllables: readonly IndexedSyllable[], next: number): number {
  const [unit, behind] = [syllables[next], syllables[next + 1]];
  if (ask !== 'count' || unit?.joined !== true) return 0;
  if (unit.folded === 'phan' && behind?.folded === 'tram') return 2;
  return unit.folded !== 'phan' && (TIME_UNITS.has(unit.folded) || COUNTED_UNITS.has(unit.folded)) ? 1 : 0;
}

/** "Có được … không", and not "không được": nothing that says anything stands behind it in its clause. */
function isParticle(
  phrase: Phrase,
  syllables: readonly IndexedSyllable[],
  spelled: readonly string[],
  next: number,
  folded: boolean,
): boolean {
  if (phrase.syllables.length > 1) return false;
  for (let at = next; at < syllables.length; ) {
    const behind = syllables[at];
    if (behind === undefined || !behind.joined) return true;
    if (/^(?:va|hay|neu|khi|vi|trong)$/.test(behind.folded)) return true;
    const filler = phrasesFrom(behind.folded).find((one) => stands(one, syllables, spelled, at, folded));
    if (filler?.meaning.role !== 'drop') return false;
    at += filler.syllables.length;
  }
  return true;
}

/** What asks for a thing beside a plain question word ("cần bằng gì, thế nào") asks once. */
function mainAsks(asks: readonly Ask[]): readonly Ask[] {
  const distinct = asks.filter(
    (ask, at) => asks.findIndex(({ kind, unit }) => kind === ask.kind && unit === ask.unit) === at,
  );
  return distinct;
}

function numberAt(syllables: readonly IndexedSyllable[], at: number): string {
  const number = (syllables[at]?.folded ?? '').replace(/^0+(?=\d)/, '');
  if (YEAR.test(number)) return `nam:${number}`;
  const [before, behind] = [syllables[at - 1], syllables[at + 1]];
  if (before !== undefined && NUMBERED.has(before.folded)) return `${before.folded}:${number}`;
  return behind?.joined === true ? `${number}:${behind.folded}` : number;
}
