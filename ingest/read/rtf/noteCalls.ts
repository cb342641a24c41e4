import { NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import { noteMark } from '../../noteMarks.ts';
import { NoteCounts } from '../noteCounts.ts';
import type { RunText } from '../runText.ts';

/** How the notes of an RTF file are called: counted (`\chftn`), or by a sign that stands in the text before them. */
export class NoteCalls {
  readonly #counts = new NoteCounts();
  /** The program's number was asked for in the text, so that the next note is its. */
  #isCounted = false;
  #isEndnote = false;

  word(name: string, isInNote: boolean): void {
    if (name === 'chftn' && !isInNote) this.#isCounted = true;
    if (name === 'ftnalt' && isInNote) this.#isEndnote = true;
  }

  /** A note begins. */
  begin(): void {
    this.#isEndnote = false;
  }

  /** The note has ended: writes its mark where it is called. */
  close(caller: RunText): string {
    const sign = this.#isCounted ? '' : caller.takeSign();
    const mark = sign === '' ? this.#counts.next(this.#isEndnote ? 'endnote' : 'footnote') : noteMark(sign);
    this.#isCounted = false;
    caller.add(mark, NO_HINT);
    return mark;
  }
}
