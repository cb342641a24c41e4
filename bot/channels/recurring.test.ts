import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recurring } from './recurring.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what is ended before its first time never happens', async () => {
  const act = vi.fn(async () => 10);
  await recurring(100, act).end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(act).not.toHaveBeenCalled();
});

it('happens again after as long as it says, and no more once it says so', async () => {
  const waits = [10, 200, null];
  const act = vi.fn(async () => waits.shift() ?? null);
  recurring(100, act);
  for (const [after, times] of [
    [99, 0],
    [1, 1],
    [9, 1],
    [1, 2],
    [199, 2],
    [1, 3],
    [5000, 3],
  ] as const) {
    await vi.advanceTimersByTimeAsync(after);
    expect(act).toHaveBeenCalledTimes(times);
  }
});

it('its end is told to what is under way, and waits for it', async () => {
  const { promise: done, resolve: finish } = Promise.withResolvers<number>();
  let ended: AbortSignal | undefined;
  const showing = recurring(10, (signal) => {
    ended = signal;
    return done;
  });
  await vi.advanceTimersByTimeAsync(10);
  const over = vi.fn();
  const ending = showing.end().then(over);
  await vi.advanceTimersByTimeAsync(1000);
  expect([ended?.aborted, over.mock.calls.length]).toEqual([true, 0]);
  finish(10);
  await ending;
  await vi.advanceTimersByTimeAsync(1000);
  expect(over).toHaveBeenCalledTimes(1);
});
