import type { EventEmitter } from 'node:events';
import type { Update, User } from 'grammy/types';
import type {
  CallbackAnswer,
  FakeChat,
  FakeDraft,
  FakeMessage,
  InlineAnswer,
  NewMessage,
  OtherContent,
  SayOptions,
  SentFile,
  StoredFile,
} from './fakeMessage.ts';
import type { History } from './history.ts';
import type { Settings } from './settings.ts';
import type { StoredFiles } from './storedFiles.ts';
import type { UpdateQueue } from './updateQueue.ts';

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

export type PersonOptions = {
  readonly isBot?: boolean;
  /** At most 2^52, the largest that the Bot API promises. */
  readonly id?: number;
  readonly username?: string;
  readonly language?: string;
};
