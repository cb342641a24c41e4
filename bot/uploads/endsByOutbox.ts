import { createHash } from 'node:crypto';
import type { Delivery } from '../delivery/delivery.ts';
import type { Json, MessengerName } from '../delivery/messenger.ts';
import type { Reply } from '../message.ts';
import type { BoardOptions } from './boards.ts';

/** Shows the end of uploads as messages of the outbox, each once: for channels that cannot change what they said. */
export function endsByOutbox(
  delivery: Pick<Delivery, 'queue'>,
  channel: MessengerName,
  messagesOf: (reply: Reply) => Promise<readonly Json[]>,
): BoardOptions['show'] {
  return async ({ chat }, reply) => {
    const messages = await messagesOf(reply);
    // A process that ended before the board knew of it shows it again.
    const key = `upload ${createHash('sha256')
      .update(JSON.stringify([chat, messages]))
      .digest('hex')}`;
    await delivery.queue(channel, chat, messages, key);
    return key;
  };
}
