import type { Citation } from '../domain/citation.ts';
import type { Explanation, FactorExplanation, TermExplanation } from '../retrieve/explanation.ts';
import type { Hit } from '../retrieve/search.ts';
import { isDefinitionTerm } from '../vietnamese/definitions.ts';
import { indexedSyllables } from '../vietnamese/terms.ts';
import { cleanText } from '../vietnamese/text.ts';
import { questionWords } from './questionWords.ts';

/** A word of the question, or one that stands for it, that a passage holds. */
export type ReasonWord = {
  /** As people write it: `bồi dưỡng`. */
  readonly word: string;
  readonly origin: TermExplanation['origin'];
  /** Its part of what all words brought the passage, 0–1. */
  readonly share: number;
  readonly places: readonly Place[];
};

/** Where a word stands; `definition`: the passage says what it is. */
export type Place = 'heading' | 'body' | 'title' | 'definition';

/** Why a passage ranked where it did, short enough to travel with an answer. */
export type Reason = {
  /** Heaviest first, at most `MOST_WORDS`. */
  readonly words: readonly ReasonWord[];
  /** Words of the question that the passage does not hold, rarest first. */
  readonly absent: readonly string[];
  /** Those that raised or lowered the score. */
  readonly factors: readonly FactorExplanation[];
  /** Comparable only within one answer. */
  readonly score: number;
};

/** More words than this tell a reader nothing; the command line shows every term. */
const MOST_WORDS = 12;
const MOST_ABSENT = 6;
/** A factor that changes less than this share of a score says nothing. */
const NOTICEABLE = 0.03;

/** What `reasonOf` needs beside the explanation. */
export type ReasonSource = {
  readonly question: string;
  /** The question's content terms, as `search` returns them. */
  readonly weights: ReadonlyMap<string, number>;
  /** What the passage says, its headings and the title of its document. */
  readonly passage: readonly string[];
};

/** A hit with the words of it that an answer quotes. */
export type CitedHit = { readonly hit: Hit; readonly citation: Citation };

/** Why each of these stands in an answer, by its citation. */
export function reasonsOf(
  cited: readonly CitedHit[],
  asked: Pick<ReasonSource, 'question' | 'weights'>,
): ReadonlyMap<Citation, Reason> {
  return new Map(
    cited.map(({ hit, citation }) => {
      const passage = [hit.text, hit.heading, hit.title];
      return [citation, reasonOf(hit.explanation, { ...asked, passage })];
    }),
  );
}

/** Puts the terms of an explanation together into words, with their diacritics, and keeps what counts. */
export function reasonOf(explanation: Explanation, { question, weights, passage }: ReasonSource): Reason {
  const { terms, factors, score } = explanation;
  const written = writtenForms(question, passage);
  const words = questionWords(terms, (term) => weights.has(term));
  const total = terms.reduce((sum, term) => sum + term.score, 0);
  const held = words
    .filter((word) => word.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_WORDS)
    .map(
      ({ term, origin, score: points, heading, body, title }): ReasonWord => ({
        word: written(term),
        origin,
        share: round(points / total),
        places: isDefinitionTerm(term)
          ? ['definition']
          : [
              ...(heading ? ['heading' as const] : []),
              ...(body ? ['body' as const] : []),
              ...(title ? ['title' as const] : []),
            ],
      }),
    );
  const absent = words
    // A word that was only added (a synonym) is not missed.
    .filter((word) => word.score === 0 && word.origin === 'asked' && word.content)
    .sort((a, b) => a.passages - b.passages)
    .slice(0, MOST_ABSENT)
    .map(({ term }) => written(term));
  return {
    words: held,
    absent,
    factors: factors
      .filter(({ times }) => Math.abs(times - 1) >= NOTICEABLE)
      .map(({ factor, value, times }) => ({ factor, value: round(value), times: round(times) })),
    score: round(score),
  };
}

/**
 * How a term of the index is written (`dao_tao` → `đào tạo`): as the question has it where it was typed with
 * diacritics, else as the passage mostly has it, else without them. A definition is written as what it defines.
 */
export function writtenForms(question: string, passage: readonly string[]): (term: string) => string {
  const asked = formsOf([question]);
  const accented = /[^\p{ASCII}\p{P}\p{S}\s]/u.test(cleanText(question));
  const said = formsOf(passage);
  const known = (term: string) =>
    (accented ? asked.get(term) : undefined) ?? said.get(term) ?? asked.get(term);
  return (term) => {
    if (!isDefinitionTerm(term)) return known(term) ?? term.replaceAll('_', ' ');
    const syllables = term.slice(1).split('_');
    // Two neighbours leave less doubt about the diacritics of a syllable than the syllable itself.
    return syllables
      .map((syllable, at) => {
        const withNext = known(`${syllable}_${syllables[at + 1]}`)?.split(' ')[0];
        const withPrevious = known(`${syllables[at - 1]}_${syllable}`)?.split(' ')[1];
        return withNext ?? withPrevious ?? known(syllable) ?? syllable;
      })
      .join(' ');
  };
}

/** The most frequent written form of each term in these texts. */
function formsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const add = (term: string, form: string) => {
    const forms = counts.get(term) ?? new Map<string, number>();
    counts.set(term, forms.set(form, (forms.get(form) ?? 0) + 1));
  };
  for (const text of texts) {
    let previous: { readonly written: string; readonly folded: string } | null = null;
    for (const syllable of indexedSyllables(text)) {
      add(syllable.folded, syllable.written);
      if (syllable.joined && previous !== null) {
        add(`${previous.folded}_${syllable.folded}`, `${previous.written} ${syllable.written}`);
      }
      previous = syllable;
    }
  }
  const mostFrequent = (forms: ReadonlyMap<string, number>) =>
    [...forms].reduce((best, form) => (form[1] > best[1] ? form : best))[0];
  return new Map([...counts].map(([term, forms]) => [term, mostFrequent(forms)]));
}

/** Three digits after the point are more than a reader sees. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
