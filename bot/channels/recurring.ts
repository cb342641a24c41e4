/** What happens again and again beside something else. */
export type Recurring = {
  /** Lets it happen no more, and waits for what of it is under way. */
  readonly end: () => Promise<void>;
};

/**
 * Calls `act` after `firstMs`, and again each time after as many milliseconds as it answers; `null`: not again. `act` must not throw.
 * What is ended before the first time costs one timer: nearly every answer is there sooner than anything is shown of it.
 */
export function recurring(firstMs: number, act: (ended: AbortSignal) => Promise<number | null>): Recurring {
  let isOver = false;
  let underway: { readonly controller: AbortController; readonly done: Promise<void> } | null = null;
  let timer: NodeJS.Timeout;
  const wait = (milliseconds: number) => {
    timer = setTimeout(begin, milliseconds);
    timer.unref();
  };
  const begin = () => {
    const controller = new AbortController();
    const done = act(controller.signal).then((next) => {
      underway = null;
      if (next !== null && !isOver) wait(next);
    });
    underway = { controller, done };
  };
  wait(firstMs);
  return {
    async end() {
      isOver = true;
      clearTimeout(timer);
      underway?.controller.abort();
      await underway?.done;
    },
  };
}
