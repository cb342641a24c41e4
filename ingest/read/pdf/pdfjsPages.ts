import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import type { PdfContent, PdfPage, PdfWord } from './pdfPage.ts';

type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` first, then `outer`, as PDF nests its coordinate systems. */
function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function isMatrix(value: unknown): value is Matrix {
  return (
    Array.isArray(value) && value.length === 6 && value.every((entry: unknown) => typeof entry === 'number')
  );
}

/** The parts of pdf.js's text item that are used; its own type is a union with marked content. */
type TextItem = {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
};

function isTextItem(item: object): item is TextItem {
  return (
    'str' in item && typeof item.str === 'string' && 'transform' in item && Array.isArray(item.transform)
  );
}

/** Text items → words: items are cut at spaces and glued where a word was drawn in pieces. */
function wordsOfItems(items: readonly object[], view: Matrix): readonly PdfWord[] {
  const words: PdfWord[] = [];
  let mayGlue = false;
  for (const item of items) {
    if (!isTextItem(item) || !isMatrix(item.transform)) continue;
    const [, , c, d, left, baseline] = combined(view, item.transform);
    const height = Math.hypot(c, d);
    if (item.str.trim() === '') {
      if (item.str !== '') mayGlue = false;
      continue;
    }
    const step = item.width / item.str.length;
    for (const match of item.str.matchAll(/\S+/g)) {
      const word: PdfWord = {
        text: match[0],
        left: left + step * match.index,
        right: left + step * (match.index + match[0].length),
        top: baseline - height * 0.9,
        bottom: baseline + height * 0.2,
      };
      const before = words.at(-1);
      const near =
        before !== undefined &&
        Math.abs(before.bottom - word.bottom) < height * 0.3 &&
        Math.abs(word.left - before.right) < height * 0.12;
      if (match.index === 0 && mayGlue && near)
        words[words.length - 1] = {
          ...before,
          text: before.text + word.text,
          right: Math.max(before.right, word.right),
        };
      else words.push(word);
    }
    mayGlue = !/\s$/.test(item.str);
  }
  return words;
}

type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
type OperatorCodes = Readonly<Record<string, number>>;

function shownText(args: unknown): string {
  const glyphs: unknown = Array.isArray(args) ? args[0] : undefined;
  if (!Array.isArray(glyphs)) return '';
  return glyphs
    .map((glyph: unknown) =>
      typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string'
        ? glyph.unicode
        : '',
    )
    .join('');
}

/** What drawing the page tells beside its text: the area under images, and the text drawn invisibly. */
function drawn(operators: Operators, codes: OperatorCodes) {
  const images = new Set(
    ['paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject'].map((name) => codes[name]),
  );
  const shows = new Set(
    ['showText', 'showSpacedText', 'nextLineShowText', 'nextLineSetSpacingShowText'].map(
      (name) => codes[name],
    ),
  );
  let matrix = identity;
  let mode = 0;
  const stack: { matrix: Matrix; mode: number }[] = [];
  let imageArea = 0;
  let hidden = '';
  let visible = '';
  for (const [index, code] of operators.fnArray.entries()) {
    const args = operators.argsArray[index];
    if (code === codes.save) stack.push({ matrix, mode });
    else if (code === codes.restore) {
      const saved = stack.pop();
      matrix = saved?.matrix ?? identity;
      mode = saved?.mode ?? 0;
    } else if (code === codes.transform && isMatrix(args)) matrix = combined(matrix, args);
    else if (code === codes.paintFormXObjectBegin) {
      stack.push({ matrix, mode });
      const form: unknown = Array.isArray(args) ? args[0] : undefined;
      if (isMatrix(form)) matrix = combined(matrix, form);
    } else if (code === codes.paintFormXObjectEnd) {
      const saved = stack.pop();
      matrix = saved?.matrix ?? identity;
    } else if (code === codes.setTextRenderingMode) mode = Array.isArray(args) ? Number(args[0]) : 0;
    else if (images.has(code)) imageArea += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
    else if (shows.has(code)) {
      const text = shownText(args).replace(/\s+/g, '');
      if (mode === 3) hidden += text;
      else visible += text;
    }
  }
  return { imageArea, hidden, visible };
}

/**
 * Reads a PDF with pdf.js, for machines without poppler. Throws a refusal for a locked or broken file. A hostile
 * file can still end the process from inside pdf.js: only run it in a child process.
 */
export async function pdfjsPages(bytes: Uint8Array, fileName: string): Promise<PdfContent> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch(
    (error: unknown) => {
      if (error instanceof Error && error.name === 'PasswordException')
        throw passwordProtected(fileName, 'pdf');
      throw damaged(fileName, 'pdf', error);
    },
  );
  try {
    const pages: PdfPage[] = [];
    let stamped = false;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const view = isMatrix(viewport.transform) ? viewport.transform : identity;
      const content = await page.getTextContent();
      const words = wordsOfItems(content.items, view);
      const marks = drawn(await page.getOperatorList(), OPS);
      const isHidden = (word: PdfWord) =>
        marks.hidden.includes(word.text) && !marks.visible.includes(word.text);
      pages.push({
        number,
        width: viewport.width,
        height: viewport.height,
        words: words.filter((word) => !isHidden(word)),
        hiddenWords: words.filter(isHidden),
        whiteWords: [],
        imageShare: Math.min(1, marks.imageArea / (viewport.width * viewport.height)),
      });
      const annotations: readonly { readonly subtype?: string; readonly hasAppearance?: boolean }[] =
        await page.getAnnotations();
      stamped ||= annotations.some(
        (annotation) =>
          annotation.hasAppearance === true && /^(?:Widget|Stamp)$/.test(annotation.subtype ?? ''),
      );
      page.cleanup();
    }
    const meta: Record<string, string> = {};
    const { info } = await document.getMetadata();
    for (const [key, value] of Object.entries(info))
      if (typeof value === 'string' && value.trim() !== '') meta[key === 'Title' ? 'title' : key] = value;
    // Offices print number and date into signature fields, whose text pdf.js does not give.
    return { pages, meta, warnings: stamped ? [WARNINGS.unseenStamps] : [] };
  } catch (error) {
    throw damaged(fileName, 'pdf', error);
  } finally {
    await document.loadingTask.destroy();
  }
}
