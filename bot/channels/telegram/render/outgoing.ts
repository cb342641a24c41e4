import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import { plain, type RichText } from '../../richText.ts';
import { splitRichText } from '../../split.ts';
import { toHtml } from './html.ts';

/** What one message may hold, in UTF-16 units after the tags are parsed. */
const MESSAGE_LIMIT = 4096;

/** What stands below a message; Telegram allows one of them a message. */
export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

export type OutgoingText = {
  readonly kind: 'text';
  readonly html: string;
  /** The same words without tags, should the server refuse the HTML. */
  readonly plain: string;
  readonly markup: Markup | null;
};

export type OutgoingUpload = {
  readonly kind: 'photo' | 'document';
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Plain words; `null` for none. */
  readonly caption: string | null;
  /** What is said when the upload fails; at least one. */
  readonly instead: readonly OutgoingText[];
  readonly markup: Markup | null;
};

/** One message to send. */
export type OutgoingMessage = OutgoingText | OutgoingUpload;

/** The words as messages within the server's limits, without markup. */
export function toMessages(rich: RichText): readonly OutgoingText[] {
  return splitRichText(rich, MESSAGE_LIMIT).map((piece) => ({
    kind: 'text',
    html: toHtml(piece),
    plain: piece.text,
    markup: null,
  }));
}

/** A sentence of the channel itself as messages. */
export function renderSentence(sentence: string): readonly OutgoingText[] {
  return toMessages(plain(sentence));
}

/** The same messages, the last of them with `markup`. */
export function withMarkupAtEnd<Kind extends OutgoingMessage>(
  messages: readonly Kind[],
  markup: Markup | null,
): readonly Kind[] {
  return messages.map((message, index) => (index === messages.length - 1 ? { ...message, markup } : message));
}
