import { terms } from '../vietnamese/terms.ts';
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

/** A word in the heading above counts nearly as much as in the line itself, one in its lead-in less, one in the title of the document least. */
const NEARNESS = { line: 1, heading: 0.9, leadIn: 0.8, title: 0.9 };

/**
 * The line of a passage that holds most of the question. A long passage holds many words by chance, scattered over
 * its khoản; the one that answers holds them together.
 * @param weights the question's content terms and their weights
 */
export function focusOf(
  passage: { readonly text: string; readonly heading: string; readonly title: string },
  weights: ReadonlyMap<string, number>,
  expectation: Expectation | null,
): Focus {
  const asked = sum(weights.values());
  if (asked === 0) return { share: 0, expected: 'no' };
  const heading = new Set(terms(passage.heading.replaceAll(' · ', '.\n')));
  const title = new Set(terms(passage.title));
  let leadIn = new Set<string>();
  let shownSomewhere = false;
  let best: Focus = { share: 0, expected: 'no' };
  for (const line of passage.text.split('\n')) {
    const own = new Set(terms(line));
    let held = 0;
    for (const [term, weight] of weights) {
      if (own.has(term)) held += weight * NEARNESS.line;
      else if (heading.has(term)) held += weight * NEARNESS.heading;
      else if (leadIn.has(term)) held += weight * NEARNESS.leadIn;
      else if (title.has(term)) held += weight * NEARNESS.title;
    }
    const shown = expectation?.shownBy(line) === true;
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

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
