import { type Answer, badRequest, done, failure } from './answers.ts';
import { readContent, readMarkup, readWords } from './content.ts';
import type { FakeChat, FakeMessage, FakeUpload } from './fakeMessage.ts';
import type { World } from './fakeWorld.ts';
import { UploadedFile } from './multipart.ts';
import type { Parameters } from './parameters.ts';
import { photoProblem } from './photo.ts';
import { asMessage, asRepliedTo } from './wire.ts';

/** "The streamed draft is ephemeral and acts as a temporary 30-second preview." */
const DRAFT_MS = 30_000;

/** Does something in a chat that the bot may write to. */
export function toChat(world: World, parameters: Parameters, then: (chat: FakeChat) => Answer): Answer {
  const chat = world.chat(parameters.chat_id);
  if (chat === undefined) return badRequest('chat not found');
  const migrate_to_chat_id = world.migratedTo(chat.id);
  if (migrate_to_chat_id !== undefined) {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    return { ok: false, error_code: 400, description, parameters: { migrate_to_chat_id } };
  }
  if (world.isBlocked(chat.id)) {
    return failure(
      403,
      chat.type === 'private'
        ? 'Forbidden: bot was blocked by the user'
        : `Forbidden: bot was kicked from the ${chat.type} chat`,
    );
  }
  const thread = parameters.message_thread_id;
  if (typeof thread === 'number' && !world.hasThread(chat.id, thread))
    return badRequest('message thread not found');
  return then(chat);
}

export function sendFile(world: World, parameters: Parameters, kind: FakeUpload['kind']): Answer {
  const file = parameters[kind];
  if (!(file instanceof UploadedFile)) {
    const known = world.files.get(String(file));
    if (known === undefined) return badRequest('wrong file identifier/HTTP URL specified');
    const name = known.path.split('/').at(-1) ?? '';
    return send(world, parameters, { kind, name, bytes: Buffer.from(known.bytes) });
  }
  const problem = kind === 'photo' ? photoProblem(file.bytes) : null;
  if (problem !== null) return badRequest(problem);
  return send(world, parameters, { kind, name: file.name, bytes: file.bytes });
}

type ReplyParameters = { readonly message_id: number; readonly allow_sending_without_reply?: boolean };

export function send(world: World, parameters: Parameters, upload: FakeUpload | null): Answer {
  return toChat(world, parameters, (chat) => {
    const reply = parameters.reply_parameters as ReplyParameters | undefined;
    const answered = reply === undefined ? undefined : world.history.find(chat.id, reply.message_id);
    if (reply !== undefined && answered === undefined && reply.allow_sending_without_reply !== true)
      return badRequest('message to be replied not found');
    const content = readContent(parameters, chat, upload === null ? 'text' : 'caption');
    if ('ok' in content) return content;
    const thread = parameters.message_thread_id;
    const message_id = world.nextMessageId();
    const kept = world.keep({
      chat,
      message_id,
      upload,
      fileId: upload === null ? null : world.storage.keep(upload.kind, upload.name, upload.bytes, message_id),
      isProtected: parameters.protect_content === true,
      ...content,
      extra: {
        ...(answered === undefined ? {} : { reply_to_message: asRepliedTo(answered) }),
        ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
      },
    });
    world.drafts.delete(chat.id);
    world.typing.delete(chat.id);
    world.changed.emit('message', chat.id);
    return { ok: true, result: asMessage(kept) };
  });
}

export function sendDraft(world: World, parameters: Parameters): Answer {
  return toChat(world, parameters, (chat) => {
    if (chat.type !== 'private') return badRequest('drafts can be sent to private chats only');
    const id = Number(parameters.draft_id);
    if (id === 0) return badRequest('RANDOM_ID_INVALID');
    const words =
      String(parameters.text ?? '') === '' ? { text: '', entities: [] } : readWords(parameters, 'text');
    if ('ok' in words) return words;
    world.drafts.set(chat.id, { id, ...words, until: performance.now() + DRAFT_MS });
    world.changed.emit('message', chat.id);
    return done;
  });
}

/** Changes one of the bot's own messages; `changes` says how, or why not. */
function edit(
  world: World,
  parameters: Parameters,
  changes: (old: FakeMessage) => Partial<FakeMessage> | Answer,
): Answer {
  const apply = (old: FakeMessage | undefined, inline: string | null): Answer => {
    if (old === undefined) return badRequest('message to edit not found');
    if (inline === null && old.from.id !== world.bot.id) return badRequest("message can't be edited");
    const content = changes(old);
    if ('ok' in content) return content;
    const edited: FakeMessage = { ...old, ...content };
    if (shown(edited) === shown(old)) {
      return badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    const kept = { ...edited, editedAt: world.now(old.message_id) };
    world.replace(kept);
    if (inline !== null) world.inlineMessages.set(inline, kept);
    world.changed.emit('message', old.chat.id);
    return inline === null ? { ok: true, result: asMessage(kept) } : done;
  };
  if (typeof parameters.inline_message_id === 'string')
    return apply(world.inlineMessages.get(parameters.inline_message_id), parameters.inline_message_id);
  return toChat(world, parameters, (chat) =>
    apply(world.history.find(chat.id, Number(parameters.message_id)), null),
  );
}

function shown({ text, entities, keyboard }: FakeMessage): string {
  return JSON.stringify([text, entities, keyboard]);
}

export function editText(world: World, parameters: Parameters): Answer {
  return edit(world, parameters, (old) => {
    if (old.upload !== null) return badRequest('there is no text in the message to edit');
    return readContent(parameters, old.chat, 'text');
  });
}

export function editCaption(world: World, parameters: Parameters): Answer {
  return edit(world, parameters, (old) => {
    if (old.upload === null) return badRequest('there is no caption in the message to edit');
    return readContent(parameters, old.chat, 'caption');
  });
}

export function editMarkup(world: World, parameters: Parameters): Answer {
  return edit(world, parameters, (old) => {
    const markup = readMarkup(parameters.reply_markup, old.chat);
    return 'ok' in markup ? markup : { buttons: markup.buttons, keyboard: markup.keyboard };
  });
}

/** Takes messages away; some may be gone already. */
export function deleteMessages(world: World, parameters: Parameters, ids: readonly number[]): Answer {
  return toChat(world, parameters, (chat) => {
    for (const id of ids) {
      const message = world.history.find(chat.id, id);
      if (message === undefined && ids.length === 1) return badRequest('message to delete not found');
      if (message !== undefined && message.from.id !== world.bot.id && chat.type !== 'private')
        return badRequest("message can't be deleted");
      world.history.remove(chat.id, id);
    }
    world.changed.emit('message', chat.id);
    return done;
  });
}

type Reaction = { readonly type: string; readonly emoji?: string };

export function react(world: World, parameters: Parameters): Answer {
  return toChat(world, parameters, (chat) => {
    const message = world.history.find(chat.id, Number(parameters.message_id));
    if (message === undefined) return badRequest('message to react not found');
    const wanted = (parameters.reaction ?? []) as readonly Reaction[];
    if (wanted.length > 1) return badRequest('REACTIONS_TOO_MANY');
    if (wanted.some(({ type }) => type !== 'emoji')) return badRequest('REACTION_INVALID');
    const others = message.reactions.filter(({ by }) => by !== world.bot.id);
    const own = wanted.map(({ emoji = '' }) => ({ by: world.bot.id, emoji }));
    world.replace({ ...message, reactions: [...others, ...own] });
    world.changed.emit('message', chat.id);
    return done;
  });
}
