import { type Answer, badRequest } from './answers.ts';
import type { FakeButton, FakeChat, FakeEntity, FakeMessage } from './fakeMessage.ts';
import { parseTelegramHtml } from './html.ts';
import type { Parameters } from './parameters.ts';

export type Content = Pick<FakeMessage, 'text' | 'entities' | 'buttons' | 'keyboard' | 'replyKeyboard'>;

type WrittenMarkup = {
  readonly inline_keyboard?: readonly (readonly FakeButton[])[];
  readonly keyboard?: readonly (readonly (string | { text: string; request_contact?: boolean })[])[];
  readonly remove_keyboard?: boolean;
};

const MOST_BUTTONS = 100;

/** What a message would show, or why the server does not take it. */
export function readContent(
  parameters: Parameters,
  chat: FakeChat,
  field: 'text' | 'caption',
): Content | Answer {
  const words = readWords(parameters, field);
  if ('ok' in words) return words;
  const markup = readMarkup(parameters.reply_markup, chat);
  return 'ok' in markup ? markup : { ...words, ...markup };
}

/** The text under one of these fields without its formatting, which stands beside it. */
export function readWords(
  parameters: Parameters,
  field: 'text' | 'caption',
): Pick<FakeMessage, 'text' | 'entities'> | Answer {
  const written = String(parameters[field] ?? '');
  const parsed =
    parameters.parse_mode === 'HTML'
      ? parseTelegramHtml(written)
      : { ok: true as const, text: written, entities: given(parameters, field) };
  if (!parsed.ok) return badRequest(`can't parse entities: ${parsed.problem}`);
  const { text, entities } = parsed;
  return field === 'text' && text.trim() === '' ? badRequest('message text is empty') : { text, entities };
}

function given(parameters: Parameters, field: 'text' | 'caption'): readonly FakeEntity[] {
  const entities = parameters[field === 'text' ? 'entities' : 'caption_entities'];
  return Array.isArray(entities) ? entities : [];
}

/** The keys and buttons of a message. */
export function readMarkup(
  written: unknown,
  chat: FakeChat,
): Pick<Content, 'buttons' | 'keyboard' | 'replyKeyboard'> | Answer {
  const markup = (written ?? {}) as WrittenMarkup;
  const keyboard = (markup.inline_keyboard ?? []).filter((row) => row.length > 0);
  const all = keyboard.flat();
  if (all.length > MOST_BUTTONS) return badRequest('reply markup is too long');
  const wrong = all.find(({ url }) => typeof url === 'string' && !isPublicUrl(url));
  if (wrong !== undefined)
    return badRequest(`inline keyboard button URL '${String(wrong.url)}' is invalid: Wrong HTTP URL`);
  if (chat.type !== 'private' && all.some((button) => 'web_app' in button))
    return badRequest('BUTTON_TYPE_INVALID');
  const keys = markup.keyboard?.flat().map((key) => (typeof key === 'string' ? { text: key } : key));
  if (chat.type !== 'private' && keys?.some(({ request_contact }) => request_contact === true)) {
    return badRequest('phone number can be requested in private chats only');
  }
  const buttons = all.map(({ text, callback_data }) => ({ text, data: String(callback_data ?? '') }));
  const replyKeyboard =
    markup.remove_keyboard === true
      ? 'removed'
      : (keys?.map(({ text, request_contact }) => ({ text, asksForPhone: request_contact === true })) ??
        null);
  return { buttons, keyboard, replyKeyboard };
}

/** The server takes no names of the own machine for a button. */
function isPublicUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'tg:' || (/^https?:$/.test(protocol) && hostname.includes('.'));
}
