import { findTool } from '../systemTools.ts';
import { damaged } from '../texts.ts';
import { gatePages } from './pdfGate.ts';
import { pdfjsPages } from './pdfjsPages.ts';
import { linePitch, pageLines } from './pdfLayout.ts';
import { popplerPages } from './popplerPages.ts';
import type { RawDocument } from './rawDocument.ts';

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
};

/**
 * Reads a PDF's text layer, by poppler where it is installed (it decodes fonts that pdf.js gets wrong), by pdf.js
 * otherwise. Throws a refusal for scans, broken text layers, locked and damaged files.
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
  const gated = gatePages(content.pages, fileName);
  const pitch = linePitch(gated.pages.map((page) => page.words));
  const lines = gated.pages.flatMap((page) =>
    // A soft hyphen in a PDF is a glyph that was drawn, so it is a hyphen.
    pageLines(page.words, page.number, page.width, pitch).map((line) => ({
      ...line,
      text: line.text.replaceAll('\u00AD', '-'),
    })),
  );
  return { format: 'pdf', lines, meta: content.meta, warnings: [...content.warnings, ...gated.warnings] };
}
