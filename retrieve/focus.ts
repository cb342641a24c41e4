import type { PassageText } from '../store/passages/candidates.ts';
import { sameSpelling } from '../vietnamese/syllable.ts';
import { indexedSyllables } from '../vietnamese/terms.ts';
import { cleanText, fold } from '../vietnamese/text.ts';
import { wantedSyllables } from '../vietnamese/wantedSyllables.ts';
import type { Expectation } from './expectation.ts';

/** How closely the words of a question stand together in a passage. */
export type Focus = {
  /** Share of the question (by weight, 0–1) that one line holds together with its lead-in and the headings above it. */
  readonly share: number;
  /**
   * Whether that line shows what the question expects (a figure with its unit, a date), or even settles it (a
   * definition); `missing`: no line of the passage shows it.
   */
  readonly expected: 'no' | 'missing' | 'shown' | 'settled';
  /** Share (by weight, 0–1) of the words that the passage holds which carry the question's diacritics too; 1 for a question without any. */
  readonly agrees: number;
};

/** A word in the heading above, or in the title of the document, counts nearly as much as in the line itself, one in its lead-in less. */
const NEARNESS = { line: 1, heading: 0.9, leadIn: 0.8, title: 0.9 };

/** What is read of a passage to see how closely it fits. */
type Readable = Pick<PassageText, 'text' | 'heading' | 'title'>;

/**
 * Finds the line of a passage that holds most of the question. A long passage holds many words by chance, scattered
 * over its khoản; the one that answers holds them together. Made once for a question, used for all its passages.
 * @param weights the question's content terms and their weights
 */
export function focusFinder(
  weights: ReadonlyMap<string, number>,
  expectation: Expectation | null,
  spellings: Spellings = new Map(),
): (passage: Readable) => Focus {
  const asked = sum(weights.values());
  if (asked === 0) return () => ({ share: 0, expected: 'no', agrees: 1 });
  const reader = wantedTerms(weights, spellings);
  return (passage) => focusOf(passage, weights, asked, expectation, reader());
}

function focusOf(
  passage: Readable,
  weights: ReadonlyMap<string, number>,
  asked: number,
  expectation: Expectation | null,
  wanted: TermReader,
): Focus {
  const around = new Map<string, number>();
  for (const term of wanted.in(passage.title)) around.set(term, NEARNESS.title);
  for (const term of wanted.in(passage.heading.replaceAll(' · ', '.\n'))) around.set(term, NEARNESS.heading);
  let leadIn: ReadonlySet<string> = new Set();
  let shownSomewhere = false;
  let best: Omit<Focus, 'agrees'> = { share: 0, expected: 'no' };
  const folded = expectation === null ? null : fold(passage.text).split('\n');
  for (const [at, line] of passage.text.split('\n').entries()) {
    const own = wanted.in(line);
    let held = 0;
    for (const term of own) held += NEARNESS.line * (weights.get(term) ?? 0);
    for (const [term, nearness] of around) if (!own.has(term)) held += nearness * (weights.get(term) ?? 0);
    for (const term of leadIn) {
      if (!own.has(term) && !around.has(term)) held += NEARNESS.leadIn * (weights.get(term) ?? 0);
    }
    const shown = expectation?.shownBy(folded?.[at] ?? '') === true;
    const focus = {
      share: held / asked,
      expected: shown ? (expectation.settles ? 'settled' : 'shown') : 'no',
    } as const;
    if (worth(focus) > worth(best)) best = focus;
    if (line.trimEnd().endsWith(':')) leadIn = own;
    shownSomewhere ||= shown;
  }
  const agrees = wanted.agreement();
  return expectation === null || shownSomewhere
    ? { ...best, agrees }
    : { ...best, expected: 'missing', agrees };
}

/** What showing the expected is worth, in shares of the question; a passage about the thing that never says how much is less of an answer. */
const EXPECTED: Readonly<Record<Focus['expected'], number>> = {
  no: 0,
  missing: -0.1,
  shown: 0.1,
  settled: 0.4,
};

/** How much of an answer a line is: the share it holds, and more when it shows what was expected. */
export function worth({ share, expected }: Pick<Focus, 'share' | 'expected'>): number {
  return share + EXPECTED[expected];
}

/** How a question with diacritics writes its syllables, by their folded form. */
export type Spellings = ReadonlyMap<string, ReadonlySet<string>>;

/** The spellings of a question's syllables that carry diacritics; one without may have lost them, and says nothing. */
export function spellingsOf(question: string): Spellings {
  const clean = cleanText(question);
  const found = new Map<string, Set<string>>();
  for (const { folded, written } of indexedSyllables(clean)) {
    if (fold(written) === written) continue;
    found.set(folded, (found.get(folded) ?? new Set()).add(sameSpelling(written)));
  }
  return found;
}

/** Finds in the texts of one passage those of their terms that are wanted. */
type TermReader = {
  readonly in: (text: string) => ReadonlySet<string>;
  /** Of all that was found so far, the share that is written as the question writes it. */
  readonly agreement: () => number;
};

/** A reader for each passage; terms that are not wanted, nearly all, are never made. */
function wantedTerms(weights: ReadonlyMap<string, number>, spellings: Spellings): () => TermReader {
  const followers = new Map<string, Map<string, string>>();
  for (const term of weights.keys()) {
    const [first = '', second] = term.split('_');
    if (second === undefined) continue;
    const known = followers.get(first) ?? new Map<string, string>();
    followers.set(first, known.set(second, term));
  }
  const eachSyllable = wantedSyllables(new Set([...weights.keys()].flatMap((term) => term.split('_'))));
  const spelled = new Map<string, boolean>();
  const agrees = (folded: string, written: string): boolean => {
    const known = spelled.get(written);
    if (known !== undefined) return known;
    const same = spellings.get(folded)?.has(sameSpelling(written)) ?? true;
    spelled.set(written, same);
    return same;
  };
  return () => {
    const held = new Set<string>();
    const agreeing = new Set<string>();
    const readLine = (text: string): ReadonlySet<string> => {
      const found = new Set<string>();
      let previous: ReadonlyMap<string, string> | undefined;
      let previousAgrees = true;
      const add = (term: string, same: boolean) => {
        found.add(term);
        held.add(term);
        if (same) agreeing.add(term);
      };
      eachSyllable(text, (folded, joined, code, written) => {
        if (code !== undefined && weights.has(code)) add(code, true);
        const following = followers.get(folded);
        const pair = joined ? previous?.get(folded) : undefined;
        const asked = weights.has(folded);
        const same = asked || following !== undefined || pair !== undefined ? agrees(folded, written) : true;
        if (asked) add(folded, same);
        if (pair !== undefined) add(pair, same && previousAgrees);
        previous = following;
        previousAgrees = same;
      });
      return found;
    };
    const agreement = () => {
      const all = sum([...held].map((term) => weights.get(term) ?? 0));
      return all === 0 ? 1 : sum([...agreeing].map((term) => weights.get(term) ?? 0)) / all;
    };
    return { in: readLine, agreement };
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
