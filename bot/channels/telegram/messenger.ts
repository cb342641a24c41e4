import type { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Database } from '../../../store/database.ts';
import type { ComposeContext, Json, Messenger, ReceivedUpdate } from '../../delivery/messenger.ts';
import { collectReply, type Message, type ReplyPart, type Respond } from '../../message.ts';
import type { UploadOrigin } from '../../uploads/origin.ts';
import type { ChannelLog } from '../channelLog.ts';
import { whileTyping } from '../whileTyping.ts';
import { createAlbums } from './albums.ts';
import { answerEvent } from './answerEvent.ts';
import { type Buttons, NotSealed } from './buttons.ts';
import { createChatMemory } from './chatMemory.ts';
import { isPassingDownload } from './download.ts';
import { createDrafts, type DraftPace } from './drafts.ts';
import { readEvent, type TelegramEvent } from './events.ts';
import { safeFailure } from './failures.ts';
import { type Incoming, type IncomingFile, readUpdate } from './incoming.ts';
import { limits } from './limits.ts';
import { outcomeOfChange, outcomeOfSend } from './outcome.ts';
import { type OutgoingMessage, renderSentence } from './outgoing.ts';
import { createReceipts } from './receipts.ts';
import { renderReply } from './render.ts';
import type { RoleMenus } from './roleMenus.ts';
import { changeMessage, sendMessage, showTyping } from './send.ts';
import type { Stops } from './stops.ts';
import { toStored, unpack } from './stored.ts';
import { texts } from './texts.ts';

export type MessengerParts = {
  /** Repeats nothing by itself. */
  readonly api: Api;
  readonly token: string;
  readonly database: Database;
  readonly respond: Respond;
  readonly log: ChannelLog;
  readonly buttons: Buttons;
  readonly roleMenus: RoleMenus | null;
  readonly stops: Stops;
  readonly showPace: ShowPace;
  readonly ownCommands: ReadonlySet<string>;
  readonly typingEveryMs: number;
  /** The bot itself; `null` as long as the server has not been reached. */
  readonly me: () => UserFromGetMe | null;
  readonly download: (file: IncomingFile, stopping: AbortSignal) => Promise<Uint8Array>;
  readonly limits?: Messenger['limits'] | undefined;
};

/** When it is shown that an answer takes its time. */
export type ShowPace = DraftPace & {
  /** A question that is not answered by then is marked as seen. */
  readonly receiptAfterMs: number;
};

type Composed = {
  readonly messages: readonly OutgoingMessage[];
  readonly protect: boolean;
  /** The message that it takes the place of: the one whose button was pressed. */
  readonly edits?: number;
};

/** Telegram behind inbox and outbox: updates as the Bot API tells of them, one call for each message. */
export function createMessenger(parts: MessengerParts): Messenger {
  const { api, token, log, buttons, stops } = parts;
  const { seal } = buttons;
  const albums = createAlbums(parts.database);
  const memory = createChatMemory(parts.database);
  const drafts = createDrafts(api, parts.showPace);
  const receipts = createReceipts(api, parts.showPace.receiptAfterMs);

  const read = ({ update }: ReceivedUpdate): Incoming | null => {
    const bot = parts.me();
    if (bot === null) throw new Error('the Telegram server has not been reached yet');
    return readUpdate(update as unknown as Update, bot, parts.ownCommands);
  };

  const compose = async (received: ReceivedUpdate, context: ComposeContext): Promise<readonly Json[]> => {
    const { chat, key } = received;
    const event = readEvent(received.update as unknown as Update);
    if (event !== null) return composeEvent(event, key);
    const incoming = read(received);
    if (incoming === null) return [];
    const { target, albumId, file } = incoming;
    if (incoming.message === null && (await albums.isRest(chat, albumId, key))) return [];
    if (incoming.refusal === 'not_text' && (await memory.isRecent(chat, 'declined', key, DECLINED_SECONDS)))
      return [];
    const typing = (ended: AbortSignal) => showTyping(api, target, ended);
    const { messages, ...rest } = await whileTyping(typing, parts.typingEveryMs, () =>
      receipts.during(incoming, () => answer(incoming, key, context)),
    );
    // Ten files that are refused get one answer.
    if (file !== null && (await albums.wasSaid(chat, albumId, key, messages))) return [];
    return toStored(target, messages, rest);
  };

  const composeEvent = async (event: TelegramEvent, key: string): Promise<readonly Json[]> => {
    const messages = await answerEvent(event, key, {
      memory,
      username: () => parts.me()?.username ?? '',
      vote: ({ sender, chatId, isPrivate }, text) =>
        collectReply(
          parts.respond({ channel: 'telegram', conversation: String(chatId), sender, isPrivate, text }),
        ),
    });
    const replyTo = event.kind === 'reaction' ? event.messageId : undefined;
    return toStored({ threadId: undefined, replyTo }, messages, { protect: false });
  };

  const answer = async (incoming: Incoming, key: string, context: ComposeContext): Promise<Composed> => {
    const message = await opened(incoming);
    const { refusal } = incoming;
    if (message === 'unknown') return { messages: renderSentence(texts.oldButton), protect: false };
    if (message === null) {
      const sentence = refusal === 'not_own_phone' ? texts.notOwnPhone : texts.notText;
      return { messages: renderSentence(sentence), protect: false };
    }
    if (isStop(message.text)) {
      const isEnded = await stops.took(message.conversation);
      return { messages: renderSentence(isEnded ? texts.stopped : texts.nothingToStop), protect: false };
    }
    const { promise: notNow, reject: tryLater } = Promise.withResolvers<never>();
    const asked = withFile(message, incoming, context, tryLater);
    const work = () =>
      drafts.during(incoming.target, message.isPrivate, key, (seen) =>
        Promise.race([collectReply(seeing(parts.respond(asked), seen)), notNow]),
      );
    // What a command does is not undone by leaving it; a question only asks.
    const isQuestion = asked.file === undefined && !message.text.startsWith('/');
    const reply = isQuestion ? await stops.during(message.conversation, work) : await work();
    if (reply === null) return { messages: [], protect: false };
    if (message.isPrivate && message.sender !== null)
      void parts.roleMenus?.look(message.conversation, message.sender, reply.outcome === 'record');
    if (reply.toldElsewhere === true) return { messages: [], protect: false };
    const protect = reply.personal === true;
    if (protect && !message.isPrivate) {
      // The core asks the person into a private chat itself; should it ever forget, the group must not read it.
      log.error({ channel: 'telegram' }, 'a personal reply was kept out of a group');
      return { messages: renderSentence(texts.privateOnly(parts.me()?.username ?? '')), protect: false };
    }
    const { isPrivate, ownPhone } = message;
    const inPlace = reply.inPlace === true && incoming.callbackId !== undefined;
    return {
      messages: renderReply(reply, { isPrivate, sharedPhone: ownPhone !== undefined }),
      protect,
      ...(inPlace ? { edits: incoming.messageId } : {}),
    };
  };

  /** What is said or pressed; `unknown` for a button that was not made for this chat, or is too old. */
  const opened = async ({ message, callbackId }: Incoming): Promise<Message | 'unknown' | null> => {
    if (message === null || callbackId === undefined) return message;
    const text = await buttons.open(message.conversation, message.text);
    return text === null ? 'unknown' : { ...message, text };
  };

  const withFile = (
    message: Message,
    { file, albumId, messageId }: Incoming,
    { attempt, stopping }: ComposeContext,
    tryLater: (error: unknown) => void,
  ): Message => {
    if (file === null) return message;
    const origin: UploadOrigin = {
      chat: message.conversation,
      group: albumId ?? `m${messageId}`,
      source: String(messageId),
      message: null,
      told: false,
      ...(file.isPhoto ? { isPhoto: true } : {}),
    };
    const load = () =>
      parts.download(file, stopping).catch((error: unknown) => {
        // The last time it is told kindly what became of the file.
        if (attempt >= MOST_DOWNLOADS || !isPassingDownload(error)) throw error;
        tryLater(error);
        // Whoever waits for the file is left behind with it.
        return new Promise<never>(() => undefined);
      });
    return { ...message, file: { name: file.name, load, origin } };
  };

  return {
    name: 'telegram',
    compose,
    apology(received) {
      const incoming = read(received);
      if (incoming === null) return [];
      return toStored(incoming.target, renderSentence(texts.trouble), { protect: false, isLast: true });
    },
    say: (text) =>
      toStored({ threadId: undefined, replyTo: undefined }, renderSentence(text), {
        // Notices speak of somebody's record.
        protect: true,
        isLast: true,
        isUnasked: true,
      }),
    async send(chat, message) {
      const stored = unpack(message);
      const { edits, isUnasked } = stored.way;
      if (isUnasked === true && (await memory.isShutOut(chat).catch(() => false))) return { kind: 'gone' };
      const chatId = Number(chat);
      if (!Number.isSafeInteger(chatId) || chatId === 0) return { kind: 'gone' };
      if (edits !== undefined) {
        try {
          const isChanged = await changeMessage(api, chatId, edits, stored.message, seal);
          if (isChanged) return { kind: 'sent', externalId: String(edits) };
        } catch (error) {
          if (error instanceof NotSealed) return { kind: 'unreached', failure: error.name };
          return outcomeOfChange(error, isGroup(chat), token);
        }
      }
      try {
        const sent = await sendMessage(api, chatId, stored, seal);
        await memory.noteVotes(String(sent.chatId), sent.messageId, stored.message);
        const moved = sent.chatId === chatId ? {} : { chat: String(sent.chatId) };
        return { kind: 'sent', externalId: String(sent.messageId), ...moved };
      } catch (error) {
        if (error instanceof NotSealed) return { kind: 'unreached', failure: error.name };
        const outcome = outcomeOfSend(error, stored, isGroup(chat), token);
        const isUpload = stored.message.kind !== 'text';
        if (isUpload && (outcome.kind === 'refused' || outcome.kind === 'unsure'))
          log.warn(
            { channel: 'telegram', ...safeFailure(error, token) },
            'an upload failed; its words were sent instead',
          );
        return outcome;
      }
    },
    isReady: () => parts.me() !== null,
    safeFailure: (error) => safeFailure(error, token),
    limits: parts.limits ?? limits,
    isGroup,
  };
}

/** Whether words ask to end the answer that is being worked out. */
export const isStop = (text: string) => /^\/dung\s*$/i.test(text);

async function* seeing(
  parts: AsyncIterable<ReplyPart>,
  seen: (part: ReplyPart) => void,
): AsyncGenerator<ReplyPart> {
  for await (const part of parts) {
    seen(part);
    yield part;
  }
}

/** Ten voice messages in a row are declined once. */
const DECLINED_SECONDS = 60;

/** A file that is not given out so often is told as not to be had. */
const MOST_DOWNLOADS = 3;

/** Groups and supergroups have negative ids. */
const isGroup = (chat: string) => chat.startsWith('-');
