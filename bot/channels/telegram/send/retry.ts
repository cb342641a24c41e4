import { setTimeout as sleep } from 'node:timers/promises';
import type { Transformer } from 'grammy';
import { neverLeft } from './failures.ts';

const MOST_TRIES = 5;
/** A longer wait than this is no answer any more. */
const LONGEST_WAIT_SECONDS = 300;
/** Connecting and polling wait by themselves; a typing sign that comes late says nothing. */
const notRepeated = new Set(['getMe', 'deleteWebhook', 'getUpdates', 'sendChatAction']);

/**
 * Repeats a call only where the server certainly did nothing with it: it said 429 (after the wait it asked for), or
 * it was never reached. `sendMessage` has no idempotency key, so after a reset connection, a timeout or a 5xx the
 * message may have been delivered, and repeating it would say it twice.
 * `stopping` ends the waiting.
 */
export function repeatWhatDidNotArrive(stopping: AbortSignal, firstWaitMs = 1000): Transformer {
  return async (call, method, payload, signal) => {
    for (let tries = 1; ; tries += 1) {
      const last = tries >= MOST_TRIES || notRepeated.has(method) || stopping.aborted;
      let waitMs = firstWaitMs * 2 ** (tries - 1);
      try {
        const answer = await call(method, payload, signal);
        if (answer.ok || answer.error_code !== 429 || last) return answer;
        const asked = answer.parameters?.retry_after;
        if (asked !== undefined && asked > LONGEST_WAIT_SECONDS) return answer;
        if (asked !== undefined) waitMs = asked * 1000;
        await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
        // Before its time nothing is asked of the server again.
        if (stopping.aborted) return answer;
      } catch (error) {
        if (last || !neverLeft(error)) throw error;
        // Stopped while waiting: one last try, then the failure is reported as it is.
        await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
      }
    }
  };
}
