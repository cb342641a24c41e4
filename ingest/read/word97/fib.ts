/** The head of a Word 97 document: where everything else stands. Offsets by [MS-DOC] 2.5. */
export type Fib = {
  /** Stream that holds the tables. */
  readonly tableStream: '0Table' | '1Table';
  readonly encrypted: boolean;
  /** Word 6 and 95 keep everything in one stream and write one byte a letter. */
  readonly old: boolean;
  /** Characters of each story, in the order in which they stand. */
  readonly lengths: Readonly<Record<Story, number>>;
  /** Offset and size of a table. */
  readonly table: (name: TableName) => { readonly at: number; readonly size: number };
};

export const STORIES = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const;
export type Story = (typeof STORIES)[number];

/** Place of each pair (offset, size) in FibRgFcLcb97. */
const TABLES = {
  styles: 1,
  footnoteCalls: 2,
  footnoteTexts: 3,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  endnoteCalls: 46,
  endnoteTexts: 47,
  lists: 73,
  listOverrides: 74,
} as const;
export type TableName = keyof typeof TABLES;

/** Places of the pairs in Word 6 and 95, which number their notes by the same tables. */
const OLD_TABLES: Readonly<Partial<Record<TableName, number>>> = {
  pieces: 0x160,
  footnoteCalls: 0x68,
  footnoteTexts: 0x70,
  endnoteCalls: 0x1d2,
  endnoteTexts: 0x1da,
};
const OLD_SIGN = 0xa5dc;

const oldest = 0xc1;

/** Throws a RangeError where the stream is too short to hold it. */
export function readFib(stream: Buffer): Fib {
  const flags = stream.readUInt16LE(0x0a);
  const old = stream.readUInt16LE(2) < oldest;
  const lengthsAt = old ? 0x34 : 0x4c;
  const lengths = {
    main: 0,
    footnotes: 0,
    headers: 0,
    macros: 0,
    comments: 0,
    endnotes: 0,
    boxes: 0,
    headerBoxes: 0,
  };
  for (const [index, story] of STORIES.entries())
    lengths[story] = Math.max(0, stream.readInt32LE(lengthsAt + index * 4));
  return {
    tableStream: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    encrypted: (flags & 0x0100) !== 0,
    old,
    lengths,
    table: (name) => {
      const at = old ? oldPlace(stream, name) : 0x9a + TABLES[name] * 8;
      if (at === null) return { at: 0, size: 0 };
      return { at: stream.readUInt32LE(at), size: stream.readUInt32LE(at + 4) };
    },
  };
}

/** Before Word 6 nobody knows what stands there; the pieces have always been looked for. */
function oldPlace(stream: Buffer, name: TableName): number | null {
  return name === 'pieces' || stream.readUInt16LE(0) === OLD_SIGN ? (OLD_TABLES[name] ?? null) : null;
}
