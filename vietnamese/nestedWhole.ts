import type { Count } from './counts.ts';
import { NUMBER, PERCENT_NUMBER } from './figures.ts';
import type { Share } from './shares.ts';

const PEOPLE =
  /^\s+(?:nguoi|can bo|dong chi|cong chuc|vien chuc|dang vien|hoc vien|dai bieu|giao vien|giang vien|nha giao|sinh vien|hoc sinh|lanh dao|nhan vien|lao dong|nu|nam gioi|tre|doan vien|hoi vien|bac si|bac sy|y si|cap uy|thanh vien|quan nhan)(?![a-z])/;
const AMONG = /(?<![a-z])trong (?:do|so do)(?![a-z])/g;
/** An item of the list with its own percentage. */
const ITEM = new RegExp(String.raw`${NUMBER}[^\d;.]{0,120}${PERCENT_NUMBER}\s?%`, 'g');
/** `đạt 90%` may be of a goal; it is taken for a wrong share only if it comes near one. */
const NEAR_POINTS = 10;

/**
 * The whole that stands right before `trong đó`, of which the share is an item: `298 cán bộ, trong đó 104 người …, chiếm 35,01%`.
 * `block` is folded; `before` are the counts before the share; `parts` where fractions have their wholes, which are of something else.
 */
export function findNestedWhole(
  block: string,
  share: Share,
  before: readonly Count[],
  parts: ReadonlySet<number>,
): Count | null {
  const { numerator, percent } = share;
  const count = before.findLast(({ end }) => {
    const between = block.slice(end, numerator.start);
    if (between.length > 400 || /[.!?]\s|\n/.test(between)) return false;
    const among = [...between.matchAll(AMONG)];
    const [first] = among;
    if (first === undefined || among.length > 1) return false;
    const head = between.slice(0, first.index);
    const list = between.slice(first.index).replace(ITEM, '');
    return !/[\d;]/.test(head) && !/\d/.test(list);
  });
  if (count === undefined || parts.has(count.start)) return null;
  if (PEOPLE.test(block.slice(numerator.end)) && !PEOPLE.test(block.slice(count.end))) return null;
  const says = block.slice(numerator.end, percent.start);
  const certain = /(?:chiem|ty le|ti le|tuc|tuong (?:ung|duong)|\()[^()]{0,20}$/.test(says);
  const apart = Math.abs((100 * numerator.value) / count.value - percent.value);
  return certain || apart <= NEAR_POINTS ? count : null;
}
