/** One change of formatting: which property, and its operand. [MS-DOC] 2.6. */
export type Sprm = { readonly code: number; readonly operand: Buffer };

export const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  vanish: 0x083c,
  smallCapitals: 0x083a,
  capitals: 0x083b,
  special: 0x0855,
  colour: 0x2a42,
  characterStyle: 0x4a30,
  size: 0x4a43,
  font: 0x4a4f,
  symbol: 0x6a09,
  rgb: 0x6870,
  inTable: 0x2416,
  rowEnd: 0x2417,
  outline: 0x2640,
  listLevel: 0x260a,
  list: 0x460b,
} as const;

const DEFINE_TABLE = 0xd608;
const FIXED_SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** The changes in a list of them; a list that is cut off ends at its last whole change. */
export function readSprms(list: Buffer): readonly Sprm[] {
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 3 <= list.length) {
    const code = list.readUInt16LE(at);
    at += 2;
    let size: number = FIXED_SIZES[code >>> 13] ?? 1;
    if (size === 0) {
      const wide = code === DEFINE_TABLE;
      if (wide && at + 2 > list.length) break;
      size = wide ? list.readUInt16LE(at) - 1 : (list[at] ?? 0);
      at += wide ? 2 : 1;
    }
    if (size < 0 || at + size > list.length) break;
    sprms.push({ code, operand: list.subarray(at, at + size) });
    at += size;
  }
  return sprms;
}
