import type { IncomingMessage } from 'node:http';
import { type Answer, failure } from './answers.ts';
import type { World } from './fakeWorld.ts';
import type { Parameters } from './parameters.ts';

export type LongPoll = {
  readonly answer: (parameters: Parameters, request: IncomingMessage) => Promise<Answer>;
  readonly isHeld: () => boolean;
  /** Ends the poll that is held, if there is one. */
  readonly end: (answer: Answer) => void;
};

/** `getUpdates`: one poll at a time; another one ends it. */
export function createLongPoll({ queue, changed }: World, isWebhookSet: () => boolean): LongPoll {
  let held: { readonly end: (answer: Answer) => void } | undefined;
  return {
    async answer({ offset = 0, limit = 100, timeout = 0, allowed_updates }, request) {
      if (isWebhookSet()) {
        return failure(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      held?.end(
        failure(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      queue.confirmBelow(Number(offset));
      changed.emit('confirmed');
      if (Array.isArray(allowed_updates)) queue.allow(allowed_updates.map(String));
      const waiting = () => queue.first(Number(limit));
      const ready = waiting();
      const holdMs = Number(timeout) * 1000;
      if (ready.length > 0 || holdMs === 0) return { ok: true, result: ready };
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const own = { end: resolve };
      held = own;
      changed.emit('poll');
      const answerNow = () => resolve({ ok: true, result: waiting() });
      const timer = setTimeout(answerNow, holdMs);
      changed.on('update', answerNow);
      request.socket.once('close', answerNow);
      const answer = await promise;
      clearTimeout(timer);
      changed.off('update', answerNow);
      request.socket.off('close', answerNow);
      if (held === own) held = undefined;
      return answer;
    },
    isHeld: () => held !== undefined,
    end: (answer) => held?.end(answer),
  };
}
