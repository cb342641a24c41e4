import { openEngine } from '../ocr/engine/openEngine.ts';
import { isReadOnce } from '../ocr/furtherReadings.ts';
import { writtenByHand } from '../ocr/head/writtenByHand.ts';
import type { ColourImage } from '../ocr/picture/cleanPage.ts';
import { readScan } from '../ocr/readScan.ts';
import { repairLines } from '../ocr/repairLines.ts';
import { damaged, scanned, tooManyScans, tooMuchInside, WARNINGS } from '../texts.ts';
import { pageLines } from './pdf/pdfLayout.ts';
import { linePitch, pageRows } from './pdf/pdfRows.ts';
import { ruledRows } from './pdf/ruledRows.ts';
import type { RawDocument } from './rawDocument.ts';

/** The width to which a page's picture is brought, in pixels: A4 at the dots an inch that engines read best. */
const pageWidth = 1860;
const pageDpi = 225;
/** A picture of more points is no photo of a page; unpacked it would not fit into memory. */
const mostPixels = 120_000_000;
const mostPages = 200;
/** A page whose letters can be read has so many points on its short and on its long side. */
const leastSide = 550;
const leastLength = 800;
/** Below this a reading wants a person's eyes. */
const doubtful = 80;

type ImageOptions = {
  readonly tesseract?: string | null;
  readonly progress?: (done: number, all: number) => void;
};

/** One page of the file, turned as its camera says, on white, near the size at which engines read best. */
async function pageOf(bytes: Uint8Array, page: number): Promise<ColourImage> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes, { page, limitInputPixels: mostPixels }).metadata();
  // The short side is the paper's width, whichever way it lies. Small pictures of a few lines are not blown up.
  const scale = Math.min(2, pageWidth / Math.min(width, height));
  const long = Math.max(1, Math.round(Math.max(width, height) * scale));
  const { data, info } = await sharp(bytes, { page, limitInputPixels: mostPixels })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(long, long, { fit: 'inside', kernel: 'lanczos3' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, dpi: pageDpi };
}

/** A page of a picture file. */
export type PicturedPage = { readonly bytes: Uint8Array; readonly page: number };

/**
 * Reads pictures of pages in their order, the first as page 1. Throws a refusal for a broken picture, one that is too large, and where
 * no word can be read of any.
 */
export async function readPictures(
  pictures: readonly PicturedPage[],
  fileName: string,
  { tesseract, progress = () => {} }: ImageOptions = {},
): Promise<Pick<RawDocument, 'lines' | 'warnings'>> {
  if (pictures.length > mostPages) throw tooManyScans(fileName, mostPages);
  const engine = await openEngine(tesseract);
  try {
    const pages = [];
    for (const [index, { bytes, page }] of pictures.entries()) {
      progress(index, pictures.length);
      const picture = await pageOf(bytes, page).catch(brokenPicture(fileName));
      const once = isReadOnce(index, pictures.length);
      pages.push({ number: index + 1, ...(await readScan(picture, engine, { uneven: true, once })) });
    }
    const laid = pages.map((page) => {
      const { words, tables } = ruledRows(page.words, page.tables);
      return { ...page, ruled: tables, rows: pageRows(words) };
    });
    const pitch = linePitch(laid.map(({ rows }) => rows));
    const read = laid.map((page) => ({
      ...page,
      lines: pageLines(page.rows, page.number, page.width, pitch, { floors: true, tables: page.ruled }),
    }));
    const numbers = (fits: (page: (typeof read)[number]) => boolean) =>
      read.filter(fits).map(({ number }) => number);
    const warnings: readonly [readonly number[], (pages: readonly number[]) => string][] = [
      [numbers(({ words }) => words.length > 0), WARNINGS.readByOcr],
      [numbers(({ confidence }) => confidence !== null && confidence < doubtful), WARNINGS.doubtfulOcr],
      [numbers(({ lines }) => lines.some(({ role }) => role === 'table')), WARNINGS.scannedTables],
      [numbers(({ words }) => words.length === 0), WARNINGS.picturePages],
    ];
    if (read.every(({ words }) => words.length === 0)) throw scanned(fileName, null);
    const { lines, warnings: repairs } = await repairLines(read.flatMap((page) => page.lines));
    return {
      lines,
      warnings: [
        ...warnings.flatMap(([which, warning]) => (which.length > 0 ? [warning(which)] : [])),
        ...writtenByHand(read),
        ...repairs,
      ],
    };
  } finally {
    await engine.close();
  }
}

const brokenPicture =
  (fileName: string) =>
  (error: unknown): never => {
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw tooLarge ? tooMuchInside(fileName, { of: 'memory' }) : damaged(fileName, 'image', error);
  };

/**
 * Reads a photo or scan (JPEG, PNG, WebP, TIFF of one or more pages) as pages of a document. Throws a refusal for a
 * broken picture, one that is too large, and one without a word that can be read.
 */
export async function readImage(
  bytes: Uint8Array,
  fileName: string,
  options: ImageOptions = {},
): Promise<RawDocument> {
  const { default: sharp } = await import('sharp');
  const { pages: count = 1 } = await sharp(bytes, { limitInputPixels: mostPixels })
    .metadata()
    .catch(brokenPicture(fileName));
  if (count > mostPages) throw tooManyScans(fileName, mostPages);
  const pictures = Array.from({ length: count }, (_, page) => ({ bytes, page }));
  return { format: 'image', meta: {}, ...(await readPictures(pictures, fileName, options)) };
}

/** Whether a picture is large enough to be of a page; no picture that cannot be opened is. */
export async function mayBePage(bytes: Uint8Array): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes, { limitInputPixels: mostPixels })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  return Math.min(width, height) >= leastSide && Math.max(width, height) >= leastLength;
}
