import type { FakeMessage } from '../telegram/fakeMessage.ts';
import type { Person } from '../telegram/fakeWorld.ts';
import type { FakeTelegram } from '../telegram/server.ts';
import type { Call, Phone, Screen } from './phone.ts';
import { draftBubble, telegramBubble } from './telegramBubble.ts';
import { demoTexts as texts } from './texts.ts';

const PRIVATE = 'private';
/** Between two polls nothing is held for a moment. */
const RECENTLY_MS = 2000;
/** Calls that come without end and say little. */
const NOISE: ReadonlySet<string> = new Set(['getUpdates', 'sendChatAction', 'sendMessageDraft']);

/** Telegram in the hands of two people who share a group. */
export function telegramPhone(fake: FakeTelegram): Phone {
  const people = new Map<string, Person>([
    ['first', fake.person(texts.people.first, { username: 'tran_thi_man', language: 'vi' })],
    ['second', fake.person(texts.people.second, { username: 'le_thi_hong_gam', language: 'vi' })],
  ]);
  const group = fake.group(texts.group);
  const asked = new Map<string, string>();
  let lastCall = Number.NEGATIVE_INFINITY;
  fake.changed.on('call', () => {
    lastCall = performance.now();
  });

  const holder = (key: string): Person => {
    const person = people.get(key);
    if (person === undefined) throw new Error(`there is nobody called ${key}`);
    return person;
  };
  const place = (person: Person, chat: string) => (chat === PRIVATE ? person.chat : group);
  const messageOf = (person: Person, chat: string, key: string): FakeMessage => {
    const found = fake.history.find(place(person, chat).id, Number(key));
    if (found === undefined) throw new Error(`there is no message ${key}`);
    return found;
  };

  const screen = (personKey: string, chat: string): Screen => {
    const person = holder(personKey);
    const where = place(person, chat);
    const messages = fake.messages(where.id);
    const keys = messages.findLast(({ replyKeyboard }) => replyKeyboard !== null)?.replyKeyboard ?? 'removed';
    const notices = [...fake.callbackAnswers].filter(([id]) => id.startsWith(`query-${person.user.id}-`));
    const [key, notice] = notices.at(-1) ?? ['', null];
    const draft = fake.drafts.get(where.id);
    const inline = fake.inlineQueries.get(asked.get(personKey) ?? '')?.results ?? [];
    return {
      bubbles: [
        ...messages.map((message) => telegramBubble(fake, message, person.user.id, chat !== PRIVATE)),
        ...(draft === undefined || draft.until < performance.now() ? [] : [draftBubble(draft)]),
      ],
      isTyping: (fake.typing.get(where.id) ?? 0) > performance.now(),
      keys: keys === 'removed' ? [] : keys.map(({ text: label, asksForPhone }) => ({ label, asksForPhone })),
      commands: fake.settings.commandsSeen(where, person.user.id, 'vi'),
      isBlocked: fake.isBlocked(person.chat.id),
      canBlock: chat === PRIVATE,
      placeholder: chat === PRIVATE ? texts.write : texts.writeInGroup(`@${fake.bot.username}`),
      notice: notice === null ? null : { key, ...notice },
      inline: inline.map(({ id, title, description }) => ({
        id: String(id),
        title: String(title ?? id),
        line: String(description ?? ''),
      })),
    };
  };

  return {
    id: 'telegram',
    app: 'Telegram',
    people: [...people].map(([key, { user }]) => ({ key, name: user.first_name })),
    chats: [
      { key: PRIVATE, title: texts.private },
      { key: 'group', title: texts.group },
    ],
    sends: ['voice'],
    takesFiles: true,
    screen,
    act(personKey, chat, what) {
      const person = holder(personKey);
      const where = place(person, chat);
      switch (what.do) {
        case 'say':
          asked.delete(personKey);
          person.says(what.text, { in: where });
          return;
        case 'press': {
          const message = messageOf(person, chat, what.message);
          const data = message.keyboard[what.row]?.[what.column]?.callback_data;
          if (typeof data !== 'string') throw new Error('this button tells the bot nothing');
          person.presses(message, data);
          return;
        }
        case 'share-phone':
          return person.sharesPhone(personKey === 'first' ? '84900000001' : '84900000002');
        case 'edit':
          return person.edits(messageOf(person, chat, what.message), what.text);
        case 'react':
          return person.reacts(messageOf(person, chat, what.message), what.emoji);
        case 'send':
          person.speaks(3, { in: where });
          return;
        case 'block':
          return what.blocked ? person.blocks() : person.unblocks();
        case 'ask-inline':
          asked.set(personKey, person.asksInline(what.query, { in: where }));
          return;
        case 'choose-inline':
          person.choosesResult(asked.get(personKey) ?? '', what.result, { in: where });
          asked.delete(personKey);
      }
    },
    sendFile(personKey, chat, { name, bytes, isPicture }) {
      const person = holder(personKey);
      person.sendsFiles([{ name, bytes, ...(isPicture ? { asPhoto: true } : {}) }], {
        in: place(person, chat),
      });
    },
    file: (key) => fake.files.get(key) ?? null,
    isConnected: () => fake.isPolled() || fake.hasWebhook() || performance.now() - lastCall < RECENTLY_MS,
    problems: () => fake.problems,
    calls: () =>
      fake.calls
        .filter(({ method }) => !NOISE.has(method))
        .slice(-15)
        .map(asCall),
    onChange(tell) {
      for (const event of ['call', 'message', 'update', 'confirmed', 'poll']) fake.changed.on(event, tell);
    },
  };
}

function asCall({ method, parameters, answer }: FakeTelegram['calls'][number]): Call {
  const words = parameters.text ?? parameters.caption ?? parameters.action ?? '';
  return { method, line: String(words).slice(0, 90), code: answer.ok ? 200 : answer.error_code };
}
