import { convertRuns, type Run } from '../../vietnamese/legacy/convert.ts';
import { ENCODING_NAMES, type LegacyEncoding } from '../../vietnamese/legacy/encoding.ts';
import { NoteQueue } from './noteQueue.ts';
import { linesOfParagraph } from './paragraphLines.ts';
import { type TableRow, tableLines } from './pdf/layoutTable.ts';
import type { RawLine } from './rawDocument.ts';

/** A paragraph of a word processor, before its letters are known. */
export type FlowParagraph = {
  readonly runs: readonly Run[];
  /**
   * `text`: a paragraph of its own. `cell`: a paragraph inside a cell. `cellEnd`: the last one of a cell. `rowEnd`: the
   * mark that closes a row, without text.
   */
  readonly role: 'text' | 'cell' | 'cellEnd' | 'rowEnd';
  readonly heading: boolean;
  /** Notes that it calls, in their order; their marks stand in its runs. */
  readonly notes?: readonly FlowNote[];
};

/** A note's mark, `[1]`, and its paragraphs. */
export type FlowNote = { readonly mark: string; readonly paragraphs: readonly (readonly Run[])[] };

export type FlowLines = { readonly lines: readonly RawLine[]; readonly encodings: readonly LegacyEncoding[] };

const ARTICLE = /^\s*Điều\s+\d{1,3}\s*[.:]/iu;

/**
 * Paragraphs in their order → lines in Unicode, cells gathered into rows and tables, notes behind what calls them. Those of a file
 * from before Unicode without articles stand behind all of it, under their marks: so have the transcripts that its reading is
 * measured by. In a document of articles a note is cited with the one that calls it.
 */
export function flowLines(paragraphs: readonly FlowParagraph[]): FlowLines {
  const notes = paragraphs.flatMap((paragraph) => paragraph.notes ?? []);
  const { texts, encodings } = convertRuns([
    ...paragraphs.map(({ runs }) => runs),
    ...notes.flatMap((note) => note.paragraphs),
  ]);
  let read = paragraphs.length;
  const written = new Map(
    notes.map((note) => {
      const from = read;
      read += note.paragraphs.length;
      return [note, noteLine(note.mark, texts.slice(from, read).join(' '))];
    }),
  );
  const calledIn = ({ notes: called = [] }: FlowParagraph) =>
    called.map((note) => written.get(note) ?? '').filter((line) => line !== '');
  const queue = notes.length === 0 ? null : new NoteQueue();
  const isOld = encodings.length > 0 && !texts.slice(0, paragraphs.length).some((text) => ARTICLE.test(text));
  const lines: RawLine[] = [];
  let rows: TableRow[] = [];
  let row: (readonly RawLine[])[] = [];
  let cell: RawLine[] = [];
  let inTable: string[] = [];
  const add = (own: readonly RawLine[], called: readonly string[]) =>
    lines.push(...(queue === null || isOld ? own : queue.around(own, called)));
  const closeRow = () => {
    if (cell.some((line) => line.text !== '')) row.push(cell);
    if (row.length > 0) rows.push(row);
    [row, cell] = [[], []];
  };
  const closeTable = () => {
    closeRow();
    if (rows.length > 0 || inTable.length > 0) add(tableLines(rows), inTable);
    [rows, inTable] = [[], []];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const { role, heading } = paragraph;
    const text = texts[index] ?? '';
    const placed = role === 'text' ? (queue?.placed(text) ?? text) : text;
    const own = linesOfParagraph(placed, heading);
    if (role === 'text') {
      closeTable();
      add(own, calledIn(paragraph));
      continue;
    }
    inTable.push(...calledIn(paragraph));
    if (role === 'rowEnd') closeRow();
    else {
      cell.push(...own);
      if (role === 'cellEnd') {
        row.push(cell);
        cell = [];
      }
    }
  }
  closeTable();
  lines.push(...(queue?.rest() ?? []));
  if (isOld)
    for (const line of written.values()) if (line !== '') lines.push(...linesOfParagraph(line, false));
  return { lines, encodings };
}

/** A note behind its mark, without the sign or number that its writer set before it once more; empty where it says nothing. */
function noteLine(mark: string, written: string): string {
  const words = written
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(mark.startsWith('[*') ? /^(?:\(?\*{1,4}\)?\s?)+/u : /^\[\d{1,3}\]\s*/u, '');
  return words === '' ? '' : `${mark} ${words}`;
}

export function encodingNames(encodings: readonly LegacyEncoding[]): string {
  return encodings.map((encoding) => ENCODING_NAMES[encoding]).join(', ');
}
