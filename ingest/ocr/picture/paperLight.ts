import type { GreyImage } from '../engine/ocrEngine.ts';
import { inkThreshold } from '../furtherReadings.ts';
import type { ColourImage } from './cleanPage.ts';

/** Pages on coloured, shaded or grey paper, and faint copies, made black on white. */

/** The shade under which a share of the sampled values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = Uint8Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 255;
}

/** Paper of one channel darker than another by this much is coloured. */
const COLOURED = 16;

/** A page on coloured paper, or in coloured light, as it would be on white: red ink is told from paper by its colour. */
export function onWhite(image: ColourImage): ColourImage {
  const { data } = image;
  const samples: [number[], number[], number[]] = [[], [], []];
  // A prime step meets all columns of a page evenly.
  for (let index = 0; index < data.length - 2; index += 3 * 997)
    for (const channel of [0, 1, 2] as const) samples[channel].push(data[index + channel] ?? 255);
  // Most of a page is paper.
  const paper = samples.map((each) => quantile(each, 0.6));
  const [least, most] = [Math.min(...paper), Math.max(...paper)];
  if (most - least < COLOURED || least < 60) return image;
  const tables = paper.map((shade) =>
    Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.round((value * most) / shade))),
  );
  const white = new Uint8Array(data.length);
  for (let index = 0; index < data.length; index += 1)
    white[index] = tables[index % 3]?.[data[index] ?? 255] ?? 255;
  return { ...image, data: white };
}

/** The side of the squares in which a page's light is compared, in points, and from which difference on it is uneven. */
const SQUARE = 18;
const UNEVEN = 45;

/** Whether some parts of the paper are much darker than others: a shadow along a book's spine, a lamp at one side. */
export function isUneven({ width, height, data, dpi }: GreyImage): boolean {
  const side = Math.max(16, Math.round((SQUARE * dpi) / 72));
  const lights: number[] = [];
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      const shades: number[] = [];
      for (let y = top; y < top + side; y += 5)
        for (let x = left; x < left + side; x += 5) shades.push(data[y * width + x] ?? 255);
      // Between letters there is paper, if only a fifth of the square.
      lights.push(quantile(shades, 0.8));
    }
  }
  return quantile(lights, 0.95) - quantile(lights, 0.06) > UNEVEN;
}

/**
 * Paper made even: each pixel against the light of its surroundings. A photo's shadow otherwise reads as ink, and
 * coloured paper as grey text.
 */
export async function evenPaper(image: GreyImage): Promise<GreyImage> {
  const { width, height, data, dpi } = image;
  const { default: sharp } = await import('sharp');
  const small = Math.max(8, Math.round(width / 24));
  const low = Math.max(8, Math.round(height / 24));
  // The lightest of each neighbourhood is its paper: enlarge light over the letters, then smooth.
  const paper = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize(small * 4, low * 4, { fit: 'fill', kernel: 'cubic' })
    .median(9)
    .blur(3)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const even = new Uint8Array(width * height);
  for (let index = 0; index < even.length; index += 1) {
    const ground = Math.max(60, paper[index] ?? 255);
    even[index] = Math.min(255, Math.round(((data[index] ?? 255) / ground) * 245));
  }
  return { width, height, data: even, dpi };
}

/** Ink and paper that lie nearer to each other than this want their contrast drawn apart. */
const CLEAR = 120;

/** A faint copy, or one on grey paper, with its paper white and its ink black. */
export function clearContrast(image: GreyImage): GreyImage {
  const sample = new Uint8Array(Math.floor(image.data.length / 13));
  for (let index = 0; index < sample.length; index += 1) sample[index] = image.data[index * 13] ?? 255;
  const threshold = inkThreshold(sample);
  let [ink, inked, paper, papered] = [0, 0, 0, 0];
  for (const shade of sample) {
    if (shade < threshold) {
      ink += shade;
      inked += 1;
    } else {
      paper += shade;
      papered += 1;
    }
  }
  if (inked === 0 || papered === 0) return image;
  const [dark, light] = [ink / inked, paper / papered];
  // Two shades hardly apart are the grain of an empty page.
  if (light - dark >= CLEAR || light - dark < 25) return image;
  const [black, white] = [dark - (light - dark) * 0.2, light - (light - dark) * 0.06];
  const table = Uint8Array.from({ length: 256 }, (_, shade) =>
    Math.max(0, Math.min(255, Math.round(((shade - black) / (white - black)) * 255))),
  );
  return { ...image, data: image.data.map((shade) => table[shade] ?? 255) };
}
