import { setTimeout as sleep } from 'node:timers/promises';

/** Shows “typing…” by `show` while `work` runs, again every `everyMs`. Failures to show it do not matter. */
export async function whileTyping<Result>(
  show: (ended: AbortSignal) => Promise<unknown>,
  everyMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const { signal } = done;
  const showAgain = async () => {
    while (!signal.aborted) {
      await show(signal).catch(() => undefined);
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const showing = showAgain();
  try {
    return await work();
  } finally {
    done.abort();
    await showing;
  }
}
