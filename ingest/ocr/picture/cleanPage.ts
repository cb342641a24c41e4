import type { GreyImage } from '../engine/ocrEngine.ts';
import { standOf } from './pageSkew.ts';

/** Pixels of a page, three bytes each, before anything is done about them. */
export type ColourImage = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly dpi: number;
};

/**
 * Shades of grey without the red of stamps: a red pixel takes its own red channel, in which stamp ink is as light as
 * paper and the black letter under it is as dark as ever.
 */
export function withoutRed({ width, height, data, dpi }: ColourImage): GreyImage {
  const grey = new Uint8Array(width * height);
  for (let index = 0; index < grey.length; index += 1) {
    const red = data[index * 3] ?? 255;
    const green = data[index * 3 + 1] ?? 255;
    const blue = data[index * 3 + 2] ?? 255;
    const isRed = red - Math.max(green, blue) > 30;
    const light = isRed ? Math.min(255, red + (red > 120 ? 60 : 0)) : 0.3 * red + 0.59 * green + 0.11 * blue;
    grey[index] = Math.round(light);
  }
  return { width, height, data: grey, dpi };
}

/** Turned clockwise by whole quarters. */
export async function turned(image: GreyImage, quarters: 1 | 2 | 3): Promise<GreyImage> {
  return rotated(image, quarters * 90);
}

async function rotated(image: GreyImage, degrees: number): Promise<GreyImage> {
  const { width, height, data, dpi } = image;
  const { default: sharp } = await import('sharp');
  const { data: pixels, info } = await sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(degrees, { background: '#ffffff' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: pixels, dpi };
}

/** The page set upright (or on its head) and straight, where it lies askew by enough to matter to lines of text. */
export async function straightened(image: GreyImage): Promise<GreyImage> {
  const stand = standOf(image);
  const standing = stand.onSide ? await turned(image, 1) : image;
  const degrees = stand.onSide ? standOf(standing).degrees : stand.degrees;
  return Math.abs(degrees) < 0.3 ? standing : rotated(standing, -degrees);
}

/** Edges that the scanner left black (the lid's shadow, the desk) made white: rows and columns dark almost throughout. */
export function withoutDarkEdges(image: GreyImage): GreyImage {
  const { width, height, dpi } = image;
  const data = Uint8Array.from(image.data);
  const isDark = (start: number, step: number, count: number) => {
    let dark = 0;
    for (let index = 0; index < count; index += 1) if ((data[start + index * step] ?? 255) < 110) dark += 1;
    return dark > count * 0.6;
  };
  const clear = (start: number, step: number, count: number) => {
    for (let index = 0; index < count; index += 1) data[start + index * step] = 255;
  };
  const most = { rows: Math.floor(height * 0.12), columns: Math.floor(width * 0.12) };
  const sweep = (count: number, line: (index: number) => readonly [number, number, number]) => {
    // Paper may show between the very edge and the shadow; a rule further in is the document's own.
    let last = -1;
    for (let index = 0; index < count && index - last < count * 0.15; index += 1)
      if (isDark(...line(index))) last = index;
    for (let index = 0; index <= last; index += 1) clear(...line(index));
  };
  sweep(most.rows, (row) => [row * width, 1, width]);
  sweep(most.rows, (row) => [(height - 1 - row) * width, 1, width]);
  sweep(most.columns, (column) => [column, width, height]);
  sweep(most.columns, (column) => [width - 1 - column, width, height]);
  return { width, height, data, dpi };
}
