import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { askedToWait, isBadToken, isConflict, networkReason } from './failures.ts';
import { wantedUpdates } from './incoming.ts';
import { asGrammySignal } from './send.ts';
import { operatorTexts } from './texts.ts';

export type Polling = {
  readonly api: Api;
  /** Takes an update over and returns soon; the next ones are fetched when it has. Must not throw. */
  readonly accept: (update: Update) => Promise<void>;
  /** The oldest update that was taken over and is not answered yet. */
  readonly oldestUnfinished: () => number | undefined;
  /** Resolves when everything is answered, or shortly if that takes longer. */
  readonly breathe: () => Promise<void>;
  /** Speaks to whoever runs the product. */
  readonly tell: (sentence: string) => void;
  readonly stopping: AbortSignal;
  /** How long the server may hold a request that has nothing to answer. */
  readonly holdSeconds: number;
  readonly firstWaitMs: number;
};

const LONGEST_WAIT_MS = 60_000;
/** One lost connection is everyday; that many in a row are worth a word. */
const WORTH_A_WORD = 3;

/** Updates that one request may bring: the server's own limit. */
const FULL = 100;

/**
 * Receives updates until `stopping`, or until the token turns out to be bad; never throws. Instead of grammY's own
 * loop, which answers one chat after another, ends at a conflict and keeps quiet about a network that is down.
 *
 * An update is confirmed (by the offset of the next request) only when it and all before it are answered, so that a
 * kill loses none. While a slow one is open, the server is asked again from there, without holding the request, and
 * what is known already is passed over. Here stands the seam for an inbox, which will confirm at once.
 */
export async function pollUpdates({
  api,
  accept,
  oldestUnfinished,
  breathe,
  tell,
  stopping,
  holdSeconds,
  firstWaitMs,
}: Polling): Promise<void> {
  /** One above the last update that was seen. */
  let next = 0;
  /** What is below was given up: a hundred answered updates wait behind one that hangs. */
  let floor = 0;
  let failures = 0;
  let toldOffline = false;
  // Two pollers interrupt each other by turns: said each time, it would fill the screen.
  let toldConflict = false;
  while (!stopping.aborted) {
    try {
      if (oldestUnfinished() !== undefined) await breathe();
      const offset = Math.max(Math.min(oldestUnfinished() ?? next, next), floor);
      const timeout = offset === next ? holdSeconds : 0;
      const updates = await api.getUpdates(
        { offset, timeout, limit: FULL, allowed_updates: wantedUpdates },
        asGrammySignal(stopping),
      );
      if (toldOffline) tell(operatorTexts.backOnline);
      toldOffline = false;
      failures = 0;
      const fresh = updates.filter(({ update_id }) => update_id >= next);
      if (updates.length >= FULL && fresh.length === 0) floor = next;
      for (const update of fresh) {
        if (stopping.aborted) return;
        next = update.update_id + 1;
        await accept(update);
      }
    } catch (error) {
      if (stopping.aborted) return;
      if (isBadToken(error)) return tell(operatorTexts.badToken);
      failures += 1;
      if (isConflict(error)) {
        if (!toldConflict) tell(operatorTexts.conflict);
        toldConflict = true;
      } else if (!toldOffline && failures >= WORTH_A_WORD) {
        tell(operatorTexts.offline(networkReason(error)));
        toldOffline = true;
      }
      await wait(error, failures, firstWaitMs, stopping);
    }
  }
}

/** Waits as long as the server asks, or longer after each failure. Ends at once when `stopping`. */
export async function wait(
  error: unknown,
  failures: number,
  firstWaitMs: number,
  stopping: AbortSignal,
): Promise<void> {
  const asked = askedToWait(error);
  const backoff = Math.min(firstWaitMs * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
  await sleep(asked === undefined ? backoff : asked * 1000, undefined, { signal: stopping }).catch(
    () => undefined,
  );
}
