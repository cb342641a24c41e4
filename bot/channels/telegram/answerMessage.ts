import type { UserFromGetMe } from 'grammy/types';
import type { ComposeContext } from '../../delivery/messenger.ts';
import { recordOwner } from '../../delivery/owner.ts';
import { collectReply, type Message, type ReplyPart, type Respond } from '../../message.ts';
import type { UploadOrigin } from '../../uploads/origin.ts';
import type { ChannelLog } from '../channelLog.ts';
import type { Stops } from './events/stops.ts';
import type { RoleMenus } from './menus/roleMenus.ts';
import { isPassingDownload } from './receive/download.ts';
import type { Incoming, IncomingFile } from './receive/incoming.ts';
import type { Buttons } from './render/buttons.ts';
import { type OutgoingMessage, renderSentence } from './render/outgoing.ts';
import { renderReply } from './render/render.ts';
import type { Drafts } from './send/drafts.ts';
import { texts } from './texts.ts';

export type AnswerParts = {
  readonly respond: Respond;
  readonly log: ChannelLog;
  readonly buttons: Buttons;
  readonly roleMenus: RoleMenus | null;
  readonly stops: Stops;
  readonly drafts: Drafts;
  /** The bot itself; `null` as long as the server has not been reached. */
  readonly me: () => UserFromGetMe | null;
  readonly download: (file: IncomingFile, stopping: AbortSignal) => Promise<Uint8Array>;
};

/** What is said to a message. */
export type Composed = {
  readonly messages: readonly OutgoingMessage[];
  readonly protect: boolean;
  /** The message that it takes the place of: the one whose button was pressed. */
  readonly edits?: number;
};

/** Whether words ask to end the answer that is being worked out. */
export const isStop = (text: string) => /^\/dung\s*$/i.test(text);

/** A file that is not given out so often is told as not to be had. */
const MOST_DOWNLOADS = 3;

/** Works messages and pressed buttons out through the core. `key`: of their update. Throws where it may work at another try. */
export function createAnswering(
  parts: AnswerParts,
): (incoming: Incoming, key: string, context: ComposeContext) => Promise<Composed> {
  const { log, buttons, stops, drafts } = parts;

  const answer = async (incoming: Incoming, key: string, context: ComposeContext): Promise<Composed> => {
    const { keepTurn } = context;
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
    const asked: Message = {
      ...withFile(message, incoming, context, tryLater),
      ...(keepTurn === undefined ? {} : { keepTurn }),
    };
    // What a command does is not undone by leaving it; a question only asks.
    const isQuestion = asked.file === undefined && !message.text.startsWith('/');
    const growing = { target: incoming.target, isPrivate: message.isPrivate, update: key };
    const reply = await drafts.during(growing, context.stopping, (seen) => {
      const work = (about: Message) =>
        Promise.race([collectReply(seeing(parts.respond(about), seen)), notNow]);
      if (!isQuestion) return work(asked);
      return stops.during(message.conversation, context.stopping, (left) =>
        work({ ...asked, stopping: left }),
      );
    });
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
    context.speaksOf?.(recordOwner(reply, message));
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

  return answer;
}

async function* seeing(
  parts: AsyncIterable<ReplyPart>,
  seen: (part: ReplyPart) => void,
): AsyncGenerator<ReplyPart> {
  for await (const part of parts) {
    seen(part);
    yield part;
  }
}
