import { EventEmitter } from 'node:events';
import type { User } from 'grammy/types';
import type { FakeChat, FakeMessage } from './fakeMessage.ts';
import type { World } from './fakeWorld.ts';
import { createGroups } from './groups.ts';
import { createHistory } from './history.ts';
import { createPerson } from './people.ts';
import { createSettings } from './settings.ts';
import { createStoredFiles } from './storedFiles.ts';
import { createUpdateQueue } from './updateQueue.ts';

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
