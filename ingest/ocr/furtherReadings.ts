import type { GreyImage, OcrEngine, OcrWord } from './engine/ocrEngine.ts';

/**
 * A page read again in other sizes. An engine errs in other letters when the page is a little smaller, or black on
 * white, so that readings prove each other; no one size reads best on all pages.
 */

type Look = { readonly scale: number; readonly bilevel: boolean };

const smaller: Look = { scale: 0.89, bilevel: false };
const blackOnWhite: Look = { scale: 1.11, bilevel: true };

/** The shade that parts ink from paper best: where the two shades' means lie farthest apart (Otsu). */
export function inkThreshold(data: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((all, count, shade) => all + count * shade, 0);
  let [best, threshold, darker, darkSum] = [0, 128, 0, 0];
  for (let shade = 0; shade < 255; shade += 1) {
    darker += counts[shade] ?? 0;
    darkSum += (counts[shade] ?? 0) * shade;
    const lighter = data.length - darker;
    if (darker === 0 || lighter === 0) continue;
    const apart = darkSum / darker - (sum - darkSum) / lighter;
    const parted = darker * lighter * apart * apart;
    if (parted > best) [best, threshold] = [parted, shade + 1];
  }
  return threshold;
}

async function looked(image: GreyImage, { scale, bilevel }: Look): Promise<GreyImage> {
  const { default: sharp } = await import('sharp');
  const { width, height } = image;
  const { data, info } = await sharp(image.data, { raw: { width, height, channels: 1 } })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill', kernel: 'lanczos3' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const threshold = bilevel ? inkThreshold(data) : 0;
  return {
    ...{ width: info.width, height: info.height, dpi: image.dpi * scale },
    data: bilevel ? data.map((shade) => (shade < threshold ? 0 : 255)) : data,
  };
}

async function reading(image: GreyImage, look: Look, engine: OcrEngine): Promise<readonly OcrWord[]> {
  const words = await engine.recognise(await looked(image, look), 'page');
  return words.map((word) => ({
    ...word,
    left: word.left / look.scale,
    right: word.right / look.scale,
    top: word.top / look.scale,
    bottom: word.bottom / look.scale,
  }));
}

/** A file of so many scanned pages gets further readings of all of them within its time … */
const MOST_PAGES = 60;
/** … and a longer one of its first: number, date and issuer stand there, and most of what its rules rest on. */
const FIRST_PAGES = 10;

/** Whether a page is read once only, so that a long file is read to its end within its time. `index` from 0. */
export const isReadOnce = (index: number, pages: number) => pages > MOST_PAGES && index >= FIRST_PAGES;

/** The page's words in each further reading, in the pixels of `image`. */
export async function furtherReadings(
  image: GreyImage,
  engine: OcrEngine,
): Promise<readonly (readonly OcrWord[])[]> {
  // The program runs twice at once; the package reads one page at a time, three times as long.
  const looks = engine.name === 'tesseract' ? [smaller, blackOnWhite] : [smaller];
  return Promise.all(looks.map((look) => reading(image, look, engine)));
}
