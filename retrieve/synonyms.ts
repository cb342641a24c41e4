import synonyms from '../data/synonyms.json' with { type: 'json' };
import { isSyllable, sameSpelling } from '../vietnamese/syllable.ts';
import { type IndexedSyllable, indexedSyllables, terms } from '../vietnamese/terms.ts';

/** An entry of `data/synonyms.json`. */
export type SynonymEntry = {
  /** How people say it. */
  readonly everyday: readonly string[];
  /** How the law says it. */
  readonly legal: readonly string[];
  /** `toLegal`: asked in everyday words, found in those of the law; `both`: the other way too. */
  readonly works: 'toLegal' | 'both';
  /** Of its phrases those that read as other words without diacritics: "tù" as "từ", "thuê đất" as "thuế đất". */
  readonly accented?: readonly string[];
  /** Some of its legal words stand in laws that the sample corpora do not have. */
  readonly elsewhere?: boolean;
};

/** A phrase of a question and what else the documents may call it. */
export type SynonymTerms = {
  /** Place of its first syllable among the question's, and one past its last. */
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
  readonly alternatives: readonly {
    readonly phrase: string;
    /** As in `terms`: folded syllables and pairs. */
    readonly terms: readonly string[];
  }[];
};

type Phrase = {
  readonly written: string;
  readonly syllables: readonly { readonly folded: string; readonly spelled: string }[];
  readonly needsDiacritics: boolean;
  readonly alternatives: readonly string[];
};

const byFirst = new Map<string, readonly Phrase[]>();
for (const phrase of readPhrases(synonyms.synonyms as readonly SynonymEntry[])) {
  const first = phrase.syllables[0]?.folded ?? '';
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), phrase].sort((a, b) => b.syllables.length - a.syllables.length),
  );
}

const termsOf = new Map<string, readonly string[]>();

/**
 * For each phrase of a question that has synonyms, the terms of its alternatives; the longest phrase first, and no
 * syllable in two phrases. A question without any diacritics is read folded, but for phrases that would then be
 * something else.
 */
export function synonymsOf(syllables: readonly IndexedSyllable[]): readonly SynonymTerms[] {
  const spelled = syllables.map(({ written }) => sameSpelling(written));
  const found: SynonymTerms[] = [];
  for (let at = 0; at < syllables.length; ) {
    const phrases = (byFirst.get(syllables[at]?.folded ?? '') ?? []).filter((phrase) =>
      stands(phrase, syllables, spelled, at),
    );
    const length = phrases[0]?.syllables.length;
    if (length === undefined) {
      at += 1;
      continue;
    }
    const alternatives = phrases
      .filter((phrase) => phrase.syllables.length === length)
      .flatMap((phrase) => phrase.alternatives);
    // One without alternatives still keeps its syllables: in "chữa bệnh nhân đạo" there is no bệnh nhân.
    if (alternatives.length > 0) {
      found.push({
        from: at,
        to: at + length,
        phrase: phrases[0]?.written ?? '',
        alternatives: [...new Set(alternatives)].map((phrase) => ({ phrase, terms: phraseTerms(phrase) })),
      });
    }
    at += length;
  }
  return found;
}

/** Whether a phrase stands at this place of a question. */
function stands(
  phrase: Phrase,
  syllables: readonly IndexedSyllable[],
  spelled: readonly string[],
  at: number,
): boolean {
  return phrase.syllables.every((wanted, offset) => {
    const syllable = syllables[at + offset];
    if (syllable?.folded !== wanted.folded || (offset > 0 && !syllable.joined)) return false;
    const own = spelled[at + offset] ?? '';
    if (own === wanted.spelled) return true;
    // Without its marks a syllable may be the one that is meant; with others it is not.
    return !phrase.needsDiacritics && own === wanted.folded;
  });
}

function readPhrases(entries: readonly SynonymEntry[]): readonly Phrase[] {
  return entries.flatMap((entry) => [
    ...entry.everyday.map((written) => readPhrase(entry, written, entry.legal)),
    ...(entry.works === 'both' ? entry.legal : []).map((written) =>
      readPhrase(entry, written, entry.everyday),
    ),
  ]);
}

function readPhrase(
  { accented = [] }: SynonymEntry,
  written: string,
  alternatives: readonly string[],
): Phrase {
  const syllables = indexedSyllables(written).map((syllable) => ({
    folded: syllable.folded,
    spelled: sameSpelling(syllable.written),
  }));
  const [only] = syllables.length === 1 ? syllables : [];
  return {
    written,
    syllables,
    // One bare syllable is too many words at once: "luong" is lương, lượng, lường.
    needsDiacritics: accented.includes(written) || (only !== undefined && isSyllable(only.spelled)),
    // A text that holds "trọng tài thương mại" holds "trọng tài" too: such a one would only narrow the question.
    alternatives: alternatives.filter((other) => !holds(other, syllables)),
  };
}

function holds(other: string, phrase: Phrase['syllables']): boolean {
  const folded = (all: readonly { readonly folded: string }[]) =>
    `_${all.map((one) => one.folded).join('_')}_`;
  return folded(indexedSyllables(other)).includes(folded(phrase));
}

function phraseTerms(phrase: string): readonly string[] {
  const known = termsOf.get(phrase) ?? [...new Set(terms(phrase))];
  termsOf.set(phrase, known);
  return known;
}
