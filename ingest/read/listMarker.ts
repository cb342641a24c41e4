import { toRoman } from '../../vietnamese/roman.ts';

/** A marker that the writer typed himself at the start of a list item, where the format would set its own. */
export const ownMarker = /^(?:\p{L}{1,2}[).]|\d{1,3}(?:\.\d{1,3})*[.)]|[-+–—•*])\s/u;

/** `4` → `iv`; numbers that have no Roman form stay figures. */
export function roman(value: number): string {
  return toRoman(value).toLowerCase();
}

/** Letters as Word and web pages count them: a … z, aa, bb (not the Vietnamese order, which they do not know). */
export function letter(value: number): string {
  if (value < 1) return String(value);
  const index = (value - 1) % 26;
  return String.fromCharCode(97 + index).repeat(Math.floor((value - 1) / 26) + 1);
}
