import { writeDate } from '../../../domain/citation.ts';
import type { DocumentLine } from '../../../domain/documentLine.ts';
import { blockWords, findingLines, findingSource, rowWords, type TableBlock } from '../../blockWords.ts';
import type { Block, FindingBlock } from '../../message.ts';
import { tidyTable } from '../alignTable.ts';
import { join, plain, type RichText, wrap } from '../telegram/richText.ts';
import { texts } from './texts.ts';

/** Blocks that are said in words; the others are uploads. */
export type WordBlock = Exclude<Block, { readonly kind: 'picture' | 'file' }>;

/**
 * Blocks one below another, in words alone: Zalo shows no markup, and its letters have no one width. A head holds on to what
 * follows. Pure.
 */
export function renderBlocks(blocks: readonly WordBlock[]): RichText {
  return blocks.reduceRight<RichText>((rest, block) => {
    const words = renderBlock(block);
    const heads = block.kind === 'text' && block.tone === 'title';
    return heads ? holdOn(words, rest, '\n\n') : join([words, rest], '\n\n');
  }, plain(''));
}

function renderBlock(block: WordBlock): RichText {
  switch (block.kind) {
    case 'text':
      return plain(
        block.tone === 'warning' && block.text.trim() !== ''
          ? `${texts.warningMark} ${block.text.trim()}`
          : block.text.trim(),
      );
    case 'quote':
      return quoted(`[${block.index}] ${block.label}`, block.citation.quote);
    case 'documents':
      return join(block.documents.map(renderDocument), '\n\n');
    case 'list':
      return plain(block.items.map((item) => `• ${item}`).join('\n'));
    case 'finding':
      return renderFinding(block);
    case 'table':
      return renderTable(block);
  }
}

/** `head` keeps the first character of `body` beside it, so that no split leaves it at the foot of a message. */
function holdOn(head: RichText, body: RichText, separator: string): RichText {
  const whole = join([head, body], separator);
  const kept = Math.min(head.text.length + separator.length + 1, whole.text.length);
  return { text: whole.text, spans: [{ kind: 'keep', start: 0, end: kept }, ...whole.spans] };
}

/** The words of a provision below where they stand. */
function quoted(head: string, quote: string): RichText {
  const words = quote.trim();
  return holdOn(plain(head), plain(words === '' ? '' : `“${words}”`), '\n');
}

function renderFinding(finding: FindingBlock): RichText {
  const { status, title, quote, mark } = finding;
  const head = plain(`${texts.statusMarks[status]} ${blockWords.status[status]}: ${title.trim()}`);
  const body = join(
    [
      ...findingLines(finding).map((line) => plain(line)),
      quoted(`${texts.provisionMark} ${findingSource(finding)}`, quote),
      plain(mark === null ? '' : `(${mark.trim()})`),
    ],
    '\n',
  );
  return holdOn(head, body, '\n');
}

/** A line a row: `• Phường Nam Lam: 12`, or with the names of the columns where there are more than two. */
function renderTable(block: TableBlock): RichText {
  const table = tidyTable(block);
  const rows = table.rows.map((row) => {
    const [first = '', ...others] = row;
    if (first === '') return `• ${rowWords(table, row).join('; ')}`;
    if (others.length === 1) return `• ${first}: ${others[0]}`;
    const rest = rowWords({ ...table, columns: table.columns.slice(1) }, others);
    return rest.length === 0 ? `• ${first}` : `• ${first} – ${rest.join('; ')}`;
  });
  return holdOn(plain(table.title ?? ''), plain(rows.join('\n') || blockWords.noRows), '\n');
}

function renderDocument(line: DocumentLine): RichText {
  const facts = [
    line.effective === null ? null : texts.effective(writeDate(line.effective)),
    texts.kind(line.kind),
    line.sample ? texts.sample : null,
  ].filter((fact) => fact !== null);
  const title = line.title === null || line.title === line.name ? '' : line.title;
  return wrap('keep', plain([`• ${line.name}`, title, facts.join(' · ')].filter(Boolean).join('\n')));
}
