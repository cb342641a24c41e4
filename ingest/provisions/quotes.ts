import type { Unit } from '../normalise/units.ts';
import { articleLabel } from './labels.ts';

/** A quotation that begins with the label of a provision, at the start of a line or right behind "như sau:". */
const OPENING =
  /(?:^|như sau\s*:\s*)(["“”])\s*(?:Điều|Chương|Mục|Tiểu mục|Phần|Phụ lục|PHỤ LỤC|\d{1,3}[.)]|\d{1,3}[a-zđ]\.|[a-zđ]{1,2}\)|[IVX]+\.)/u;
const ITEM = /^["“”]\s*(?:\d{1,3}[.)]|\d{1,3}[a-zđ]\.|[a-zđ]{1,2}\))/u;
/** No amendment quotes more units than this; what seems to is an opening mark that nothing closes. */
const LONGEST = 3000;

/**
 * Which units stand inside a quoted provision ("Điều 5 được sửa đổi như sau: “Điều 5. …”"): they are words of the
 * amending provision, no provisions of this document. A quotation that nothing closes is taken for a slip of the
 * printer and quotes nothing.
 */
export function quotedUnits(units: readonly Unit[]): boolean[] {
  const quoted = new Array<boolean>(units.length).fill(false);
  const openings = new Map<number, { readonly at: number; readonly mark: string }>();
  for (const [index, { text }] of units.entries()) {
    const opening = OPENING.exec(text);
    const mark = opening?.[1];
    if (opening !== null && mark !== undefined) {
      openings.set(index, { at: opening.index + opening[0].indexOf(mark), mark });
    }
  }
  if (openings.size === 0) return quoted;
  const closings = closingUnits(units, openings);
  for (let index = 0; index < units.length; index += 1) {
    const opening = openings.get(index);
    const last = closings.get(index);
    if (opening === undefined || last === undefined || last - index > LONGEST) continue;
    // A quoted khoản or điểm holds no Điều: its closing mark was forgotten, and another one was taken for it.
    const isItem = ITEM.test((units[index]?.text ?? '').slice(opening.at));
    if (isItem && units.slice(index + 1, last + 1).some(({ text }) => articleLabel(text) !== null)) continue;
    for (let inside = opening.at === 0 ? index : index + 1; inside <= last; inside += 1)
      quoted[inside] = true;
    index = Math.max(index, last);
  }
  return quoted;
}

/**
 * For each opening the unit that closes it: the first behind which no more marks are open than were before it. One pass
 * from the end, with the units at which the level falls kept on a stack, so that a file full of openings costs no more
 * than any other.
 */
function closingUnits(
  units: readonly Unit[],
  openings: ReadonlyMap<number, { readonly at: number; readonly mark: string }>,
): Map<number, number> {
  const closings = new Map<number, number>();
  const levels: number[] = [];
  let level = 0;
  for (const { text } of units) {
    level += curledLevel(text);
    levels.push(level);
  }
  /** Nearest unit last; each with a higher level than the ones before it, which stand further on. */
  const falls: { readonly unit: number; readonly level: number }[] = [];
  let nextStraight: number | undefined;
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const text = units[index]?.text ?? '';
    const after = levels[index] ?? 0;
    while ((falls.at(-1)?.level ?? Number.NEGATIVE_INFINITY) >= after) falls.pop();
    falls.push({ unit: index, level: after });
    const opening = openings.get(index);
    const straightMarks = text.split('"').length - 1;
    if (opening !== undefined) {
      const rest = text.slice(opening.at);
      const before = after - curledLevel(rest);
      const curled = opening.mark === '"' ? undefined : nearestAtMost(falls, before);
      const straight = (rest.split('"').length - 1) % 2 === 0 && opening.mark === '"' ? index : nextStraight;
      const closing = curled ?? straight;
      if (closing !== undefined) closings.set(index, closing);
    }
    if (straightMarks % 2 === 1 && /"\s*[.;,]*$/u.test(text)) nextStraight = index;
  }
  return closings;
}

function nearestAtMost(
  falls: readonly { readonly unit: number; readonly level: number }[],
  level: number,
): number | undefined {
  let low = 0;
  let high = falls.length - 1;
  let found: number | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const fall = falls[middle];
    if (fall !== undefined && fall.level <= level) {
      found = fall.unit;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

function curledLevel(text: string): number {
  let level = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === 0x201c) level += 1;
    else if (sign === 0x201d) level -= 1;
  }
  return level;
}
