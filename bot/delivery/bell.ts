/** Wakes one who waits. A ring that nobody hears is kept for the next one who listens. */
export type Bell = {
  readonly ring: () => void;
  /** Rings after that many seconds, unless it is muffled before. */
  readonly ringIn: (seconds: number) => void;
  /** Resolves at a ring, or after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Ends all that was set, and rings. */
  readonly muffle: () => void;
};

/** Longer waits are looked up in the database when they are over. */
const LONGEST_SECONDS = 3600;

export function createBell(): Bell {
  let hasRung = false;
  let heard: (() => void) | null = null;
  const timers = new Set<NodeJS.Timeout>();
  const ring = () => {
    hasRung = true;
    heard?.();
  };
  const after = (milliseconds: number, act: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, milliseconds);
    timers.add(timer);
    return timer;
  };
  return {
    ring,
    ringIn(seconds) {
      if (seconds < LONGEST_SECONDS) after(Math.max(0, seconds) * 1000, ring).unref();
    },
    async wait(milliseconds) {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = after(milliseconds, resolve);
          heard = () => {
            clearTimeout(timer);
            timers.delete(timer);
            resolve();
          };
        });
      }
      heard = null;
      hasRung = false;
    },
    muffle() {
      ring();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
