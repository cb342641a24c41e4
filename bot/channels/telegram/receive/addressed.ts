import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';

/**
 * What was said to this bot: the text without the bot's own name, or `null` when the message is not for it.
 * In a private chat everything is. In a group only a command, a mention or a reply to the bot is; a command without
 * the bot's name that is not among `ownCommands` is taken to be meant for another bot.
 */
export function textForBot(
  message: Message,
  me: UserFromGetMe,
  ownCommands: ReadonlySet<string>,
): string | null {
  const text = message.text ?? '';
  const command = /^\/(\w+)(?:@(\w+))?(?=\s|$)/.exec(text);
  if (command !== null) {
    const [written, name = '', receiver] = command;
    const named = receiver !== undefined && sameName(receiver, me);
    if (receiver !== undefined && !named) return null;
    if (message.chat.type !== 'private' && !named && !ownCommands.has(name.toLowerCase())) return null;
    return `/${name}${text.slice(written.length)}`;
  }
  if (message.chat.type === 'private') return text;
  if (!mentions(text, message.entities, me) && !isReplyToBot(message, me)) return null;
  const words = withoutMentions(text, message.entities, me);
  // A bare mention is a knock on the door.
  return words === '' ? '/trogiup' : words;
}

/** For photos, voices and the like: whether they were sent to this bot. */
export function isForBot(message: Message, me: UserFromGetMe): boolean {
  return (
    message.chat.type === 'private' ||
    isReplyToBot(message, me) ||
    mentions(message.caption ?? '', message.caption_entities, me)
  );
}

function sameName(name: string, me: UserFromGetMe): boolean {
  return name.toLowerCase() === me.username.toLowerCase();
}

function isReplyToBot(message: Message, me: UserFromGetMe): boolean {
  const repliedTo = message.reply_to_message;
  // Every message of a forum topic "replies" to the notice that opened the topic.
  return repliedTo?.from?.id === me.id && repliedTo.forum_topic_created === undefined;
}

function isOwnMention(text: string, entity: MessageEntity, me: UserFromGetMe): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  if (entity.type !== 'mention') return false;
  return sameName(text.slice(entity.offset + 1, entity.offset + entity.length), me);
}

function mentions(text: string, entities: readonly MessageEntity[] | undefined, me: UserFromGetMe): boolean {
  return (entities ?? []).some((entity) => isOwnMention(text, entity, me));
}

function withoutMentions(
  text: string,
  entities: readonly MessageEntity[] | undefined,
  me: UserFromGetMe,
): string {
  return (entities ?? [])
    .filter((entity) => isOwnMention(text, entity, me))
    .sort((one, other) => other.offset - one.offset)
    .reduce((rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`, text)
    .trim()
    .replace(/^[,:;–-]\s*/u, '');
}
