import { EventEmitter } from 'node:events';
import type { Message, MessageEntity, Update, User } from 'grammy/types';

/** A message as the fake keeps it: what the tests look at, and what updates are made of. */
export type FakeMessage = {
  readonly message_id: number;
  readonly chat: FakeChat;
  readonly from: User;
  /** The caption, where there is an upload. */
  readonly text: string;
  readonly entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
  readonly buttons: readonly { readonly text: string; readonly data: string }[];
  /** Keys in place of the letters, `removed` where the message takes them away; `null` where it leaves them. */
  readonly replyKeyboard:
    | readonly { readonly text: string; readonly asksForPhone: boolean }[]
    | 'removed'
    | null;
  readonly upload: FakeUpload | null;
  /** Cannot be forwarded or saved. */
  readonly isProtected: boolean;
};

export type FakeUpload = {
  readonly kind: 'photo' | 'document';
  readonly name: string;
  readonly bytes: Buffer;
};

export type FakeChat =
  | { readonly id: number; readonly type: 'private'; readonly first_name: string }
  | { readonly id: number; readonly type: 'supergroup'; readonly title: string };

export type SayOptions = {
  /** A group instead of the private chat. */
  readonly in?: FakeChat;
  readonly replyTo?: FakeMessage;
};

/** A file that a person sends: as a document, or as a photo, which carries no name. */
export type SentFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly asPhoto?: boolean;
  /** In bytes, where it is told to be another one than it is. */
  readonly size?: number;
};

/** A file that lies on the server. */
export type StoredFile = { readonly path: string; readonly bytes: Uint8Array; readonly size: number };

/** Attachments and other oddities, as fields of a message: `{ photo: [...] }`. */
export type OtherContent = Readonly<Record<string, unknown>>;

export type Person = {
  readonly user: User;
  readonly chat: FakeChat;
  readonly says: (text: string, options?: SayOptions) => FakeMessage;
  readonly edits: (message: FakeMessage, text: string) => void;
  readonly sends: (content: OtherContent, options?: SayOptions) => void;
  /** Sends files; several at once make an album, each a message of its own. */
  readonly sendsFiles: (files: readonly SentFile[], options?: SayOptions) => readonly number[];
  /** Presses the key that shares the own phone number; with `ownerId`, sends somebody else's contact instead. */
  readonly sharesPhone: (phoneNumber: string, ownerId?: number) => void;
  /** Presses the button with this label or data, whether it is on the message or not (old clients keep buttons). */
  readonly presses: (message: FakeMessage, button: string) => string;
  readonly blocks: () => void;
};

/** Chats, messages and the queue of updates that the bot has not confirmed. No network here. */
export type World = {
  readonly bot: User & { readonly username: string };
  readonly changed: EventEmitter;
  readonly person: (firstName: string, isBot?: boolean) => Person;
  readonly group: (title: string) => FakeChat;
  readonly chat: (id: unknown) => FakeChat | undefined;
  readonly isBlocked: (chatId: number) => boolean;
  readonly messages: (chatId: number) => readonly FakeMessage[];
  readonly keep: (message: Omit<FakeMessage, 'message_id' | 'from'>) => FakeMessage;
  readonly replace: (message: FakeMessage) => void;
  /** Files that people sent, by `file_id`. */
  readonly files: ReadonlyMap<string, StoredFile>;
  /** Takes an open callback query out; `false` when there is none. */
  readonly closeQuery: (id: string) => boolean;
  readonly openQueries: () => number;
  readonly updates: () => readonly Update[];
  readonly confirmBelow: (offset: number) => void;
};

const START_DATE = 1_790_000_000;
const bare = { entities: [], buttons: [], replyKeyboard: null, upload: null, isProtected: false } as const;

export function createWorld(username: string): World {
  const changed = new EventEmitter();
  const bot = { id: 7_000_000_001, is_bot: true, first_name: 'Đạt Chuẩn', username } as const;
  const chats = new Map<number, FakeChat>();
  const blocked = new Set<number>();
  const messages: FakeMessage[] = [];
  const queries = new Set<string>();
  const files = new Map<string, StoredFile>();
  let updates: Update[] = [];
  // Larger than 32 bits, as real ones are.
  let lastId = 9_100_000_000;
  let lastMessage = 100;
  let lastUpdate = 500_000_000;

  const enqueue = (content: object) => {
    lastUpdate += 1;
    updates.push({ update_id: lastUpdate, ...content } as Update);
    changed.emit('update');
  };
  const nextMessageId = () => {
    lastMessage += 1;
    return lastMessage;
  };

  const person = (firstName: string, isBot = false): Person => {
    lastId += 1;
    const user: User = { id: lastId, is_bot: isBot, first_name: firstName };
    const own: FakeChat = { id: user.id, type: 'private', first_name: firstName };
    chats.set(own.id, own);

    const base = (options: SayOptions | undefined) => ({
      message_id: nextMessageId(),
      date: START_DATE + lastMessage,
      chat: options?.in ?? own,
      from: user,
      ...(options?.replyTo === undefined ? {} : { reply_to_message: asMessage(options.replyTo) }),
    });
    return {
      user,
      chat: own,
      says(text, options) {
        const message = { ...base(options), text, ...entitiesField(text) };
        const kept = { ...message, ...bare };
        messages.push(kept);
        enqueue({ message });
        return kept;
      },
      edits(message, text) {
        const { message_id, chat, from } = message;
        const date = START_DATE + message_id;
        enqueue({
          edited_message: {
            message_id,
            chat,
            from,
            date,
            edit_date: date + 60,
            text,
            ...entitiesField(text),
          },
        });
      },
      sends(content, options) {
        enqueue({ message: { ...base(options), ...content } });
      },
      sendsFiles(sent, options) {
        checkAlbum(sent);
        const album = sent.length > 1 ? { media_group_id: `album-${lastUpdate}` } : {};
        return sent.map((file) => {
          const fields = base(options);
          const content = storeFile(file, fields.message_id, files);
          enqueue({ message: { ...fields, ...album, ...content } });
          return fields.message_id;
        });
      },
      sharesPhone(phone_number, ownerId = user.id) {
        enqueue({
          message: { ...base(undefined), contact: { phone_number, first_name: 'An', user_id: ownerId } },
        });
      },
      presses(message, button) {
        const id = `query-${queries.size + lastUpdate}`;
        queries.add(id);
        const data = message.buttons.find(({ text }) => text === button)?.data ?? button;
        const chat_instance = String(message.chat.id);
        enqueue({ callback_query: { id, from: user, message: asMessage(message), chat_instance, data } });
        return id;
      },
      blocks: () => blocked.add(own.id),
    };
  };

  return {
    bot,
    changed,
    person,
    group(title) {
      lastId += 1;
      const chat: FakeChat = { id: -1_000_000_000_000 - lastId, type: 'supergroup', title };
      chats.set(chat.id, chat);
      return chat;
    },
    chat: (id) => (typeof id === 'number' ? chats.get(id) : undefined),
    isBlocked: (chatId) => blocked.has(chatId),
    messages: (chatId) => messages.filter(({ chat }) => chat.id === chatId),
    keep(message) {
      const kept = { ...message, message_id: nextMessageId(), from: bot };
      messages.push(kept);
      return kept;
    },
    replace(message) {
      const index = messages.findIndex(
        ({ chat, message_id }) => chat.id === message.chat.id && message_id === message.message_id,
      );
      messages.splice(index, 1, message);
    },
    files,
    closeQuery: (id) => queries.delete(id),
    openQueries: () => queries.size,
    updates: () => updates,
    confirmBelow(offset) {
      updates = updates.filter(({ update_id }) => update_id >= offset);
    },
  };
}

/** What the real server takes as an album: 2–10 of one kind. */
function checkAlbum(files: readonly SentFile[]): void {
  const photos = files.filter(({ asPhoto }) => asPhoto === true).length;
  if (files.length < 1 || files.length > 10) throw new Error('an album holds 2–10 files');
  if (photos !== 0 && photos !== files.length) throw new Error('an album holds files of one kind');
}

/** Keeps a file on the server; the fields of the message that carries it. */
function storeFile(
  { name, bytes, asPhoto, size = bytes.byteLength }: SentFile,
  messageId: number,
  files: Map<string, StoredFile>,
): OtherContent {
  const extension = asPhoto === true ? '.jpg' : (/\.\w+$/.exec(name)?.[0] ?? '');
  const path = `${asPhoto === true ? 'photos' : 'documents'}/file_${messageId}${extension}`;
  const file_id = `AgAD-${messageId}`;
  files.set(file_id, { path, bytes, size });
  const file = { file_id, file_unique_id: `u${messageId}`, file_size: size };
  if (asPhoto !== true) return { document: { ...file, file_name: name } };
  const small = {
    file_id: `AgAD-small-${messageId}`,
    file_unique_id: `s${messageId}`,
    width: 90,
    height: 120,
  };
  return { photo: [small, { ...file, width: 960, height: 1280 }] };
}

/** The form in which a message travels over the wire. */
export function asMessage(message: FakeMessage): Message {
  const { message_id, chat, from, text, entities, upload, isProtected } = message;
  const formatted = (field: string) => (entities.length === 0 ? {} : { [field]: entities });
  const content =
    upload === null
      ? { text, ...formatted('entities') }
      : { ...asFile(upload), ...(text === '' ? {} : { caption: text }), ...formatted('caption_entities') };
  const kept = isProtected ? { has_protected_content: true } : {};
  const inline_keyboard = message.buttons.map(({ text: label, data }) => [
    { text: label, callback_data: data },
  ]);
  const markup = inline_keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard } };
  return { message_id, chat, from, date: START_DATE + message_id, ...content, ...markup, ...kept } as Message;
}

function asFile({ kind, name, bytes }: FakeUpload) {
  const file = { file_id: 'file', file_unique_id: 'unique', file_size: bytes.byteLength };
  return kind === 'photo'
    ? { photo: [{ ...file, width: 1, height: 1 }] }
    : { document: { ...file, file_name: name } };
}

/** Commands and mentions that the server finds in what a person wrote. */
function entitiesField(text: string): { readonly entities?: readonly MessageEntity[] } {
  const found: MessageEntity[] = [...text.matchAll(/(?<!\S)\/\w{1,32}(?:@\w+)?|(?<!\w)@\w{4,32}/g)].map(
    ({ 0: word, index }) => ({
      type: word.startsWith('/') ? 'bot_command' : 'mention',
      offset: index,
      length: word.length,
    }),
  );
  return found.length === 0 ? {} : { entities: found };
}
