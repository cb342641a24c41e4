import { letter, roman } from '../listMarker.ts';

type Level = {
  readonly start: number;
  readonly format: number;
  /** Characters below 9 stand for the number of that level, from 0. */
  readonly pattern: string;
  readonly hasSpace: boolean;
};
type List = { readonly id: number; readonly levels: readonly Level[] };
/** A use of a list, with the numbers at which some of its levels begin anew. */
type Use = { readonly id: number; readonly starts: Map<number, number> };

const LIST = 28;
const LEVEL = 28;
const USE = 16;
const NO_SPACE = 2;
const BULLET = 23;
const NO_NUMBER = 255;
const MOST_LEVELS = 9;

function readLevel(table: Buffer, at: number): { readonly level: Level; readonly end: number } {
  const text = at + LEVEL + table.readUInt8(at + 24) + table.readUInt8(at + 25);
  const end = text + 2 + table.readUInt16LE(text) * 2;
  const level = {
    start: table.readInt32LE(at),
    format: table.readUInt8(at + 4),
    pattern: table.toString('utf16le', text + 2, end),
    hasSpace: table.readUInt8(at + 15) !== NO_SPACE,
  };
  return { level, end };
}

function readLists(table: Buffer, from: number): readonly List[] {
  const count = table.readUInt16LE(from);
  let at = from + 2 + count * LIST;
  return Array.from({ length: count }, (_, index) => {
    const head = from + 2 + index * LIST;
    const isSimple = (table.readUInt8(head + 26) & 1) === 1;
    const levels = Array.from({ length: isSimple ? 1 : MOST_LEVELS }, () => {
      const { level, end } = readLevel(table, at);
      at = end;
      return level;
    });
    return { id: table.readInt32LE(head), levels };
  });
}

function readUses(table: Buffer, from: number): readonly Use[] {
  const count = Math.min(table.readUInt32LE(from), Math.floor(table.length / USE));
  let at = from + 4 + count * USE;
  return Array.from({ length: count }, (_, index) => {
    const head = from + 4 + index * USE;
    const starts = new Map<number, number>();
    at += 4;
    for (let left = table.readUInt8(head + 12); left > 0; left -= 1) {
      const flags = table.readUInt8(at + 4);
      if ((flags & 0x10) !== 0) starts.set(flags & 0xf, table.readInt32LE(at));
      at += 8;
      if ((flags & 0x20) !== 0) at = readLevel(table, at).end;
    }
    return { id: table.readInt32LE(head), starts };
  });
}

function formatted(value: number, format: number): string {
  if (format === 1) return roman(value).toUpperCase();
  if (format === 2) return roman(value);
  if (format === 3) return letter(value).toUpperCase();
  if (format === 4) return letter(value);
  if (format === NO_NUMBER) return '';
  return format === 22 ? String(value).padStart(2, '0') : String(value);
}

export type Place = { readonly at: number; readonly size: number };

/** Word's automatic numbers as the text that Word shows, asked for in the order of the paragraphs. [MS-DOC] 2.4.6.3. */
export class Lists {
  #lists = new Map<number, List>();
  #uses: readonly Use[] = [];
  readonly #counters = new Map<number, Map<number, number>>();
  readonly #started = new Set<string>();

  /** A table that breaks off gives no numbers. */
  constructor(table: Buffer, lists: Place, uses: Place) {
    if (lists.size < 2 || uses.size < 4) return;
    try {
      this.#lists = new Map(readLists(table, lists.at).map((list) => [list.id, list]));
      this.#uses = readUses(table, uses.at);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  /** The label of the next paragraph of a list (`use` from 1) at a level (from 0), with the space behind it. */
  next(use: number, depth: number): string {
    const used = this.#uses[use - 1];
    const list = used === undefined ? undefined : this.#lists.get(used.id);
    const level = list?.levels[depth];
    if (used === undefined || list === undefined || level === undefined) return '';
    if (level.format === BULLET) return '- ';
    const counters = this.#counters.get(list.id) ?? new Map<number, number>();
    this.#counters.set(list.id, counters);
    const anew = used.starts.get(depth);
    const key = `${use} ${depth}`;
    const begins = anew !== undefined && !this.#started.has(key);
    counters.set(depth, begins ? anew : (counters.get(depth) ?? level.start - 1) + 1);
    this.#started.add(key);
    for (const deeper of [...counters.keys()]) if (deeper > depth) counters.delete(deeper);
    const label = [...level.pattern]
      .map((character) => {
        const other = character.charCodeAt(0);
        if (other >= MOST_LEVELS) return character;
        const shown = list.levels[other];
        return formatted(counters.get(other) ?? shown?.start ?? 1, shown?.format ?? 0);
      })
      .join('');
    return label === '' || !level.hasSpace ? label : `${label} `;
  }
}
