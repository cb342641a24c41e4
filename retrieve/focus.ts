import type { PassageText } from '../store/passages/candidates.ts';
import { eachIndexedSyllable } from '../vietnamese/terms.ts';
import { fold } from '../vietnamese/text.ts';
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
};

/** A word in the heading above, or in the title of the document, counts nearly as much as in the line itself, one in its lead-in less. */
const NEARNESS = { line: 1, heading: 0.9, leadIn: 0.8, title: 0.9 };

/**
 * The line of a passage that holds most of the question. A long passage holds many words by chance, scattered over
 * its khoản; the one that answers holds them together.
 * @param weights the question's content terms and their weights
 */
export function focusOf(
  passage: Pick<PassageText, 'text' | 'heading' | 'title'>,
  weights: ReadonlyMap<string, number>,
  expectation: Expectation | null,
): Focus {
  const asked = sum(weights.values());
  if (asked === 0) return { share: 0, expected: 'no' };
  const wanted = wantedTerms(weights);
  const around = new Map<string, number>();
  for (const term of wanted.in(passage.title)) around.set(term, NEARNESS.title);
  for (const term of wanted.in(passage.heading.replaceAll(' · ', '.\n'))) around.set(term, NEARNESS.heading);
  let leadIn: ReadonlySet<string> = new Set();
  let shownSomewhere = false;
  let best: Focus = { share: 0, expected: 'no' };
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
    const focus: Focus = {
      share: held / asked,
      expected: shown ? (expectation.settles ? 'settled' : 'shown') : 'no',
    };
    if (worth(focus) > worth(best)) best = focus;
    if (line.trimEnd().endsWith(':')) leadIn = own;
    shownSomewhere ||= shown;
  }
  return expectation === null || shownSomewhere ? best : { ...best, expected: 'missing' };
}

/** What showing the expected is worth, in shares of the question; a passage about the thing that never says how much is less of an answer. */
const EXPECTED: Readonly<Record<Focus['expected'], number>> = {
  no: 0,
  missing: -0.1,
  shown: 0.1,
  settled: 0.4,
};

/** How much of an answer a line is: the share it holds, and more when it shows what was expected. */
export function worth({ share, expected }: Focus): number {
  return share + EXPECTED[expected];
}

/** Finds in a text those of its terms that are wanted; the others, nearly all, are never made. */
function wantedTerms(weights: ReadonlyMap<string, number>): {
  readonly in: (text: string) => ReadonlySet<string>;
} {
  const followers = new Map<string, Map<string, string>>();
  for (const term of weights.keys()) {
    const [first = '', second] = term.split('_');
    if (second === undefined) continue;
    const known = followers.get(first) ?? new Map<string, string>();
    followers.set(first, known.set(second, term));
  }
  return {
    in: (text) => {
      const found = new Set<string>();
      let previous: ReadonlyMap<string, string> | undefined;
      eachIndexedSyllable(text, (folded, joined, code) => {
        if (code !== undefined && weights.has(code)) found.add(code);
        if (weights.has(folded)) found.add(folded);
        const pair = joined ? previous?.get(folded) : undefined;
        if (pair !== undefined) found.add(pair);
        previous = followers.get(folded);
      });
      return found;
    },
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
