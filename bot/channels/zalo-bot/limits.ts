import type { SendLimits } from '../../delivery/messenger.ts';

/** The platform names no rate; a month's allowance is what binds (3,000 messages in the basic tier). These keep a burst small. */
export const limits: SendLimits = {
  channel: { messages: 20, perSeconds: 1 },
  chat: { messages: 5, perSeconds: 5 },
  group: { messages: 5, perSeconds: 5 },
};
