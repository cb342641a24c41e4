import type { Mark, Recognised, Zone } from '../provisions/mark.ts';
import {
  endsSentence,
  isCapitals,
  isUnfinished,
  startsPreamble,
  startsSmall,
  stopsInName,
} from './sentence.ts';
import { isApart, type Unit } from './units.ts';

/** A paragraph of the directive's text; `text.slice(start, end)` are its words. */
export type Paragraph = {
  readonly start: number;
  readonly end: number;
  readonly zone: Zone;
  readonly mark: Mark | null;
  readonly role: Unit['role'];
  /** The heading's words of the provision that begins with, or just before, this paragraph. */
  readonly title: boolean;
};

/** The text of a directive with its paragraphs, and the page of every place in it. */
export type Joined = {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly pageAt: (offset: number) => number | null;
};

type Draft = { parts: string[]; units: number[]; mark: Mark | null; zone: Zone; title: boolean };

/** A line breaks behind the dash of a document's number: "… số 18/2025/TT-", and "BCT ngày …" under it. */
const BROKEN_NUMBER = /\d\/\p{Lu}[\p{L}-]*[-‐]$/u;
const TITLED = new Set(['phu_luc', 'phan', 'chuong', 'muc', 'tieu_muc', 'dieu']);

/**
 * Joins wrapped lines into paragraphs. No word is changed: only white space is put between lines, and none behind a
 * dash that broke a word.
 */
export function joinParagraphs(units: readonly Unit[], { marks, zones }: Recognised): Joined {
  const wrap = wrapping(units);
  const drafts: Draft[] = [];
  for (const [index, unit] of units.entries()) {
    const mark = marks[index] ?? null;
    const zone = zones[index] ?? 'body';
    const draft = drafts.at(-1);
    const before = units[index - 1];
    if (draft !== undefined && before !== undefined && mark === null && draft.zone === zone) {
      const isLabelAlone =
        draft.mark !== null && draft.units.length === 1 && isBareLabel(before.text, draft.mark);
      const opensTitle = isLabelAlone && TITLED.has(draft.mark?.kind ?? '') && draft.mark?.kind !== 'dieu';
      if (opensTitle && isTitleLine(unit)) {
        drafts.push({ parts: [unit.text], units: [index], mark: null, zone, title: true });
        continue;
      }
      const inCapitals = draft.title && draft.mark?.kind !== 'dieu' && isCapitals(before.text);
      const joins =
        (isLabelAlone && !opensTitle && unit.role !== 'table') ||
        (inCapitals
          ? isCapitals(unit.text) && unit.role !== 'table'
          : goesOn(before, unit, wrap, opensHeading(draft)));
      if (joins) {
        draft.parts.push(unit.text);
        draft.units.push(index);
        continue;
      }
    }
    const title = mark !== null && TITLED.has(mark.kind) && unit.text.length > mark.wordsAt;
    drafts.push({ parts: [unit.text], units: [index], mark, zone, title });
  }
  return assemble(units, drafts);
}

type Wrapping = { readonly width: number; readonly blankBetween: boolean };

/** How wide the lines of a hard-wrapped text run, and whether blank lines stand between its paragraphs. */
function wrapping(units: readonly Unit[]): Wrapping {
  const lengths = units
    .filter(({ role, text }) => role === 'line' && text.length >= 40)
    .map(({ text }) => text.length)
    .sort((a, b) => a - b);
  const gaps = units.filter(({ gap, role }) => gap && role === 'line').length;
  return {
    width: lengths[Math.floor(lengths.length * 0.9)] ?? Number.POSITIVE_INFINITY,
    blankBetween: gaps > units.length * 0.1,
  };
}

/** Whether a line goes on with the sentence, or the heading, of the line before. */
function goesOn(before: Unit, unit: Unit, { width, blankBetween }: Wrapping, inTitle: boolean): boolean {
  if (unit.role !== 'line') return false;
  if (before.role !== 'line' && !(before.role === 'heading' && inTitle)) return false;
  if (/^[-–—•+~]\s*[\p{Lu}\d]/u.test(unit.text)) return false;
  if (startsPreamble(unit.text) && !endsSentence(before.text) && !isUnfinished(before.text)) return false;
  // A type or an office in capitals, and the words under it.
  if (isCapitals(before.text) && !isCapitals(unit.text) && before.text.length < width * 0.75) return false;
  const closed = endsSentence(before.text);
  const small = startsSmall(unit.text);
  // Recognition puts gaps between lines of one paragraph.
  if (BROKEN_NUMBER.test(before.text) && /^\p{Lu}{2}/u.test(unit.text)) return true;
  if (isApart(before, unit)) return small && !closed && (before.role === 'line' || inTitle);
  if (isUnfinished(before.text)) return true;
  const isName = !closed && stopsInName(before.text);
  const firstWord = /^\S+/u.exec(unit.text)?.[0].length ?? 0;
  // A line breaks because the next word did not fit; where it would have fitted, somebody ended a paragraph. Letters
  // differ in width, so only an open sentence gets the benefit of the doubt.
  const slack = inTitle ? 2 : width * (closed ? 0.1 : 0.2);
  const isFull = before.text.length + 1 + firstWord >= width - slack;
  if (small) return !closed || isFull;
  if (closed && (!blankBetween || inTitle)) return false;
  return isFull || isName;
}

/** Whether the draft so far is the label's own line of a provision that has a heading. */
function opensHeading({ mark, units }: Draft): boolean {
  return mark !== null && units.length === 1 && (mark.kind === 'dieu' || mark.isDivision === true);
}

function isBareLabel(text: string, mark: Mark): boolean {
  return text.slice(mark.wordsAt).trim() === '';
}

/** Whether the line under a bare label (`Chương I`) can be its heading. */
function isTitleLine(unit: Unit): boolean {
  if (unit.role === 'table') return false;
  return (
    isCapitals(unit.text) ||
    (unit.text.length <= 200 && !endsSentence(unit.text) && !unit.text.startsWith('('))
  );
}

function assemble(units: readonly Unit[], drafts: readonly Draft[]): Joined {
  const paragraphs: Paragraph[] = [];
  const pageStarts: { readonly at: number; readonly page: number | null }[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const draft of drafts) {
    if (length > 0) {
      pieces.push('\n');
      length += 1;
    }
    const start = length;
    let last = '';
    for (const [place, part] of draft.parts.entries()) {
      const space = place === 0 || /[\p{L}\p{N}][-‐]$/u.test(last) ? '' : ' ';
      length += space.length;
      const page = units[draft.units[place] ?? 0]?.page ?? null;
      if (pageStarts.at(-1)?.page !== page) pageStarts.push({ at: length, page });
      pieces.push(space, part);
      length += part.length;
      last = part;
    }
    const first = units[draft.units[0] ?? 0];
    paragraphs.push({
      start,
      end: length,
      zone: draft.zone,
      mark: draft.mark,
      role: first?.role ?? 'line',
      title: draft.title,
    });
  }
  return { text: pieces.join(''), paragraphs, pageAt: (offset) => pageAt(pageStarts, offset) };
}

function pageAt(
  starts: readonly { readonly at: number; readonly page: number | null }[],
  offset: number,
): number | null {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return starts[low]?.page ?? null;
}
