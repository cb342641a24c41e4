import { fold } from './text.ts';

/** A number of a text and where it stands. */
export type Figure = {
  readonly value: number;
  /** Digits after the decimal sign, as written: `34,90` has two. */
  readonly decimals: number;
  readonly start: number;
  readonly end: number;
};

/** Source of a regular expression for a number written the Vietnamese way: `298`, `1.234,5`, `1 250`, `34,90`. */
export const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+)(?:,\d+)?`;

/** The same, also with a decimal point of one or two digits, as percentages are often typed: `34.9`. */
export const PERCENT_NUMBER = String.raw`(?:\d+\.\d{1,2}(?!\d)|${NUMBER})`;

/** Reads what `NUMBER` or `PERCENT_NUMBER` matched. */
export function readFigure(written: string, start: number): Figure {
  const pointed = /^\d+\.\d{1,2}$/.test(written);
  const plain = pointed ? written : written.replace(/[.\s]/g, '').replace(',', '.');
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain), decimals, start, end: start + written.length };
}

/** `1234.5` → `1.234,5`; with `decimals` exactly so many. */
export function writeFigure(value: number, decimals?: number): string {
  const [whole = '', part] = (decimals === undefined ? String(value) : value.toFixed(decimals)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
}

/** Folds a text letter by letter, so that offsets stay those of the text: the few letters that would change in length stay. */
export function foldInPlace(text: string): string {
  let folded = '';
  for (const letter of text) {
    const plain = fold(letter);
    folded += plain.length === letter.length ? plain : letter;
  }
  return folded;
}
