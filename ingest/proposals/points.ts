import type { Provision } from '../../domain/directive.ts';

/** A điểm of a clause, or what stands in its place. Offsets are into the directive's text, without the label. */
export type Point = {
  /** `a`, `đ`; empty where the clause has no points. */
  readonly letter: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
};

const LETTER = /^\s*([a-zđ])\s?[)/.]\s+/u;
const NUMBERED = /^\s*\d{1,2}\.\s+\p{Lu}/u;
const DASH = /^\s*(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)])\s+/u;

/**
 * The points of a clause by its lines: a line without a letter goes on with the point above it, and dashes of a clause
 * without letters are points without one. `headed`: the first line is a heading up to its colon.
 */
export function pointsOf(text: string, start: number, end: number, headed: boolean): readonly Point[] {
  const points: { letter: string; start: number; end: number }[] = [];
  let at = start;
  let lettered = false;
  for (const [index, line] of text.slice(start, end).split('\n').entries()) {
    const from = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    if (index === 0 && headed) {
      const colon = line.indexOf(':');
      if (colon === -1 || line.slice(colon + 1).trim() === '') continue;
      for (const { letter, start: begin, end: close } of inlinePoints(line, colon + 1)) {
        points.push({ letter, start: from + begin, end: from + close });
      }
      continue;
    }
    if (index === 0 && /^\s*a\)\s.*[;,.]\s*b\)\s/u.test(line)) {
      for (const { letter, start: begin, end: close } of inlinePoints(line, 0)) {
        points.push({ letter, start: from + begin, end: from + close });
      }
      lettered = true;
      continue;
    }
    const letter = LETTER.exec(line);
    const dash = letter === null ? DASH.exec(line) : null;
    const label = letter ?? dash;
    const last = points.at(-1);
    if (letter !== null) lettered = true;
    // A numbered line is another clause, whatever letters stand above it.
    const isClause = NUMBERED.test(line);
    if (isClause) lettered = false;
    if (letter === null && lettered && last !== undefined) last.end = from + line.length;
    else {
      const after = from + (label?.[0].length ?? 0);
      points.push({ letter: letter?.[1] ?? '', start: after, end: from + line.length });
    }
  }
  return points.map((point) => ({ ...point, words: text.slice(point.start, point.end).trim() }));
}

/** "…: a) Có bằng …; b) Có chứng chỉ …" on one line; without letters all of it is one point. */
function inlinePoints(line: string, from: number): readonly Omit<Point, 'words'>[] {
  const rest = line.slice(from);
  if (!/^\s*a\)\s/u.test(rest)) return [{ letter: '', start: from, end: line.length }];
  const letters = [...rest.matchAll(/(?:^|(?<=[;,.]))\s*([a-zđ])\)\s+/gu)];
  return letters.map((match, at) => ({
    letter: match[1] ?? '',
    start: from + match.index + match[0].length,
    end: from + (letters[at + 1]?.index ?? rest.length),
  }));
}

/** The smallest provision below the clause that a place stands in. */
export function smallestAt(provisions: readonly Provision[], place: number, clause: number): number {
  let found = clause;
  for (const [index, { start, end }] of provisions.entries()) {
    if (index > clause && start <= place && place < end) found = index;
  }
  return found;
}
