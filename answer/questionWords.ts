import type { TermExplanation } from '../retrieve/explanation.ts';
import { isDefinitionTerm } from '../vietnamese/definitions.ts';
import { isPair as isNeighbours } from '../vietnamese/terms.ts';

/** A word of a question: a pair of syllables, a syllable that belongs to none, or a definition that it asks for. */
export type QuestionWord = Pick<TermExplanation, 'term' | 'origin' | 'passages' | 'score'> & {
  readonly heading: boolean;
  readonly body: boolean;
  readonly title: boolean;
  readonly content: boolean;
};

/** A pair whose syllables stand together less often than this is an accident of the question ("tiết năm"). */
const LEAST_COHESION = 0.05;

/**
 * The words of a question out of its terms. Every two neighbours of it are a term (`boi_duong`, `duong_cong`,
 * `cong_chuc`), and a reader knows only some of them as words: those whose syllables mostly stand together in the
 * corpus. What the others brought is shared out to the words that they join, so that the sum stays.
 * @param isContent whether a term says what is asked about
 */
export function questionWords(
  terms: readonly TermExplanation[],
  isContent: (term: string) => boolean,
): readonly QuestionWord[] {
  const known = new Map(terms.map((term) => [term.term, term]));
  const wordOf = new Map<string, string>();
  const words = new Map<string, QuestionWord>();
  const put = (term: TermExplanation, content: boolean) => {
    const { term: name, origin, passages, score, title } = term;
    const places = { heading: term.heading > 0, body: term.body > 0, title };
    words.set(name, { term: name, origin, passages, score, ...places, content });
  };

  const pairs = terms
    .filter(({ term }) => isPair(term))
    .map((pair) => ({ pair, sides: sidesOf(pair.term), cohesion: cohesion(pair, known) }))
    .filter(({ sides: [a, b], cohesion }) => {
      // Of words that the passage holds nothing of, any two neighbours read better than their syllables one by one.
      const joins = cohesion >= LEAST_COHESION || (!holds(known, a) && !holds(known, b));
      return joins && isContent(a) === isContent(b);
    })
    .sort((a, b) => b.cohesion - a.cohesion);
  for (const { pair, sides } of pairs) {
    if (sides.some((side) => wordOf.has(side))) continue;
    // Where only halves of a word stand in the passage, they stand there as other words.
    for (const side of sides) wordOf.set(side, pair.score > 0 || !holds(known, side) ? pair.term : side);
    put(pair, isContent(pair.term) || sides.some(isContent));
  }
  for (const term of terms) {
    if (isPair(term.term)) continue;
    if (isDefinitionTerm(term.term)) {
      put(term, false);
      continue;
    }
    const word = words.get(wordOf.get(term.term) ?? '');
    if (word === undefined) put(term, isContent(term.term));
    else words.set(word.term, { ...word, score: word.score + term.score });
  }
  for (const pair of terms) {
    if (!isPair(pair.term) || words.has(pair.term) || pair.score === 0) continue;
    const joined = [...new Set(sidesOf(pair.term).map((side) => wordOf.get(side) ?? side))].filter((word) =>
      words.has(word),
    );
    if (joined.length === 0) put(pair, isContent(pair.term));
    for (const name of joined) {
      const word = words.get(name);
      if (word !== undefined) words.set(name, { ...word, score: word.score + pair.score / joined.length });
    }
  }
  return [...words.values()];
}

function isPair(term: string): boolean {
  return isNeighbours(term) && !isDefinitionTerm(term);
}

function sidesOf(pair: string): readonly [string, string] {
  const [first = '', second = ''] = pair.split('_');
  return [first, second];
}

function holds(known: ReadonlyMap<string, TermExplanation>, term: string): boolean {
  return (known.get(term)?.score ?? 0) > 0;
}

/** How much of the passages that hold the rarer of two syllables hold them side by side, 0–1. */
function cohesion(pair: TermExplanation, known: ReadonlyMap<string, TermExplanation>): number {
  const either = sidesOf(pair.term).map((side) => known.get(side)?.passages ?? pair.passages);
  return pair.passages / Math.max(Math.min(...either), 1);
}
