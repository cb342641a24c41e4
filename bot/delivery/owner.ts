import { z } from 'zod';
import type { Message, Reply } from '../message.ts';
import type { Json, RecordOwner } from './messenger.ts';

/** Ids that an office chose itself are of no version that a strict reader knows. */
const owned = z.object({ owner: z.object({ account: z.guid(), key: z.string() }) });

/** Whose record a reply speaks of, if anybody's. */
export function recordOwner(
  { personal, account }: Pick<Reply, 'personal' | 'account'>,
  { sender }: Pick<Message, 'sender'>,
): RecordOwner | null {
  return personal === true && typeof account === 'string' && sender !== null
    ? { account, key: sender }
    : null;
}

/** The messages of an answer, as they lie in the outbox: with whose record they speak of, if anybody's. */
export function withOwner(messages: readonly Json[], owner: RecordOwner | null): readonly Json[] {
  if (owner === null) return messages;
  return messages.map((message) => {
    if (typeof message !== 'object' || message === null || Array.isArray(message))
      throw new Error('a message that speaks of a record has no room for its owner');
    return { ...message, owner };
  });
}

/** `null`: it speaks of nobody's record. Throws where an owner is named that cannot be read: such a message must not leave. */
export function ownerOf(message: unknown): RecordOwner | null {
  if (typeof message !== 'object' || message === null || !('owner' in message)) return null;
  return owned.parse(message).owner;
}
