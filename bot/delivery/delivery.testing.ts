import type { Database } from '../../store/database.ts';
import type { SendLimits } from './messenger.ts';
import type { DeliveryPace } from './pace.ts';

/** Waits are short. */
export const quickPace = {
  retryMs: 10,
  resendMs: 20,
  lookEveryMs: 100,
  heartbeatMs: 500,
  settleMs: 0,
  graceMs: 1000,
  sendGraceMs: 1000,
} as const satisfies Partial<DeliveryPace>;

/** Allowances that no test uses up. */
export const wideLimits: SendLimits = {
  channel: { messages: 1000, perSeconds: 1 },
  chat: { messages: 1000, perSeconds: 1 },
  group: { messages: 1000, perSeconds: 1 },
};

/** Empties everything that is kept of messages, for the next test. */
export async function forgetAllMessages(database: Database): Promise<void> {
  await database.query(
    'truncate workers, chats, inbox, outbox, send_times, duties, chat_notes, shared_files restart identity',
  );
}
