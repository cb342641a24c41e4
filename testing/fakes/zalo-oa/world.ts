import { randomBytes, randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';

export type OaButton = { readonly title: string; readonly payload: string };

/** What the account wrote to a person. */
export type OaSaid =
  | { readonly kind: 'text'; readonly text: string; readonly buttons: readonly OaButton[] }
  | { readonly kind: 'image'; readonly text: string; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly text: string; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'template';
      /** The values of its parameters, a line each. */
      readonly text: string;
      readonly templateId: string;
      readonly data: Readonly<Record<string, string>>;
    };

/** What stands in a chat, in order. */
export type OaLine =
  | { readonly by: 'bot'; readonly id: string; readonly date: number; readonly what: OaSaid }
  | {
      readonly by: 'person';
      readonly id: string;
      readonly date: number;
      readonly name: string;
      /** As in the event: `user_send_text`, `follow` … */
      readonly kind: string;
      readonly text: string;
      /** Of a file or picture. */
      readonly bytes: Uint8Array | null;
      readonly event: OaWireEvent;
      /** A pressed button: the person's phone does not show it. */
      readonly isHidden: boolean;
    };

/** An event on its way to the webhook. */
export type OaWireEvent = Readonly<Record<string, unknown>> & {
  readonly event_name: string;
  readonly timestamp: string;
};

export type OaPerson = {
  readonly id: string;
  readonly name: string;
  readonly says: (text: string) => OaWireEvent;
  /** Presses a button of the last messages that have one of that title; throws where there is none. */
  readonly presses: (title: string) => OaWireEvent;
  /** Anything but words and files: `sticker`, `gif`, `audio`, `video`, `location`, `business_card`, `link`. */
  readonly sends: (kind: string) => OaWireEvent;
  readonly sendsFile: (name: string, bytes: Uint8Array) => OaWireEvent;
  /** Pictures, one or more in one message. */
  readonly sendsVoice: (bytes: Uint8Array) => OaWireEvent;
  readonly sendsImage: (...pictures: readonly Uint8Array[]) => OaWireEvent;
  readonly follows: () => OaWireEvent;
  readonly unfollows: () => OaWireEvent;
  /** Fills in Zalo's form. */
  readonly sharesInfo: (phone: string) => OaWireEvent;
  /** What the platform tells of by itself: `user_seen_message`, `user_received_message` … */
  readonly happens: (event: string) => OaWireEvent;
  /** Nothing reaches the person any more. */
  readonly blocks: () => void;
  readonly unblocks: () => void;
};

/** People, chats and what waits for the webhook. No network here. */
export type OaWorld = {
  readonly changed: EventEmitter;
  readonly person: (name: string) => OaPerson;
  readonly isPerson: (id: string) => boolean;
  readonly isBlocked: (id: string) => boolean;
  /** When a person last did something that opens the window; `null`: never. */
  readonly heardAt: (id: string) => number | null;
  readonly keep: (chat: string, said: OaSaid) => string;
  readonly saidTo: (chat: string) => readonly OaSaid[];
  /** Everything in a chat, from both sides. */
  readonly lines: (chat: string) => readonly OaLine[];
  /** Files that people sent, by the last part of their address. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Puts an event into the queue, also one that was there before. */
  readonly enqueue: (event: OaWireEvent) => void;
  /** Takes the oldest out. */
  readonly next: () => OaWireEvent | undefined;
};

export type OaWorldOptions = {
  readonly appId: string;
  readonly oaId: string;
  readonly history: number;
  readonly now: () => number;
  /** The same people have the same ids; drawn where it is not said. Below 10^9. */
  readonly seed: number | undefined;
  /** Under which the server hands out what people send. */
  readonly address: () => string;
};

/** Of these none opens the window. */
const SILENT: ReadonlySet<string> = new Set(['unfollow', 'user_seen_message', 'user_received_message']);

export function createOaWorld({
  appId,
  oaId,
  history,
  now,
  seed = randomInt(1_000_000_000),
  address,
}: OaWorldOptions): OaWorld {
  const changed = new EventEmitter();
  changed.setMaxListeners(0);
  const names = new Map<string, string>();
  const blocked = new Set<string>();
  const heard = new Map<string, number>();
  const chatLines = new Map<string, OaLine[]>();
  const files = new Map<string, Uint8Array>();
  const queue: OaWireEvent[] = [];
  let people = 0;
  // 19 digits, beyond 2^53, as real ones are.
  const newPerson = () => {
    people += 1;
    return String(2_468_458_835_000_000_003n + BigInt(seed) * 1_000_000_000n + BigInt(people) * 7n);
  };
  // Never the same twice, also after a restart.
  const newMessage = () => randomBytes(10).toString('hex');
  const write = (chat: string, line: OaLine) => {
    const lines = chatLines.get(chat) ?? [];
    chatLines.set(chat, lines);
    lines.push(line);
    if (lines.length >= history * 2) lines.splice(0, lines.length - history);
  };
  const enqueue = (event: OaWireEvent) => {
    queue.push(event);
    changed.emit('update');
  };

  const personOf = (id: string, name: string): OaPerson => {
    const tell = (
      event_name: string,
      content: Readonly<Record<string, unknown>>,
      { text = '', bytes = null as Uint8Array | null, isHidden = false } = {},
    ): OaWireEvent => {
      const date = now();
      const event: OaWireEvent = {
        app_id: appId,
        user_id_by_app: String(BigInt(id) + 1n),
        event_name,
        timestamp: String(date),
        ...content,
      };
      if (!SILENT.has(event_name)) heard.set(id, date);
      write(id, {
        by: 'person',
        id: newMessage(),
        date,
        name,
        kind: event_name,
        text,
        bytes,
        event,
        isHidden,
      });
      enqueue(event);
      return event;
    };
    const said = (
      event: string,
      message: Readonly<Record<string, unknown>>,
      shown: { readonly text?: string; readonly bytes?: Uint8Array | null; readonly isHidden?: boolean } = {},
    ) =>
      tell(
        event,
        { sender: { id }, recipient: { id: oaId }, message: { msg_id: newMessage(), ...message } },
        shown,
      );
    const keepFile = (bytes: Uint8Array, ending: string) => {
      const file = `${newMessage()}${ending}`;
      files.set(file, bytes);
      return `${address()}/files/${file}`;
    };
    return {
      id,
      name,
      says: (text) => said('user_send_text', { text }, { text }),
      presses(title) {
        const found = (chatLines.get(id) ?? [])
          .flatMap((line) => (line.by === 'bot' && line.what.kind === 'text' ? line.what.buttons : []))
          .findLast((button) => button.title === title);
        if (found === undefined) throw new Error(`fake Zalo OA: no button “${title}” in this chat`);
        const text = found.payload;
        return said('user_send_text', { text }, { text, isHidden: true });
      },
      sends: (kind) =>
        said(`user_send_${kind}`, {
          attachments: [{ type: kind, payload: { url: `${address()}/files/none`, thumbnail: '' } }],
        }),
      sendsFile(fileName, bytes) {
        const payload = {
          url: keepFile(bytes, /\.\w+$/.exec(fileName)?.[0] ?? ''),
          size: String(bytes.byteLength),
          name: fileName,
          checksum: '0',
          type: fileName.split('.').at(-1),
        };
        return said(
          'user_send_file',
          { attachments: [{ type: 'file', payload }] },
          { text: fileName, bytes },
        );
      },
      sendsImage(...pictures) {
        const attachments = pictures.map((bytes) => {
          const url = keepFile(bytes, '.jpg');
          return { type: 'image', payload: { url, thumbnail: url } };
        });
        return said('user_send_image', { attachments }, { bytes: pictures[0] ?? null });
      },
      sendsVoice: (bytes) =>
        said(
          'user_send_audio',
          { attachments: [{ type: 'audio', payload: { url: keepFile(bytes, '.aac') } }] },
          { text: '', bytes },
        ),
      follows: () => tell('follow', { oa_id: oaId, follower: { id }, source: 'oa_profile' }),
      unfollows: () => tell('unfollow', { oa_id: oaId, follower: { id }, source: 'oa_profile' }),
      sharesInfo: (phone) =>
        tell('user_submit_info', {
          sender: { id },
          recipient: { id: oaId },
          info: { name, phone, user_dob: '01/01/1990', gender: 'Nữ' },
        }),
      happens: (event) =>
        tell(event, { sender: { id: oaId }, recipient: { id }, message: { msg_ids: [newMessage()] } }),
      blocks: () => blocked.add(id),
      unblocks: () => blocked.delete(id),
    };
  };

  return {
    changed,
    person(name) {
      const id = newPerson();
      names.set(id, name);
      return personOf(id, name);
    },
    isPerson: (id) => names.has(id),
    isBlocked: (id) => blocked.has(id),
    heardAt: (id) => heard.get(id) ?? null,
    keep(chat, what) {
      const id = newMessage();
      write(chat, { by: 'bot', id, date: now(), what });
      changed.emit('call');
      return id;
    },
    saidTo: (chat) => (chatLines.get(chat) ?? []).flatMap((line) => (line.by === 'bot' ? [line.what] : [])),
    lines: (chat) => chatLines.get(chat) ?? [],
    files,
    enqueue,
    next: () => queue.shift(),
  };
}
