import { makeCompound } from '../compound.testing.ts';

export type DocOptions = {
  readonly encrypted?: boolean;
  /** Characters of comments at the end of the text. */
  readonly comments?: number;
  /** Said of the one piece in place of the truth. */
  readonly pieceLength?: number;
  readonly pieces?: number;
  /** Where in the text notes are called, and their words, which stand behind it; `sign`: it was chosen by the writer. */
  readonly notes?: readonly { readonly at: number; readonly words: string; readonly sign?: boolean }[];
};

/**
 * A Word 97 document of one piece, a byte for each letter, without any formatting: `\r` ends a paragraph, `\u0007` a
 * cell, and two of them a row.
 */
export function makeDoc(text: string, options: DocOptions = {}): Buffer {
  const { notes = [] } = options;
  const letters = Buffer.from(text + notes.map(({ words }) => words).join(''), 'latin1');
  const start = 0x600;
  const main = Buffer.alloc(Math.max(4096, start + letters.length));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(193, 2);
  main.writeUInt16LE(0x0200 | (options.encrypted === true ? 0x0100 : 0), 0x0a);
  main.writeInt32LE(text.length - (options.comments ?? 0), 0x4c);
  main.writeInt32LE(letters.length - text.length, 0x50);
  main.writeInt32LE(options.comments ?? 0, 0x5c);
  letters.copy(main, start);
  const count = options.pieces ?? 1;
  const plc = Buffer.alloc((count + 1) * 4 + count * 8);
  for (let index = 0; index < count; index += 1) {
    plc.writeUInt32LE((index + 1) * (options.pieceLength ?? letters.length), (index + 1) * 4);
    plc.writeUInt32LE(((start * 2) | 0x40000000) >>> 0, (count + 1) * 4 + index * 8 + 2);
  }
  const [calls, texts] = noteTables(notes, text.length);
  const table = Buffer.alloc(Math.max(4096, plc.length + 5 + calls.length + texts.length));
  table[0] = 2;
  table.writeUInt32LE(plc.length, 1);
  plc.copy(table, 5);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(plc.length + 5, 0x1a6);
  for (const [part, at] of [
    [calls, 0xaa],
    [texts, 0xb2],
  ] as const) {
    const place = plc.length + 5 + (part === calls ? 0 : calls.length);
    part.copy(table, place);
    main.writeUInt32LE(place, at);
    main.writeUInt32LE(part.length, at + 4);
  }
  return makeCompound({ WordDocument: main, '1Table': table });
}

/** A document of Word 95 that was saved whole: its text lies in one stretch. */
export function makeWord95(text: string, notes: NonNullable<DocOptions['notes']> = []): Buffer {
  const letters = Buffer.from(text + notes.map(({ words }) => words).join(''), 'latin1');
  const [calls, texts] = noteTables(notes, text.length);
  const start = 0x300;
  const end = start + letters.length;
  const main = Buffer.alloc(Math.max(4096, end + calls.length + texts.length));
  main.writeUInt16LE(0xa5dc, 0);
  main.writeUInt16LE(104, 2);
  main.writeUInt32LE(start, 0x18);
  main.writeUInt32LE(end, 0x1c);
  main.writeInt32LE(text.length, 0x34);
  main.writeInt32LE(letters.length - text.length, 0x38);
  letters.copy(main, start);
  calls.copy(main, end);
  texts.copy(main, end + calls.length);
  main.writeUInt32LE(end, 0x68);
  main.writeUInt32LE(calls.length, 0x6c);
  main.writeUInt32LE(end + calls.length, 0x70);
  main.writeUInt32LE(texts.length, 0x74);
  return makeCompound({ WordDocument: main });
}

/** Where notes are called and where their words stand: [MS-DOC] 2.8.14, 2.8.15. */
function noteTables(
  notes: NonNullable<DocOptions['notes']>,
  end: number,
): readonly [calls: Buffer, texts: Buffer] {
  if (notes.length === 0) return [Buffer.alloc(0), Buffer.alloc(0)];
  const calls = Buffer.alloc((notes.length + 1) * 4 + notes.length * 2);
  const texts = Buffer.alloc((notes.length + 2) * 4);
  let from = 0;
  for (const [index, { at, words, sign = false }] of notes.entries()) {
    calls.writeUInt32LE(at, index * 4);
    calls.writeUInt16LE(sign ? 0 : 1, (notes.length + 1) * 4 + index * 2);
    from += words.length;
    texts.writeUInt32LE(from, (index + 1) * 4);
  }
  calls.writeUInt32LE(end, notes.length * 4);
  return [calls, texts];
}
