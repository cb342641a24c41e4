/**
 * Rows and cells of tables in a directive's text. A row of a table is one line, its cells parted by `|`; the rows of one
 * table follow one another without another line between them.
 */

/** Where in a table a stretch of text stands, said so that a person finds it on paper. */
export type TablePlace = {
  /** The row as the table itself numbers it, where it does; else counted from 1 below the column headings. */
  readonly row: string;
  /** The last of several rows; `null` where it is one row. */
  readonly lastRow: string | null;
  /** What the row is about: its first cell of words. `null` where there is none, and for several rows. */
  readonly name: string | null;
  /** Headings of all columns, left to right; empty where the table has none that fit its rows. */
  readonly columns: readonly string[];
  /** The column in which the stretch stands, from 1; `null` where it goes over several. */
  readonly column: number | null;
};

/** A row with its place in the text. */
export type TableRow = {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
  /** A heading, a repeated heading on a new page, or the row that numbers the columns. */
  readonly isHeading: boolean;
};

const SEPARATOR = /\s*\|\s*/;
/** "1", "2.", "III", "a)", "1.2". */
const ORDINAL = /^\(?(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])\)?[.)]?$/u;
/** A cell that says a number: "45", "1.234,5", "90%", "-". */
const FIGURE = /^[-–+]?\(?[\d.,]+\)?\s*%?$|^[-–]$/u;
/** "TT", "STT", "Số TT", "Số thứ tự". */
const ORDINAL_HEADING = /^(?:s[ốo]?\s*)?tt\.?$|^số thứ tự$/iu;
const MOST_HEADINGS = 3;
const LONGEST_NAME = 60;

const isRow = (line: string) => line.includes('|') && /[^|\s]/.test(line);

type Line = { readonly start: number; readonly end: number; readonly text: string };

function lineAt(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at);
  const end = stop === -1 ? text.length : stop;
  return { start, end, text: text.slice(start, end) };
}

/** The lines with cells next to `line` in one direction, nearest first. */
function rowsBeside(text: string, line: Line, step: 'up' | 'down'): readonly Line[] {
  const found: Line[] = [];
  for (let at = line; step === 'up' ? at.start > 0 : at.end < text.length; ) {
    at = lineAt(text, step === 'up' ? at.start - 1 : at.end + 1);
    if (!isRow(at.text)) break;
    found.push(at);
  }
  return found;
}

/** Rows of one cell that run across a table ("I. KHỐI TỈNH") carry no mark of it. */
const longestAcross = 120;

/** The last row above a row of one cell; `null` where a text or nothing stands there. */
function aboveAcross(text: string, first: Line): Line | null {
  if (first.start === 0) return null;
  const across = lineAt(text, first.start - 1);
  if (across.text.length > longestAcross || across.start === 0) return null;
  const line = lineAt(text, across.start - 1);
  return isRow(line.text) ? line : null;
}

/** The rows of the table that has the line, the line among them; empty where it stands in no table. */
function linesOfTable(text: string, line: Line): readonly Line[] {
  if (!isRow(line.text)) return [];
  let lines = [...rowsBeside(text, line, 'up').toReversed(), line, ...rowsBeside(text, line, 'down')];
  for (
    let first = lines[0];
    first !== undefined && !looksLikeHeading(cellsOf(first.text));
    first = lines[0]
  ) {
    const above = aboveAcross(text, first);
    if (above === null) break;
    lines = [...rowsBeside(text, above, 'up').toReversed(), above, ...lines];
  }
  return lines;
}

const cellsOf = (line: string) => line.trim().split(SEPARATOR);

/** "1 | 2 | 3", "(1) | (2)", "A | B | 1": the columns' numbers. */
function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 1 && filled.every((cell) => /^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?$/u.test(cell));
}

/** Whether a row can be a heading: words, no figures, and no number of a row in front. */
function looksLikeHeading(cells: readonly string[]): boolean {
  if (ORDINAL_HEADING.test(cells[0] ?? '')) return true;
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 1 && !ORDINAL.test(cells[0] ?? '') && !filled.some((cell) => FIGURE.test(cell));
}

/** How many rows at the top are headings: none where all rows look like one (a table of words alone has one). */
function headingCount(rows: readonly (readonly string[])[]): number {
  // What stands above the row that names the columns is no row of the table: an office beside the form's number.
  const named = rows.slice(0, MOST_HEADINGS).findIndex((cells) => ORDINAL_HEADING.test(cells[0] ?? ''));
  let count = Math.max(0, named);
  while (
    count < Math.min(Math.max(0, named) + MOST_HEADINGS, rows.length) &&
    looksLikeHeading(rows[count] ?? [])
  )
    count += 1;
  const goesOn = count >= MOST_HEADINGS && looksLikeHeading(rows[count] ?? []);
  if (named < 0 && (count === rows.length || goesOn)) count = 1;
  return named < 0 && rows.length < 2 ? 0 : count;
}

/** The headings column by column; those of several rows one after the other. Empty where they do not fit the rows below. */
function columnsOf(headings: readonly (readonly string[])[], rows: readonly (readonly string[])[]) {
  const widths = rows.map((cells) => cells.length).sort((a, b) => a - b);
  // Rows leave out the empty cells at their ends, and now and then a cell holds a bar of its own.
  const usual = widths[widths.length >> 1] ?? 0;
  const width = Math.max(0, ...headings.map((cells) => cells.length));
  const fitting = width < usual ? [] : headings.filter((cells) => cells.length === width);
  if (fitting.length === 0) return [];
  return Array.from({ length: width }, (_, column) =>
    [...new Set(fitting.map((cells) => cells[column] ?? '').filter((cell) => cell !== ''))].join(', '),
  );
}

/** A table with its rows, headings among them, and the headings of its columns, left to right (empty where none fit). */
export type Table = { readonly rows: readonly TableRow[]; readonly columns: readonly string[] };

function tableAt(text: string, at: number): Table | null {
  const lines = linesOfTable(text, lineAt(text, at));
  if (lines.length === 0) return null;
  const all = lines.map((line) => cellsOf(line.text));
  const count = headingCount(all);
  const headings = all.slice(0, count);
  const written = new Set(headings.map((cells) => cells.join('|')));
  const rows = lines.map((line, index): TableRow => {
    const cells = all[index] ?? [];
    const isHeading =
      index < count || written.has(cells.join('|')) || (index === count && numbersColumns(cells));
    return { start: line.start, end: line.end, cells, isHeading };
  });
  const data = rows.filter((row) => !row.isHeading).map(({ cells }) => cells);
  return { rows, columns: columnsOf(headings, data) };
}

/** The rows of a table up to a line that runs across it, or to its end. */
export type TablePart = {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  /** The line that runs across the table above these rows: `I. KHỐI TỈNH`; `null` where there is none. */
  readonly across: string | null;
};

/** A table in more parts than this is none: whoever looks for the heading of each goes through all parts above it. */
const MOST_PARTS = 200;

/** The tables of a text from its beginning to its end, each part of one with the rows above it in its `table`. */
export function tablePartsOf(text: string): readonly TablePart[] {
  const found: TablePart[] = [];
  let [parts, end] = [0, -1];
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at);
    if (isRow(line.text)) {
      parts = end >= 0 && text.slice(end + 1, at - 1).includes('\n') ? 1 : parts + 1;
      end = line.end;
    }
    const table = isRow(line.text) && parts <= MOST_PARTS ? tableAt(text, at) : null;
    if (table !== null) {
      end = table.rows.at(-1)?.end ?? line.end;
      const goesOn = (table.rows[0]?.start ?? at) < at;
      found.push({
        table,
        rows: table.rows.filter(({ start }) => start >= at),
        across: goesOn ? lineAt(text, at - 1).text.trim() : null,
      });
    }
    at = Math.max(table?.rows.at(-1)?.end ?? 0, line.end) + 1;
  }
  return found;
}

/** The place of a cell. @param column from 1 */
export function cellPlace(table: Table, row: TableRow, column: number): TablePlace {
  return {
    row: numberOf(table, row),
    lastRow: null,
    name: nameOf(row),
    columns: table.columns,
    column,
  };
}

/** The rows of tables that a stretch of text holds whole, headings among them. */
export function rowsWithin(
  text: string,
  { start, end }: { start: number; end: number },
): readonly TableRow[] {
  const found: TableRow[] = [];
  for (let at = start; at < end; ) {
    const line = lineAt(text, at);
    const table = isRow(line.text) ? tableAt(text, at) : null;
    found.push(...(table?.rows.filter((row) => row.start >= at && row.end <= end) ?? []));
    at = (table?.rows.at(-1)?.end ?? line.end) + 1;
  }
  return found;
}

function numberOf({ rows, columns }: Table, row: TableRow): string {
  const first = row.cells[0] ?? '';
  if (ORDINAL_HEADING.test(columns[0] ?? '') && ORDINAL.test(first)) return first.replace(/^\(|[.)]+$/g, '');
  return String(rows.filter((each) => !each.isHeading && each.start <= row.start).length);
}

function nameOf({ cells }: TableRow): string | null {
  const name = cells.find((cell) => /\p{L}{2}/u.test(cell) && !ORDINAL.test(cell));
  if (name === undefined) return null;
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).replace(/\s+\S*$/u, '')}…`;
}

/** The column of a stretch inside a row, from 1; `null` where it goes over several. */
function columnAt(text: string, row: TableRow, start: number, end: number): number | null {
  if (text.slice(start, end).includes('|')) return null;
  // A row that a table of one cell is, is no column.
  return text.slice(row.start, start).split('|').length;
}

/**
 * Where in a table `text.slice(start, end)` stands; `null` unless it lies in the rows below the headings of one table,
 * whole rows or a part of one.
 */
export function tablePlace(text: string, { start, end }: { start: number; end: number }): TablePlace | null {
  const table = start < end ? tableAt(text, start) : null;
  const quoted = table?.rows.filter((row) => row.start < end && row.end > start) ?? [];
  const [first, last] = [quoted[0], quoted.at(-1)];
  if (table === null || first === undefined || last === undefined) return null;
  if (end > last.end || quoted.some(({ isHeading }) => isHeading)) return null;
  const isOne = first === last;
  return {
    row: numberOf(table, first),
    lastRow: isOne ? null : numberOf(table, last),
    name: isOne ? nameOf(first) : null,
    columns: table.columns,
    column: isOne ? columnAt(text, first, start, end) : null,
  };
}

/** `hàng 3 “Phường Nam Lam”, cột “Số lớp”`; of a whole row the columns in their order: `(TT | Đơn vị | Số lớp)`. */
export function writeTablePlace({ row, lastRow, name, columns, column }: TablePlace): string {
  const rows = lastRow === null ? `hàng ${row}` : `hàng ${row} đến hàng ${lastRow}`;
  const named = name === null ? rows : `${rows} “${name}”`;
  if (column !== null) {
    const heading = columns[column - 1] ?? '';
    return `${named}, cột ${heading === '' ? column : `“${heading}”`}`;
  }
  return columns.some((heading) => heading !== '') ? `${named} (${columns.join(' | ')})` : named;
}
