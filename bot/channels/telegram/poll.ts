import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { type MessengerServer, watchOutage } from '../outage.ts';
import { isBadToken, isConflict } from './failures.ts';
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
  readonly server: MessengerServer;
  readonly holdSeconds: number;
};

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
  server,
  holdSeconds,
}: Polling): Promise<void> {
  const { tell, stopping } = server;
  const outage = watchOutage(server);
  /** One above the last update that was seen. */
  let next = 0;
  /** What is below was given up: a hundred answered updates wait behind one that hangs. */
  let floor = 0;
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
      outage.end();
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
      const conflicts = isConflict(error);
      outage.count(error, conflicts);
      if (conflicts && !toldConflict) tell(operatorTexts.conflict);
      toldConflict ||= conflicts;
      await outage.wait(error);
    }
  }
}
