import { EventEmitter } from 'node:events';

export type ZaloChat = { readonly id: string; readonly type: 'PRIVATE' | 'GROUP' };

/** What the bot wrote to a chat. */
export type ZaloSaid =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'photo'; readonly text: string; readonly url: string; readonly bytes: Uint8Array }
  | { readonly kind: 'sticker'; readonly text: string };

/** What stands in a chat, in order. */
export type ZaloLine =
  | { readonly by: 'bot'; readonly id: string; readonly date: number; readonly what: ZaloSaid }
  | {
      readonly by: 'person';
      readonly id: string;
      readonly date: number;
      readonly name: string;
      readonly kind: string;
      readonly text: string;
      /** Of a picture. */
      readonly bytes: Uint8Array | null;
      readonly update: WireUpdate;
      /** The bot was told of it; in a group it is not told of everything. */
      readonly isForBot: boolean;
    };

/** A message on its way to the bot, as the wire carries it. */
export type WireUpdate = {
  readonly event_name: string;
  readonly message: Readonly<Record<string, unknown>> & { readonly message_id: string };
};

export type ZaloPerson = {
  readonly id: string;
  readonly name: string;
  readonly chat: ZaloChat;
  /** In a group the platform tells the bot only of mentions and of replies to it. */
  readonly says: (
    text: string,
    options?: { readonly in?: ZaloChat; readonly replies?: boolean },
  ) => WireUpdate;
  /** Anything but words: `sticker`, `image`, `voice`, `unsupported`. */
  readonly sends: (
    kind: string,
    options?: { readonly in?: ZaloChat; readonly caption?: string; readonly bytes?: Uint8Array },
  ) => WireUpdate;
  readonly blocks: () => void;
  readonly unblocks: () => void;
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
  /** Everything in a chat, from both sides. */
  readonly lines: (chat: string) => readonly ZaloLine[];
  /** Until when, by `performance.now()`, a chat shows that the bot is writing. */
  readonly typing: Map<string, number>;
  /** Pictures that people sent, by the last part of their address. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Puts an update into the queue, also one that was there before. */
  readonly enqueue: (update: WireUpdate) => void;
  /** Takes the oldest out. */
  readonly next: () => WireUpdate | undefined;
  /** It has reached the bot, or never will. */
  readonly delivered: (update: WireUpdate) => void;
  readonly isWaiting: (update: WireUpdate) => boolean;
};

export type ZaloWorldOptions = {
  /** How many lines of a chat are remembered; all, where it is not said. */
  readonly history?: number | undefined;
  /** Milliseconds since 1970; where it is not said, a fixed day, so that runs are alike. */
  readonly clock?: (() => number) | undefined;
  /** Under which the server hands out what people send. */
  readonly address?: () => string;
};

const DATE = 1_790_000_000_000;

export function createZaloWorld(
  botName: string,
  { history = Number.POSITIVE_INFINITY, clock, address = () => '' }: ZaloWorldOptions = {},
): ZaloWorld {
  const changed = new EventEmitter();
  changed.setMaxListeners(0);
  const chats = new Map<string, ZaloChat>();
  const blocked = new Set<string>();
  const chatLines = new Map<string, ZaloLine[]>();
  const pictures = new Map<string, Uint8Array>();
  const waiting = new Set<WireUpdate>();
  /** What nobody has taken yet, from `taken` on; the same update may stand here more than once. */
  let queue: WireUpdate[] = [];
  let taken = 0;
  // By a real clock no id of an earlier run comes again.
  let last = clock?.() ?? 0;
  // Beyond 2^53, of letters and digits, as real ones are.
  const newId = () => {
    last += 1;
    return `6ede9afa66b88fe6${(last + 0xd000).toString(16)}`;
  };
  const now = () => clock?.() ?? DATE + last;
  const newChat = (type: ZaloChat['type']): ZaloChat => {
    const chat = { id: newId(), type };
    chats.set(chat.id, chat);
    return chat;
  };
  const write = (chat: string, line: ZaloLine) => {
    const lines = chatLines.get(chat) ?? [];
    chatLines.set(chat, lines);
    lines.push(line);
    if (lines.length >= history * 2) lines.splice(0, lines.length - history);
  };
  const enqueue = (update: WireUpdate) => {
    waiting.add(update);
    queue.push(update);
    changed.emit('update');
  };

  return {
    changed,
    person(name) {
      const own = newChat('PRIVATE');
      const tell = (
        event: string,
        content: Readonly<Record<string, unknown>>,
        chat: ZaloChat,
        isForBot: boolean,
        bytes: Uint8Array | null = null,
      ): WireUpdate => {
        const update: WireUpdate = {
          event_name: `message.${event}.received`,
          message: {
            from: { id: own.id, display_name: name, is_bot: false },
            chat: { id: chat.id, chat_type: chat.type },
            message_id: newId(),
            date: now(),
            ...content,
          },
        };
        const text = String(content.text ?? content.caption ?? '');
        const { message_id: id } = update.message;
        write(chat.id, { by: 'person', id, date: now(), name, kind: event, text, bytes, update, isForBot });
        if (isForBot) enqueue(update);
        return update;
      };
      return {
        id: own.id,
        name,
        chat: own,
        says(text, options = {}) {
          const chat = options.in ?? own;
          const reply = options.replies === true ? { reply_to_message: { message_id: 'x' } } : {};
          const isForBot = options.replies === true || text.includes(`@${botName}`);
          return tell('text', { text, ...reply }, chat, chat.type === 'PRIVATE' || isForBot);
        },
        sends(kind, { in: chat = own, caption, bytes = new Uint8Array() } = {}) {
          const file = `${newId()}`;
          if (kind === 'image') pictures.set(file, bytes);
          if (kind === 'voice') pictures.set(`${file}.aac`, bytes);
          const content = contentOf(kind, `${address()}/pictures/${file}`);
          const words = caption === undefined ? {} : { caption };
          return tell(kind, { ...content, ...words }, chat, true, kind === 'image' ? bytes : null);
        },
        blocks: () => blocked.add(own.id),
        unblocks: () => blocked.delete(own.id),
      };
    },
    group: () => newChat('GROUP'),
    isChat: (id) => typeof id === 'string' && chats.has(id),
    isBlocked: (id) => blocked.has(id),
    keep(chat, what) {
      write(chat, { by: 'bot', id: newId(), date: now(), what });
      changed.emit('call');
    },
    saidTo: (chat) => (chatLines.get(chat) ?? []).flatMap((line) => (line.by === 'bot' ? [line.what] : [])),
    lines: (chat) => chatLines.get(chat) ?? [],
    typing: new Map(),
    pictures,
    enqueue,
    next() {
      const update = queue[taken];
      if (update === undefined) return undefined;
      taken += 1;
      // Seldom, so that no step costs much.
      if (taken > 1000 && taken * 2 > queue.length) {
        queue = queue.slice(taken);
        taken = 0;
      }
      return update;
    },
    delivered: (update) => {
      waiting.delete(update);
      changed.emit('delivered');
    },
    isWaiting: (update) => waiting.has(update),
  };
}

/** What a message holds that is no words, as the platform's events carry it; `unsupported` holds nothing. */
function contentOf(kind: string, url: string): Readonly<Record<string, string>> {
  switch (kind) {
    case 'image':
      return { message_type: 'CHAT_PHOTO', photo: url, photo_url: url };
    case 'sticker':
      return { message_type: 'CHAT_STICKER', sticker: '0e078a2fb66a5f34067b', url };
    case 'voice':
      return { message_type: 'CHAT_VOICE', voice_url: `${url}.aac` };
    default:
      return {};
  }
}
