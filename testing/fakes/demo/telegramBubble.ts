import type { FakeButton, FakeDraft, FakeMessage } from '../telegram/fakeMessage.ts';
import type { FakeTelegram } from '../telegram/server.ts';
import { escaped, formatted } from './formatted.ts';
import { type Bubble, type Button, clockTime } from './phone.ts';
import { demoTexts as texts } from './texts.ts';

/** A message as the app shows it to one of those who read it. */
export function telegramBubble(
  fake: FakeTelegram,
  message: FakeMessage,
  reader: number,
  isGroup: boolean,
): Bubble {
  const { from, upload, extra, isProtected, editedAt, keyboard } = message;
  const isBot = from.id === fake.bot.id;
  const isOwn = from.id === reader;
  const file = fileOf(message);
  const isPicture = upload?.kind === 'photo' || 'photo' in extra;
  const waits = message.updateId !== null && fake.queue.has(message.updateId);
  return {
    key: String(message.message_id),
    side: isBot ? 'bot' : isOwn ? 'own' : 'other',
    name: !isGroup || isOwn ? null : from.first_name,
    words: formatted(message.text, message.entities) || escaped(otherWords(extra)),
    above: aboveOf(extra),
    picture: isPicture && file !== null ? file.url : null,
    file: isPicture ? null : file,
    marks: [
      ...(editedAt === null ? [] : [texts.edited]),
      ...(isProtected ? [texts.protectedContent] : []),
      ...('via_bot' in extra ? [texts.viaBot(fake.bot.username)] : []),
    ],
    time: clockTime(message.date * 1000),
    state: isBot || message.updateId === null ? null : waits ? 'waiting' : 'received',
    buttons: keyboard.map((row) => row.map(asButton)),
    reactions: message.reactions.map(({ emoji }) => emoji),
    isDraft: false,
    canEdit: isOwn && message.text !== '',
    canReact: isBot,
  };
}

/** The message that the bot is writing. */
export function draftBubble({ id, text, entities }: FakeDraft): Bubble {
  const words = formatted(text === '' ? '…' : text, entities);
  return { ...emptyBubble, key: `draft-${id}`, words };
}

const emptyBubble: Bubble = {
  key: '',
  side: 'bot',
  name: null,
  words: '',
  above: null,
  picture: null,
  file: null,
  marks: [],
  time: '',
  state: null,
  buttons: [],
  reactions: [],
  isDraft: true,
  canEdit: false,
  canReact: false,
};

function fileOf(message: FakeMessage): Bubble['file'] {
  const { upload, fileId, extra } = message;
  if (upload !== null && fileId !== null) {
    return { url: `/file/telegram/${fileId}`, name: upload.name, bytes: upload.bytes.byteLength };
  }
  const sent = (Array.isArray(extra.photo) ? extra.photo.at(-1) : extra.document) as
    | { readonly file_id: string; readonly file_name?: string; readonly file_size?: number }
    | undefined;
  if (sent === undefined) return null;
  const name = sent.file_name ?? texts.picture;
  return { url: `/file/telegram/${sent.file_id}`, name, bytes: sent.file_size ?? 0 };
}

type Wire = {
  readonly contact?: { readonly phone_number: string };
  readonly voice?: { readonly duration: number };
  readonly reply_to_message?: { readonly text?: string; readonly caption?: string };
  readonly forward_origin?: { readonly sender_user?: { readonly first_name: string } };
};

function otherWords({ contact, voice }: Wire): string {
  if (contact !== undefined) return texts.contact(contact.phone_number);
  return voice === undefined ? '' : `🎤 ${texts.voice} · ${texts.seconds(voice.duration)}`;
}

function aboveOf({ reply_to_message: replied, forward_origin: origin }: Wire): string | null {
  if (origin?.sender_user !== undefined) return texts.forwarded(origin.sender_user.first_name);
  return replied === undefined ? null : (replied.text ?? replied.caption ?? texts.picture).slice(0, 80);
}

function asButton(button: FakeButton): Button {
  const { text: label, url, callback_data, copy_text, switch_inline_query_current_chat: here } = button;
  if (typeof callback_data === 'string') return { label, kind: 'press' };
  if (typeof url === 'string') return { label, kind: 'link', url };
  const { text } = (copy_text ?? {}) as { readonly text?: string };
  if (text !== undefined) return { label, kind: 'copy', text };
  return typeof here === 'string' ? { label, kind: 'write', text: here } : { label, kind: 'other' };
}
