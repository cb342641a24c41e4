import type { Fib } from './fib.ts';

/** A stretch of the document's characters and where its bytes stand. */
export type Piece = {
  /** Position of its first character in the document. */
  readonly start: number;
  readonly length: number;
  /** Offset of its first byte in the main stream. */
  readonly at: number;
  readonly bytesEach: 1 | 2;
};

const PIECE_BYTES = 8;

/** [MS-DOC] 2.9.38: formatting exceptions first, then the table itself. */
function tableIn(clx: Buffer): Buffer | null {
  let at = 0;
  while (at < clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  return clx[at] === 2 ? clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1)) : null;
}

/**
 * The pieces of the document in order, cut to what the streams really hold. Throws a RangeError where the table is
 * broken.
 */
export function readPieces(fib: Fib, main: Buffer, table: Buffer): readonly Piece[] {
  const { at, size } = fib.table('pieces');
  const found = size === 0 ? null : tableIn(table.subarray(at, at + size));
  if (found === null) {
    if (!fib.old) throw new RangeError('no piece table');
    const from = main.readUInt32LE(0x18);
    const length = Math.min(main.readUInt32LE(0x1c), main.length) - from;
    return length > 0 ? [{ start: 0, length, at: from, bytesEach: 1 }] : [];
  }
  const count = Math.floor((found.length - 4) / (4 + PIECE_BYTES));
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = found.readUInt32LE(index * 4);
    const length = found.readUInt32LE(index * 4 + 4) - start;
    const place = found.readUInt32LE((count + 1) * 4 + index * PIECE_BYTES + 2);
    const packed = fib.old || (place & 0x40000000) !== 0;
    const offset = fib.old ? place : packed ? (place & 0x3fffffff) >>> 1 : place;
    const bytesEach = packed ? 1 : 2;
    if (length <= 0 || offset >= main.length) continue;
    const held = Math.min(length, Math.floor((main.length - offset) / bytesEach));
    pieces.push({ start, length: held, at: offset, bytesEach });
  }
  // Pieces that share their bytes make a small file as long as one likes.
  if (pieces.reduce((sum, { length }) => sum + length, 0) > main.length * 2)
    throw new RangeError('pieces that repeat');
  return pieces;
}
