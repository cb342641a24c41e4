import { LEGACY_ENCODINGS, type LegacyEncoding } from './encoding.ts';
import type { Judge, Reading } from './judge.ts';

/** Letters between white space, ASCII punctuation and figures, of which at least one is no ASCII letter. */
export type Chunk = {
  readonly text: string;
  /** Counts up with each paragraph. */
  readonly paragraph: number;
  /** What its font lets one expect. */
  readonly hint: LegacyEncoding | null;
};

/** What it costs to go from one reading to another: within a paragraph, between paragraphs, between kinds of fonts. */
const SWITCH = { within: 5, paragraph: 3, font: 1.5 } as const;
/** A legacy reading has to earn this once for each document, by words that are none as they stand. */
const LEAST_WORDS = 3;
const CLEAR = 2;
/** No document that people write has so many different words with diacritics; to judge more is lost time. */
const MOST_WORDS = 30_000;

/**
 * The encodings for which the document has evidence: several different words that are no words as they stand and
 * become words in it. Empty for good text. `different`: the texts of its chunks.
 */
export function candidates(different: readonly string[], judge: Judge): readonly LegacyEncoding[] {
  if (different.length > MOST_WORDS) return [];
  const suspicious = different.filter((text) => judge.cost(text, 'unicode') > CLEAR);
  if (suspicious.length === 0) return [];
  const least = Math.min(LEAST_WORDS, Math.max(1, Math.ceil(different.length * 0.75)));
  return LEGACY_ENCODINGS.filter((encoding) => {
    let words = 0;
    for (const text of suspicious) {
      const cost = judge.cost(text, encoding);
      if (cost < CLEAR && judge.cost(text, 'unicode') - cost > CLEAR) words += 1;
    }
    return words >= least;
  });
}

function bias(reading: Reading, hint: LegacyEncoding | null): number {
  if (reading === hint) return 0;
  if (reading === 'unicode') return hint === null ? 0 : 0.5;
  return hint === null ? 0.3 : 1.2;
}

/**
 * Whether `readings` would find nothing but good text, told without going that way: no stretch of the document gains by
 * another reading what it costs to go over to it and back. `order`: the document's chunks, which have no hints, by their
 * places in `different`. May say no of text that is good.
 */
export function isGoodThroughout(
  different: readonly string[],
  order: readonly number[],
  encodings: readonly LegacyEncoding[],
  judge: Judge,
): boolean {
  const gains = different.map((text) => {
    const cheapest = Math.min(
      ...encodings.map((encoding) => judge.cost(text, encoding) + bias(encoding, null)),
    );
    return judge.cost(text, 'unicode') - cheapest;
  });
  // At the beginning there is nothing to come from, and at the end nothing to go back to.
  let all = 0;
  let stretch = 0;
  let least = 0;
  for (const place of order) {
    const gain = gains[place] ?? 0;
    all += gain;
    stretch = Math.max(0, stretch + gain);
    least = Math.min(least, all);
    if (all >= SWITCH.paragraph || stretch >= SWITCH.paragraph * 2) return false;
  }
  return all < 0 && all - least < SWITCH.paragraph;
}

function priceOf(before: Chunk, chunk: Chunk): number {
  if (before.hint !== chunk.hint) return SWITCH.font;
  return before.paragraph !== chunk.paragraph ? SWITCH.paragraph : SWITCH.within;
}

/**
 * How each chunk is to be read: the cheapest way through the document, in which a reading lasts for a stretch (Viterbi).
 * `encodings`: those that may come in it.
 */
export function readings(
  chunks: readonly Chunk[],
  encodings: readonly LegacyEncoding[],
  judge: Judge,
): readonly Reading[] {
  const states: readonly Reading[] = ['unicode', ...encodings];
  const count = states.length;
  let total = new Float64Array(count);
  let next = new Float64Array(count);
  const from = new Uint8Array(chunks.length * count);
  const costs = new Map<string, readonly number[]>();
  let before: Chunk | null = null;
  // Plain loops over figures: a long document has some hundred thousand chunks.
  for (const [at, chunk] of chunks.entries()) {
    const price = before === null ? 0 : priceOf(before, chunk);
    let cheapest = 0;
    for (let index = 1; index < count; index += 1)
      if ((total[index] ?? 0) < (total[cheapest] ?? 0)) cheapest = index;
    const switched = (total[cheapest] ?? 0) + price;
    let own = costs.get(chunk.text);
    if (own === undefined) {
      own = states.map((state) => judge.cost(chunk.text, state));
      costs.set(chunk.text, own);
    }
    for (let index = 0; index < count; index += 1) {
      const stayed = total[index] ?? 0;
      const stays = stayed <= switched;
      from[at * count + index] = stays ? index : cheapest;
      next[index] =
        (stays ? stayed : switched) + (own[index] ?? 0) + bias(states[index] ?? 'unicode', chunk.hint);
    }
    [total, next] = [next, total];
    before = chunk;
  }
  const chosen = new Array<Reading>(chunks.length).fill('unicode');
  let state = total.indexOf(Math.min(...total));
  for (let at = chunks.length - 1; at >= 0; at -= 1) {
    chosen[at] = states[state] ?? 'unicode';
    state = from[at * count + state] ?? 0;
  }
  return chosen;
}
