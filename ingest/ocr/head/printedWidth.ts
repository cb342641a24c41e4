/**
 * How wide words stand in the Times face that all offices print the heads of their documents in: what a hand wrote close to a word
 * begins where the word must end.
 */

export type Face = 'upright' | 'slanted';

/** Letters by their widths, in thousandths of the face's size. */
const widths = (table: readonly (readonly [letters: string, width: number])[]): ReadonlyMap<string, number> =>
  new Map(table.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

const FACES: Readonly<
  Record<Face, { readonly widths: ReadonlyMap<string, number>; readonly other: number }>
> = {
  upright: {
    other: 700,
    widths: widths([
      ['/:ijlt', 278],
      ['I-fr', 333],
      ['szJ', 389],
      ['SPF', 556],
      ['ELTZ', 611],
      ['BCR', 667],
      ['M', 889],
      ['0123456789bdghkopquvxy', 500],
    ]),
  },
  slanted: {
    other: 500,
    widths: widths([
      ['fijlt', 278],
      ['rsz', 389],
      ['cekvxy', 444],
      ['TUXY', 590],
      ['ABCEFLPRVZ', 620],
      ['wKNDGHOQ', 700],
      ['mM', 760],
      [',', 250],
    ]),
  },
};

/** In sizes of the face, with the paper left and right of the ink. A mark over a letter, or a stroke in it, makes it no wider. */
export function printedWidth(text: string, face: Face): number {
  const { widths: known, other } = FACES[face];
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return [...bare].reduce((sum, letter) => sum + (known.get(letter) ?? other), 0) / 1000;
}
