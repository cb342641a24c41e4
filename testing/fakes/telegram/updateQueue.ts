import type { Update } from 'grammy/types';

/** Kinds that a bot gets only when it names them. */
const ON_REQUEST: ReadonlySet<string> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);

/** What waits for the bot, oldest first. Every step costs the same however much waits. */
export type UpdateQueue = {
  /** The id of the new update; `null` where the bot has not asked for its kind, so that it never comes. */
  readonly push: (content: object) => number | null;
  /** Tells of an update once more, as a webhook does that heard no answer. Who polls has confirmed it and does not get it. */
  readonly again: (update: Update) => void;
  readonly first: (count: number) => readonly Update[];
  readonly has: (updateId: number) => boolean;
  readonly size: () => number;
  readonly all: () => readonly Update[];
  /** Forgets everything below `offset`; a negative one keeps that many from the end. */
  readonly confirmBelow: (offset: number) => void;
  readonly remove: (updateId: number) => void;
  readonly clear: () => void;
  /** Kinds that are kept from now on; an empty list stands for the usual ones. */
  readonly allow: (kinds: readonly string[]) => void;
  readonly allowed: () => readonly string[];
};

/** `lastId`: the id before the first one. */
export function createUpdateQueue(onPush: (update: Update) => void, lastId: number): UpdateQueue {
  const waiting = new Map<number, Update>();
  let allowed: readonly string[] = [];
  let last = lastId;

  const isWanted = (kind: string) => (allowed.length === 0 ? !ON_REQUEST.has(kind) : allowed.includes(kind));
  return {
    push(content) {
      if (!Object.keys(content).some(isWanted)) return null;
      last += 1;
      const update = { update_id: last, ...content } as Update;
      waiting.set(last, update);
      onPush(update);
      return last;
    },
    again(update) {
      waiting.set(update.update_id, update);
      onPush(update);
    },
    first: (count) => [...waiting.values().take(count)],
    has: (updateId) => waiting.has(updateId),
    size: () => waiting.size,
    all: () => [...waiting.values()],
    confirmBelow(offset) {
      const below = offset < 0 ? ([...waiting.keys()].at(offset) ?? 0) : offset;
      for (const updateId of waiting.keys()) {
        if (updateId >= below) return;
        waiting.delete(updateId);
      }
    },
    remove: (updateId) => {
      waiting.delete(updateId);
    },
    clear: () => waiting.clear(),
    allow: (kinds) => {
      allowed = kinds;
    },
    allowed: () => allowed,
  };
}
