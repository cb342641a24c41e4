import { parseTelegramHtml } from './html.ts';
import { UploadedFile } from './multipart.ts';
import type { Parameters } from './parameters.ts';
import { photoProblem } from './photo.ts';
import { asMessage, type FakeChat, type FakeMessage, type FakeUpload, type World } from './world.ts';

/** What the server says to a call: a result, or an error with its HTTP status. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    };

export function failure(error_code: number, description: string): Answer {
  return { ok: false, error_code, description };
}

const done: Answer = { ok: true, result: true };

/** Carries out a call that the specification allows. `getUpdates` is the server's own business. */
export function perform(world: World, method: string, parameters: Parameters): Answer {
  switch (method) {
    case 'getMe':
      return { ok: true, result: me(world) };
    case 'sendMessage':
      return send(world, parameters, null);
    case 'sendPhoto':
      return sendFile(world, parameters, 'photo');
    case 'sendDocument':
      return sendFile(world, parameters, 'document');
    case 'editMessageText':
      return editMessageText(world, parameters);
    case 'getFile':
      return getFile(world, String(parameters.file_id));
    case 'sendChatAction':
      return toChat(world, parameters, () => done);
    case 'answerCallbackQuery':
      return world.closeQuery(String(parameters.callback_query_id))
        ? done
        : failure(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
    case 'setMyCommands':
    case 'deleteWebhook':
    case 'setChatMenuButton':
      return done;
    default:
      return failure(404, `Not Found: the fake does not implement ${method}`);
  }
}

function me(world: World) {
  return {
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
}

/** "Bots can download files of up to 20MB in size." */
const MOST_BYTES = 20 * 1024 * 1024;

function getFile(world: World, file_id: string): Answer {
  const file = world.files.get(file_id);
  if (file === undefined) return failure(400, 'Bad Request: invalid file_id');
  if (file.size > MOST_BYTES) return failure(400, 'Bad Request: file is too big');
  const { path: file_path, size: file_size } = file;
  return { ok: true, result: { file_id, file_unique_id: `u${file_id}`, file_size, file_path } };
}

function toChat(world: World, parameters: Parameters, then: (chat: FakeChat) => Answer): Answer {
  const chat = world.chat(parameters.chat_id);
  if (chat === undefined) return failure(400, 'Bad Request: chat not found');
  if (world.isBlocked(chat.id)) return failure(403, 'Forbidden: bot was blocked by the user');
  return then(chat);
}

function sendFile(world: World, parameters: Parameters, kind: FakeUpload['kind']): Answer {
  const file = parameters[kind];
  if (!(file instanceof UploadedFile)) return failure(404, 'Not Found: the fake keeps no files of its own');
  const problem = kind === 'photo' ? photoProblem(file.bytes) : null;
  if (problem !== null) return failure(400, `Bad Request: ${problem}`);
  return send(world, parameters, { kind, name: file.name, bytes: file.bytes });
}

function send(world: World, parameters: Parameters, upload: FakeUpload | null): Answer {
  return toChat(world, parameters, (chat) => {
    const reply = parameters.reply_parameters as
      | { readonly message_id: number; readonly allow_sending_without_reply?: boolean }
      | undefined;
    const known = world.messages(chat.id).some(({ message_id }) => message_id === reply?.message_id);
    if (reply !== undefined && !known && reply.allow_sending_without_reply !== true) {
      return failure(400, 'Bad Request: message to be replied not found');
    }
    const content = readContent(parameters, chat, upload === null ? 'text' : 'caption');
    if ('ok' in content) return content;
    const isProtected = parameters.protect_content === true;
    const kept = world.keep({ chat, upload, isProtected, ...content });
    world.changed.emit('message');
    return { ok: true, result: asMessage(kept) };
  });
}

function editMessageText(world: World, parameters: Parameters): Answer {
  return toChat(world, parameters, (chat) => {
    const old = world.messages(chat.id).find(({ message_id }) => message_id === parameters.message_id);
    if (old === undefined) return failure(400, 'Bad Request: message to edit not found');
    if (old.from.id !== world.bot.id) return failure(400, "Bad Request: message can't be edited");
    const content = readContent(parameters, chat, 'text');
    if ('ok' in content) return content;
    if (content.text === old.text && JSON.stringify(content.buttons) === JSON.stringify(old.buttons)) {
      return failure(400, 'Bad Request: message is not modified');
    }
    const edited = { ...old, ...content };
    world.replace(edited);
    world.changed.emit('message');
    return { ok: true, result: asMessage(edited) };
  });
}

type Content = Pick<FakeMessage, 'text' | 'entities' | 'buttons' | 'replyKeyboard'>;

function readContent(parameters: Parameters, chat: FakeChat, field: 'text' | 'caption'): Content | Answer {
  const written = String(parameters[field] ?? '');
  const parsed =
    parameters.parse_mode === 'HTML'
      ? parseTelegramHtml(written)
      : { ok: true as const, text: written, entities: [] };
  if (!parsed.ok) return failure(400, `Bad Request: can't parse entities: ${parsed.problem}`);
  if (field === 'text' && parsed.text.trim() === '')
    return failure(400, 'Bad Request: message text is empty');
  const markup = parameters.reply_markup as WrittenMarkup | undefined;
  const buttons = (markup?.inline_keyboard ?? [])
    .flat()
    .map(({ text, callback_data = '' }) => ({ text, data: callback_data }));
  const keys = markup?.keyboard?.flat().map((key) => (typeof key === 'string' ? { text: key } : key));
  if (chat.type !== 'private' && keys?.some(({ request_contact }) => request_contact === true)) {
    return failure(400, 'Bad Request: phone number can be requested in private chats only');
  }
  const replyKeyboard =
    markup?.remove_keyboard === true
      ? 'removed'
      : (keys?.map(({ text, request_contact }) => ({ text, asksForPhone: request_contact === true })) ??
        null);
  return { text: parsed.text, entities: parsed.entities, buttons, replyKeyboard };
}

type WrittenMarkup = {
  readonly inline_keyboard?: readonly (readonly { text: string; callback_data?: string }[])[];
  readonly keyboard?: readonly (readonly (string | { text: string; request_contact?: boolean })[])[];
  readonly remove_keyboard?: boolean;
};
