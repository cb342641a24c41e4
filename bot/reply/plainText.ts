import { writeDate } from '../../domain/citation.ts';
import type { DocumentLine } from '../../domain/documentLine.ts';
import type { Block, FindingBlock, Reply } from '../message.ts';
import { texts } from '../texts.ts';
import { blockWords, findingLines, findingSource, rowWords, type TableBlock } from './blockWords.ts';

/** A reply as plain text; with `choices`, what can be asked next stands below. */
export function replyText(
  { blocks, choices }: Pick<Reply, 'blocks' | 'choices'>,
  shown: { readonly choices: boolean } = { choices: false },
): string {
  const texted = blocks.map(blockText);
  if (shown.choices && choices.length > 0) {
    texted.push([texts.seeAlso, ...choices.map(({ label }) => `- ${label}`)].join('\n'));
  }
  return texted.join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return `“${block.citation.quote}”\n— [${block.index}] ${block.label}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'documents':
      return block.documents.map((document) => `- ${documentText(document)}`).join('\n');
    case 'finding':
      return findingText(block);
    case 'table':
      return tableText(block);
    case 'picture':
      return blockWords.picture(block.alt);
    case 'file':
      return blockWords.file(block);
  }
}

function findingText(finding: FindingBlock): string {
  const { status, title, quote, mark } = finding;
  return [
    `${blockWords.status[status]}: ${title}`,
    ...findingLines(finding),
    quote === '' ? `— ${findingSource(finding)}` : `“${quote}”\n— ${findingSource(finding)}`,
    ...(mark === null ? [] : [`(${mark})`]),
  ].join('\n');
}

function tableText(table: TableBlock): string {
  const rows = table.rows.map((row) => `- ${rowWords(table, row).join('; ')}`);
  return [
    ...(table.title === null ? [] : [table.title]),
    ...(rows.length === 0 ? [blockWords.noRows] : rows),
  ].join('\n');
}

/** One line on a document: name, title, effect. */
export function documentText({ name, title, effective }: DocumentLine): string {
  const about = title === null ? '' : `: ${title}`;
  return `${name}${about}${effective === null ? '' : ` (${texts.effective(writeDate(effective))})`}`;
}
