import { sameSpelling } from './syllable.ts';
import { fold } from './text.ts';

/**
 * Which syllables follow each other in the language of law and administration, and how usual that is: 1 (seen) to
 * 4 (all over). `#` stands for a number.
 */
export type SyllablePairs = {
  /** 0 where the pair was not seen. Case and the place of the tone mark do not matter. */
  readonly rank: (first: string, second: string) => number;
  /** How many different syllables were seen after `syllable`, and before it: much for "các", little for "thành". */
  readonly after: (syllable: string) => number;
  readonly before: (syllable: string) => number;
  /** Whether the syllable is part of any pair. */
  readonly knows: (syllable: string) => boolean;
  /** Known syllables with the same letters once all marks are taken off. */
  readonly alike: (folded: string) => readonly string[];
};

const key = (syllable: string) => (/^\d+$/.test(syllable) ? '#' : sameSpelling(syllable));

/** Reads `first:usual ones|…|…|rare ones` lines. */
export function syllablePairs(text: string): SyllablePairs {
  const ranks = new Map<string, number>();
  const known = new Map<string, string>();
  const after = new Map<string, number>();
  const before = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [first = '', rest = ''] = line.normalize('NFC').split(':');
    for (const [index, group] of rest.split('|').entries()) {
      for (const second of group.split(' ').filter((word) => word !== '')) {
        after.set(key(first), (after.get(key(first)) ?? 0) + 1);
        before.set(key(second), (before.get(key(second)) ?? 0) + 1);
        ranks.set(`${key(first)} ${key(second)}`, 4 - index);
        for (const syllable of [first, second]) if (syllable !== '#') known.set(key(syllable), syllable);
      }
    }
  }
  const alike = Map.groupBy(known.values(), fold);
  return {
    rank: (first, second) => ranks.get(`${key(first)} ${key(second)}`) ?? 0,
    after: (syllable) => after.get(key(syllable)) ?? 0,
    before: (syllable) => before.get(key(syllable)) ?? 0,
    knows: (syllable) => known.has(key(syllable)),
    alike: (folded) => alike.get(folded) ?? [],
  };
}
