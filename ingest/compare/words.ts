import { diffArrays } from 'diff';

/** A run of words of two texts: in both, only in the newer, or only in the older. */
export type WordChange = { readonly change: 'same' | 'added' | 'removed'; readonly text: string };

/** Past so many differences two texts have nothing to do with each other, and looking on takes ever longer. */
const MOST_EDITS = 4000;

/** How one text became the other, word by word; white space does not count. */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const [own, other] = [wordsOf(before), wordsOf(after)];
  const parts = diffArrays(own, other, { maxEditLength: MOST_EDITS });
  if (parts === undefined) {
    return [
      { change: 'removed', text: own.join(' ') },
      { change: 'added', text: other.join(' ') },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(' '),
  }));
}

/** How alike two texts are by their words, 0–1 (Dice). */
export function wordLikeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [word, count] of one) {
    shared += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 1 : (2 * shared) / all;
}

/** How often each word stands in a text, whatever its case and punctuation. */
export function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
