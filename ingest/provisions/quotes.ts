import type { Unit } from '../normalise/units.ts';

/** A quotation that begins with the label of a provision, or right behind "như sau:". */
const OPENING =
  /(?:^|như sau\s*:\s*)["“”]\s*(?:Điều|Chương|Mục|Tiểu mục|Phần|Phụ lục|PHỤ LỤC|\d{1,3}[.)]|\d{1,3}[a-zđ]\.|[a-zđ]{1,2}\)|[IVX]+\.)/u;
const LONGEST = 3000;

/**
 * Which units stand inside a quoted provision ("Điều 5 được sửa đổi như sau: “Điều 5. …”"): they are words of the
 * amending provision, no provisions of this document. A quotation that nothing closes is taken for a slip of the
 * printer and quotes nothing.
 */
export function quotedUnits(units: readonly Unit[]): boolean[] {
  const quoted = new Array<boolean>(units.length).fill(false);
  for (let index = 0; index < units.length; index += 1) {
    const text = units[index]?.text ?? '';
    const opening = OPENING.exec(text);
    if (opening === null) continue;
    const last = closingUnit(units, index, opening.index);
    if (last === null) continue;
    const begins = opening.index === 0 ? index : index + 1;
    for (let inside = begins; inside <= last; inside += 1) quoted[inside] = true;
    index = Math.max(index, last);
  }
  return quoted;
}

/** The unit that closes the quotation: the first at whose end as many marks are closed as were opened. */
function closingUnit(units: readonly Unit[], from: number, at: number): number | null {
  let curled = 0;
  let straight = 0;
  for (let index = from; index < Math.min(units.length, from + LONGEST); index += 1) {
    const text = units[index]?.text ?? '';
    for (const sign of index === from ? text.slice(at) : text) {
      if (sign === '“') curled += 1;
      else if (sign === '”') curled -= 1;
      else if (sign === '"') straight += 1;
    }
    const level = curled + (straight % 2);
    if (level <= 0) return index;
    if (/["”]\s*[.;,]?$/u.test(text) && curled + straight <= 2 && level <= 1 && straight > 0) return index;
  }
  return null;
}
