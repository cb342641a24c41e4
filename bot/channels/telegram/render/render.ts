import type { Block, Reply } from '../../../message.ts';
import { blockWords, fileBytes } from '../../../reply/blockWords.ts';
import { join, plain, type RichText, wrap } from '../../richText.ts';
import { firstSentence } from '../../shortenLine.ts';
import { sourceLines } from '../../sources.ts';
import type { WordBlock } from '../../stackBlocks.ts';
import { texts } from '../texts.ts';
import { renderBlocks } from './blocks.ts';
import { copiedNumber } from './copiedNumber.ts';
import { choiceKeyboard, noKeyboard, phoneKeyboard } from './keyboards.ts';
import {
  type OutgoingMessage,
  type OutgoingUpload,
  renderSentence,
  toMessages,
  withMarkupAtEnd,
} from './outgoing.ts';

/** What a caption may hold, in UTF-16 units. */
const CAPTION_LIMIT = 1024;
const NAME_LIMIT = 100;

/** Where a reply goes. */
export type ReplyPlace = {
  readonly isPrivate: boolean;
  /** The person has just shared a phone number: the button for that has done its work. */
  readonly sharedPhone: boolean;
};

const somewhere: ReplyPlace = { isPrivate: false, sharedPhone: false };

/**
 * A reply as Telegram messages, in the order in which to send them: at least one, each within the server's limits.
 * Words between two uploads stand in messages of their own. Pure.
 */
export function renderReply(reply: Reply, place: ReplyPlace = somewhere): readonly OutgoingMessage[] {
  const choices = choiceKeyboard(reply.choices, copiedNumber(reply));
  const parts: OutgoingMessage[] = [];
  let words: WordBlock[] = [];
  const flush = (after: RichText) => {
    parts.push(...toMessages(join([renderBlocks(words), after], '\n\n')));
    words = [];
  };
  for (const block of reply.blocks) {
    if (block.kind === 'picture' || block.kind === 'file') {
      flush(plain(''));
      parts.push(toUpload(block));
    } else {
      words.push(block);
    }
  }
  flush(renderSources(reply.blocks));
  const otherwise = choices === null ? texts.nothingToShow : texts.chooseBelow;
  // A message carries one keyboard: the one with the choices cannot take the other away.
  if (reply.linked === true && place.isPrivate) {
    const below = choices === null ? [] : withMarkupAtEnd(renderSentence(texts.chooseBelow), choices);
    return [...withMarkupAtEnd(parts, noKeyboard), ...below];
  }
  const messages = withMarkupAtEnd(parts.length > 0 ? parts : renderSentence(otherwise), choices);
  return withPhoneKeyboard(messages, place, reply.asksForPhone === true);
}

/** Shows or takes away the button that shares the phone number, under a message that has no buttons yet. */
function withPhoneKeyboard(
  messages: readonly OutgoingMessage[],
  { isPrivate, sharedPhone }: ReplyPlace,
  asks: boolean,
): readonly OutgoingMessage[] {
  if (!isPrivate || (!asks && !sharedPhone)) return messages;
  const markup = asks ? phoneKeyboard : noKeyboard;
  const free = messages.findLastIndex((message) => message.markup === null);
  if (asks && free === messages.length - 1) return withMarkupAtEnd(messages, markup);
  if (asks) return [...messages, ...withMarkupAtEnd(renderSentence(texts.sharePhone), markup)];
  if (free === -1) return [...withMarkupAtEnd(renderSentence(texts.phoneReceived), markup), ...messages];
  return messages.map((message, index) => (index === free ? { ...message, markup } : message));
}

function toUpload(block: Extract<Block, { readonly kind: 'picture' | 'file' }>): OutgoingUpload {
  if (block.kind === 'picture') {
    const alt = block.alt.trim();
    return {
      kind: 'photo',
      bytes: Buffer.from(block.png, 'base64'),
      name: texts.pictureName,
      caption: captionOf(alt),
      instead: renderSentence(alt === '' ? texts.pictureNotSent : blockWords.picture(alt)),
      markup: null,
    };
  }
  const name = uploadName(block.name);
  return {
    kind: 'document',
    bytes: fileBytes(block),
    name,
    caption: null,
    instead: renderSentence(texts.fileNotSent(name)),
    markup: null,
  };
}

/** The first sentence of what the picture says. The words around the picture say the rest. */
function captionOf(alt: string): string | null {
  const caption = firstSentence(alt, CAPTION_LIMIT);
  return caption === '' ? null : caption;
}

/** A name that survives the upload's header, where it stands without quotation marks. */
function uploadName(name: string): string {
  const safe = plain(name)
    .text.replace(/[\s"';:,=\\/<>|?*]+/gu, '_')
    .replace(/^[._]+/u, '');
  const extension = /\.\w{1,8}$/.exec(safe)?.[0] ?? '';
  const stem = safe
    .slice(0, safe.length - extension.length)
    .slice(0, NAME_LIMIT)
    .toWellFormed();
  return `${stem === '' ? texts.fileName : stem}${extension}`;
}

/** Where each quote stands in its document, folded at the foot of the reply. */
function renderSources(blocks: readonly Block[]): RichText {
  const lines = sourceLines(blocks);
  if (lines.length === 0) return plain('');
  return wrap('folded', join([wrap('bold', plain(texts.sourcesTitle)), ...lines], '\n'));
}
