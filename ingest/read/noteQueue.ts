import { marksBehindLabel } from '../noteMarks.ts';
import type { RawLine } from './rawDocument.ts';

/** The first provision: before it stands the head of a document, which is told by how its lines follow each other. */
const FIRST_PROVISION =
  /^(?:(?:Điều|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC)\s+[\dIVXLCtT]|[IVX]{1,5}\s*[.\-/)]|\d{1,2}\s*[.\-)]\s*\S)/u;

/** The notes of a document from where they are called to where they can stand: on a line behind the paragraph, before the next. */
export class NoteQueue {
  #waiting: string[] = [];
  #isInBody = false;
  #owed = '';

  /** The words of a paragraph, its marks where no label is hidden by them. */
  placed(paragraph: string): string {
    const { text, owed } = marksBehindLabel(paragraph.trim());
    if (text === '') return text;
    const before = this.#owed;
    this.#owed = owed;
    return text + before;
  }

  /** The lines of a paragraph or a table of the body with the notes that stand there. `called`: in it, with their marks. */
  around(lines: readonly RawLine[], called: readonly string[]): readonly RawLine[] {
    const isFirst = !this.#isInBody && lines.some(({ text }) => FIRST_PROVISION.test(text));
    this.#isInBody ||= isFirst;
    const before = isFirst ? this.rest() : [];
    this.#waiting.push(...called);
    const behind = this.#isInBody && this.#owed === '' ? this.rest() : [];
    return [...before, ...lines, ...behind];
  }

  /** What still waits. */
  rest(): readonly RawLine[] {
    const rest = this.#waiting;
    this.#waiting = [];
    return rest.map((text): RawLine => ({ text, page: null, role: 'paragraph' }));
  }
}
