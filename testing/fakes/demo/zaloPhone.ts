import type { FakeZaloBot } from '../zalo-bot/server.ts';
import type { ZaloLine, ZaloPerson } from '../zalo-bot/world.ts';
import { formatted } from './formatted.ts';
import { type Bubble, clockTime, type Phone } from './phone.ts';
import { demoTexts as texts } from './texts.ts';

const PRIVATE = 'private';
const RECENTLY_MS = 2000;
const NOISE: ReadonlySet<string> = new Set(['getUpdates', 'sendChatAction']);

/** Zalo with a bot of the Bot Platform, in the hands of two people who share a group. */
export function zaloPhone(fake: FakeZaloBot, botName: string): Phone {
  const people = new Map<string, ZaloPerson>([
    ['first', fake.person(texts.people.first)],
    ['second', fake.person(texts.people.second)],
  ]);
  const group = fake.group();
  let lastCall = Number.NEGATIVE_INFINITY;
  fake.changed.on('call', () => {
    lastCall = performance.now();
  });
  const pictures = new Map<string, Uint8Array>();

  const holder = (key: string): ZaloPerson => {
    const person = people.get(key);
    if (person === undefined) throw new Error(`there is nobody called ${key}`);
    return person;
  };
  const place = (person: ZaloPerson, chat: string) => (chat === PRIVATE ? person.chat : group);
  const pictureOf = (id: string, bytes: Uint8Array | null): string | null => {
    if (bytes === null || bytes.byteLength === 0) return null;
    pictures.set(id, bytes);
    return `/file/zalo-bot/${id}`;
  };

  const bubble = (line: ZaloLine, person: ZaloPerson, chat: string): Bubble => {
    const isBot = line.by === 'bot';
    const isOwn = line.by === 'person' && Object(line.update.message.from).id === person.id;
    const bytes = isBot ? (line.what.kind === 'photo' ? line.what.bytes : null) : line.bytes;
    const words = isBot ? line.what.text : line.text || otherWords(line.kind);
    return {
      key: line.id,
      side: isBot ? 'bot' : isOwn ? 'own' : 'other',
      name: chat === PRIVATE || isOwn ? null : isBot ? botName : line.name,
      words: formatted(words, []),
      above: null,
      picture: pictureOf(line.id, bytes),
      file: null,
      marks: [],
      time: clockTime(line.date),
      state: isBot ? null : !line.isForBot ? 'unheard' : fake.isWaiting(line.update) ? 'waiting' : 'received',
      buttons: [],
      reactions: [],
      isDraft: false,
      canEdit: false,
      canReact: false,
    };
  };

  return {
    id: 'zalo-bot',
    app: 'Zalo Bot',
    people: [...people].map(([key, { name }]) => ({ key, name })),
    chats: [
      { key: PRIVATE, title: texts.private },
      { key: 'group', title: texts.group },
    ],
    sends: ['sticker', 'voice', 'unsupported'],
    takesFiles: false,
    screen(personKey, chat) {
      const person = holder(personKey);
      const where = place(person, chat);
      return {
        bubbles: fake.lines(where.id).map((line) => bubble(line, person, chat)),
        isTyping: (fake.typing.get(where.id) ?? 0) > performance.now(),
        keys: [],
        commands: [],
        isBlocked: fake.isBlocked(person.id),
        canBlock: chat === PRIVATE,
        placeholder: chat === PRIVATE ? texts.write : texts.writeInGroup(`@${botName}`),
        notice: null,
        inline: [],
      };
    },
    act(personKey, chat, what) {
      const person = holder(personKey);
      const where = place(person, chat);
      switch (what.do) {
        case 'say':
          person.says(what.text, { in: where });
          return;
        case 'send':
          person.sends(what.kind, { in: where });
          return;
        case 'block':
          return what.blocked ? person.blocks() : person.unblocks();
        default:
          throw new Error(`Zalo has no ${what.do}`);
      }
    },
    sendFile(personKey, chat, { bytes }) {
      const person = holder(personKey);
      person.sends('image', { in: place(person, chat), bytes });
    },
    file: (key) => {
      const bytes = pictures.get(key);
      return bytes === undefined ? null : { name: `${texts.picture}.png`, bytes };
    },
    isConnected: () =>
      fake.isPolled() ||
      (fake.hasWebhook() && (fake.deliveries.at(-1)?.status ?? 200) === 200) ||
      performance.now() - lastCall < RECENTLY_MS,
    problems: () => fake.problems,
    calls: () =>
      fake.calls
        .filter(({ method }) => !NOISE.has(method))
        .slice(-15)
        .map(({ method, parameters, code }) => ({
          method,
          line: String(parameters.text ?? parameters.caption ?? '').slice(0, 90),
          code,
        })),
    onChange(tell) {
      for (const event of ['call', 'update', 'delivered', 'poll']) fake.changed.on(event, tell);
    },
  };
}

function otherWords(kind: string): string {
  switch (kind) {
    case 'voice':
      return `🎤 ${texts.voice}`;
    case 'sticker':
      return `🙂 ${texts.sticker}`;
    case 'image':
      return '';
    default:
      return texts.unsupported;
  }
}
