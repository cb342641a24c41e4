import type { Block, Choice, Reply } from '../../message.ts';
import { blockWords, fileBytes } from '../../reply/blockWords.ts';
import { join, plain, type RichText } from '../richText.ts';
import { firstSentence, shortenLine } from '../shortenLine.ts';
import { splitRichText } from '../split.ts';
import type { WordBlock } from '../stackBlocks.ts';
import { renderBlocks } from '../zalo-bot/blocks.ts';
import { choiceLines, shownChoices } from '../zalo-bot/choices.ts';
import { renderSources } from '../zalo-bot/render.ts';
import {
  BUTTON_LIMIT,
  FILE_BYTES,
  FILE_NAMES,
  IMAGE_BYTES,
  MOST_BUTTONS,
  type OaMessage,
  TEXT_LIMIT,
  textMessage,
  wordMessages,
} from './outgoing.ts';
import { texts } from './texts.ts';

/** What is longer is read by a link. */
const MOST_MESSAGES = 8;

/** A file that goes by link. Whoever has a link has the file. */
export type LinkedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
/** Gives a file a link, good for that many minutes; `null` where there is no address to hand it out from, or it is too large. */
export type ShareFile = (
  file: LinkedFile,
) => Promise<{ readonly url: string; readonly minutes: number } | null>;

/** A sentence of the channel itself. */
export function renderSentence(sentence: string): readonly OaMessage[] {
  return pages(plain(sentence));
}

/** A sentence that answers nothing. */
export function renderNotice(sentence: string): readonly OaMessage[] {
  return pageTexts(plain(sentence)).map((text, at) =>
    at === 0 ? { kind: 'notice', text } : textMessage(text),
  );
}

/**
 * A reply as messages, in the order in which to send them: at least one, each within the server's limits. Pictures and PDF and Word
 * files go as such, other files by link; what speaks of somebody's record goes by no link. Up to five choices are buttons of the
 * last message, more stand numbered in it.
 */
export async function renderReply(reply: Reply, share: ShareFile): Promise<readonly OaMessage[]> {
  const linked: ShareFile = reply.personal === true ? async () => null : share;
  const parts: OaMessage[] = [];
  const leftOut: string[] = [];
  let words: WordBlock[] = [];
  const flush = (after: RichText) => {
    parts.push(...pages(join([renderBlocks(words), after], '\n\n')));
    words = [];
  };
  const show = (message: OaMessage) => {
    flush(plain(''));
    parts.push(message);
  };
  for (const block of reply.blocks) {
    if (block.kind === 'picture') {
      const picture = toImage(block);
      if (picture === null) words.push(inWords(block.alt.trim() === '' ? '' : blockWords.picture(block.alt)));
      else show(picture);
    } else if (block.kind === 'file') {
      const file = toFile(block);
      if (file !== null) show(file);
      else if (reply.personal === true) words.push(inWords(texts.personalFile(block.name)));
      else {
        const { name, mediaType } = block;
        const link = await linked({ name, mediaType, bytes: fileBytes(block) });
        if (link === null) leftOut.push(texts.aFile(name));
        else
          words.push(inWords(texts.fileLink(blockWords.file(block), link.url, texts.minutes(link.minutes))));
      }
    } else {
      words.push(block);
    }
  }
  if (leftOut.length > 0) words.push(inWords(texts.leftOut([...new Set(leftOut)])));
  flush(renderSources(reply.blocks));
  return withChoices(await cutLong(parts, linked, reply.personal === true), reply.choices);
}

const inWords = (text: string): WordBlock => ({ kind: 'text', text, tone: 'plain' });

const pageTexts = (rich: RichText) => splitRichText(rich, TEXT_LIMIT).map(({ text }) => text);
const pages = (rich: RichText): readonly OaMessage[] => pageTexts(rich).map(textMessage);

function toImage({ png, alt }: Extract<Block, { readonly kind: 'picture' }>): OaMessage | null {
  const instead = pageTexts(plain(blockWords.picture(alt)));
  if (Buffer.byteLength(png, 'base64') > IMAGE_BYTES || instead.length === 0) return null;
  return { kind: 'image', base64: png, caption: firstSentence(alt, TEXT_LIMIT), instead };
}

function toFile(block: Extract<Block, { readonly kind: 'file' }>): OaMessage | null {
  const { name, mediaType, base64 } = block;
  if (!FILE_NAMES.test(name) || Buffer.byteLength(base64, 'base64') > FILE_BYTES) return null;
  return {
    kind: 'file',
    name,
    mediaType,
    base64,
    instead: pageTexts(plain(texts.leftOut([texts.aFile(name)]))),
  };
}

/** The first messages of a reply that has too many, and where to read all of it. */
async function cutLong(
  parts: readonly OaMessage[],
  share: ShareFile,
  personal: boolean,
): Promise<readonly OaMessage[]> {
  if (parts.length <= MOST_MESSAGES) return parts;
  const first = parts.slice(0, MOST_MESSAGES - 1);
  if (personal) return [...first, textMessage(texts.personalRest)];
  const whole = parts.map(wordsOf).join('\n\n');
  const name = texts.fullTextName;
  const link = await share({ name, mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from(whole) });
  const more = link === null ? texts.restLeftOut : texts.restLink(link.url, texts.minutes(link.minutes));
  return [...first, textMessage(more)];
}

function wordsOf(message: OaMessage): string {
  if (message.kind === 'text') return message.text;
  return message.kind === 'notice' ? message.text : message.instead.join('\n');
}

/** Puts the choices under the last message, or after it where they do not fit. */
function withChoices(parts: readonly OaMessage[], offered: readonly Choice[]): readonly OaMessage[] {
  const shown = shownChoices(offered);
  if (shown.length === 0) return parts.length > 0 ? parts : renderSentence(texts.nothingToShow);
  const choices = shown.map(({ send }) => send);
  const last = parts.at(-1);
  const words = last?.kind === 'text' ? last.text : '';
  const before = last?.kind === 'text' ? parts.slice(0, -1) : parts;
  const numbered = withNumbers(words, choiceLines(offered));
  if (shown.length > MOST_BUTTONS) return [...before, ...wordMessages(numbered, choices)];
  const buttons = shown.map(({ label, send }) => ({ title: shortenLine(label, BUTTON_LIMIT), send }));
  const text = words === '' ? texts.chooseNext : words;
  return [...before, { kind: 'text', text, buttons, choices, instead: [...numbered] }];
}

function withNumbers(words: string, lines: string): readonly string[] {
  if (words === '') return pageTexts(plain(lines));
  const together = `${words}\n\n${lines}`;
  return together.length <= TEXT_LIMIT ? [together] : [words, ...pageTexts(plain(lines))];
}
