import type { FakeChat } from './fakeMessage.ts';
import type { Person, World } from './fakeWorld.ts';
import type { UpdateQueue } from './updateQueue.ts';

type GroupParts = {
  readonly newId: () => number;
  readonly addChat: (chat: FakeChat) => FakeChat;
  readonly queue: UpdateQueue;
  readonly nextMessageId: () => number;
  readonly now: (messageId: number) => number;
};

/** Groups, what becomes of them, and their threads. */
export function createGroups({
  newId,
  addChat,
  queue,
  nextMessageId,
  now,
}: GroupParts): Pick<World, 'group' | 'migrates' | 'migratedTo' | 'hasThread' | 'noteThread'> {
  const successors = new Map<number, number>();
  const threads = new Map<number, Set<number>>();
  const supergroup = (title: string, forum: boolean) =>
    addChat({
      id: -1_000_000_000_000 - newId(),
      type: 'supergroup',
      title,
      ...(forum ? { is_forum: true } : {}),
    });

  return {
    group(title, kind) {
      if (kind !== 'basic') return supergroup(title, kind === 'forum');
      return addChat({ id: -(newId() - 9_000_000_000), type: 'group', title });
    },
    migrates(group, by: Person) {
      if (group.type !== 'group') throw new Error('only a small group becomes a supergroup');
      const next = supergroup(group.title, false);
      successors.set(group.id, next.id);
      const tell = (chat: FakeChat, field: object) => {
        const message_id = nextMessageId();
        queue.push({ message: { message_id, date: now(message_id), chat, from: by.user, ...field } });
      };
      tell(group, { migrate_to_chat_id: next.id });
      tell(next, { migrate_from_chat_id: group.id });
      return next;
    },
    migratedTo: (chatId) => successors.get(chatId),
    hasThread: (chatId, threadId) => threads.get(chatId)?.has(threadId) ?? false,
    noteThread: (chatId, threadId) => {
      threads.set(chatId, (threads.get(chatId) ?? new Set()).add(threadId));
    },
  };
}
