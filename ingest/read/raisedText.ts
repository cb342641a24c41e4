import { noteMark } from '../noteMarks.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A unit of which 2 or 3 makes another one, written as everybody does: m2. */
const UNIT = /(?:^|[^\p{L}])(?:m|km|cm|dm|mm|dam|hm)$/u;

/**
 * Letters that stand raised in their line, as they go into a text that has no such thing: a figure behind a word calls a note
 * (`15 ngày` + `1`), behind a figure it is a power, and at the start of a line it is the number of the note itself.
 */
export function raisedText(text: string, before: string): string {
  const figures = /^\s*\(?(\d{1,3})\)?\s*$/u.exec(text)?.[1];
  if (figures === undefined || UNIT.test(before)) return text;
  if (/\d$/u.test(before)) return Array.from(figures, (figure) => RAISED.charAt(Number(figure))).join('');
  return before.trim() === '' ? `${noteMark(figures)} ` : noteMark(figures);
}
