import type { PdfWord } from './pdfPage.ts';
import { unescaped, type WordTable } from './wordTable.ts';

/** A page as `pdftotext -bbox` prints it. */
export type BoxPage = {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  /** Of its words, summed. */
  readonly weight: number;
};

const [dot, minus, zero, nine, quote, less] = Buffer.from('.-09"<');
const wordStart = Buffer.from('<word xMin="');
const pageStart = Buffer.from('<page width="');
const bodyStart = Buffer.from('<doc>');

/** The millions that figures with six places after the point stand for. */
const places = 1e6;

/**
 * Takes the output of `pdftotext -bbox` apart while it comes in. By bytes, not by patterns: the output of a long
 * document is tens of megabytes, nearly all of them figures.
 */
export class BoxScanner {
  readonly #table: WordTable;
  readonly #pages: BoxPage[] = [];
  /** What came in and is not read yet, from 0 to `#held`; the same room for each part of the output. */
  #room = new Uint8Array(256 * 1024);
  #held = 0;
  #head: string | null = null;
  #open: { width: number; height: number; words: PdfWord[]; weight: number } | null = null;
  /** Where the number ended that was read last; behind the bytes where they ended within it. */
  #at = 0;

  constructor(table: WordTable) {
    this.#table = table;
  }

  /** The pages that came in whole. */
  get pages(): readonly BoxPage[] {
    return this.#pages;
  }

  /** Title and properties of the document. */
  get meta(): Readonly<Record<string, string>> {
    const head = this.#head ?? '';
    const meta: Record<string, string> = {};
    const title = unescaped(/<title>(.*?)<\/title>/s.exec(head)?.[1] ?? '').trim();
    if (title !== '') meta.title = title;
    for (const [, name, content] of head.matchAll(/<meta name="(\w+)" content="([^"]*)"\/>/g))
      if (name !== undefined && content !== undefined && content !== '') meta[name] = unescaped(content);
    return meta;
  }

  add(chunk: Uint8Array): void {
    if (this.#held + chunk.length > this.#room.length) {
      const larger = new Uint8Array((this.#held + chunk.length) * 2);
      larger.set(this.#room.subarray(0, this.#held));
      this.#room = larger;
    }
    this.#room.set(chunk, this.#held);
    this.#held += chunk.length;
    const bytes = this.#room.subarray(0, this.#held);
    let at = 0;
    if (this.#head === null) {
      const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(bodyStart);
      if (end < 0) return;
      this.#head = Buffer.from(bytes.buffer, bytes.byteOffset, end).toString('utf8');
      at = end + bodyStart.length;
    }
    const done = this.#scan(bytes, at);
    this.#room.copyWithin(0, done, this.#held);
    this.#held -= done;
  }

  /** Reads elements as long as they are whole. @returns where the first one begins that is not */
  #scan(bytes: Uint8Array, from: number): number {
    let at = from;
    for (;;) {
      while (at < bytes.length && bytes[at] !== less) at += 1;
      // The longest start that is looked for has to be there to be told.
      if (at + 14 > bytes.length) return at;
      const second = bytes[at + 1];
      const next =
        second === wordStart[1]
          ? this.#word(bytes, at)
          : second === pageStart[1]
            ? this.#page(bytes, at)
            : this.#other(bytes, at);
      if (next < 0) return at;
      at = next;
    }
  }

  #word(bytes: Uint8Array, from: number): number {
    const left = this.#number(bytes, from + wordStart.length);
    const top = this.#number(bytes, this.#at + '" yMin="'.length);
    const right = this.#number(bytes, this.#at + '" xMax="'.length);
    const bottom = this.#number(bytes, this.#at + '" yMax="'.length);
    const start = this.#at + '">'.length;
    let end = start;
    while (end < bytes.length && bytes[end] !== less) end += 1;
    if (end + '</word>'.length > bytes.length) return -1;
    if (this.#open !== null && !Number.isNaN(left + top + right + bottom)) {
      const { text, weight } = this.#table.at(bytes, start, end);
      this.#open.words.push({ text, left, top, right, bottom });
      this.#open.weight += weight;
    }
    return end + '</word>'.length;
  }

  #page(bytes: Uint8Array, from: number): number {
    const width = this.#number(bytes, from + pageStart.length);
    const height = this.#number(bytes, this.#at + '" height="'.length);
    if (this.#at + 2 > bytes.length) return -1;
    this.#open = { width, height, words: [], weight: 0 };
    return this.#at + 2;
  }

  /** `</page>` ends a page; what else there is ends the document. */
  #other(bytes: Uint8Array, from: number): number {
    if (this.#open !== null && bytes[from + 2] === pageStart[1]) {
      this.#pages.push(this.#open);
      this.#open = null;
    }
    return from + 1;
  }

  /** The number that stands from `from` to the next quotation mark, `NaN` where none does. */
  #number(bytes: Uint8Array, from: number): number {
    let value = 0;
    let after = -1;
    let isNumber = true;
    let at = from;
    const negative = bytes[at] === minus;
    if (negative) at += 1;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= (zero ?? 0) && byte <= (nine ?? 0)) {
        value = value * 10 + byte - (zero ?? 0);
        if (after >= 0) after += 1;
      } else if (byte === dot) after = 0;
      else if (byte === quote) break;
      else isNumber = false;
    }
    this.#at = at;
    if (!isNumber) return Number.NaN;
    const size = after <= 0 ? value : after === 6 ? value / places : value / 10 ** after;
    return negative ? -size : size;
  }
}
