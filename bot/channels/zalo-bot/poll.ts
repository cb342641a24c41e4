import { setTimeout as sleep } from 'node:timers/promises';
import type { ZaloApi } from './api.ts';
import { askedToWait, isBadToken, isEmptyPoll, networkReason } from './failures.ts';
import { readUpdates, type ZaloUpdate } from './incoming.ts';
import { operatorTexts } from './texts.ts';

export type Polling = {
  readonly api: ZaloApi;
  /** Takes an update over and returns when there is room for the next. Must not throw. */
  readonly accept: (update: ZaloUpdate) => Promise<void>;
  /** Something came that is no update; for the log. */
  readonly onUnreadable: () => void;
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
/** The server may take its time beyond what it was allowed to hold. */
const SLACK_SECONDS = 15;

/**
 * Receives updates until `stopping`, or until the token turns out to be bad; never throws. The server hands each update out
 * once and asks for no receipt: what is under way when the process is killed does not come again.
 */
export async function pollUpdates({
  api,
  accept,
  onUnreadable,
  tell,
  stopping,
  holdSeconds,
  firstWaitMs,
}: Polling): Promise<void> {
  let failures = 0;
  let toldOffline = false;
  const recovered = () => {
    if (toldOffline) tell(operatorTexts.backOnline);
    toldOffline = false;
    failures = 0;
  };
  while (!stopping.aborted) {
    const asked = performance.now();
    try {
      const patience = AbortSignal.timeout((holdSeconds + SLACK_SECONDS) * 1000);
      const body = await api(
        'getUpdates',
        { timeout: String(holdSeconds) },
        AbortSignal.any([stopping, patience]),
      );
      recovered();
      const updates = readUpdates(body);
      if (updates === null) onUnreadable();
      for (const update of updates ?? []) await accept(update);
      if (updates === null || updates.length > 0) continue;
    } catch (error) {
      if (stopping.aborted) return;
      if (isBadToken(error)) return tell(operatorTexts.badToken);
      if (!isEmptyPoll(error)) {
        failures += 1;
        if (!toldOffline && failures >= WORTH_A_WORD) {
          tell(operatorTexts.offline(networkReason(error)));
          toldOffline = true;
        }
        await wait(error, failures, firstWaitMs, stopping);
        continue;
      }
      recovered();
    }
    // A server that does not hold an empty poll would be asked without end.
    const early = firstWaitMs - (performance.now() - asked);
    if (early > 0) await sleep(early, undefined, { signal: stopping }).catch(() => undefined);
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
  const waitMs = asked === undefined ? backoff : asked * 1000;
  await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
}
