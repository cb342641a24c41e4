import type { Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { isRefused } from './failures.ts';
import type { Target } from './incoming.ts';
import type { OutgoingMessage, OutgoingText } from './outgoing.ts';
import { noPreview, type SendOptions, sendMessages } from './send.ts';

/**
 * Changes a message of the bot's to the first of these, and sends the others behind it. One that can no longer be changed, or not
 * into this, is left as it is, and all are sent. Answers the id of the message that says the first. Throws grammY's errors.
 */
export async function showInPlace(
  api: Api,
  target: Target,
  messageId: number,
  messages: readonly OutgoingMessage[],
  options: SendOptions,
): Promise<number | null> {
  const [first, ...rest] = messages;
  const isChanged = first?.kind === 'text' && fits(first) && (await change(api, target, messageId, first));
  const sent = await sendMessages(api, target, isChanged ? rest : messages, options);
  return isChanged ? messageId : sent;
}

/** `false`: the server will not have it. */
async function change(api: Api, target: Target, messageId: number, message: OutgoingText): Promise<boolean> {
  const common = {
    ...noPreview,
    ...(hasButtons(message.markup) ? { reply_markup: message.markup } : {}),
  };
  const tries = [
    () => api.editMessageText(target.chatId, messageId, message.html, { parse_mode: 'HTML', ...common }),
    () => api.editMessageText(target.chatId, messageId, message.plain, common),
  ];
  for (const attempt of tries) {
    try {
      await attempt();
      return true;
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (/message is not modified/i.test(error.description)) return true;
      if (!/can't parse entities/i.test(error.description)) return false;
    }
  }
  return false;
}

/** Only buttons under the message itself can come with a change. */
function fits({ markup }: OutgoingText): boolean {
  return markup === null || hasButtons(markup);
}

function hasButtons(markup: OutgoingText['markup']): markup is InlineKeyboardMarkup {
  return markup !== null && 'inline_keyboard' in markup;
}
