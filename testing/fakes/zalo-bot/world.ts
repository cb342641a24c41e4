import { EventEmitter } from 'node:events';

export type ZaloChat = { readonly id: string; readonly type: 'PRIVATE' | 'GROUP' };

/** What the bot wrote to a chat. */
export type ZaloSaid =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'photo'; readonly text: string; readonly url: string; readonly bytes: Uint8Array };

/** A message on its way to the bot, as the wire carries it. */
export type WireUpdate = {
  readonly event_name: string;
  readonly message: Readonly<Record<string, unknown>> & { readonly message_id: string };
};

export type ZaloPerson = {
  readonly id: string;
  readonly chat: ZaloChat;
  /** In a group the platform tells the bot only of mentions and of replies to it. */
  readonly says: (
    text: string,
    options?: { readonly in?: ZaloChat; readonly replies?: boolean },
  ) => WireUpdate;
  /** Anything but words: `sticker`, `image`, `voice`, `unsupported`. */
  readonly sends: (kind: string, options?: { readonly in?: ZaloChat }) => WireUpdate;
  readonly blocks: () => void;
};

/** People, chats and what waits for the bot. No network here. */
export type ZaloWorld = {
  readonly changed: EventEmitter;
  readonly person: (name: string) => ZaloPerson;
  readonly group: () => ZaloChat;
  readonly isChat: (id: unknown) => boolean;
  readonly isBlocked: (id: string) => boolean;
  readonly keep: (chat: string, said: ZaloSaid) => void;
  readonly saidTo: (chat: string) => readonly ZaloSaid[];
  /** Puts an update into the queue, also one that was there before. */
  readonly enqueue: (update: WireUpdate) => void;
  /** Takes the oldest out. */
  readonly next: () => WireUpdate | undefined;
};

const DATE = 1_790_000_000_000;

export function createZaloWorld(botName: string): ZaloWorld {
  const changed = new EventEmitter();
  const chats = new Map<string, ZaloChat>();
  const blocked = new Set<string>();
  const said: { readonly chat: string; readonly what: ZaloSaid }[] = [];
  const queue: WireUpdate[] = [];
  let last = 0;
  // Beyond 2^53, of letters and digits, as real ones are.
  const newId = () => {
    last += 1;
    return `6ede9afa66b88fe6${(last + 0xd000).toString(16)}`;
  };
  const newChat = (type: ZaloChat['type']): ZaloChat => {
    const chat = { id: newId(), type };
    chats.set(chat.id, chat);
    return chat;
  };
  const enqueue = (update: WireUpdate) => {
    queue.push(update);
    changed.emit('update');
  };

  return {
    changed,
    person(name) {
      const own = newChat('PRIVATE');
      const update = (event: string, content: object, chat: ZaloChat): WireUpdate => ({
        event_name: `message.${event}.received`,
        message: {
          from: { id: own.id, display_name: name, is_bot: false },
          chat: { id: chat.id, chat_type: chat.type },
          message_id: newId(),
          date: DATE + last,
          ...content,
        },
      });
      return {
        id: own.id,
        chat: own,
        says(text, options = {}) {
          const chat = options.in ?? own;
          const reply = options.replies === true ? { reply_to_message: { message_id: 'x' } } : {};
          const told = update('text', { text, ...reply }, chat);
          const isForBot = options.replies === true || text.includes(`@${botName}`);
          if (chat.type === 'PRIVATE' || isForBot) enqueue(told);
          return told;
        },
        sends(kind, options = {}) {
          const told = update(kind, {}, options.in ?? own);
          enqueue(told);
          return told;
        },
        blocks: () => blocked.add(own.id),
      };
    },
    group: () => newChat('GROUP'),
    isChat: (id) => typeof id === 'string' && chats.has(id),
    isBlocked: (id) => blocked.has(id),
    keep(chat, what) {
      said.push({ chat, what });
      changed.emit('call');
    },
    saidTo: (chat) => said.filter((one) => one.chat === chat).map(({ what }) => what),
    enqueue,
    next: () => queue.shift(),
  };
}
