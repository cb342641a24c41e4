import { noText, tooMuchInside } from '../texts.ts';
import { detectFormat } from './detectFormat.ts';
import { inUnicode } from './inUnicode.ts';
import { withoutMarkdownRemains } from './markdown/markdownRemains.ts';
import type { RawDocument } from './rawDocument.ts';

/** Some 3,000 full pages. Reading a longer text for its meaning would take minutes. */
const mostCharacters = 10_000_000;

const gigabyte = 1024 * 1024 * 1024;

export type ReadOptions = {
  /** Cap on each helper program; the process itself is limited from outside. */
  readonly memoryBytes?: number;
  /** Path of `pdftotext`, `null` to do without it; left out, the machine is searched. */
  readonly pdftotext?: string | null;
  /** Path of `tesseract`, `null` to do without it; left out, the machine is searched. */
  readonly tesseract?: string | null;
  /** Hears of each scanned page before it is read. */
  readonly progress?: (done: number, all: number) => void;
};

/** Each parser is loaded only when its format comes, so that a small text does not wait for pdf.js. */
async function readAs(
  format: RawDocument['format'],
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<RawDocument> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/readPdf.ts')).readPdf(bytes, fileName, {
        memoryBytes: gigabyte,
        ...options,
      });
    case 'docx':
      return (await import('./docx/readDocx.ts')).readDocx(bytes, fileName, options);
    case 'doc':
      return (await import('./word97/readDoc.ts')).readDoc(bytes, fileName);
    case 'rtf':
      return (await import('./rtf/readRtf.ts')).readRtf(bytes, fileName);
    case 'xls':
      return (await import('./excel97/readXls.ts')).readXls(bytes, fileName);
    case 'ppt':
      return (await import('./powerpoint97/readPpt.ts')).readPpt(bytes, fileName);
    case 'image':
      return (await import('./readImage.ts')).readImage(bytes, fileName, options);
    case 'xlsx':
      return (await import('./officeXml/readXlsx.ts')).readXlsx(bytes, fileName);
    case 'pptx':
      return (await import('./officeXml/readPptx.ts')).readPptx(bytes, fileName);
    case 'odt':
    case 'ods':
    case 'odp':
      return (await import('./openDocument/readOpenDocument.ts')).readOpenDocument(bytes, fileName, format);
    case 'mht':
      return (await import('./readMht.ts')).readMht(bytes, fileName);
    case 'html':
      return (await import('./html/readHtml.ts')).readHtml(bytes, fileName);
    case 'md':
      return (await import('./markdown/readMarkdown.ts')).readMarkdown(bytes, fileName);
    case 'txt':
      return (await import('./readText.ts')).readText(bytes, fileName);
  }
}

/** Empty lines around the document and runs of them inside say no more than one does. */
function withoutIdleBlanks(lines: RawDocument['lines']): RawDocument['lines'] {
  const kept = lines.filter((line, index) => line.role !== 'blank' || lines[index - 1]?.role !== 'blank');
  const from = kept[0]?.role === 'blank' ? 1 : 0;
  return kept.slice(from, kept.at(-1)?.role === 'blank' ? -1 : kept.length);
}

/**
 * Bytes of a file → its lines in reading order. The format is told by content before name. Throws a `KnownError` in
 * Vietnamese for everything that cannot be read whole and right: unknown formats, unknown encodings, locked,
 * broken, empty and oversized files. Run it in a child process: parsers can be made to use up time and memory.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<RawDocument> {
  const { format, warnings } = detectFormat(bytes, fileName);
  const raw = await readAs(format, bytes, fileName, options);
  const characters = raw.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > mostCharacters) throw tooMuchInside(fileName, { of: 'text', most: mostCharacters });
  const { lines, warnings: encodingWarnings } = inUnicode(raw.lines);
  if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line.text))) throw noText(fileName);
  const clean = withoutMarkdownRemains({ ...raw, lines });
  return {
    ...clean,
    lines: withoutIdleBlanks(clean.lines),
    warnings: [...new Set([...warnings, ...clean.warnings, ...encodingWarnings])],
  };
}
