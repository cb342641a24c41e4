import { noteMark } from '../noteMarks.ts';
import { roman } from './listMarker.ts';

export type NoteKind = 'footnote' | 'endnote';

/** As word processors count notes where they are told nothing else: footnotes in figures, endnotes in small Roman ones. */
export class NoteCounts {
  readonly #counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 };

  /** The mark of the next note. */
  next(kind: NoteKind): string {
    this.#counts[kind] += 1;
    return noteMark(kind === 'footnote' ? this.#counts[kind] : roman(this.#counts[kind]));
  }
}
