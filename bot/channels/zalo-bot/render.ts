import type { Block, Reply } from '../../message.ts';
import { blockWords, fileBytes } from '../../reply/blockWords.ts';
import { join, plain, type RichText } from '../richText.ts';
import { firstSentence } from '../shortenLine.ts';
import { sourceLines } from '../sources.ts';
import { splitRichText } from '../split.ts';
import type { WordBlock } from '../stackBlocks.ts';
import { renderBlocks } from './blocks.ts';
import { choiceLines } from './choices.ts';
import type { Share, SharedFile } from './sharedFiles.ts';
import { texts } from './texts.ts';

/** What one message may hold: the server's 2,000 characters, counted in UTF-16 units, which are never fewer. */
export const MESSAGE_LIMIT = 2000;
/** Every message counts against the month's allowance: what is longer is read by a link. */
const MOST_PAGES = 8;

/** One message to send. */
export type OutgoingMessage =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'photo';
      readonly url: string;
      readonly caption: string;
      /** What is said when it cannot be sent; at least one. */
      readonly instead: readonly string[];
    };

/** Gives a file a link; `null` where there is no address to hand it out from, or it is too large. */
export type ShareFile = (file: SharedFile) => Share | null;

/** A sentence of the channel itself as messages. */
export function renderSentence(sentence: string): readonly OutgoingMessage[] {
  return toPages(plain(sentence));
}

/**
 * A reply as messages, in the order in which to send them: at least one, each within the server's limits. Pictures and files
 * go by link; what cannot is named in words. Choices stand numbered in the last message.
 */
export function renderReply(reply: Reply, share: ShareFile): readonly OutgoingMessage[] {
  const parts: OutgoingMessage[] = [];
  const leftOut: string[] = [];
  let words: WordBlock[] = [];
  const flush = (after: RichText) => {
    parts.push(...toPages(join([renderBlocks(words), after], '\n\n')));
    words = [];
  };
  for (const block of reply.blocks) {
    if (block.kind === 'picture') {
      const photo = toPhoto(block, share);
      if (photo === null) {
        leftOut.push(texts.aPicture);
        words.push(inWords(block.alt.trim() === '' ? '' : blockWords.picture(block.alt)));
      } else {
        flush(plain(''));
        parts.push(photo);
      }
    } else if (block.kind === 'file') {
      const { name, mediaType } = block;
      const shared = share({ name, mediaType, bytes: fileBytes(block) });
      if (shared === null) leftOut.push(texts.aFile(name));
      else
        words.push(
          inWords(texts.fileLink(blockWords.file(block), shared.url, texts.minutes(shared.minutes))),
        );
    } else {
      words.push(block);
    }
  }
  if (leftOut.length > 0) words.push(inWords(texts.leftOut([...new Set(leftOut)])));
  flush(renderSources(reply.blocks));
  return withChoices(cutLong(parts, share), choiceLines(reply.choices));
}

const inWords = (text: string): WordBlock => ({ kind: 'text', text, tone: 'plain' });

function toPages(rich: RichText): readonly OutgoingMessage[] {
  return splitRichText(rich, MESSAGE_LIMIT).map(({ text }) => ({ kind: 'text', text }));
}

function toPhoto(
  { png, alt }: Extract<Block, { readonly kind: 'picture' }>,
  share: ShareFile,
): OutgoingMessage | null {
  const bytes = Buffer.from(png, 'base64');
  const shared = share({ name: texts.pictureName, mediaType: 'image/png', bytes });
  if (shared === null) return null;
  const said = splitRichText(plain(blockWords.picture(alt)), MESSAGE_LIMIT).map(({ text }) => text);
  return { kind: 'photo', url: shared.url, caption: firstSentence(alt, MESSAGE_LIMIT), instead: said };
}

/** The first pages of a reply that has too many, and where to read all of it. */
function cutLong(parts: readonly OutgoingMessage[], share: ShareFile): readonly OutgoingMessage[] {
  if (parts.length <= MOST_PAGES) return parts;
  const whole = parts
    .map((part) => (part.kind === 'text' ? part.text : part.instead.join('\n')))
    .join('\n\n');
  const shared = share({
    name: texts.fullTextName,
    mediaType: 'text/plain; charset=utf-8',
    bytes: Buffer.from(whole),
  });
  const more =
    shared === null ? texts.restLeftOut : texts.restLink(shared.url, texts.minutes(shared.minutes));
  return [...parts.slice(0, MOST_PAGES - 1), { kind: 'text', text: more }];
}

/** Adds the choices to the last message, or after it where they do not fit. */
function withChoices(parts: readonly OutgoingMessage[], choices: string): readonly OutgoingMessage[] {
  if (choices === '') return parts.length > 0 ? parts : renderSentence(texts.nothingToShow);
  const last = parts.at(-1);
  if (last?.kind === 'text' && `${last.text}\n\n${choices}`.length <= MESSAGE_LIMIT)
    return [...parts.slice(0, -1), { kind: 'text', text: `${last.text}\n\n${choices}` }];
  return [...parts, ...toPages(plain(choices))];
}

/** Where each quote stands in its document, at the foot of the reply. */
export function renderSources(blocks: readonly Block[]): RichText {
  const lines = sourceLines(blocks);
  if (lines.length === 0) return plain('');
  return join([plain(texts.sourcesTitle), ...lines], '\n');
}
