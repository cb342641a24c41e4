import type { Element, Node } from '@xmldom/xmldom';
import { isNoteName, noteMark } from '../../noteMarks.ts';
import { child, children } from '../docx/docxXml.ts';
import type { LeftOut } from '../leftOut.ts';
import type { NoteQueue } from '../noteQueue.ts';
import { linesOfParagraph } from '../paragraphLines.ts';
import { type TableRow, tableLines } from '../pdf/layoutTable.ts';
import { raisedText } from '../raisedText.ts';
import type { RawLine } from '../rawDocument.ts';
import { type ListCount, type OdfNumbering, OUTLINE } from './numbering.ts';
import { type OdfStyle, type OdfStyles, plainOdfStyle, within } from './styles.ts';

export type OdfContext = {
  readonly styles: OdfStyles;
  readonly numbering: OdfNumbering;
  readonly leftOut: LeftOut;
  /** Notes that were called since somebody took them away; each with its mark before its words. */
  readonly called: string[];
  /** Where the lists stand, by their id and by their style. */
  readonly counts: Map<string, ListCount>;
};

type ListPlace = { readonly style: string | null; readonly level: number; readonly count: ListCount };

/** A paragraph while it is collected. */
type Collected = { text: string; readonly boxes: RawLine[] };

/** Never more blanks or repeated cells than a page holds: a count in a file can be any number. */
const mostRepeats = 200;

function repeats(element: Element, name: string): number {
  const count = Number(element.getAttribute(name) ?? 1);
  return Number.isFinite(count) ? Math.min(Math.max(1, count), mostRepeats) : 1;
}

const skipped = new Set([
  'text:tracked-changes',
  'text:ruby-text',
  'office:forms',
  'text:bibliography-mark',
  'svg:title',
  'svg:desc',
  'presentation:notes',
]);

/** Whether an element is marked as not shown, by itself or, a sheet, by its style. */
export function isHiddenElement(element: Element, context: OdfContext): boolean {
  const of = (name: string) => element.getAttribute(name);
  if (element.nodeName === 'text:hidden-text' || element.nodeName === 'text:hidden-paragraph')
    return of('text:is-hidden') !== 'false';
  if (element.nodeName === 'text:section')
    return (
      of('text:display') === 'none' || (of('text:display') === 'condition' && of('text:is-hidden') === 'true')
    );
  if (/^table:table-(?:row|column)$/.test(element.nodeName))
    return /^(?:collapse|filter)$/.test(of('table:visibility') ?? '');
  if (element.nodeName === 'table:table') {
    const style = context.styles.element('table', of('table:style-name'));
    return child(style, 'style:table-properties')?.getAttribute('table:display') === 'false';
  }
  return false;
}

function addText(text: string, style: OdfStyle, context: OdfContext, into: Collected): void {
  if (text.trim() !== '') {
    if (style.hidden === true) {
      context.leftOut.hiddenRuns += 1;
      return;
    }
    if (style.white === true && style.shaded !== true) {
      context.leftOut.whiteRuns += 1;
      return;
    }
  } else if (style.hidden === true) return;
  // White space of the file itself is one space; a line break is an element.
  const plain = text.replace(/[ \t\r\n]+/g, ' ');
  const shown = style.capitals === true ? plain.toLocaleUpperCase('vi') : plain;
  into.text += style.raised === true ? raisedText(shown, into.text) : shown;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function collect(parent: Element, style: OdfStyle, context: OdfContext, into: Collected): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 || node.nodeType === 4) addText(node.nodeValue ?? '', style, context, into);
    else if (isElement(node)) collectPart(node, style, context, into);
  }
}

function collectPart(part: Element, style: OdfStyle, context: OdfContext, into: Collected): void {
  switch (part.nodeName) {
    case 'text:span':
      collect(
        part,
        within(style, context.styles.of('text', part.getAttribute('text:style-name'))),
        context,
        into,
      );
      return;
    case 'text:s':
    case 'text:tab':
      into.text += ' ';
      return;
    case 'text:line-break':
      into.text += '\n';
      return;
    case 'text:note':
      into.text += callNote(part, context);
      return;
    case 'office:annotation':
      context.leftOut.comments += 1;
      return;
    case 'office:annotation-end':
    case 'text:number':
      return;
    case 'draw:text-box':
      into.boxes.push(...odfLines(part, plainOdfStyle, context));
      return;
    case 'draw:frame':
    case 'draw:custom-shape':
    case 'draw:g':
      into.boxes.push(...shapeLines(part, context));
      return;
  }
  if (skipped.has(part.nodeName)) return;
  if (isHiddenElement(part, context)) context.leftOut.hiddenRuns += 1;
  else collect(part, style, context, into);
}

/** Takes a note up and gives its mark. */
function callNote(note: Element, context: OdfContext): string {
  const cited = (child(note, 'text:note-citation')?.textContent ?? '').replace(/[\s()[\]]+/gu, '');
  const mark = noteMark(isNoteName(cited) ? cited : '*');
  const body = child(note, 'text:note-body');
  const place = context.called.length;
  const read = body === undefined ? [] : odfLines(body, plainOdfStyle, context);
  const words = read
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (words !== '') context.called.splice(place, 0, `${mark} ${words}`);
  return mark;
}

/** The text of a drawing: what its shapes hold, in the file's order. */
function shapeLines(shape: Element, context: OdfContext): readonly RawLine[] {
  const own = context.styles.of('graphic', shape.getAttribute('draw:style-name'));
  // What a shape is filled with may come from far away; white letters in it mostly show.
  return odfLines(shape, { ...plainOdfStyle, shaded: own.shaded ?? true }, context);
}

function cellLines(cell: Element, outer: OdfStyle, context: OdfContext): readonly RawLine[] {
  const own = context.styles.of('table-cell', cell.getAttribute('table:style-name'));
  const lines = odfLines(cell, within(outer, own), context);
  return lines.filter((line) => line.role !== 'blank');
}

function rowCells(
  row: Element,
  hiddenColumns: ReadonlySet<number>,
  outer: OdfStyle,
  context: OdfContext,
): TableRow {
  const cells: (readonly RawLine[])[] = [];
  let column = 0;
  for (const cell of children(row)) {
    const isCovered = cell.nodeName === 'table:covered-table-cell';
    if (cell.nodeName !== 'table:table-cell' && !isCovered) continue;
    const lines = cellLines(cell, outer, context);
    const times = repeats(cell, 'table:number-columns-repeated');
    for (let time = 0; time < times; time += 1, column += 1) {
      if (!hiddenColumns.has(column)) {
        if (!isCovered) cells.push(lines);
      } else if (lines.length > 0) context.leftOut.hiddenRuns += 1;
    }
  }
  while (cells.length > 1 && cells.at(-1)?.length === 0) cells.pop();
  return cells;
}

/** The rows of a table or sheet, hidden ones and hidden columns left out. */
export function tableRows(table: Element, outer: OdfStyle, context: OdfContext): readonly TableRow[] {
  const rows: TableRow[] = [];
  const hiddenColumns = new Set<number>();
  let column = 0;
  const visit = (element: Element) => {
    for (const part of children(element)) {
      if (
        /^table:table-(?:header-rows|rows|row-group|header-columns|columns|column-group)$/.test(part.nodeName)
      )
        visit(part);
      else if (part.nodeName === 'table:table-column') {
        const times = repeats(part, 'table:number-columns-repeated');
        for (let time = 0; time < times; time += 1, column += 1)
          if (isHiddenElement(part, context)) hiddenColumns.add(column);
      } else if (part.nodeName === 'table:table-row') {
        if (isHiddenElement(part, context)) {
          if ((part.textContent ?? '').trim() !== '') context.leftOut.hiddenRuns += 1;
          continue;
        }
        const cells = rowCells(part, hiddenColumns, outer, context);
        const times = cells.every((cell) => cell.length === 0)
          ? 1
          : repeats(part, 'table:number-rows-repeated');
        for (let time = 0; time < times; time += 1) rows.push(cells);
      }
    }
  };
  visit(table);
  return rows;
}

function paragraphLines(
  part: Element,
  number: string,
  outer: OdfStyle,
  context: OdfContext,
  queue?: NoteQueue,
): readonly RawLine[] {
  const style = within(outer, context.styles.of('paragraph', part.getAttribute('text:style-name')));
  const collected: Collected = { text: '', boxes: [] };
  collect(part, style, context, collected);
  const own = collected.text.trim();
  const heading = part.nodeName === 'text:h' || style.heading === true;
  const text = own === '' ? '' : number + own;
  return [...linesOfParagraph(queue?.placed(text) ?? text, heading), ...collected.boxes];
}

function headingNumber(part: Element, context: OdfContext): string {
  const count = context.counts.get(OUTLINE) ?? new Map<number, number>();
  context.counts.set(OUTLINE, count);
  if (part.getAttribute('text:is-list-header') === 'true') return '';
  const level = Number(part.getAttribute('text:outline-level') ?? 1);
  return context.numbering.next(OUTLINE, level, count, part.getAttribute('text:start-value'));
}

function openList(list: Element, inside: ListPlace | null, context: OdfContext): ListPlace {
  const style = list.getAttribute('text:style-name') ?? inside?.style ?? null;
  if (inside !== null) return { style, level: inside.level + 1, count: inside.count };
  const earlier =
    list.getAttribute('text:continue-list') ??
    (list.getAttribute('text:continue-numbering') === 'true' ? `style ${style}` : null);
  const count: ListCount = (earlier === null ? undefined : context.counts.get(earlier)) ?? new Map();
  context.counts.set(list.getAttribute('xml:id') ?? '', count);
  context.counts.set(`style ${style}`, count);
  return { style, level: 1, count };
}

/**
 * The lines of a body, a cell, a note, a text box or a slide, in document order.
 * @param queue of the body: where the notes stand that are called in it, and in the cells and boxes in it
 */
export function odfLines(
  container: Element,
  outer: OdfStyle,
  context: OdfContext,
  { place = null, queue }: { readonly place?: ListPlace | null; readonly queue?: NoteQueue } = {},
): readonly RawLine[] {
  const lines: RawLine[] = [];
  const add = (found: readonly RawLine[]) => {
    lines.push(...(queue === undefined ? found : queue.around(found, context.called.splice(0))));
  };
  const visitItem = (item: Element, at: ListPlace) => {
    const [first] = children(item);
    const isCounted =
      item.nodeName === 'text:list-item' && first !== undefined && first.nodeName !== 'text:list';
    let number = isCounted
      ? context.numbering.next(at.style, at.level, at.count, item.getAttribute('text:start-value'))
      : '';
    for (const part of children(item)) {
      if (part.nodeName === 'text:p' || part.nodeName === 'text:h') {
        add(paragraphLines(part, number, outer, context, queue));
        number = '';
      } else visit(part, at);
    }
  };
  const visit = (part: Element, at: ListPlace | null) => {
    if (skipped.has(part.nodeName)) {
      const deletions = [...children(part)].filter((region) => child(region, 'text:deletion') !== undefined);
      context.leftOut.revisions += deletions.length;
    } else if (isHiddenElement(part, context)) context.leftOut.hiddenRuns += 1;
    else if (part.nodeName === 'text:p') add(paragraphLines(part, '', outer, context, queue));
    else if (part.nodeName === 'text:h')
      add(paragraphLines(part, headingNumber(part, context), outer, context, queue));
    else if (part.nodeName === 'text:list') {
      const own = openList(part, at, context);
      for (const item of children(part)) visitItem(item, own);
    } else if (part.nodeName === 'table:table') add(tableLines(tableRows(part, outer, context)));
    else if (part.nodeName === 'office:annotation') context.leftOut.comments += 1;
    else for (const inner of children(part)) visit(inner, at);
  };
  for (const part of children(container)) visit(part, place);
  lines.push(...(queue?.rest() ?? []));
  return lines;
}
