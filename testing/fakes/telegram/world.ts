import { EventEmitter } from 'node:events';
import type { Update, User } from 'grammy/types';
import { createGroups } from './groups.ts';
import { createHistory, type History } from './history.ts';
import { createPerson } from './people.ts';
import { createSettings, type Settings } from './settings.ts';
import { createStoredFiles, type StoredFiles } from './storedFiles.ts';
import { createUpdateQueue, type UpdateQueue } from './updateQueue.ts';

export type FakeEntity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
};

/** A button under a message, as the bot wrote it. */
export type FakeButton = Readonly<Record<string, unknown>> & { readonly text: string };

/** A message as the fake keeps it: what the tests look at, and what updates are made of. */
export type FakeMessage = {
  readonly message_id: number;
  readonly chat: FakeChat;
  readonly from: User;
  /** In seconds, as the wire has it. */
  readonly date: number;
  readonly editedAt: number | null;
  /** The caption, where there is an upload. */
  readonly text: string;
  readonly entities: readonly FakeEntity[];
  /** The rows of `keyboard` in one; `data` is empty where a button does something else than tell the bot. */
  readonly buttons: readonly { readonly text: string; readonly data: string }[];
  readonly keyboard: readonly (readonly FakeButton[])[];
  /** Keys in place of the letters, `removed` where the message takes them away; `null` where it leaves them. */
  readonly replyKeyboard:
    | readonly { readonly text: string; readonly asksForPhone: boolean }[]
    | 'removed'
    | null;
  readonly upload: FakeUpload | null;
  readonly fileId: string | null;
  /** Cannot be forwarded or saved. */
  readonly isProtected: boolean;
  readonly reactions: readonly { readonly by: number; readonly emoji: string }[];
  /** Everything else that the wire carries: the message replied to, a topic, a contact, a service message. */
  readonly extra: OtherContent;
  /** Of the update that told the bot last; `null` where none did. */
  readonly updateId: number | null;
};

export type FakeUpload = {
  readonly kind: 'photo' | 'document';
  readonly name: string;
  readonly bytes: Buffer;
};

export type FakeChat =
  | { readonly id: number; readonly type: 'private'; readonly first_name: string }
  | { readonly id: number; readonly type: 'group'; readonly title: string }
  | { readonly id: number; readonly type: 'supergroup'; readonly title: string; readonly is_forum?: true };

export type SayOptions = {
  /** A group instead of the private chat. */
  readonly in?: FakeChat;
  readonly replyTo?: FakeMessage;
  /** Of a forum, by the id that `opensTopic` gave. */
  readonly topic?: number;
  /** Whose words they were. */
  readonly forwardedFrom?: User;
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

export type PersonOptions = {
  readonly isBot?: boolean;
  /** At most 2^52, the largest that the Bot API promises. */
  readonly id?: number;
  readonly username?: string;
  readonly language?: string;
};

export type Person = {
  readonly user: User;
  readonly chat: FakeChat;
  readonly says: (text: string, options?: SayOptions) => FakeMessage;
  /** Presses “Start”, which a deep link does with its code. */
  readonly starts: (code?: string) => FakeMessage;
  readonly edits: (message: FakeMessage, text: string) => void;
  readonly sends: (content: OtherContent, options?: SayOptions) => void;
  /** Sends files; several at once make an album, each a message of its own. */
  readonly sendsFiles: (files: readonly SentFile[], options?: SayOptions) => readonly number[];
  readonly speaks: (seconds: number, options?: SayOptions) => FakeMessage;
  /** Presses the key that shares the own phone number; with `ownerId`, sends somebody else's contact instead. */
  readonly sharesPhone: (phoneNumber: string, ownerId?: number) => void;
  /** Presses the button with this label or data, whether it is on the message or not (old clients keep buttons). */
  readonly presses: (message: FakeMessage, button: string) => string;
  /** Sets or, with `null`, takes back the own reaction. */
  readonly reacts: (message: FakeMessage, emoji: string | null) => void;
  /** Types after the bot's name in any chat; the id of the query. */
  readonly asksInline: (
    query: string,
    options?: { readonly offset?: string; readonly in?: FakeChat },
  ) => string;
  /** Sends one of the answers to such a query into a chat. */
  readonly choosesResult: (
    queryId: string,
    resultId: string,
    options?: { readonly in?: FakeChat },
  ) => FakeMessage;
  readonly blocks: () => void;
  readonly unblocks: () => void;
  readonly removesBot: (group: FakeChat) => void;
  readonly addsBot: (group: FakeChat) => void;
  /** Opens a topic in a forum; the id of its thread. */
  readonly opensTopic: (name: string, forum: FakeChat) => number;
};

/** A message that the bot is writing, before it is sent. */
export type FakeDraft = {
  readonly id: number;
  readonly text: string;
  readonly entities: readonly FakeEntity[];
  /** By `performance.now()`: a draft that is not renewed goes away. */
  readonly until: number;
};

/** What the bot told the one who pressed a button. */
export type CallbackAnswer = { readonly text: string; readonly isAlert: boolean };

export type InlineAnswer = {
  readonly from: User;
  readonly query: string;
  readonly results: readonly OtherContent[];
};

/** Chats, messages and the queue of updates that the bot has not confirmed. No network here. */
export type World = {
  readonly bot: User & { readonly username: string };
  readonly changed: EventEmitter;
  readonly person: (firstName: string, options?: boolean | PersonOptions) => Person;
  /** A supergroup; `basic` makes one of the small ones that may become a supergroup, `forum` one with topics. */
  readonly group: (title: string, kind?: 'basic' | 'forum') => FakeChat;
  /** Makes a supergroup of a small group, which the old one tells of from then on; the new chat. */
  readonly migrates: (group: FakeChat, by: Person) => FakeChat;
  readonly migratedTo: (chatId: number) => number | undefined;
  readonly chat: (id: unknown) => FakeChat | undefined;
  /** Topics and threads that the chat has. */
  readonly hasThread: (chatId: number, threadId: number) => boolean;
  readonly noteThread: (chatId: number, threadId: number) => void;
  readonly isBlocked: (chatId: number) => boolean;
  readonly setBlocked: (chatId: number, isBlocked: boolean) => void;
  readonly messages: (chatId: number) => readonly FakeMessage[];
  readonly history: History;
  readonly keep: (message: NewMessage, from?: User) => FakeMessage;
  readonly replace: (message: FakeMessage) => void;
  /** The message that `keep` would make next, for what must know its id. */
  readonly nextMessageId: () => number;
  readonly now: (messageId: number) => number;
  readonly drafts: Map<number, FakeDraft>;
  /** Until when, by `performance.now()`, a chat shows that the bot is writing. */
  readonly typing: Map<number, number>;
  /** Files that people sent, by `file_id`. */
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly storage: StoredFiles;
  readonly settings: Settings;
  /** Takes an open callback query out; `false` when there is none. */
  readonly closeQuery: (id: string) => boolean;
  readonly openQuery: (id: string) => void;
  readonly openQueries: () => number;
  readonly callbackAnswers: Map<string, CallbackAnswer>;
  readonly inlineQueries: Map<string, InlineAnswer>;
  /** Messages that were sent through inline mode, by the id under which the bot edits them. */
  readonly inlineMessages: Map<string, FakeMessage>;
  readonly queue: UpdateQueue;
  readonly updates: () => readonly Update[];
  readonly confirmBelow: (offset: number) => void;
};

export type NewMessage = Pick<FakeMessage, 'chat'> & Partial<Omit<FakeMessage, 'from' | 'date'>>;

export type WorldOptions = {
  /** How many messages of a chat are remembered; all, where it is not said. */
  readonly history?: number | undefined;
  /** Seconds since 1970; where it is not said, a fixed day, so that runs are alike. */
  readonly clock?: (() => number) | undefined;
};

const START_DATE = 1_790_000_000;
const LARGEST_ID = 2 ** 52;
const bare = {
  editedAt: null,
  text: '',
  entities: [],
  buttons: [],
  keyboard: [],
  replyKeyboard: null,
  upload: null,
  fileId: null,
  isProtected: false,
  reactions: [],
  extra: {},
  updateId: null,
} as const;

export function createWorld(username: string, { history: most, clock }: WorldOptions = {}): World {
  const changed = new EventEmitter();
  // Every poll and every awaited condition listens.
  changed.setMaxListeners(0);
  const bot = { id: 7_000_000_001, is_bot: true, first_name: 'Đạt Chuẩn', username } as const;
  const chats = new Map<number, FakeChat>();
  const blocked = new Set<number>();
  const queries = new Set<string>();
  const history = createHistory(most ?? Number.POSITIVE_INFINITY);
  const storage = createStoredFiles();
  // By a real clock they go on where an earlier run ended: who keeps them takes none for one of that run.
  const lastUpdate = clock?.() ?? 500_000_000;
  const queue = createUpdateQueue((update) => changed.emit('update', update), lastUpdate);
  // Larger than 32 bits, as real ones are.
  let lastId = 9_100_000_000;
  let lastMessage = 100;

  const newId = () => {
    lastId += 1;
    return lastId;
  };
  const nextMessageId = () => {
    lastMessage += 1;
    return lastMessage;
  };
  const now = (messageId: number) => clock?.() ?? START_DATE + messageId;
  const addChat = (chat: FakeChat) => {
    chats.set(chat.id, chat);
    return chat;
  };
  const groups = createGroups({ newId, addChat, queue, nextMessageId, now });

  const world: World = {
    bot,
    changed,
    person(firstName, options = {}) {
      const {
        isBot = false,
        id = newId(),
        ...rest
      } = typeof options === 'boolean' ? { isBot: options } : options;
      if (id > LARGEST_ID) throw new Error('ids have at most 52 significant bits');
      const user: User = {
        id,
        is_bot: isBot,
        first_name: firstName,
        ...(rest.username === undefined ? {} : { username: rest.username }),
        ...(rest.language === undefined ? {} : { language_code: rest.language }),
      };
      return createPerson(world, user, addChat({ id, type: 'private', first_name: firstName }));
    },
    ...groups,
    chat: (id) => (typeof id === 'number' ? chats.get(id) : undefined),
    isBlocked: (chatId) => blocked.has(chatId),
    setBlocked: (chatId, isBlocked) => {
      if (isBlocked) blocked.add(chatId);
      else blocked.delete(chatId);
    },
    messages: history.of,
    history,
    keep(message, from = bot) {
      const message_id = message.message_id ?? nextMessageId();
      const kept: FakeMessage = { ...bare, ...message, message_id, from, date: now(message_id) };
      history.add(kept);
      return kept;
    },
    replace: history.replace,
    nextMessageId,
    now,
    drafts: new Map(),
    typing: new Map(),
    files: storage.byId,
    storage,
    settings: createSettings(),
    closeQuery: (id) => queries.delete(id),
    openQuery: (id) => {
      queries.add(id);
    },
    openQueries: () => queries.size,
    callbackAnswers: new Map(),
    inlineQueries: new Map(),
    inlineMessages: new Map(),
    queue,
    updates: queue.all,
    confirmBelow: queue.confirmBelow,
  };
  return world;
}
