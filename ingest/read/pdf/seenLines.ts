import type { PdfWord } from './pdfPage.ts';
import { unescaped, type WordTable } from './wordTable.ts';

/** A line that `pdftohtml` prints, with its box in points. */
export type SeenLine = PdfWord & { readonly white: boolean };

const pageMark = Buffer.from('<page number="');
const pageEnd = Buffer.from('</page>');
const textStart = Buffer.from('<text ');
const [less, greater, space, newline, tab] = Buffer.from('<> \n\t');

type Part = { readonly from: number; readonly to: number };

/**
 * What `pdftohtml -xml` prints: what can be seen of each page's text. Its lines are made on demand, for most pages need
 * but the weight of their words to tell that nothing on them is hidden.
 */
export class SeenLines {
  readonly #xml: Buffer;
  readonly #parts = new Map<number, Part>();
  readonly #whiteFonts = new Set<string>();

  constructor(xml: Buffer) {
    this.#xml = xml;
    for (let from = xml.indexOf(pageMark); from >= 0; from = xml.indexOf(pageMark, from)) {
      const to = xml.indexOf(pageEnd, from);
      if (to < 0) break;
      const number = Number.parseInt(
        xml.toString('latin1', from + pageMark.length, from + pageMark.length + 8),
        10,
      );
      this.#parts.set(number, { from, to });
      from = to;
    }
    // Fonts are named once, on the page where they first come.
    for (let at = xml.indexOf('<fontspec '); at >= 0; at = xml.indexOf('<fontspec ', at + 1)) {
      const mark = xml.toString('latin1', at, xml.indexOf('>', at) + 1);
      if (/color="#f[c-f]f[c-f]f[c-f]"/i.test(mark)) this.#whiteFonts.add(/id="(\d+)"/.exec(mark)?.[1] ?? '');
    }
  }

  /** Whether any of the document's text is in the colour of paper. */
  get hasWhite(): boolean {
    return this.#whiteFonts.size > 0;
  }

  /** The weight of all words of the page, as `WordTable` gives it. */
  weight(page: number, table: WordTable): number {
    const part = this.#parts.get(page);
    if (part === undefined) return 0;
    const xml = this.#xml;
    let sum = 0;
    let line = xml.indexOf(textStart, part.from);
    while (line >= 0 && line < part.to) {
      let at = xml.indexOf('>', line) + 1;
      let start = at;
      // Tags inside a line mark bold and slanted letters and part no words.
      let pieces: Uint8Array[] = [];
      const close = () => {
        if (at > start || pieces.length > 0) {
          const whole = pieces.length === 0 ? null : Buffer.concat([...pieces, xml.subarray(start, at)]);
          const word = whole === null ? table.at(xml, start, at) : table.at(whole, 0, whole.length);
          sum += word.weight;
        }
        pieces = [];
      };
      for (; at < part.to; at += 1) {
        const byte = xml[at];
        if (byte === space || byte === newline || byte === tab) {
          close();
          start = at + 1;
        } else if (byte === less) {
          if (xml[at + 1] === 0x2f && xml[at + 2] === 0x74) break;
          if (at > start) pieces.push(xml.subarray(start, at));
          while (at < part.to && xml[at] !== greater) at += 1;
          start = at + 1;
        }
      }
      close();
      line = xml.indexOf(textStart, at);
    }
    return sum;
  }

  /** The page's lines. */
  linesOf(page: number): readonly SeenLine[] {
    const part = this.#parts.get(page);
    if (part === undefined) return [];
    const lines = this.#xml
      .toString('utf8', part.from, part.to)
      .matchAll(
        /<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*?)<\/text>/gs,
      );
    const seen: SeenLine[] = [];
    for (const [, top, left, width, height, font, content] of lines) {
      // The XML is drawn at 1.5 pixels a point.
      const [y, x, w, h] = [top, left, width, height].map((value) => Number(value) / 1.5);
      if (y === undefined || x === undefined || w === undefined || h === undefined) continue;
      const text = unescaped((content ?? '').replace(/<[^>]*>/g, '')).trim();
      if (text === '') continue;
      seen.push({
        ...{ text, left: x, top: y, right: x + w, bottom: y + h },
        white: this.#whiteFonts.has(font ?? ''),
      });
    }
    return seen;
  }
}
