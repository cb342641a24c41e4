import type { Element } from '@xmldom/xmldom';
import { noteMark } from '../../noteMarks.ts';
import { roman } from '../listMarker.ts';
import { children } from './docxXml.ts';

type Kind = 'footnote' | 'endnote';

/** A note may call a note; deeper, a file is made to burst. */
const DEEPEST = 5;

/** Footnotes and endnotes of a Word document, by where its text calls them. */
export class DocxNotes {
  readonly #notes: Readonly<Record<Kind, ReadonlyMap<string, Element>>>;
  readonly #counts: Record<Kind, number> = { footnote: 0, endnote: 0 };
  /** A note's mark once it was called: it is read once, whatever calls it again, a note within it included. */
  readonly #marks = new Map<Element, string>();
  /** How many notes are being read, each called in the one before. */
  #open = 0;
  /** Called since somebody took them away; each with its mark before its words. */
  readonly called: string[] = [];

  constructor(parts: Readonly<Record<Kind, Element | undefined>>) {
    this.#notes = { footnote: byId(parts.footnote), endnote: byId(parts.endnote) };
  }

  /**
   * Takes the note that a `w:footnoteReference` or `w:endnoteReference` calls and gives its mark, or `null` where it is not there.
   * `own`: the sign that the writer chose in place of a number. `readNote`: its words.
   */
  call(reference: Element, own: string, readNote: (note: Element) => string): string | null {
    const kind: Kind = reference.nodeName === 'w:endnoteReference' ? 'endnote' : 'footnote';
    const note = this.#notes[kind].get(reference.getAttribute('w:id') ?? '');
    if (note === undefined) return null;
    const known = this.#marks.get(note);
    if (known !== undefined) return known;
    if (this.#open === DEEPEST) return null;
    const mark = noteMark(own === '' ? this.#count(kind) : own);
    this.#marks.set(note, mark);
    const place = this.called.length;
    this.#open += 1;
    const read = readNote(note).replace(/\s+/gu, ' ').trim();
    this.#open -= 1;
    const words = own !== '' && read.startsWith(own) ? read.slice(own.length).trim() : withoutOwnMark(read);
    if (words !== '') this.called.splice(place, 0, `${mark} ${words}`);
    return mark;
  }

  /** As Word counts them where it is told nothing else: footnotes in figures, endnotes in small Roman ones. */
  #count(kind: Kind): string {
    this.#counts[kind] += 1;
    return kind === 'footnote' ? String(this.#counts[kind]) : roman(this.#counts[kind]);
  }
}

/** A number that the writer set before the note by hand. */
function withoutOwnMark(words: string): string {
  return words.replace(/^\[\d{1,3}\]\s*/u, '');
}

/** Notes proper; lines that Word draws between text and notes are kept among them. */
function byId(part: Element | undefined): ReadonlyMap<string, Element> {
  const notes = part === undefined ? [] : children(part);
  return new Map(
    notes
      .filter((note) => /^(?:normal)?$/.test(note.getAttribute('w:type') ?? ''))
      .map((note) => [note.getAttribute('w:id') ?? '', note]),
  );
}
