import { setImmediate } from 'node:timers/promises';

/** What may pass until whoever waits for an answer comes between, in milliseconds. */
const SLICE_MS = 5;

/** Does long work in slices, between which everything else goes on. `work` stops wherever it may be interrupted. */
export async function gently<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    await setImmediate();
    const until = performance.now() + SLICE_MS;
    let step = work.next();
    while (step.done !== true && performance.now() < until) step = work.next();
    if (step.done === true) return step.value;
  }
}
