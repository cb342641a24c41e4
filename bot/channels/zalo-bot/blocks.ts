import type { DocumentLine } from '../../../domain/documentLine.ts';
import type { FindingBlock } from '../../message.ts';
import {
  blockWords,
  findingLines,
  findingSource,
  rowWords,
  type TableBlock,
} from '../../reply/blockWords.ts';
import { tidyTable } from '../alignTable.ts';
import { holdOn, join, plain, type RichText, wrap } from '../richText.ts';
import { documentFacts } from '../sources.ts';
import { stackBlocks, type WordBlock } from '../stackBlocks.ts';
import { texts } from './texts.ts';

/**
 * Blocks one below another, in words alone: Zalo shows no markup, and its letters have no one width. A head holds on to what
 * follows. Pure.
 */
export function renderBlocks(blocks: readonly WordBlock[]): RichText {
  return stackBlocks(blocks, renderBlock);
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
  const title = line.title === null || line.title === line.name ? '' : line.title;
  return wrap('keep', plain([`• ${line.name}`, title, documentFacts(line)].filter(Boolean).join('\n')));
}
