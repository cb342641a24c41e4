import type { FakeMessage } from './fakeMessage.ts';

/** Messages by chat, each found without looking through the others. */
export type History = {
  readonly add: (message: FakeMessage) => void;
  readonly replace: (message: FakeMessage) => void;
  readonly remove: (chatId: number, messageId: number) => boolean;
  readonly find: (chatId: number, messageId: number) => FakeMessage | undefined;
  readonly of: (chatId: number) => readonly FakeMessage[];
};

/** `most`: how many messages of a chat are remembered; the oldest are forgotten first. */
export function createHistory(most: number): History {
  const chats = new Map<number, Map<number, FakeMessage>>();
  return {
    add(message) {
      const chat = chats.get(message.chat.id) ?? new Map<number, FakeMessage>();
      chats.set(message.chat.id, chat);
      chat.set(message.message_id, message);
      if (chat.size <= most) return;
      for (const oldest of chat.keys().take(1)) chat.delete(oldest);
    },
    replace(message) {
      const chat = chats.get(message.chat.id);
      if (chat?.has(message.message_id) === true) chat.set(message.message_id, message);
    },
    remove: (chatId, messageId) => chats.get(chatId)?.delete(messageId) ?? false,
    find: (chatId, messageId) => chats.get(chatId)?.get(messageId),
    of: (chatId) => [...(chats.get(chatId)?.values() ?? [])],
  };
}
