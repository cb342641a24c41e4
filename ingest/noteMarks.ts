/**
 * Notes of a document as its text holds them: a mark where the note is called (`15 ngày[1]`), and a line of its own behind that
 * paragraph (`[1] Khoản này được sửa đổi …`). In brackets, so that no mark runs into a number and no line begins like a provision.
 */

/** Figures and letters that a program counts notes with, and signs that a person chose. */
const NAME = String.raw`(?:\d{1,4}|[ivxlc]{1,8}|\*{1,4})`;
const MARK = new RegExp(String.raw`\s?\[${NAME}\]`, 'gu');
const LINE = new RegExp(String.raw`^\[${NAME}\]\s+\S`, 'u');

const WHOLE = new RegExp(`^${NAME}$`, 'u');

/** Whether a sign can stand in a mark. */
export const isNoteName = (sign: string): boolean => WHOLE.test(sign);

export const noteMark = (name: string | number): string => `[${name}]`;

/** Whether a line is a note: words about the document, not of it. */
export function isNoteLine(text: string): boolean {
  return LINE.test(text);
}

/** A line of the document without the marks of notes, for whoever tells it by its words. */
export function withoutNoteMarks(text: string): string {
  return text.includes('[') ? text.replace(MARK, '') : text;
}

/** A text with blanks in place of its notes, every other letter where it was: what notes say of others is nobody's rule. */
export function blankNotes(text: string): string {
  if (!text.includes('\n[') && !text.startsWith('[')) return text;
  return text
    .split('\n')
    .map((line) => (isNoteLine(line) ? ' '.repeat(line.length) : line))
    .join('\n');
}

/** As `blankNotes`, with blanks in place of the marks as well: for what reads names, numbers and days. */
export function blankNotesAndMarks(text: string): string {
  const words = blankNotes(text);
  return words.includes('[') ? words.replace(MARK, (mark) => ' '.repeat(mark.length)) : words;
}

/** The label of a provision with marks of notes right before or behind its stop, and the words behind. */
const MARKED_LABEL = new RegExp(
  String.raw`^((?:Điều|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC)\s+[\p{L}\d]{1,8}|(?:[\dIVXLC]{1,5}|[a-zđ]{1,2})(?=(?:\[${NAME}\])*[.)\-/]))((?:\[${NAME}\])*)([.:)\-/]?)\s*((?:\[${NAME}\])*)\s*(.*)$`,
  'su',
);

/**
 * A paragraph whose label carries marks of notes, with the marks behind its words: the label is told by what follows it. `owed`:
 * the marks of a paragraph that is nothing but a label (`Chương II`); they belong behind its title, which comes next.
 */
export function marksBehindLabel(text: string): { readonly text: string; readonly owed: string } {
  const match = MARKED_LABEL.exec(text);
  if (match === null) return { text, owed: '' };
  const [, label = '', before = '', stop = '', behind = '', words = ''] = match;
  const marks = before + behind;
  if (marks === '') return { text, owed: '' };
  return words.trim() === ''
    ? { text: label + stop, owed: marks }
    : { text: `${label}${stop} ${words.trimEnd()}${marks}`, owed: '' };
}
