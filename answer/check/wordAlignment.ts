import { placesAlike } from './sameMeaning.ts';
import { bare, spell } from './spell.ts';
import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

/** A word of a provision's line, and the stretch of it (a lead-in, a clause) to which it belongs. */
export type LineWord = Word & { readonly stretch: number; readonly isLead: boolean };

/** The words of texts that follow one another. */
export function lineOf(texts: readonly string[], leads = texts.length - 1): readonly LineWord[] {
  return texts.flatMap((text, stretch) =>
    wordsOf(text).map((word) => ({ ...word, stretch, isLead: stretch < leads })),
  );
}

/** For each word of a sentence the place in the line of the word that it tells, or `-1`; `score`: how closely, unbounded. */
export type WordAlignment = { readonly places: readonly number[]; readonly score: number };

/** What follows in the line what followed in the sentence is the surest. */
const NEXT = 0.25;
const SAME = 0.1;
/** A word left out costs little, a leap to another place more, one to another clause most. */
const SKIP = 0.02;
const NEAR = 10;
const LEAP = 0.55;
const CROSSING = 0.2;
const LEAD = 0.05;
const MISREAD = 0.9;
const ALIKE = 0.85;
/** Function words tell little of where a sentence is, those of order and limit a little more. */
const LEAST = 0.1;
const LIMITING = 0.2;
/** How many of the ways to read a sentence are followed. */
const WAYS = 100;

const LIMITERS: ReadonlySet<string> = new Set(
  (
    'không chưa chẳng chỉ trừ trước sau trong ngoài trên dưới đi đến mọi tự mình luôn cả miễn cấm ngoại riêng đều duy nhất tối đa thiểu ít ' +
    'nhiều hơn đã mới cũng từ'
  )
    .split(' ')
    .map(spell),
);

/** Words that set an order, a limit or a denial. */
const isLimiter = ({ key }: Word): boolean => LIMITERS.has(key);

type Place = { readonly at: number; readonly share: number };
type Way = { readonly score: number; readonly last: Step | null };
type Step = { readonly word: number; readonly place: number; readonly before: Step | null };

/** Lays a sentence along a line of a provision word by word: in the same order where it can be, by words of the same meaning too. */
export function alignWords(
  words: readonly Word[],
  line: readonly LineWord[],
  pinned: { readonly word: number; readonly at: number } | null = null,
): WordAlignment {
  const places = placesOf(words, line).map((own, word) =>
    word === pinned?.word ? [{ at: pinned.at, share: 1 }] : own,
  );
  let ways: ReadonlyMap<number, Way> = new Map([[-1, { score: 0, last: null }]]);
  for (const [at, word] of words.entries()) {
    const options = places[at] ?? [];
    if (options.length === 0) continue;
    const next = new Map(at === pinned?.word ? [] : ways);
    const worth = Math.max(word.weight, isLimiter(word) ? LIMITING : LEAST);
    const scale = at === pinned?.word ? 1 : Math.max(0.3, Math.min(1, word.weight + 0.2));
    const surest = [...ways]
      .map(([from, way], order) => ({ from, way, order }))
      .sort((a, b) => b.way.score - a.way.score);
    for (const { at: place, share } of options) {
      let best: { readonly score: number; readonly way: Way; readonly order: number } | null = null;
      for (const { from, way, order } of surest) {
        // No step is worth more: none that follows can be better.
        if (best !== null && way.score + scale * NEXT < best.score) break;
        const score = way.score + scale * stepValue(from, place, line);
        if (best === null || score > best.score || (score === best.score && order < best.order))
          best = { score, way, order };
      }
      if (best === null) continue;
      const score = best.score + worth * share - (line[place]?.isLead === true ? LEAD : 0);
      if ((next.get(place)?.score ?? Number.NEGATIVE_INFINITY) < score)
        next.set(place, { score, last: { word: at, place, before: best.way.last } });
    }
    ways = promising(next);
  }
  let best: Way = { score: 0, last: null };
  for (const way of ways.values()) if (way.score > best.score) best = way;
  const found = words.map(() => -1);
  for (let step = best.last; step !== null; step = step.before) found[step.word] = step.place;
  return { places: found, score: best.score };
}

/** A way that is worse by more than a leap costs is never the best: from the best one could leap to where it stands. */
function promising(ways: ReadonlyMap<number, Way>): ReadonlyMap<number, Way> {
  const best = Math.max(...[...ways.values()].map(({ score }) => score));
  const near = [...ways].filter(([, { score }]) => score >= best - LEAP - CROSSING - NEXT);
  return new Map(near.length <= WAYS ? near : near.sort((a, b) => b[1].score - a[1].score).slice(0, WAYS));
}

function stepValue(from: number, place: number, line: readonly LineWord[]): number {
  if (from === -1) return 0;
  const distance = place - from;
  const crossing = line[from]?.stretch === line[place]?.stretch ? 0 : CROSSING;
  if (distance === 1) return NEXT - crossing;
  if (distance === 0) return SAME;
  return (distance > 0 && distance <= NEAR ? -SKIP * distance : -LEAP) - crossing;
}

function placesOf(words: readonly Word[], line: readonly LineWord[]): readonly (readonly Place[])[] {
  const byKey = Map.groupBy(line.keys(), (at) => line[at]?.key ?? '');
  const byBare = Map.groupBy(line.keys(), (at) => bare(line[at]?.key ?? ''));
  const isSame = (word: number, place: number): boolean => {
    const [one, other] = [words[word], line[place]];
    return one !== undefined && other !== undefined && bare(one.key) === bare(other.key);
  };
  const places = words.map((word, at): Place[] => {
    const same = (byKey.get(word.key) ?? []).map((place) => ({ at: place, share: 1 }));
    if (same.length > 0 || word.weight === 0) return same;
    return (byBare.get(bare(word.key)) ?? [])
      .filter((place) => isSame(at + 1, place + 1) || isSame(at - 1, place - 1))
      .map((place) => ({ at: place, share: MISREAD }));
  });
  const alike = placesAlike(words, line);
  return places.map((own, word) => {
    const known = new Set(own.map(({ at }) => at));
    const more = [...(alike[word] ?? [])].filter((at) => !known.has(at));
    return [...own, ...more.map((at) => ({ at, share: ALIKE }))];
  });
}
