import type { Message, MessageEntity } from 'grammy/types';
import type { FakeMessage, FakeUpload } from './fakeMessage.ts';

/** The form in which a message travels over the wire. */
export function asMessage(message: FakeMessage): Message {
  const { message_id, chat, from, date, text, entities, upload, isProtected, editedAt, extra } = message;
  const formatted = (field: string) => (entities.length === 0 ? {} : { [field]: entities });
  const content =
    upload !== null
      ? {
          ...asFile(upload, message.fileId ?? 'file'),
          ...(text === '' ? {} : { caption: text }),
          ...formatted('caption_entities'),
        }
      : text === '' && Object.keys(extra).length > 0
        ? {}
        : { text, ...formatted('entities') };
  const wire: object = {
    message_id,
    chat,
    from,
    date,
    ...(editedAt === null ? {} : { edit_date: editedAt }),
    ...content,
    ...(message.keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: message.keyboard } }),
    ...(isProtected ? { has_protected_content: true } : {}),
    ...extra,
  };
  return wire as Message;
}

function asFile({ kind, name, bytes }: FakeUpload, file_id: string) {
  const file = { file_id, file_unique_id: `u${file_id}`, file_size: bytes.byteLength };
  return kind === 'photo'
    ? { photo: [{ ...file, width: 1, height: 1 }] }
    : { document: { ...file, file_name: name } };
}

/** The message inside another one, which never carries a third. */
export function asRepliedTo(message: FakeMessage): Message {
  const { reply_to_message: _, ...wire } = asMessage(message) as Message & {
    readonly reply_to_message?: unknown;
  };
  return wire as Message;
}

/** Commands, mentions and addresses that the server finds in what a person wrote. */
export function foundEntities(text: string): readonly MessageEntity[] {
  return [...text.matchAll(/(?<!\S)\/\w{1,32}(?:@\w+)?|(?<!\w)@\w{4,32}|https?:\/\/[^\s<>"]+/g)].map(
    ({ 0: word, index }) => ({
      type: word.startsWith('/') ? 'bot_command' : word.startsWith('@') ? 'mention' : 'url',
      offset: index,
      length: word.length,
    }),
  );
}
