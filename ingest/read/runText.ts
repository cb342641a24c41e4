import type { Run } from '../../vietnamese/legacy/convert.ts';
import { type FontHint, NO_HINT } from '../../vietnamese/legacy/fontHint.ts';

/** Signs of the Symbol font that have a meaning in a text; its other signs are bullets and ornaments. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xb7, '•'],
]);

function withoutOrnaments(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
      return place < 0x80 && place === code ? character : (SYMBOLS.get(place) ?? '');
    })
    .join('');
}

/** Collects the runs of a paragraph; neighbours in like fonts become one. */
export class RunText {
  #runs: Run[] = [];
  #text = '';
  #hint: FontHint = NO_HINT;

  add(text: string, hint: FontHint): void {
    const shown = hint.symbols ? withoutOrnaments(text) : text;
    if (shown === '') return;
    if (hint !== this.#hint) {
      this.#close();
      this.#hint = hint;
    }
    this.#text += shown;
  }

  #close(): void {
    if (this.#text !== '') this.#runs.push({ text: this.#text, hint: this.#hint });
    this.#text = '';
  }

  /** Takes the sign off the end by which a writer calls a note, `*`; empty where there is none. */
  takeSign(): string {
    const match = /\s?\(?(\*{1,4})\)?$/u.exec(this.#text.slice(-8));
    if (match === null) return '';
    this.#text = this.#text.slice(0, -match[0].length);
    return match[1] ?? '';
  }

  get isFilled(): boolean {
    return this.#text !== '' || this.#runs.length > 0;
  }

  /** The runs so far, and an empty paragraph again. */
  take(): readonly Run[] {
    this.#close();
    const runs = this.#runs;
    this.#runs = [];
    this.#hint = NO_HINT;
    return runs;
  }
}
