import type { FakeZaloOa } from '../zalo-oa/server.ts';
import type { OaLine, OaPerson, OaWireEvent } from '../zalo-oa/world.ts';
import { formatted } from './formatted.ts';
import { type Bubble, clockTime, type Phone } from './phone.ts';
import { demoTexts as texts } from './texts.ts';

/** After this try the platform gives an event up. */
const LAST_RETRY = 5;
const PROBE_MS = 1500;

export type OaPhone = Phone & { readonly stop: () => void };

/** Zalo with an Official Account, in the hands of two people. The product is told of events as soon as it runs at `product`. */
export function oaPhone(fake: FakeZaloOa, product: string): OaPhone {
  const [webhook, alive] = [`${product}/zalo-oa/webhook`, `${product}/healthz`];
  const people = new Map<string, OaPerson>([
    ['first', fake.person(texts.people.first)],
    ['second', fake.person(texts.people.second)],
  ]);
  const taken = new WeakSet<OaWireEvent>();
  const listeners: (() => void)[] = [];
  const files = new Map<string, Uint8Array>();
  let isConnected = false;

  /** Events that the product was told of in vain; they come before what waits. */
  const refused = new Set<OaWireEvent>();
  const putBack = () => {
    const later: OaWireEvent[] = [];
    for (let event = fake.next(); event !== undefined; event = fake.next()) later.push(event);
    for (const event of new Set([...refused, ...later])) fake.enqueue(event);
    refused.clear();
  };
  const setConnected = (is: boolean) => {
    if (is === isConnected) return;
    isConnected = is;
    if (is) {
      putBack();
      fake.connectWebhook(webhook);
    } else fake.disconnectWebhook();
    for (const tell of listeners) tell();
  };
  const probe = async () => {
    const response = await fetch(alive).catch(() => null);
    await response?.body?.cancel();
    // It asks for the account's name when it starts, if it knows of the account at all.
    setConnected(response !== null && fake.calls.length > 0);
  };
  const probing = setInterval(() => void probe(), PROBE_MS);
  let heard = 0;
  fake.onChange(() => {
    for (const { status, event, retry } of fake.deliveries.slice(heard)) {
      if (status === 200) {
        taken.add(event);
        refused.delete(event);
      } else {
        refused.add(event);
        // The product has gone.
        if (retry === LAST_RETRY) setConnected(false);
      }
    }
    heard = fake.deliveries.length;
  });

  const holder = (key: string): OaPerson => {
    const person = people.get(key);
    if (person === undefined) throw new Error(`there is nobody called ${key}`);
    return person;
  };
  const fileUrl = (id: string, bytes: Uint8Array): string => {
    files.set(id, bytes);
    return `/file/zalo-oa/${id}`;
  };
  const common = { name: null, above: null, reactions: [], isDraft: false, canEdit: false, canReact: false };

  const bubble = (line: OaLine): Bubble => {
    const time = clockTime(line.date);
    if (line.by === 'person') {
      const isFile = line.kind === 'user_send_file';
      const url = line.bytes === null ? null : fileUrl(line.id, line.bytes);
      return {
        ...common,
        key: line.id,
        side: 'own',
        words: formatted(isFile ? '' : line.text || otherWords(line.kind), []),
        picture: isFile ? null : url,
        file: isFile && url !== null ? { url, name: line.text, bytes: line.bytes?.byteLength ?? 0 } : null,
        marks: [],
        time,
        state: taken.has(line.event) ? 'received' : 'waiting',
        buttons: [],
      };
    }
    const { what } = line;
    const bytes = what.kind === 'image' || what.kind === 'file' ? what.bytes : null;
    const url = bytes === null ? null : fileUrl(line.id, bytes);
    return {
      ...common,
      key: line.id,
      side: 'bot',
      words: formatted(what.text, []),
      picture: what.kind === 'image' ? url : null,
      file:
        what.kind === 'file' && url !== null ? { url, name: what.name, bytes: what.bytes.byteLength } : null,
      marks: [],
      time,
      state: null,
      buttons: what.kind === 'text' ? what.buttons.map(({ title }) => [{ label: title, kind: 'press' }]) : [],
    };
  };

  return {
    id: 'zalo-oa',
    app: 'Zalo OA',
    people: [...people].map(([key, { name }]) => ({ key, name })),
    chats: [{ key: 'private', title: texts.private }],
    sends: ['follow', 'share-info', 'sticker'],
    takesFiles: true,
    screen(personKey) {
      const { id } = holder(personKey);
      return {
        bubbles: fake
          .lines(id)
          .filter((line) => line.by === 'bot' || !line.isHidden)
          .map(bubble),
        isTyping: false,
        keys: [],
        commands: [],
        isBlocked: fake.isBlocked(id),
        canBlock: true,
        placeholder: texts.write,
        notice: null,
        inline: [],
      };
    },
    act(personKey, _, what) {
      const person = holder(personKey);
      switch (what.do) {
        case 'say':
          person.says(what.text);
          return;
        case 'press': {
          const line = fake.lines(person.id).find(({ id }) => id === what.message);
          const said = line?.by === 'bot' && line.what.kind === 'text' ? line.what : null;
          person.presses(said?.buttons[what.row]?.title ?? '');
          return;
        }
        case 'send':
          if (what.kind === 'follow') person.follows();
          else if (what.kind === 'share-info')
            person.sharesInfo(personKey === 'first' ? '84900000001' : '84900000002');
          else person.sends(what.kind);
          return;
        case 'block':
          return what.blocked ? person.blocks() : person.unblocks();
        default:
          throw new Error(`Zalo has no ${what.do}`);
      }
    },
    sendFile(personKey, _, { name, bytes, isPicture }) {
      const person = holder(personKey);
      if (isPicture) person.sendsImage(bytes);
      else person.sendsFile(name, bytes);
    },
    file: (key) => {
      const bytes = files.get(key);
      return bytes === undefined ? null : { bytes };
    },
    isConnected: () => isConnected,
    problems: () => fake.problems,
    calls: () =>
      fake.calls.slice(-15).map(({ method, parameters, code }) => ({
        method,
        line: String(Object(parameters.message).text ?? parameters.file ?? '').slice(0, 90),
        code: code === 0 ? 200 : code,
      })),
    onChange(tell) {
      listeners.push(tell);
      fake.onChange(tell);
    },
    stop: () => clearInterval(probing),
  };
}

function otherWords(kind: string): string {
  switch (kind) {
    case 'follow':
      return texts.followed;
    case 'user_submit_info':
      return texts.shared;
    case 'user_send_image':
      return '';
    case 'user_send_sticker':
      return texts.sticker;
    default:
      return texts.unsupported;
  }
}
