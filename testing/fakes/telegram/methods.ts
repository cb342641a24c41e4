import { type Answer, badRequest, done, failure } from './answers.ts';
import type { OtherContent } from './fakeMessage.ts';
import type { World } from './fakeWorld.ts';
import { parseTelegramHtml } from './html.ts';
import type { Parameters } from './parameters.ts';
import {
  deleteMessages,
  editCaption,
  editMarkup,
  editText,
  react,
  send,
  sendDraft,
  sendFile,
  toChat,
} from './sending.ts';

/** "The status is set for 5 seconds or less." */
const TYPING_MS = 5000;

type Method = (world: World, parameters: Parameters) => Answer;

const result = (value: unknown): Answer => ({ ok: true, result: value });

/** What the fake can do; receiving updates is the server's own business. */
const methods: Readonly<Record<string, Method>> = {
  getMe: (world) => result(me(world)),
  sendMessage: (world, parameters) => send(world, parameters, null),
  sendPhoto: (world, parameters) => sendFile(world, parameters, 'photo'),
  sendDocument: (world, parameters) => sendFile(world, parameters, 'document'),
  sendMessageDraft: sendDraft,
  editMessageText: editText,
  editMessageCaption: editCaption,
  editMessageReplyMarkup: editMarkup,
  deleteMessage: (world, parameters) => deleteMessages(world, parameters, [Number(parameters.message_id)]),
  deleteMessages: (world, parameters) =>
    deleteMessages(world, parameters, parameters.message_ids as readonly number[]),
  setMessageReaction: react,
  getFile: (world, { file_id }) => getFile(world, String(file_id)),
  sendChatAction: (world, parameters) =>
    toChat(world, parameters, (chat) => {
      world.typing.set(chat.id, performance.now() + TYPING_MS);
      world.changed.emit('message', chat.id);
      return done;
    }),
  answerCallbackQuery: (world, { callback_query_id, text = '', show_alert }) => {
    const id = String(callback_query_id);
    if (!world.closeQuery(id))
      return badRequest('query is too old and response timeout expired or query ID is invalid');
    if (text !== '') world.callbackAnswers.set(id, { text: String(text), isAlert: show_alert === true });
    world.changed.emit('message', null);
    return done;
  },
  answerInlineQuery,
  setMyCommands: (world, parameters) => {
    const { chat_id } = (parameters.scope ?? {}) as { readonly chat_id?: unknown };
    if (chat_id !== undefined && world.chat(chat_id) === undefined) return badRequest('chat not found');
    world.settings.setCommands(parameters);
    return done;
  },
  getMyCommands: (world, parameters) => result(world.settings.commands(parameters)),
  deleteMyCommands: (world, parameters) => {
    world.settings.deleteCommands(parameters);
    return done;
  },
  setChatMenuButton: (world, { chat_id, menu_button }) => {
    const chat = world.chat(chat_id);
    if (chat_id !== undefined && chat?.type !== 'private') return badRequest('chat not found');
    world.settings.setMenuButton(chat?.id ?? null, menu_button);
    return done;
  },
  getChatMenuButton: (world, { chat_id }) =>
    result(world.settings.menuButton(typeof chat_id === 'number' ? chat_id : null)),
  ...Object.fromEntries(['Name', 'Description', 'ShortDescription'].flatMap(wordsOf)),
  getChat: (world, parameters) =>
    toChat(world, parameters, (chat) =>
      result({
        ...chat,
        accent_color_id: 0,
        max_reaction_count: 11,
        accepted_gift_types: {
          unlimited_gifts: false,
          limited_gifts: false,
          unique_gifts: false,
          premium_subscription: false,
          gifts_from_channels: false,
        },
      }),
    ),
  leaveChat: (world, parameters) =>
    toChat(world, parameters, (chat) => {
      world.setBlocked(chat.id, true);
      return done;
    }),
};

/** Carries out a call that the specification allows. */
export function perform(world: World, method: string, parameters: Parameters): Answer {
  const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (known === undefined) return failure(404, `Not Found: the fake does not implement ${method}`);
  return known(world, parameters);
}

/** `setMyDescription` and its like, each with its `get`. */
function wordsOf(name: string): readonly (readonly [string, Method])[] {
  const field = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return [
    [
      `setMy${name}`,
      (world, { language_code = '', ...rest }) => {
        world.settings.setWords(name, String(language_code), String(rest[field] ?? ''));
        return done;
      },
    ],
    [
      `getMy${name}`,
      (world, { language_code = '' }) =>
        result({ [field]: world.settings.words(name, String(language_code)) }),
    ],
  ];
}

function me(world: World) {
  return {
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
}

/** "Bots can download files of up to 20MB in size." */
const MOST_BYTES = 20 * 1024 * 1024;

function getFile(world: World, file_id: string): Answer {
  const file = world.files.get(file_id);
  if (file === undefined) return badRequest('invalid file_id');
  if (file.size > MOST_BYTES) return badRequest('file is too big');
  const { path: file_path, size: file_size } = file;
  return result({ file_id, file_unique_id: `u${file_id}`, file_size, file_path });
}

function answerInlineQuery(world: World, parameters: Parameters): Answer {
  const id = String(parameters.inline_query_id);
  const asked = world.inlineQueries.get(id);
  if (asked === undefined || Object.isFrozen(asked))
    return badRequest('query is too old and response timeout expired or query ID is invalid');
  const results = parameters.results as readonly OtherContent[];
  const ids = new Set(results.map((one) => one.id));
  if (ids.size < results.length) return badRequest('RESULT_ID_DUPLICATE');
  // Frozen: it is answered once.
  world.inlineQueries.set(id, Object.freeze({ ...asked, results: results.map(withShownText) }));
  world.changed.emit('message', null);
  return done;
}

/** A result with the text that a chat would show, as the specification has checked it. */
function withShownText(one: OtherContent): OtherContent {
  const { message_text = '', parse_mode } = (one.input_message_content ?? {}) as Parameters;
  const parsed = parse_mode === 'HTML' ? parseTelegramHtml(String(message_text)) : null;
  return parsed?.ok === true ? { ...one, fakeText: { text: parsed.text, entities: parsed.entities } } : one;
}
