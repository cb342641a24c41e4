import type { Database } from '../../../../store/database.ts';
import { dropNote, keepNote, readNote } from '../../../../store/messages/chatNotes.ts';
import { recurring } from '../../recurring.ts';

/** Answers that a person may end while they are being worked out. */
export type Stops = {
  /** Ends what runs in a chat, here and, a little later, in other processes. To be called before the wish itself waits for its turn. Never throws. */
  readonly ask: (chat: string) => Promise<void>;
  /** Waits for `work`, unless it is ended: then `null`, `left` is aborted, and what becomes of it is nobody's business any more. */
  readonly during: <Result extends object>(
    chat: string,
    stopping: AbortSignal,
    work: (left: AbortSignal) => Promise<Result>,
  ) => Promise<Result | null>;
  /** Whether the wish whose turn has come has ended anything. */
  readonly took: (chat: string) => Promise<boolean>;
};

/** A wish that nothing runs for any more is soon forgotten. */
const KEPT_SECONDS = 120;
const WISH = 'stop';
const DONE = 'stopped';

export function createStops(database: Database, lookEveryMs: number): Stops {
  const running = new Map<string, () => void>();
  const placeOf = (chat: string) => ({ channel: 'telegram', chat });
  const isNoted = async (chat: string, name: string) => {
    const note = await readNote(database, placeOf(chat), name);
    return note !== null && !note.expired;
  };
  const keep = (chat: string, name: string) =>
    keepNote(database, placeOf(chat), name, true, KEPT_SECONDS).catch(() => undefined);

  const watch = (chat: string, stop: () => void, stopping: AbortSignal) =>
    recurring(lookEveryMs, async () => {
      const isWished = await isNoted(chat, WISH).catch(() => false);
      if (isWished) stop();
      return isWished || stopping.aborted ? null : lookEveryMs;
    });

  return {
    async ask(chat) {
      await keep(chat, WISH);
      running.get(chat)?.();
    },
    async during(chat, stopping, work) {
      const { promise: stopped, resolve } = Promise.withResolvers<null>();
      const left = new AbortController();
      const stop = () => {
        left.abort();
        resolve(null);
      };
      running.set(chat, stop);
      const watching = watch(chat, stop, stopping);
      try {
        const result = await Promise.race([work(left.signal), stopped]);
        if (result === null) await keep(chat, DONE);
        return result;
      } finally {
        void watching.end();
        running.delete(chat);
      }
    },
    async took(chat) {
      const isDone = await isNoted(chat, DONE);
      await dropNote(database, placeOf(chat), WISH);
      await dropNote(database, placeOf(chat), DONE);
      return isDone;
    },
  };
}
