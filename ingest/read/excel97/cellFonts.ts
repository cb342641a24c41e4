/** The fonts of cells, by sheet and place: what the spreadsheet library does not tell. [MS-XLS] 2.4. */
export type CellFonts = {
  /** Name of the font; `null` where the file does not say. `sheet`, `row` and `column` count from 0. */
  readonly of: (sheet: number, row: number, column: number) => string | null;
};

const RECORD = { sheet: 0x85, font: 0x31, format: 0xe0, end: 0x0a } as const;
/** Records that begin with row, column and format: shared, own and rich text, number, formula. */
const CELLS: ReadonlySet<number> = new Set([0xfd, 0x204, 0xd6, 0x203, 0x27e, 0x06]);
const NARROW_FONT_HEAD = 15;
/** Number 4 is given to no font. */
const SKIPPED_FONT = 4;

type RecordOf = { readonly type: number; readonly body: Buffer };

function* records(stream: Buffer, from: number): Generator<RecordOf> {
  let at = from;
  while (at + 4 <= stream.length) {
    const size = stream.readUInt16LE(at + 2);
    yield { type: stream.readUInt16LE(at), body: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
  }
}

function fontName(body: Buffer, isWide: boolean): string {
  const length = body[NARROW_FONT_HEAD - 1] ?? 0;
  if (!isWide) return body.toString('latin1', NARROW_FONT_HEAD, NARROW_FONT_HEAD + length);
  const twoBytes = ((body[NARROW_FONT_HEAD] ?? 0) & 1) === 1;
  const start = NARROW_FONT_HEAD + 1;
  return body.toString(twoBytes ? 'utf16le' : 'latin1', start, start + length * (twoBytes ? 2 : 1));
}

/** `isWide`: BIFF8, whose strings are Unicode. A stream that breaks off tells what stands before the break. */
export function readCellFonts(stream: Buffer, isWide: boolean): CellFonts {
  const fonts: string[] = [];
  const formats: number[] = [];
  const sheets: number[] = [];
  for (const { type, body } of records(stream, 0)) {
    if (type === RECORD.end) break;
    if (type === RECORD.font && body.length > NARROW_FONT_HEAD) {
      if (fonts.length === SKIPPED_FONT) fonts.push('');
      fonts.push(fontName(body, isWide));
    } else if (type === RECORD.format && body.length >= 2) formats.push(body.readUInt16LE(0));
    else if (type === RECORD.sheet && body.length >= 4) sheets.push(body.readUInt32LE(0));
  }
  const found = sheets.map((from) => {
    const cells = new Map<number, string>();
    for (const { type, body } of records(stream, from)) {
      if (type === RECORD.end) break;
      if (!CELLS.has(type) || body.length < 6) continue;
      const name = fonts[formats[body.readUInt16LE(4)] ?? 0];
      if (name !== undefined) cells.set(body.readUInt16LE(0) * 0x10000 + body.readUInt16LE(2), name);
    }
    return cells;
  });
  return { of: (sheet, row, column) => found[sheet]?.get(row * 0x10000 + column) ?? null };
}
