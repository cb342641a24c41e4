import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OcrEngine } from '../../ocr/engine/ocrEngine.ts';
import { isReadOnce } from '../../ocr/furtherReadings.ts';
import type { ColourImage } from '../../ocr/picture/cleanPage.ts';
import { readScan, type ScannedPage } from '../../ocr/readScan.ts';
import { tooManyScans } from '../../texts.ts';
import type { PdfPage } from './pdfPage.ts';
import { splitStamps } from './pdfStamp.ts';

/** The pages of a PDF that have to be read from their pictures, drawn and read one at a time. */

/** Measured on 200-dpi scans: finer drawing reads no better and takes longer. */
const usualDpi = 225;
/** The long side of A3 in points. Larger "pages" are pictures put in at one point a pixel. */
const longestPage = 1200;
const a4Long = 842;
/** At two seconds a page this is a quarter of an hour. */
const mostPages = 500;
const renderTimeoutMs = 50_000;

/** Draws a page by its number, `null` where it cannot be drawn. */
export type Renderer = {
  readonly draw: (number: number, dpi: number) => Promise<ColourImage | null>;
  readonly close: () => Promise<void>;
};

/** A picture as `pdftoppm` prints it (binary PPM). */
function pixmap(bytes: Buffer, dpi: number): ColourImage | null {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (head === null) return null;
  const width = Number(head[1]);
  const height = Number(head[2]);
  const data = bytes.subarray(head[0].length);
  return data.length < width * height * 3 ? null : { width, height, data, dpi };
}

/** Draws with poppler; `pdftoppm` is its path. */
export async function popplerRenderer(bytes: Uint8Array, pdftoppm: string): Promise<Renderer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-scan-'));
  const file = path.join(folder, 'document.pdf');
  await writeFile(file, bytes);
  return {
    draw: (number, dpi) =>
      new Promise((resolve) => {
        const page = ['-f', String(number), '-l', String(number), '-singlefile'];
        execFile(
          pdftoppm,
          ['-q', '-r', String(dpi), ...page, file],
          { encoding: 'buffer', maxBuffer: 200 * 1024 * 1024, timeout: renderTimeoutMs },
          (error, stdout) => resolve(error === null ? pixmap(stdout, dpi) : null),
        );
      }),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

function dpiOf(page: PdfPage): number {
  const long = Math.max(page.width, page.height);
  return long > longestPage ? Math.max(8, (usualDpi * a4Long) / long) : usualDpi;
}

/** The words of a signature stamp painted over: they are not the document's, and they are known from the text layer. */
function withoutStampWords(picture: ColourImage, page: PdfPage): ColourImage {
  const { stamp } = splitStamps(page.words);
  if (stamp.length === 0) return picture;
  const data = Uint8Array.from(picture.data);
  const scale = picture.dpi / 72;
  for (const word of stamp) {
    const left = Math.max(0, Math.floor((word.left - 1) * scale));
    const right = Math.min(picture.width, Math.ceil((word.right + 1) * scale));
    const bottom = Math.min(picture.height, Math.ceil((word.bottom + 1) * scale));
    for (let y = Math.max(0, Math.floor((word.top - 1) * scale)); y < bottom; y += 1)
      data.fill(255, (y * picture.width + left) * 3, (y * picture.width + right) * 3);
  }
  return { ...picture, data };
}

/**
 * Reads the given pages from their pictures, by number. `progress` hears of each page before it is read. A page that
 * cannot be drawn is missing from the answer. Throws `limit_exceeded` for more pages than anyone waits for.
 */
export async function recognisePages(
  pages: readonly PdfPage[],
  fileName: string,
  renderer: Renderer,
  engine: OcrEngine,
  progress: (done: number, all: number) => void,
): Promise<ReadonlyMap<number, ScannedPage>> {
  if (pages.length > mostPages) throw tooManyScans(fileName, mostPages);
  const scans = new Map<number, ScannedPage>();
  for (const [index, page] of pages.entries()) {
    progress(index, pages.length);
    const picture = await renderer.draw(page.number, dpiOf(page));
    if (picture === null) continue;
    const once = isReadOnce(index, pages.length);
    scans.set(page.number, await readScan(withoutStampWords(picture, page), engine, { once }));
  }
  return scans;
}
