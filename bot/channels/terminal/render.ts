import { styleText } from 'node:util';
import { writeDate } from '../../../domain/citation.ts';
import type { DocumentLine } from '../../../domain/documentLine.ts';
import { cleanText } from '../../../vietnamese/text.ts';
import type { Block, Choice, FindingBlock, Reply } from '../../message.ts';
import { blockWords, findingLines, findingSource } from '../../reply/blockWords.ts';
import { renderTable } from './table.ts';
import { texts } from './texts.ts';
import { wrapWords } from './wrap.ts';

export type TerminalLook = {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
};

/** Wider lines are hard to read. */
const WIDEST = 100;
const NARROWEST = 20;

type Style = Parameters<typeof styleText>[0];
type Ink = (style: Style, text: string) => string;

/**
 * A reply as lines for a terminal, without a final line break. Control characters of the text, which could move the
 * cursor or change colours, are dropped. Pure.
 */
export function renderForTerminal(reply: Reply, { width, colour }: TerminalLook): string {
  const ink: Ink = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const room = Math.min(Math.max(width, NARROWEST), WIDEST);
  const parts = reply.blocks.map((block) => renderBlock(block, room, ink));
  return [...parts, renderChoices(reply.choices, room, ink)].filter((part) => part !== '').join('\n\n');
}

function renderBlock(block: Block, width: number, ink: Ink): string {
  switch (block.kind) {
    case 'text':
      return renderText(block.text, block.tone, width, ink);
    case 'quote': {
      const page = block.citation.page === null ? '' : `, ${texts.page(block.citation.page)}`;
      const head = hang(`[${block.index}] `, `${block.label}${page}`, width).map((line) => ink('bold', line));
      return [...head, ...behindBar(block.citation.quote, width, ink)].join('\n');
    }
    case 'list':
      return block.items.flatMap((item) => hang('• ', item, width)).join('\n');
    case 'documents':
      return block.documents.map((line) => renderDocument(line, width, ink)).join('\n');
    case 'finding':
      return renderFinding(block, width, ink);
    case 'table':
      return renderTable(block, width, (heading) => ink('bold', heading));
    case 'picture':
      return hang('', blockWords.picture(block.alt), width).join('\n');
    case 'file':
      return hang('', texts.fileElsewhere(blockWords.file(block)), width).join('\n');
  }
}

const toneStyles = { plain: null, note: 'dim', warning: 'yellow', title: 'bold' } as const;

function renderText(text: string, tone: keyof typeof toneStyles, width: number, ink: Ink): string {
  if (cleanText(text).trim() === '') return '';
  const lines = tone === 'warning' ? hang(`${texts.warningMark} `, text, width) : hang('', text, width);
  const style = toneStyles[tone];
  return lines.map((line) => (style === null ? line : ink(style, line))).join('\n');
}

const findingLooks = {
  met: { mark: '✓', style: 'green' },
  missing: { mark: '✗', style: 'red' },
  unknown: { mark: '?', style: 'yellow' },
} as const;

function renderFinding(finding: FindingBlock, width: number, ink: Ink): string {
  const { mark, style } = findingLooks[finding.status];
  const title = `${blockWords.status[finding.status]}: ${finding.title}`;
  return [
    ...hang(`${mark} `, title, width).map((line) => ink(['bold', style], line)),
    ...findingLines(finding).flatMap((line) => indent(line, width)),
    ...indent(findingSource(finding), width).map((line) => ink('bold', line)),
    ...behindBar(finding.quote, width, ink),
    ...(finding.mark === null ? [] : indent(`(${finding.mark})`, width).map((line) => ink('dim', line))),
  ].join('\n');
}

/** Words of a provision, set apart from our own. */
function behindBar(quote: string, width: number, ink: Ink): readonly string[] {
  const words = cleanText(quote).trim();
  if (words === '') return [];
  return wrapWords(words, width - 4).map((line) => `  ${ink('cyan', '│')} ${line}`.trimEnd());
}

function indent(text: string, width: number): readonly string[] {
  return hang('  ', text, width);
}

function renderDocument(line: DocumentLine, width: number, ink: Ink): string {
  const [first = '', ...more] = hang('• ', line.name, width);
  const facts = [
    line.effective === null ? null : texts.effective(writeDate(line.effective)),
    texts.kind(line.kind),
    line.sample ? texts.sample : null,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
  return [
    ...[first, ...more].map((name) => ink('bold', name)),
    ...(line.title === null || line.title === line.name ? [] : hang('  ', line.title, width)),
    ...(facts === '' ? [] : hang('  ', facts, width).map((fact) => ink('dim', fact))),
  ].join('\n');
}

function renderChoices(choices: readonly Choice[], width: number, ink: Ink): string {
  if (choices.length === 0) return '';
  const lines = choices.flatMap(({ label }, index) => hang(`  ${index + 1}. `, label, width));
  return [ink('dim', texts.choices), ...lines].join('\n');
}

/** The first line begins with `mark`, the others are indented as far. */
function hang(mark: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(mark.length);
  return wrapWords(cleanText(text).trim(), width - mark.length).map((line, index) =>
    `${index === 0 ? mark : indent}${line}`.trimEnd(),
  );
}
