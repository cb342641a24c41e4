import { damaged, type FileKind } from '../texts.ts';

/**
 * An OLE compound file, the container of old Office files: a small file system in sectors. [MS-CFB]. Read here and not
 * by the `cfb` package, which follows a ring of sectors until memory is gone.
 */
export type Compound = {
  /** Whether a stream stands at the root. */
  readonly has: (name: string) => boolean;
  /** The bytes of a stream at the root; throws a refusal where its sectors are missing or run in a ring. */
  readonly get: (name: string) => Buffer | undefined;
};

const HEADER = 512;
const ENTRY = 128;
const LAST = 0xfffffffa;
const NONE = 0xffffffff;
const STREAM = 2;
const IN_HEADER = 109;

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number };
type Sectors = { readonly table: readonly number[]; readonly read: (sector: number) => Buffer };

/** The sectors of a chain in order. Throws a RangeError for a ring and for a link to nowhere. */
function chain(table: readonly number[], start: number): readonly number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  for (let sector = start; sector < LAST; sector = table[sector] ?? NONE - 1) {
    if (seen.has(sector) || sector >= table.length) throw new RangeError('broken chain of sectors');
    seen.add(sector);
    found.push(sector);
  }
  return found;
}

function joined({ table, read }: Sectors, start: number): Buffer {
  return Buffer.concat(chain(table, start).map(read));
}

function numbers(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >>> 2 }, (_, index) => bytes.readUInt32LE(index * 4));
}

/** The table that says which sector follows which: its own sectors are listed in the header and in a chain of lists. */
function sectorsOf(bytes: Buffer): Sectors {
  const shift = bytes.readUInt16LE(0x1e);
  if (shift < 7 || shift > 16) throw new RangeError('odd size of sectors');
  const size = 1 << shift;
  const read = (sector: number) => {
    const at = (sector + 1) * size;
    if (at >= bytes.length) throw new RangeError('a sector past the end');
    return bytes.subarray(at, at + size);
  };
  const most = Math.ceil(bytes.length / size);
  const lists: number[] = numbers(bytes.subarray(0x4c, 0x4c + IN_HEADER * 4));
  const seen = new Set<number>();
  for (let next = bytes.readUInt32LE(0x44); next < LAST && !seen.has(next); ) {
    seen.add(next);
    const list = numbers(read(next));
    next = list.pop() ?? NONE;
    lists.push(...list);
  }
  // Behind the sectors that are counted some programs leave what was in memory.
  const own = lists.slice(0, Math.min(most, bytes.readUInt32LE(0x2c))).filter((sector) => sector < LAST);
  return { table: own.flatMap((sector) => numbers(read(sector))).slice(0, most), read };
}

/** The streams at the root: the directory is a tree of siblings under the root's child. */
function rootEntries(directory: Buffer): { readonly root: Entry; readonly entries: readonly Entry[] } {
  const at = (index: number) => directory.subarray(index * ENTRY, (index + 1) * ENTRY);
  const entryOf = (raw: Buffer): Entry => ({
    name: raw.toString('utf16le', 0, Math.max(0, Math.min(64, raw.readUInt16LE(64)) - 2)),
    type: raw[66] ?? 0,
    start: raw.readUInt32LE(116),
    size: raw.readUInt32LE(120),
  });
  const first = at(0);
  const entries: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [first.readUInt32LE(76)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const raw = at(index);
    if (seen.has(index) || raw.length < ENTRY) continue;
    seen.add(index);
    entries.push(entryOf(raw));
    waiting.push(raw.readUInt32LE(68), raw.readUInt32LE(72));
  }
  return { root: entryOf(first), entries };
}

function readStreams(bytes: Buffer): {
  readonly names: ReadonlySet<string>;
  readonly get: (name: string) => Buffer | undefined;
} {
  const sectors = sectorsOf(bytes);
  const { root, entries } = rootEntries(joined(sectors, bytes.readUInt32LE(0x30)));
  const streams = new Map(entries.filter(({ type }) => type === STREAM).map((entry) => [entry.name, entry]));
  const shortest = bytes.readUInt32LE(0x38);
  /** Short streams share the root's stream, cut into small sectors. */
  const small = (): Sectors => {
    const holder = joined(sectors, root.start);
    const size = 1 << bytes.readUInt16LE(0x20);
    return {
      table: numbers(joined(sectors, bytes.readUInt32LE(0x3c))),
      read: (sector) => holder.subarray(sector * size, (sector + 1) * size),
    };
  };
  return {
    names: new Set(streams.keys()),
    get: (name) => {
      const entry = streams.get(name);
      if (entry === undefined) return undefined;
      const content = joined(entry.size < shortest ? small() : sectors, entry.start);
      if (content.length < entry.size) throw new RangeError('a stream that breaks off');
      return content.subarray(0, entry.size);
    },
  };
}

/** Opens a compound file. Throws a refusal where it breaks off or its tables are broken. */
export function openCompound(bytes: Uint8Array, fileName: string, kind: FileKind): Compound {
  const refusing = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      if (error instanceof RangeError) throw damaged(fileName, kind, error);
      throw error;
    }
  };
  const { names, get } = refusing(() => {
    if (bytes.length < HEADER) throw new RangeError('shorter than its head');
    return readStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
  return { has: (name) => names.has(name), get: (name) => refusing(() => get(name)) };
}
