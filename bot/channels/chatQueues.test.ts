import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createChatQueues } from './chatQueues.ts';

describe('the queues of the chats', () => {
  it('keep the order within a chat and let another chat go on', async () => {
    const queues = createChatQueues();
    const gate = Promise.withResolvers<void>();
    const done: string[] = [];
    queues.add('an', () => gate.promise);
    queues.add('an', async () => {
      done.push('an');
    });
    queues.add('binh', async () => {
      done.push('binh');
    });
    await queues.whenBelow(3, new AbortController().signal);
    expect(done).toEqual(['binh']);
    gate.resolve();
    await queues.whenBelow(1, new AbortController().signal);
    expect(done).toEqual(['binh', 'an']);
  });

  it('leave nothing on the signal, however a wait ends', async () => {
    const queues = createChatQueues();
    const stopping = new AbortController();
    const listeners = () => getEventListeners(stopping.signal, 'abort').length;
    for (let round = 0; round < 20; round += 1) {
      const gate = Promise.withResolvers<void>();
      queues.add('an', () => gate.promise);
      const waiting = queues.whenBelow(1, stopping.signal);
      expect(listeners()).toBe(1);
      gate.resolve();
      await waiting;
    }
    expect(listeners()).toBe(0);
    queues.add('an', () => new Promise(() => {}));
    const waiting = queues.whenBelow(1, stopping.signal);
    stopping.abort();
    await waiting;
    expect(listeners()).toBe(0);
    await queues.whenBelow(1, stopping.signal);
  });
});
