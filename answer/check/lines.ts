import type { Clause } from './clauses.ts';
import type { Word } from './word.ts';
import { alignWords, type LineWord, lineOf, type WordAlignment } from './wordAlignment.ts';
import { type Held, heldBy } from './words.ts';

/** A line of a provision, what leads in to it first, as a sentence is laid along it. */
export type WrittenLine = {
  readonly clauses: readonly Clause[];
  /** The texts of its stretches: lead-ins from the outermost, then its clauses. */
  readonly texts: readonly string[];
  readonly words: readonly LineWord[];
  /** Where each stretch begins among the words. */
  readonly starts: readonly number[];
  readonly held: Held;
  readonly above: Held;
};

/** The lines of the clauses of a provision. */
export function writtenLines(clauses: readonly Clause[]): readonly WrittenLine[] {
  const own = clauses.filter(({ kind }) => kind === 'own');
  const lines = Map.groupBy(own, ({ source, labels, above, leads }) =>
    [source.id, ...labels, ...above.slice(0, leads).slice(-2)].join('|'),
  );
  return [...lines.values()].map((line) => {
    const [first] = line;
    const leads = (first?.above.slice(0, first.leads) ?? []).toReversed();
    const texts = [...leads, ...line.map(({ text }) => text)];
    const words = lineOf(texts, leads.length);
    const starts = texts.map((_text, stretch) => words.findIndex((word) => word.stretch >= stretch));
    return {
      clauses: line,
      texts,
      words,
      starts,
      held: heldBy(texts),
      above: heldBy(first?.above.slice(first.leads) ?? []),
    };
  });
}

export type LaidAlong = { readonly line: WrittenLine; readonly alignment: WordAlignment };

/** Lines that hold fewer of a sentence's words are not asked. */
const ASKED = 6;
/** A line as good as this beside the best may be the one that is meant. */
const NEAR_BEST = 0.95;

/** The lines that say most closely what a sentence says, best first. */
export function closestLines(words: readonly Word[], lines: readonly WrittenLine[]): readonly LaidAlong[] {
  const share = ({ held: { singles } }: WrittenLine): number =>
    words.reduce((sum, { key, weight }) => sum + (singles.has(key) ? weight : 0), 0);
  const laid = lines
    .map((line) => ({ line, share: share(line) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, ASKED)
    .map(({ line }) => ({ line, alignment: alignWords(words, line.words) }))
    .sort((a, b) => b.alignment.score - a.alignment.score);
  const best = laid[0]?.alignment.score ?? 0;
  return laid.filter(({ alignment }) => alignment.score >= NEAR_BEST * best);
}
