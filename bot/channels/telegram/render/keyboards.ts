import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import { remembered } from '../../../../vietnamese/remembered.ts';
import type { Choice } from '../../../message.ts';
import { shortenLine } from '../../shortenLine.ts';
import { texts } from '../texts.ts';
import { CALLBACK_BYTES } from './callbackData.ts';

const BUTTON_LIMIT = 60;
/** More beside each other cannot be read on a phone. */
const ROW = 3;
/** The server takes no more buttons than this. */
const MOST_BUTTONS = 100;

/** What a button may put on the clipboard, in characters. */
const COPY_LIMIT = 256;

/** The same buttons stand below the answers of many. */
const shortened = remembered((label) => shortenLine(label, BUTTON_LIMIT));

/**
 * The choices below a message, one a row unless they belong together, and under them a button that copies `copied`; `null` when there
 * is none that the server would take.
 */
export function choiceKeyboard(
  choices: readonly Choice[],
  copied: string | null = null,
): InlineKeyboardMarkup | null {
  const taken = choices
    .map(({ label, send, beside = false }) => ({ text: shortened(label), send, beside }))
    .filter(({ text, send }) => text !== '' && fitsCallback(send))
    .slice(0, MOST_BUTTONS - 1);
  const rows: InlineKeyboardButton[][] = [];
  for (const { text, send, beside } of taken) {
    const row = beside ? rows.at(-1) : undefined;
    const button = { text, callback_data: send };
    if (row === undefined || row.length >= ROW) rows.push([button]);
    else row.push(button);
  }
  if (copied !== null && copied !== '' && copied.length <= COPY_LIMIT)
    rows.push([{ text: shortened(texts.copy(copied)), copy_text: { text: copied } }]);
  return rows.length === 0 ? null : { inline_keyboard: rows };
}

/** A button that sends the person's own number, which Telegram vouches for. For private chats only. */
export const phoneKeyboard: ReplyKeyboardMarkup = {
  keyboard: [[{ text: texts.sharePhoneButton, request_contact: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
};

/** Takes the button for the phone number away. */
export const noKeyboard: ReplyKeyboardRemove = { remove_keyboard: true };

function fitsCallback(send: string): boolean {
  const bytes = Buffer.byteLength(send, 'utf8');
  return bytes >= 1 && bytes <= CALLBACK_BYTES && send.isWellFormed();
}
