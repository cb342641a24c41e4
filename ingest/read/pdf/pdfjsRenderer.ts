import { createRequire } from 'node:module';
import path from 'node:path';
import type { Renderer } from './pdfScans.ts';

const partsOf = (folder: string) =>
  path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), folder) +
  path.sep;

/** It declares no types. */
const WORKER: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/**
 * Draws with pdf.js on a canvas, for machines without poppler. By its own build: the one that reads text has no decoders for the
 * pictures of black and white scanners (CCITT, JBIG2) and for JPEG 2000, and leaves such pages white.
 */
export async function pdfjsRenderer(bytes: Uint8Array): Promise<Renderer> {
  // The build that reads text has put its worker where this one looks for its own.
  await import(WORKER);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { createCanvas } = await import('@napi-rs/canvas');
  const { default: sharp } = await import('sharp');
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    wasmUrl: partsOf('wasm'),
    standardFontDataUrl: partsOf('standard_fonts'),
  });
  const document = await task.promise;
  return {
    draw: async (number, dpi) => {
      try {
        const page = await document.getPage(number);
        const viewport = page.getViewport({ scale: dpi / 72 });
        const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
        // What stands for a browser's canvas in Node.js has all that pdf.js asks of one.
        const shown = canvas as unknown as HTMLCanvasElement;
        await page.render({ canvas: shown, viewport, background: '#ffffff' }).promise;
        page.cleanup();
        const { data, info } = await sharp(canvas.toBuffer('image/png'))
          .flatten({ background: '#ffffff' })
          .removeAlpha()
          .toColourspace('srgb')
          .raw()
          .toBuffer({ resolveWithObject: true });
        return { width: info.width, height: info.height, data, dpi };
      } catch {
        return null;
      }
    },
    close: () => task.destroy(),
  };
}
