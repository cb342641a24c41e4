import type { Candidate, PassageText } from '../store/passages/candidates.ts';
import { expectationOf } from './expectation.ts';
import { type Focus, focusFinder, spellingsOf } from './focus.ts';
import { scoreWords } from './score.ts';
import type { WeightedQuestion } from './weigh.ts';
import type { Weights } from './weights.ts';

/** Something that raised or lowered a score. */
export type Factor = { readonly factor: FactorName; readonly value: number; readonly times: number };

export type FactorName =
  | 'heading_fit'
  | 'definition'
  | 'issued'
  | 'provision'
  | 'in_force'
  | 'focus'
  | 'expected'
  | 'diacritics'
  | 'document'
  | 'vector';

/** A passage, whether it is in force on the day asked for, and what raised or lowered it. */
export type Ranked = Candidate & {
  readonly inForce: boolean | null;
  /** Comparable only within one search. */
  readonly score: number;
  readonly bm25: number;
  readonly factors: readonly Factor[];
};

/** What a passage says, and how closely the question's words stand together in it. */
export type LookedText = PassageText & { readonly focus: Focus };

/** A passage whose lines were looked at. */
export type Looked = Ranked & LookedText;

/** First look: by the counts of words that the index keeps. */
export function rankByWords(
  candidates: readonly (Candidate & { readonly inForce: boolean | null })[],
  question: WeightedQuestion,
  weights: Weights,
): readonly Ranked[] {
  return candidates
    .map((candidate) => {
      const { bm25, headingFit, defines } = scoreWords(candidate, question, weights);
      const factors: Factor[] = [
        { factor: 'heading_fit', value: headingFit, times: 1 + weights.headingFit * headingFit },
        { factor: 'definition', value: defines, times: 1 + weights.definition * defines },
        ...standing(candidate, weights),
      ];
      return { ...candidate, bm25, factors, score: product(bm25, factors) };
    })
    .sort(bestFirst);
}

/** Looks line by line at those passages that are worth it. */
export function lookAtLines(
  texts: ReadonlyMap<number, PassageText>,
  worthIt: ReadonlySet<number>,
  question: WeightedQuestion,
): ReadonlyMap<number, LookedText> {
  const expectation = expectationOf(question.text);
  const focusOf = focusFinder(contentWeights(question), expectation, spellingsOf(question.text));
  return new Map(
    [...texts].map(([passageId, text]) => {
      const focus = worthIt.has(passageId) ? focusOf(text) : NOT_LOOKED_AT;
      return [passageId, { ...text, focus }];
    }),
  );
}

/** Changes no score. */
const NOT_LOOKED_AT: Focus = { share: 0, expected: 'no', agrees: 1 };

/** Second look: by what their lines hold. A passage without a text was removed since it was found. */
export function rankByLines(
  ranked: readonly Ranked[],
  texts: ReadonlyMap<number, LookedText>,
  weights: Weights,
): readonly Looked[] {
  const looked = ranked.flatMap((passage) => {
    const text = texts.get(passage.passageId);
    if (text === undefined) return [];
    const { focus } = text;
    const shown = focus.expected === 'shown' || focus.expected === 'settled';
    const factors: Factor[] = [
      ...passage.factors,
      { factor: 'focus', value: focus.share, times: 1 + weights.focus * focus.share },
      { factor: 'diacritics', value: focus.agrees, times: 1 - weights.diacritics * (1 - focus.agrees) },
      { factor: 'expected', value: shown ? 1 : 0, times: shown ? 1 + weights.shown : 1 },
    ];
    return [{ ...passage, ...text, factors, score: product(passage.bm25, factors) }];
  });
  // What was not looked at stays behind what was, in the order of the first look.
  const unseen = (passage: Looked) => Number(passage.focus === NOT_LOOKED_AT);
  return withNeighbours(looked, weights).sort((a, b) => unseen(a) - unseen(b) || bestFirst(a, b));
}

/** Raises passages whose document has another one that fits: what a document is about, it says more than once. */
function withNeighbours(looked: readonly Looked[], weights: Weights): Looked[] {
  const top = Math.max(...looked.map(({ score }) => score));
  const byDocument = Map.groupBy(looked, ({ directiveId }) => directiveId);
  return looked.map((passage) => {
    const others = (byDocument.get(passage.directiveId) ?? []).filter((other) => other !== passage);
    const value = top > 0 ? Math.max(0, ...others.map(({ score }) => score)) / top : 0;
    const factors: Factor[] = [
      ...passage.factors,
      { factor: 'document', value, times: 1 + weights.document * value },
    ];
    return { ...passage, factors, score: product(passage.bm25, factors) };
  });
}

/** The content terms of a question and what each counts when a passage is asked how much of it it holds. */
export function contentWeights({ terms }: WeightedQuestion): ReadonlyMap<string, number> {
  return new Map(terms.flatMap(({ term, share, content }) => (content ? [[term, share]] : [])));
}

function standing(
  { kind, provisionId, inForce }: Candidate & { readonly inForce: boolean | null },
  weights: Weights,
): readonly Factor[] {
  const issued = kind === 'issued';
  // The head of a directive repeats its title and rules nothing.
  const within = !issued || provisionId !== null;
  return [
    { factor: 'issued', value: issued ? 1 : 0, times: issued ? 1 : weights.press },
    { factor: 'provision', value: within ? 1 : 0, times: within ? 1 : weights.outsideProvisions },
    {
      factor: 'in_force',
      value: inForce === false ? 0 : 1,
      times: inForce === false ? weights.notInForce : 1,
    },
  ];
}

function product(score: number, factors: readonly Factor[]): number {
  return factors.reduce((sum, { times }) => sum * times, score);
}

/** Equal scores keep the order of storing, so that the same question always gets the same list. */
function bestFirst(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.passageId - b.passageId;
}
