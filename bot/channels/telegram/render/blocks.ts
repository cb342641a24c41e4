import type { DocumentLine } from '../../../../domain/documentLine.ts';
import type { FindingBlock } from '../../../message.ts';
import {
  blockWords,
  findingLines,
  findingSource,
  rowWords,
  type TableBlock,
} from '../../../reply/blockWords.ts';
import { alignTable, naturalWidths, tableWidth, tidyTable } from '../../alignTable.ts';
import { holdOn, join, plain, type RichText, wrap } from '../../richText.ts';
import { documentFacts } from '../../sources.ts';
import { stackBlocks, type WordBlock } from '../../stackBlocks.ts';
import { texts } from '../texts.ts';

/** Quotes longer than this (UTF-16 units) are folded, so that the answer stays in sight on a phone. */
const LONG_QUOTE = 900;
/** Letters of one width that stand side by side on a small phone. */
const PHONE_COLUMNS = 34;

/** Blocks one below another; a title holds on to what it heads. Pure. */
export function renderBlocks(blocks: readonly WordBlock[]): RichText {
  return stackBlocks(blocks, renderBlock);
}

function renderBlock(block: WordBlock): RichText {
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
    case 'finding':
      return renderFinding(block);
    case 'table':
      return renderTable(block);
  }
}

function renderText(text: string, tone: 'plain' | 'note' | 'warning' | 'title'): RichText {
  const words = plain(text.trim());
  if (tone === 'note') return wrap('italic', words);
  if (tone === 'title') return wrap('bold', words);
  if (tone === 'warning' && words.text !== '')
    return join([plain(`${texts.warningMark} `), wrap('bold', words)]);
  return words;
}

function renderQuote(index: number, label: string, quote: string): RichText {
  const words = plain(quote.trim());
  const head = join([wrap('bold', plain(`[${index}] `)), plain(label)]);
  return holdOn(head, wrap(words.text.length > LONG_QUOTE ? 'folded' : 'quote', words), '\n');
}

function renderFinding(finding: FindingBlock): RichText {
  const { status, title, quote, mark } = finding;
  const head = join([
    plain(`${texts.statusMarks[status]} ${blockWords.status[status]}: `),
    wrap('bold', plain(title.trim())),
  ]);
  const provision = holdOn(
    plain(`${texts.provisionMark} ${findingSource(finding)}`),
    wrap('folded', plain(quote.trim())),
    '\n',
  );
  const body = join(
    [
      ...findingLines(finding).map((line) => plain(line)),
      provision,
      wrap('italic', plain(mark === null ? '' : `(${mark.trim()})`)),
    ],
    '\n',
  );
  return holdOn(head, body, '\n');
}

function renderTable(block: TableBlock): RichText {
  const table = tidyTable(block);
  const title = wrap('bold', plain(table.title ?? ''));
  if (table.rows.length === 0) return join([title, plain(blockWords.noRows)], '\n');
  const widths = naturalWidths(table);
  if (tableWidth(widths) > PHONE_COLUMNS)
    return holdOn(title, join(table.rows.map(renderRow(table)), '\n\n'), '\n');
  const { head, rows } = alignTable(table, widths);
  return holdOn(title, wrap('pre', plain([...head, ...rows.flat()].join('\n'))), '\n');
}

/** A row that is too wide for a phone: its cells one below another, the first one bold. */
function renderRow(table: TableBlock): (row: readonly string[]) => RichText {
  return (row) => {
    const [first = '', ...others] = rowWords(table, row);
    return join([wrap('bold', plain(first)), ...others.map((words) => plain(words))], '\n');
  };
}

function renderDocument(line: DocumentLine): RichText {
  return join(
    [
      wrap('bold', plain(line.name)),
      plain(line.title === null || line.title === line.name ? '' : line.title),
      wrap('italic', plain(documentFacts(line))),
    ],
    '\n',
  );
}
