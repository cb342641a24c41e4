import type { ChatMember, ReactionType, Update } from 'grammy/types';

/** What a chat tells of besides messages. */
export type TelegramEvent = {
  readonly chatId: number;
} /** Somebody liked or disliked a message. */ & (
  | {
      readonly kind: 'reaction';
      readonly messageId: number;
      readonly sender: string;
      readonly isPrivate: boolean;
      readonly good: boolean;
    }
  /** A person blocked the bot, or a group removed it. */
  | { readonly kind: 'shut_out' }
  /** The person took that back. */
  | { readonly kind: 'let_in' }
  /** A group has added the bot. */
  | { readonly kind: 'joined' }
);

/** The events among updates that something is done about; `null` for all others. Pure. */
export function readEvent({ message_reaction, my_chat_member }: Update): TelegramEvent | null {
  if (message_reaction !== undefined) return readReaction(message_reaction);
  if (my_chat_member === undefined) return null;
  const { chat, old_chat_member: old, new_chat_member: now } = my_chat_member;
  const [was, is] = [isInside(old), isInside(now)];
  if (was === is || chat.type === 'channel') return null;
  if (!is) return { kind: 'shut_out', chatId: chat.id };
  return { kind: chat.type === 'private' ? 'let_in' : 'joined', chatId: chat.id };
}

function readReaction(told: NonNullable<Update['message_reaction']>): TelegramEvent | null {
  const { chat, message_id: messageId, user, old_reaction: old, new_reaction: now } = told;
  // Who reacts in the name of a group may be anyone.
  if (user === undefined || user.is_bot) return null;
  const isNew = (emoji: string) => has(now, emoji) && !has(old, emoji);
  const good = isNew('👍');
  if (!good && !isNew('👎')) return null;
  const isPrivate = chat.type === 'private';
  return { kind: 'reaction', chatId: chat.id, messageId, sender: String(user.id), isPrivate, good };
}

function has(reactions: readonly ReactionType[], emoji: string): boolean {
  return reactions.some((one) => one.type === 'emoji' && one.emoji === emoji);
}

function isInside(member: ChatMember): boolean {
  return member.status === 'restricted' ? member.is_member : !['left', 'kicked'].includes(member.status);
}
