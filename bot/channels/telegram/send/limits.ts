import type { SendLimits } from '../../../delivery/messenger.ts';

/**
 * What Telegram allows a bot (its Bots FAQ, “My bot is hitting limits”): about a message a second in a chat, short bursts aside,
 * twenty a minute in a group, thirty a second to all. A little below, since the way to the server takes longer at times.
 */
export const limits: SendLimits = {
  channel: { messages: 25, perSeconds: 1 },
  chat: { messages: 3, perSeconds: 3 },
  group: { messages: 18, perSeconds: 60 },
};
