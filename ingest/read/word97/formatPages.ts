import { readSprms, type Sprm } from './sprms.ts';

/** Formatting of a stretch of bytes of the main stream. */
export type Formatted = {
  readonly from: number;
  readonly to: number;
  readonly sprms: readonly Sprm[];
  /** Style of the paragraph; 0 for characters. */
  readonly style: number;
};

const PAGE = 512;

/** Offsets of the pages that the table names; each page at most once, so that a loop ends. */
function pagesOf(table: Buffer): readonly number[] {
  const count = Math.floor((table.length - 4) / 8);
  const pages = new Set<number>();
  for (let index = 0; index < count; index += 1)
    pages.add((table.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff) * PAGE);
  return [...pages];
}

function characterChanges(page: Buffer, offset: number): readonly Sprm[] {
  return offset === 0 ? [] : readSprms(page.subarray(offset + 1, offset + 1 + (page[offset] ?? 0)));
}

function paragraphChanges(page: Buffer, offset: number): { style: number; sprms: readonly Sprm[] } {
  if (offset === 0) return { style: 0, sprms: [] };
  const words = page[offset] ?? 0;
  const at = words === 0 ? offset + 2 : offset + 1;
  const size = words === 0 ? (page[offset + 1] ?? 0) * 2 : words * 2 - 1;
  const list = page.subarray(at, Math.min(at + size, PAGE));
  return list.length < 2
    ? { style: 0, sprms: [] }
    : { style: list.readUInt16LE(0), sprms: readSprms(list.subarray(2)) };
}

/** Formatting by place in the main stream, in order. [MS-DOC] 2.9.33, 2.9.175. */
export function readFormatting(
  main: Buffer,
  table: Buffer,
  of: 'characters' | 'paragraphs',
): readonly Formatted[] {
  const found: Formatted[] = [];
  for (const at of pagesOf(table)) {
    const page = main.subarray(at, at + PAGE);
    if (page.length < PAGE) continue;
    const count = page[PAGE - 1] ?? 0;
    const entryBytes = of === 'characters' ? 1 : 13;
    if ((count + 1) * 4 + count * entryBytes > PAGE - 1) continue;
    for (let index = 0; index < count; index += 1) {
      const offset = (page[(count + 1) * 4 + index * entryBytes] ?? 0) * 2;
      const from = page.readUInt32LE(index * 4);
      const to = page.readUInt32LE(index * 4 + 4);
      if (to <= from) continue;
      const changes =
        of === 'characters'
          ? { style: 0, sprms: characterChanges(page, offset) }
          : paragraphChanges(page, offset);
      found.push({ from, to, ...changes });
    }
  }
  return found.sort((one, other) => one.from - other.from);
}

/** Looks up the formatting at a place; asked for rising places it costs next to nothing. */
export class FormattingAt {
  readonly #all: readonly Formatted[];
  #index = 0;

  constructor(all: readonly Formatted[]) {
    this.#all = all;
  }

  /** `null` where nothing is said about the place. */
  at(place: number): Formatted | null {
    const near = this.#all[this.#index];
    if (near === undefined || place < near.from || place >= near.to) this.#index = this.#search(place);
    const found = this.#all[this.#index];
    return found !== undefined && place >= found.from && place < found.to ? found : null;
  }

  #search(place: number): number {
    let low = 0;
    let high = this.#all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#all[middle]?.from ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
