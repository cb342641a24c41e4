import type { Api } from 'grammy';
import type { Reply } from '../../../message.ts';
import type { BoardPlace } from '../../../uploads/boards.ts';
import type { SealFor } from '../render/buttons.ts';
import { renderReply } from '../render/render.ts';
import { isShutOut, safeFailure } from './failures.ts';
import { changeMessage, sendMessage } from './send.ts';

const plainWay = {
  threadId: undefined,
  replyTo: undefined,
  protect: false,
  edits: undefined,
  isLast: true,
} as const;

export type ShowParts = {
  readonly api: Api;
  readonly token: string;
  readonly seal: SealFor;
  /** Resolves when the allowances of the messenger leave room for one more message. */
  readonly mayLeave: (chat: string) => Promise<void>;
};

/**
 * Shows a reply in somebody's private chat at once, in the place of a message of the bot's where one is named, and answers the key of
 * the message that says the first of it. `null`: the person no longer takes messages. Throws where it may work later.
 */
export async function showNow(
  { chat, message }: BoardPlace,
  reply: Reply,
  { api, token, seal, mayLeave }: ShowParts,
): Promise<string | null> {
  const chatId = Number(chat);
  const messages = renderReply(reply, { isPrivate: true, sharedPhone: false });
  let shown = message === null ? null : Number(message);
  try {
    for (const [index, one] of messages.entries()) {
      await mayLeave(chat);
      if (index === 0 && shown !== null && (await changeMessage(api, chatId, shown, one, seal))) continue;
      const sent = await sendMessage(api, chatId, { message: one, way: plainWay }, seal);
      if (index === 0) shown = sent.messageId;
    }
    return shown === null ? null : String(shown);
  } catch (error) {
    if (isShutOut(error)) return null;
    // grammY's own errors hold what was said.
    throw new Error(`a message could not be shown: ${safeFailure(error, token).failure}`);
  }
}
