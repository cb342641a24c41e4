import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for `work`, but no longer than that; throws what `work` throws meanwhile. */
export async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const { signal } = done;
  await Promise.race([work, sleep(milliseconds, undefined, { signal }).catch(() => undefined)]);
  done.abort();
}
