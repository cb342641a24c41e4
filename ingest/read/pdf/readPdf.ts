import path from 'node:path';
import type { ScannedPage } from '../../ocr/readScan.ts';
import { repairLines } from '../../ocr/repairLines.ts';
import { findTool } from '../../systemTools.ts';
import { damaged, WARNINGS } from '../../texts.ts';
import { type RawDocument, SIGNATURE_TIME } from '../rawDocument.ts';
import { type GatedPdf, gatePages, pagesToRecognise, pageVerdicts } from './pdfGate.ts';
import { pdfjsPages } from './pdfjsPages.ts';
import { pageLines } from './pdfLayout.ts';
import type { PdfContent, PdfPage } from './pdfPage.ts';
import { linePitch, pageRows } from './pdfRows.ts';
import type { Renderer } from './pdfScans.ts';
import { signedOn } from './pdfStamp.ts';
import { withoutTinyAndOutside, withoutWhiteOnWhite } from './pdfUnseen.ts';
import { popplerPages } from './popplerPages.ts';
import { ruledRows } from './ruledRows.ts';

/** A PDF ends with this mark, give or take what mail gateways append; a download cut short has lost it. */
function isTruncated(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 4096));
  return !Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength).includes('%%EOF');
}

export type PdfOptions = {
  /** Cap on the address space of each of poppler's programs. */
  readonly memoryBytes: number;
  /** Path of `pdftotext`, or `null` to read with pdf.js; left out, the machine is searched. */
  readonly pdftotext?: string | null;
  /** Path of `tesseract`, or `null` to read scans with `tesseract.js`; left out, the machine is searched. */
  readonly tesseract?: string | null;
  /** Hears of each scanned page before it is read. */
  readonly progress?: (done: number, all: number) => void;
};

async function openRenderer(bytes: Uint8Array, pdftotext: string | null): Promise<Renderer> {
  const { popplerRenderer } = await import('./pdfScans.ts');
  const { pdfjsRenderer } = await import('./pdfjsRenderer.ts');
  const pdftoppm =
    pdftotext === null ? null : ((await findTool('pdftoppm', [path.dirname(pdftotext)]))?.path ?? null);
  return pdftoppm === null ? pdfjsRenderer(bytes) : popplerRenderer(bytes, pdftoppm);
}

/** Fine enough to tell whether a word is there, and drawn in no time. */
const lookingDpi = 72;

/** The pages without the words that nobody sees on them; `draw` is called only for pages that have white words. */
async function seenPages(pages: readonly PdfPage[], renderer: () => Promise<Renderer>): Promise<PdfPage[]> {
  const seen: PdfPage[] = [];
  for (const page of pages.map(withoutTinyAndOutside)) {
    const picture =
      page.whiteWords.length === 0 ? null : await (await renderer()).draw(page.number, lookingDpi);
    seen.push(picture === null ? page : withoutWhiteOnWhite(page, picture));
  }
  return seen;
}

/** What the pictures of pages say, where the text layer is not the document. */
async function readScans(
  fileName: string,
  pages: readonly PdfPage[],
  renderer: () => Promise<Renderer>,
  options: PdfOptions,
): Promise<ReadonlyMap<number, ScannedPage>> {
  if (pages.length === 0) return new Map();
  const { recognisePages } = await import('./pdfScans.ts');
  const { openEngine } = await import('../../ocr/engine/openEngine.ts');
  const engine = await openEngine(options.tesseract);
  try {
    return await recognisePages(pages, fileName, await renderer(), engine, options.progress ?? (() => {}));
  } finally {
    await engine.close();
  }
}

/**
 * Reads a PDF: its text layer, by poppler where it is installed (it decodes fonts that pdf.js gets wrong), by pdf.js
 * otherwise; and from their pictures the pages whose text layer is missing, broken or not to be trusted. Throws a
 * refusal for files of which pages stay unread, locked and damaged ones.
 */
export async function readPdf(
  bytes: Uint8Array,
  fileName: string,
  options: PdfOptions,
): Promise<RawDocument> {
  // Both engines repair a truncated file in silence and lose its last pages.
  if (isTruncated(bytes)) throw damaged(fileName, 'pdf');
  const pdftotext =
    options.pdftotext === undefined ? ((await findTool('pdftotext'))?.path ?? null) : options.pdftotext;
  const content =
    pdftotext === null
      ? await pdfjsPages(bytes, fileName)
      : await popplerPages(bytes, fileName, pdftotext, options.memoryBytes);
  const opened: Promise<Renderer>[] = [];
  const renderer = () => {
    const own = opened[0] ?? openRenderer(bytes, pdftotext);
    if (opened.length === 0) opened.push(own);
    return own;
  };
  try {
    const seen = await seenPages(content.pages, renderer);
    const verdicts = pageVerdicts(seen);
    const scans = await readScans(fileName, pagesToRecognise(seen, verdicts), renderer, options);
    return await assembled(content, gatePages(seen, verdicts, scans, fileName));
  } finally {
    await (await opened[0])?.close();
  }
}

/** The document out of its pages: their lines in order, what recognition misread put right. */
async function assembled(content: PdfContent, gated: GatedPdf): Promise<RawDocument> {
  const signed = signedOn(content.pages);
  const laid = gated.pages.map((page) => {
    const { words, tables } = ruledRows(page.words, page.tables);
    return { ...page, tables, rows: pageRows(words) };
  });
  const pitch = linePitch(laid.map(({ rows }) => rows));
  const pages = laid.map((page) => ({
    ...page,
    // A soft hyphen in a PDF is a glyph that was drawn, so it is a hyphen.
    lines: pageLines(page.rows, page.number, page.width, pitch, {
      floors: page.recognised,
      tables: page.tables,
    }).map((line) =>
      line.text.includes('\u00AD') ? { ...line, text: line.text.replaceAll('\u00AD', '-') } : line,
    ),
  }));
  const read = pages.filter(({ recognised }) => recognised).flatMap(({ lines }) => lines);
  const { lines: mended, warnings: repairs } = await repairLines(read);
  const mendedOf = new Map(read.map((line, index) => [line, mended[index] ?? line]));
  const tables = pages
    .filter(({ recognised, lines }) => recognised && lines.some(({ role }) => role === 'table'))
    .map(({ number }) => number);
  return {
    format: 'pdf',
    lines: pages.flatMap(({ lines }) => lines.map((line) => mendedOf.get(line) ?? line)),
    meta: signed === null ? content.meta : { ...content.meta, [SIGNATURE_TIME]: signed },
    warnings: [
      ...content.warnings,
      ...gated.warnings,
      ...repairs,
      ...(tables.length > 0 ? [WARNINGS.scannedTables(tables)] : []),
    ],
  };
}
