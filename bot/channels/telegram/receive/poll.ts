import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { type MessengerServer, watchOutage } from '../../outage.ts';
import { isBadToken, isConflict } from '../send/failures.ts';
import { asGrammySignal } from '../send/send.ts';
import { operatorTexts } from '../texts.ts';
import { wantedUpdates } from './incoming.ts';

export type Polling = {
  readonly api: Api;
  /** Stores updates; `false`: they are to come again. Must not throw. */
  readonly accept: (updates: readonly Update[]) => Promise<boolean>;
  /** Whether this process is the one that asks; asked before every request. Must not throw. */
  readonly takesTurn: () => Promise<boolean>;
  readonly server: MessengerServer;
  readonly holdSeconds: number;
};

/** Updates that one request may bring: the server's own limit. */
const FULL = 100;
/** Where another process asks, or nothing can be stored. */
const ASIDE_MS = 1000;
const CONFIRM_MS = 2000;

/**
 * Receives updates until `stopping`; never throws. An update is confirmed, by the offset of
 * the next request, only when it is stored. Instead of grammY's own loop, which answers one chat after another, ends at a conflict
 * and keeps quiet about a network that is down.
 */
export async function pollUpdates({ api, accept, takesTurn, server, holdSeconds }: Polling): Promise<void> {
  const { tell, stopping } = server;
  const outage = watchOutage(server);
  /** One above the last update that was stored. */
  let offset = 0;
  // Two pollers interrupt each other by turns: said each time, it would fill the screen.
  let toldConflict = false;
  const standAside = () => sleep(ASIDE_MS, undefined, { signal: stopping }).catch(() => undefined);
  while (!stopping.aborted) {
    if (!(await takesTurn())) {
      // Whoever asked meanwhile has confirmed what there was.
      offset = 0;
      await standAside();
      continue;
    }
    try {
      const updates = await api.getUpdates(
        { offset, timeout: holdSeconds, limit: FULL, allowed_updates: wantedUpdates },
        asGrammySignal(stopping),
      );
      outage.end();
      if (await accept(updates)) offset = Math.max(offset, ...updates.map(({ update_id }) => update_id + 1));
      else await standAside();
    } catch (error) {
      if (stopping.aborted) break;
      if (isBadToken(error)) {
        await outage.refused(operatorTexts.badToken);
        continue;
      }
      const conflicts = isConflict(error);
      outage.count(error, conflicts);
      if (conflicts && !toldConflict) tell(operatorTexts.conflict);
      toldConflict ||= conflicts;
      await outage.wait(error);
    }
  }
  // What is stored is not told again to the next one.
  if (offset === 0) return;
  const patience = asGrammySignal(AbortSignal.timeout(CONFIRM_MS));
  await api.getUpdates({ offset, limit: 1, timeout: 0 }, patience).catch(() => undefined);
}
