import type { ColourImage } from '../ocr/cleanPage.ts';
import { openEngine } from '../ocr/openEngine.ts';
import { readScan } from '../ocr/readScan.ts';
import { repairLines } from '../ocr/repairLines.ts';
import { writtenByHand } from '../ocr/writtenByHand.ts';
import { damaged, scanned, tooManyScans, tooMuchInside, WARNINGS } from '../texts.ts';
import { pageLines } from './pdf/pdfLayout.ts';
import { linePitch, pageRows } from './pdf/pdfRows.ts';
import type { RawDocument } from './rawDocument.ts';

/** The width to which a page's picture is brought, in pixels: A4 at the dots an inch that engines read best. */
const pageWidth = 1860;
const pageDpi = 225;
/** A picture of more points is no photo of a page; unpacked it would not fit into memory. */
const mostPixels = 120_000_000;
const mostPages = 200;
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

/**
 * Reads a photo or scan (JPEG, PNG, WebP, TIFF of one or more pages) as pages of a document. Throws a refusal for a
 * broken picture, one that is too large, and one without a word that can be read.
 */
export async function readImage(
  bytes: Uint8Array,
  fileName: string,
  { tesseract, progress = () => {} }: ImageOptions = {},
): Promise<RawDocument> {
  const { default: sharp } = await import('sharp');
  const broken = (error: unknown) => {
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw tooLarge ? tooMuchInside(fileName, { of: 'memory' }) : damaged(fileName, 'image', error);
  };
  const { pages: count = 1 } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata().catch(broken);
  if (count > mostPages) throw tooManyScans(fileName, mostPages);
  const engine = await openEngine(tesseract);
  try {
    const pages = [];
    for (let page = 0; page < count; page += 1) {
      progress(page, count);
      const picture = await pageOf(bytes, page).catch(broken);
      pages.push({ number: page + 1, ...(await readScan(picture, engine, { uneven: true })) });
    }
    const laid = pages.map((page) => ({ ...page, rows: pageRows(page.words) }));
    const pitch = linePitch(laid.map(({ rows }) => rows));
    const read = laid.map((page) => ({
      ...page,
      lines: pageLines(page.rows, page.number, page.width, pitch, { floors: true }),
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
      format: 'image',
      lines,
      meta: {},
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
