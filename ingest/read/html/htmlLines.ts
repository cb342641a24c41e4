import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { letter, ownMarker, roman } from '../listMarker.ts';
import { type TableRow, tableLines } from '../pdf/layoutTable.ts';
import type { RawLine } from '../rawDocument.ts';

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hgroup hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const headings = /^h[1-6]$/;

const blank: RawLine = { text: '', page: null, role: 'blank' };

function numbered(value: number, type: string): string {
  switch (type) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return letter(value);
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return letter(value).toUpperCase();
    case 'i':
    case 'lower-roman':
      return roman(value);
    case 'I':
    case 'upper-roman':
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** The marker of each item of a list, `''` where the page shows none. */
function markers($: CheerioAPI, list: Element): ReadonlyMap<Element, string> {
  const style = $(list).attr('style') ?? '';
  const listStyle = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase();
  const items = $(list).children('li').toArray();
  if (listStyle === 'none') return new Map(items.map((item) => [item, '']));
  if (list.name === 'ul') return new Map(items.map((item) => [item, '- ']));
  const type = listStyle ?? $(list).attr('type') ?? '1';
  const reversed = $(list).attr('reversed') !== undefined;
  let value = Number($(list).attr('start') ?? (reversed ? items.length : 1));
  const result = new Map<Element, string>();
  for (const item of items) {
    const own = Number($(item).attr('value') ?? Number.NaN);
    if (Number.isInteger(own)) value = own;
    result.set(item, `${numbered(value, type)}. `);
    value += reversed ? -1 : 1;
  }
  return result;
}

class LineCollector {
  readonly lines: RawLine[] = [];
  readonly #$: CheerioAPI;
  #text = '';
  #prefix = '';
  #heading = false;
  #keepBreaks = false;

  constructor($: CheerioAPI) {
    this.#$ = $;
  }

  flush(): void {
    const pieces = this.#text
      .split('\n')
      .map((piece) => piece.replace(/\s+/g, ' ').trim())
      .filter((piece) => piece !== '');
    this.#text = '';
    if (pieces.length === 0) return;
    const role = this.#heading ? 'heading' : pieces.length === 1 ? 'paragraph' : 'line';
    for (const [index, piece] of pieces.entries()) {
      const prefix = index === 0 && !ownMarker.test(piece) ? this.#prefix : '';
      this.lines.push({ text: prefix + piece, page: null, role });
    }
    this.#prefix = '';
    // Lines broken by hand end with their block: without a separation they would run into the next one.
    if (role === 'line') this.lines.push(blank);
  }

  visitAll(nodes: readonly AnyNode[]): void {
    for (const node of nodes) this.#visit(node);
  }

  #visit(node: AnyNode): void {
    if (isText(node)) {
      this.#text += this.#keepBreaks ? node.data : node.data.replace(/\s+/g, ' ');
      return;
    }
    if (!isTag(node)) return;
    if (node.name === 'br') this.#text += '\n';
    else if (node.name === 'table') this.#table(node);
    else if (node.name === 'ol' || node.name === 'ul') this.#list(node);
    else if (headings.test(node.name)) this.#block(node, true);
    else if (blocks.has(node.name)) this.#block(node, false);
    else this.visitAll(node.children);
  }

  #block(node: Element, heading: boolean): void {
    this.flush();
    const before = { heading: this.#heading, keepBreaks: this.#keepBreaks };
    this.#heading ||= heading;
    this.#keepBreaks ||= node.name === 'pre';
    this.visitAll(node.children);
    this.flush();
    this.#heading = before.heading;
    this.#keepBreaks = before.keepBreaks;
  }

  #list(list: Element): void {
    this.flush();
    const marker = markers(this.#$, list);
    for (const node of list.children) {
      if (isTag(node) && marker.has(node)) {
        this.#prefix = marker.get(node) ?? '';
        this.#block(node, false);
        this.#prefix = '';
      } else this.#visit(node);
    }
  }

  #table(table: Element): void {
    this.flush();
    const rows: TableRow[] = [];
    const own = (element: Element) => this.#$(element).closest('table').get(0) === table;
    for (const caption of this.#$('caption', table).toArray().filter(own)) this.#block(caption, false);
    for (const row of this.#$('tr', table).toArray().filter(own)) {
      const cells = this.#$(row).children('td, th').toArray();
      rows.push(cells.map((cell) => htmlLines(this.#$, this.#$(cell))));
    }
    this.lines.push(...tableLines(rows));
  }
}

/** The lines of an element in reading order: blocks as paragraphs, `<br>` as line ends, tables as rows. */
export function htmlLines($: CheerioAPI, root: Cheerio<Element>): readonly RawLine[] {
  const collector = new LineCollector($);
  for (const element of root.toArray()) collector.visitAll(element.children);
  collector.flush();
  return collector.lines;
}
