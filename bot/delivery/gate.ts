/** Lets so many through at a time. */
export type Gate = {
  /** Resolves when there is room; what it answers makes room again, however often it is called. */
  readonly enter: () => Promise<() => void>;
};

/**
 * @param most inside at a time
 * @param companyAfterMs whoever is inside is joined by another only after that long: who is quick needs no company, and where a
 *   process is killed less is under way
 */
export function createGate(most: number, companyAfterMs = 0): Gate {
  let inside = 0;
  let enteredAt = Number.NEGATIVE_INFINITY;
  let isTimed = false;
  const waiting: (() => void)[] = [];

  const look = () => {
    isTimed = false;
    admit();
  };
  const admit = () => {
    while (waiting.length > 0 && inside < most) {
      const early = inside === 0 ? 0 : enteredAt + companyAfterMs - performance.now();
      if (early > 0) {
        if (!isTimed) setTimeout(look, early);
        isTimed = true;
        return;
      }
      inside += 1;
      enteredAt = performance.now();
      waiting.shift()?.();
    }
  };

  return {
    async enter() {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      admit();
      await promise;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        inside -= 1;
        admit();
      };
    },
  };
}
