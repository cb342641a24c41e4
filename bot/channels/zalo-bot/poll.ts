import { setTimeout as sleep } from 'node:timers/promises';
import { type MessengerServer, watchOutage } from '../outage.ts';
import type { ZaloApi } from './api.ts';
import { isBadToken, isEmptyPoll } from './failures.ts';
import { readUpdates, type ZaloUpdate } from './incoming.ts';
import { operatorTexts } from './texts.ts';

export type Polling = {
  readonly api: ZaloApi;
  /** Stores updates; `false`: not this time. Must not throw. */
  readonly accept: (updates: readonly ZaloUpdate[]) => Promise<boolean>;
  /** Whether this process is the one that asks; asked before every request. Must not throw. */
  readonly takesTurn: () => Promise<boolean>;
  /** Something came that is no update; for the log. */
  readonly onUnreadable: () => void;
  readonly server: MessengerServer;
  readonly holdSeconds: number;
};

/** The server may take its time beyond what it was allowed to hold. */
const SLACK_SECONDS = 15;

/** Where another process asks, or nothing can be stored. */
const ASIDE_MS = 1000;

/**
 * Receives updates until `stopping`; never throws. The server hands each update out once and asks for no receipt: one that came and
 * is not stored when the process is killed does not come again.
 */
export async function pollUpdates({
  api,
  accept,
  takesTurn,
  onUnreadable,
  server,
  holdSeconds,
}: Polling): Promise<void> {
  const { stopping, firstWaitMs } = server;
  const outage = watchOutage(server);
  const standAside = () => sleep(ASIDE_MS, undefined, { signal: stopping }).catch(() => undefined);
  while (!stopping.aborted) {
    if (!(await takesTurn())) {
      await standAside();
      continue;
    }
    const asked = performance.now();
    try {
      const patience = AbortSignal.timeout((holdSeconds + SLACK_SECONDS) * 1000);
      const body = await api(
        'getUpdates',
        { timeout: String(holdSeconds) },
        AbortSignal.any([stopping, patience]),
      );
      outage.end();
      const updates = readUpdates(body);
      if (updates === null) onUnreadable();
      // It is in nobody else's hands any more.
      while (updates !== null && updates.length > 0 && !(await accept(updates)) && !stopping.aborted)
        await standAside();
      if (updates === null || updates.length > 0) continue;
    } catch (error) {
      if (stopping.aborted) return;
      if (isBadToken(error)) {
        await outage.refused(operatorTexts.badToken);
        continue;
      }
      if (!isEmptyPoll(error)) {
        outage.count(error);
        await outage.wait(error);
        continue;
      }
      outage.end();
    }
    // A server that does not hold an empty poll would be asked without end.
    const early = firstWaitMs - (performance.now() - asked);
    if (early > 0) await sleep(early, undefined, { signal: stopping }).catch(() => undefined);
  }
}
