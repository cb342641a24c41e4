/** Choices that repeat themselves for the same seed. */
export type Chance = {
  readonly happens: (share: number) => boolean;
  readonly among: <T>(values: readonly T[]) => T;
  readonly between: (from: number, to: number) => number;
};

/** Chance that repeats itself: mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    happens: (share) => next() < share,
    among: (values) => {
      const chosen = values[Math.floor(next() * values.length)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
    between: (from, to) => from + Math.floor(next() * (Math.max(from, to) - from + 1)),
  };
}
