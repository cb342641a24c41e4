/** Lets so many through at a time. */
export type Gate = {
  /** Resolves when there is room; what it answers makes room again, however often it is called. */
  readonly enter: () => Promise<() => void>;
};

export function createGate(most: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) inside -= 1;
    else next();
  };
  return {
    async enter() {
      if (inside < most) inside += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let left = false;
      return () => {
        if (!left) leave();
        left = true;
      };
    },
  };
}
