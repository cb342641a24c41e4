import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { describe, expect, it, vi } from 'vitest';
import { pollUpdates } from './poll.ts';

/** A server that hands out what has not been confirmed. */
function fakeServer(updates: readonly Update[]) {
  const offsets: number[] = [];
  const getUpdates = async ({ offset }: { readonly offset: number }) => {
    offsets.push(offset);
    await sleep(1);
    return updates.filter(({ update_id }) => update_id >= offset);
  };
  return { api: { getUpdates } as unknown as Api, offsets };
}

const told = (id: number): Update => ({ update_id: id });

describe('asking Telegram for updates', () => {
  it('is one process’s turn, and confirms what is stored and nothing else, at the end too', async () => {
    const { api, offsets } = fakeServer([told(5), told(6)]);
    const stopping = new AbortController();
    const server = {
      askedToWait: () => undefined,
      offline: () => '',
      backOnline: '',
      tell: () => undefined,
      stopping: stopping.signal,
      firstWaitMs: 1,
    };
    const stored: number[] = [];
    let turn = false;
    let works = false;
    const polling = pollUpdates({
      api,
      server,
      holdSeconds: 1,
      takesTurn: async () => turn,
      async accept(updates) {
        if (works) stored.push(...updates.map(({ update_id }) => update_id));
        return works;
      },
    });
    await sleep(30);
    expect(offsets).toEqual([]);
    turn = true;
    await vi.waitFor(() => expect(offsets).toEqual([0]), { timeout: 5000 });
    works = true;
    await vi.waitFor(() => expect(offsets.length).toBeGreaterThan(3), { timeout: 5000 });
    stopping.abort();
    await polling;
    expect(stored).toEqual([5, 6]);
    expect(offsets.slice(0, 3)).toEqual([0, 0, 7]);
    expect(offsets.at(-1)).toBe(7);
  });
});
