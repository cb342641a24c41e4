import type { Api } from 'grammy';
import { LRUCache } from 'lru-cache';
import { recurring } from '../../recurring.ts';
import type { Incoming } from '../receive/incoming.ts';
import { isRefused, isShutOut } from './failures.ts';

export type Receipts = {
  /** Marks a file at once, and a question when its answer takes long, as seen. */
  readonly during: <Result>(incoming: Incoming, work: () => Promise<Result>) => Promise<Result>;
};

const SEEN = [{ type: 'emoji', emoji: '👀' }] as const;
const MOST_KEPT = 1000;
const HOUR_MS = 3_600_000;

/** Reactions that say that a message has arrived. A failure to show one does not matter. */
export function createReceipts(api: Api, afterMs: number): Receipts {
  /** Chats that allow no reactions. */
  const unwilling = new LRUCache<number, true>({ max: MOST_KEPT, ttl: HOUR_MS });
  /** Of the messages of an album the server marks the first, whichever is named. */
  const albums = new LRUCache<string, true>({ max: MOST_KEPT, ttl: HOUR_MS });

  const show = async ({ target: { chatId }, messageId }: Incoming): Promise<void> => {
    try {
      await api.setMessageReaction(chatId, messageId, [...SEEN]);
    } catch (error) {
      if (isRefused(error) || isShutOut(error)) unwilling.set(chatId, true);
    }
  };

  return {
    async during(incoming, work) {
      const { target, message, callbackId, albumId, file } = incoming;
      if (message === null || callbackId !== undefined || unwilling.has(target.chatId)) return work();
      if (file !== null) {
        const album = `${target.chatId} ${albumId}`;
        if (albumId === undefined || !albums.has(album)) void show(incoming);
        if (albumId !== undefined) albums.set(album, true);
        return work();
      }
      const seen = recurring(afterMs, async () => {
        await show(incoming);
        return null;
      });
      try {
        return await work();
      } finally {
        void seen.end();
      }
    },
  };
}
