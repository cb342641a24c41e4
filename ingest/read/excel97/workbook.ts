import { SSF } from '@e965/xlsx';
import { type BiffRecord, RECORD, recordsFrom } from './records.ts';
import { readSharedTexts, readString } from './strings.ts';

/** A cell as it is shown, and the name of its font. */
export type Cell = { readonly text: string; readonly font: string | null };
export type Sheet = {
  /** Cells by row and column, both sparse. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  /** Whether it, or some of its rows or columns, does not show. */
  readonly hidden: boolean;
};

export class LockedWorkbook extends Error {}

const BIFF8 = 0x600;
/** Number 4 is given to no font. */
const SKIPPED_FONT = 4;
/** Far above any sheet of an office. */
const MOST_CELLS = 2_000_000;
/** One long text can be shared by all of them. */
const MOST_LETTERS = 50_000_000;

type Globals = {
  readonly isWide: boolean;
  readonly texts: readonly string[];
  readonly fonts: readonly string[];
  /** Font and number format of each cell format. */
  readonly formats: readonly (readonly [font: number, number: number])[];
  readonly numberFormats: ReadonlyMap<number, string>;
  readonly date1904: boolean;
  readonly sheets: readonly { readonly at: number; readonly hidden: boolean }[];
};

function readGlobals(stream: Buffer): Globals {
  const fonts: string[] = [];
  const formats: (readonly [number, number])[] = [];
  const numberFormats = new Map<number, string>();
  const sheets: { at: number; hidden: boolean }[] = [];
  const shared: Buffer[] = [];
  let [isWide, date1904, inShared] = [true, false, false];
  for (const { type, body } of recordsFrom(stream, 0)) {
    inShared = type === RECORD.sharedTexts || (inShared && type === RECORD.more);
    if (inShared) shared.push(body);
    else if (type === RECORD.begin) isWide = body.readUInt16LE(0) >= BIFF8;
    else if (type === RECORD.locked) throw new LockedWorkbook();
    else if (type === RECORD.dateMode) date1904 = body.readUInt16LE(0) === 1;
    else if (type === RECORD.font) {
      if (fonts.length === SKIPPED_FONT) fonts.push('');
      fonts.push(readString(body, 14, isWide, 1));
    } else if (type === RECORD.cellFormat) formats.push([body.readUInt16LE(0), body.readUInt16LE(2)]);
    else if (type === RECORD.numberFormat)
      numberFormats.set(body.readUInt16LE(0), readString(body, 2, isWide, isWide ? 2 : 1));
    else if (type === RECORD.sheet && body.readUInt8(5) === 0)
      sheets.push({ at: body.readUInt32LE(0), hidden: (body.readUInt8(4) & 3) !== 0 });
  }
  const texts = shared.length === 0 ? [] : readSharedTexts(shared);
  return { isWide, texts, fonts, formats, numberFormats, date1904, sheets };
}

/** A number in four bytes: a whole number or the upper half of a double, perhaps a hundred times too large. */
function unpacked(body: Buffer, at: number): number {
  const packed = body.readInt32LE(at);
  let value = packed >> 2;
  if ((packed & 2) === 0) {
    const double = Buffer.alloc(8);
    double.writeInt32LE(packed & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return (packed & 1) === 0 ? value : value / 100;
}

class SheetReader {
  readonly rows = new Map<number, Map<number, Cell>>();
  readonly #globals: Globals;
  #cells = 0;
  #letters = 0;
  hasHidden = false;
  /** Where the text of a formula's result goes that follows in a record of its own. */
  #waiting: readonly [row: number, column: number, format: number] | null = null;

  constructor(globals: Globals) {
    this.#globals = globals;
  }

  take({ type, body }: BiffRecord): void {
    if (type === RECORD.row) this.hasHidden ||= (body.readUInt16LE(12) & 0x20) !== 0;
    else if (type === RECORD.column) this.hasHidden ||= (body.readUInt16LE(8) & 1) !== 0;
    else if (type === RECORD.result) {
      if (this.#waiting !== null) this.#put(...this.#waiting, readString(body, 0, this.#globals.isWide));
      this.#waiting = null;
    } else if (type === RECORD.manyNumbers) this.#manyNumbers(body);
    else this.#cell(type, body);
  }

  #cell(type: number, body: Buffer): void {
    const { isWide, texts } = this.#globals;
    const place = (): [number, number, number] => [
      body.readUInt16LE(0),
      body.readUInt16LE(2),
      body.readUInt16LE(4),
    ];
    if (type === RECORD.sharedText) this.#put(...place(), texts[body.readUInt32LE(6)] ?? '');
    else if (type === RECORD.text || type === RECORD.richText)
      this.#put(...place(), readString(body, 6, isWide));
    else if (type === RECORD.number) this.#number(...place(), body.readDoubleLE(6));
    else if (type === RECORD.packedNumber) this.#number(...place(), unpacked(body, 6));
    else if (type === RECORD.truth && body.readUInt8(7) === 0) this.#truth(place(), body.readUInt8(6));
    else if (type === RECORD.formula) {
      this.#waiting = null;
      if (body.readUInt16LE(12) !== 0xffff) this.#number(...place(), body.readDoubleLE(6));
      else if (body.readUInt8(6) === 0) this.#waiting = place();
      else if (body.readUInt8(6) === 1) this.#truth(place(), body.readUInt8(8));
    }
  }

  #manyNumbers(body: Buffer): void {
    const [row, first] = [body.readUInt16LE(0), body.readUInt16LE(2)];
    const count = Math.floor((body.length - 6) / 6);
    for (let index = 0; index < count; index += 1)
      this.#number(row, first + index, body.readUInt16LE(4 + index * 6), unpacked(body, 6 + index * 6));
  }

  #truth(place: [number, number, number], value: number): void {
    this.#put(...place, value === 0 ? 'FALSE' : 'TRUE');
  }

  #number(row: number, column: number, format: number, value: number): void {
    const { formats, numberFormats, date1904 } = this.#globals;
    const number = formats[format]?.[1] ?? 0;
    this.#put(row, column, format, shown(value, numberFormats.get(number) ?? number, date1904));
  }

  #put(row: number, column: number, format: number, raw: string): void {
    const text = raw.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    this.#cells += 1;
    this.#letters += text.length;
    if (this.#cells > MOST_CELLS || this.#letters > MOST_LETTERS)
      throw new RangeError('more cells than any sheet has');
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    this.rows.set(row, cells);
    cells.set(column, { text, font: this.#globals.fonts[this.#globals.formats[format]?.[0] ?? -1] ?? null });
  }
}

/** A number as the sheet shows it; as it is where its format cannot be followed. */
function shown(value: number, format: string | number, date1904: boolean): string {
  try {
    const text: unknown = SSF.format(format, value, { date1904, dateNF: 'dd/mm/yyyy' });
    return typeof text === 'string' ? text : String(value);
  } catch {
    return String(value);
  }
}

/** The sheets of a workbook stream (BIFF5 or BIFF8). Throws a RangeError where it is broken, `LockedWorkbook` where locked. */
export function readSheets(stream: Buffer): readonly Sheet[] {
  const globals = readGlobals(stream);
  return globals.sheets.map(({ at, hidden }) => {
    const reader = new SheetReader(globals);
    for (const record of recordsFrom(stream, at)) reader.take(record);
    return { rows: reader.rows, hidden: hidden || reader.hasHidden };
  });
}
