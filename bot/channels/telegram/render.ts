import type { Citation } from '../../../domain/citation.ts';
import { writeDate } from '../../../domain/citation.ts';
import type { DocumentLine } from '../../../domain/documentLine.ts';
import type { Block, Choice, Reply } from '../../message.ts';
import { join, plain, type RichText, toHtml, wrap } from './richText.ts';
import { splitRichText } from './split.ts';
import { texts } from './texts.ts';

export type Button = { readonly text: string; readonly callback_data: string };

/** One message to send, ready for `sendMessage`. */
export type OutgoingMessage = {
  readonly html: string;
  /** The same words without tags, should the server refuse the HTML. */
  readonly plain: string;
  /** Rows of an inline keyboard; on the last message of a reply only. */
  readonly keyboard: readonly (readonly Button[])[];
};

/** Quotes longer than this (UTF-16 units) are folded, so that the answer stays in sight on a phone. */
const LONG_QUOTE = 900;
const BUTTON_LIMIT = 60;
const CALLBACK_BYTES = 64;
/** The server takes no more buttons than this. */
const MOST_BUTTONS = 100;

/**
 * A reply as Telegram messages, in the order in which to send them: at least one, each within the server's limits.
 * Pure.
 */
export function renderReply(reply: Reply): readonly OutgoingMessage[] {
  const keyboard = renderChoices(reply.choices);
  const body = join([...reply.blocks.map(renderBlock), renderSources(reply.blocks)], '\n\n');
  const otherwise = plain(keyboard.length > 0 ? texts.chooseBelow : texts.nothingToShow);
  const pieces = splitRichText(body);
  return toMessages(pieces.length > 0 ? pieces : [otherwise], keyboard);
}

/** A sentence of the channel itself as messages. */
export function renderSentence(sentence: string): readonly OutgoingMessage[] {
  return toMessages(splitRichText(plain(sentence)), []);
}

function toMessages(pieces: readonly RichText[], keyboard: OutgoingMessage['keyboard']): OutgoingMessage[] {
  return pieces.map((piece, index) => ({
    html: toHtml(piece),
    plain: piece.text,
    keyboard: index === pieces.length - 1 ? keyboard : [],
  }));
}

function renderBlock(block: Block): RichText {
  switch (block.kind) {
    case 'text':
      return renderText(block.text, block.tone);
    case 'quote':
      return renderQuote(block.index, block.label, block.citation.quote);
    case 'documents':
      return join(block.documents.map(renderDocument), '\n\n');
    case 'list':
      return join(
        block.items.map((item) => join([plain('• '), plain(item)])),
        '\n',
      );
  }
}

function renderText(text: string, tone: 'plain' | 'note' | 'warning'): RichText {
  const words = plain(text.trim());
  if (tone === 'note') return wrap('italic', words);
  if (tone === 'warning' && words.text !== '')
    return join([plain(`${texts.warningMark} `), wrap('bold', words)]);
  return words;
}

function renderQuote(index: number, label: string, quote: string): RichText {
  const words = plain(quote.trim());
  const head = join([wrap('bold', plain(`[${index}] `)), plain(label)]);
  const quoted = wrap(words.text.length > LONG_QUOTE ? 'folded' : 'quote', words);
  const whole = join([head, quoted], '\n');
  // The citation holds on to the first character of its quote, so that no split leaves it at the foot of a message.
  const kept = Math.min(head.text.length + 2, whole.text.length);
  return { text: whole.text, spans: [{ kind: 'keep', start: 0, end: kept }, ...whole.spans] };
}

function renderDocument(line: DocumentLine): RichText {
  const facts = [
    line.effective === null ? null : texts.effective(writeDate(line.effective)),
    texts.kind(line.kind),
    line.sample ? texts.sample : null,
  ].filter((fact) => fact !== null);
  return join(
    [
      wrap('bold', plain(line.name)),
      plain(line.title === null || line.title === line.name ? '' : line.title),
      wrap('italic', plain(facts.join(' · '))),
    ],
    '\n',
  );
}

/** Where each quote stands in its document, folded at the foot of the reply. */
function renderSources(blocks: readonly Block[]): RichText {
  const sources = blocks.filter((block) => block.kind === 'quote');
  if (sources.length === 0) return plain('');
  const lines = sources.map(({ index, citation }) =>
    wrap('keep', plain(`[${index}] ${describeSource(citation)}`)),
  );
  return wrap('folded', join([wrap('bold', plain(texts.sourcesTitle)), ...lines], '\n'));
}

function describeSource(citation: Citation): string {
  const place = [citation.document, ...citation.path].join(' › ');
  // That it took effect is no proof that it still holds: nobody here knows of a repeal. Only the contrary is said.
  const force = citation.inForce === false ? texts.notInForce : null;
  return [
    place,
    citation.page === null ? null : texts.page(citation.page),
    texts.kind(citation.kind) ?? force,
    citation.sample ? texts.sample : null,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

function renderChoices(choices: readonly Choice[]): OutgoingMessage['keyboard'] {
  return choices
    .map((choice) => ({ text: shortenLabel(choice.label), callback_data: choice.send }))
    .filter(({ text, callback_data }) => text !== '' && fitsCallback(callback_data))
    .slice(0, MOST_BUTTONS)
    .map((button) => [button]);
}

function fitsCallback(send: string): boolean {
  const bytes = Buffer.byteLength(send, 'utf8');
  return bytes >= 1 && bytes <= CALLBACK_BYTES && send.isWellFormed();
}

/** Cut at a word, with an ellipsis, to what a phone shows on a button. */
export function shortenLabel(label: string): string {
  const line = plain(label).text.replace(/\s+/g, ' ').trim();
  if (line.length <= BUTTON_LIMIT) return line;
  const [first] = splitRichText(plain(line), BUTTON_LIMIT - 1);
  return `${(first?.text ?? '').replace(/[\s,;:.–-]+$/u, '')}…`;
}
