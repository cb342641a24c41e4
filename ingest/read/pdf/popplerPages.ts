import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { damaged, passwordProtected, tooMuchInside } from '../../texts.ts';
import { type BoxPage, BoxScanner } from './boxScanner.ts';
import { holdsMore, isInside, splitHidden } from './hiddenWords.ts';
import type { PdfContent, PdfPage } from './pdfPage.ts';
import { plainFile } from './plainFile.ts';
import { printedBy, runProgram } from './popplerProgram.ts';
import { type SeenLine, SeenLines } from './seenLines.ts';
import { WordTable } from './wordTable.ts';

/** `pdfimages -list` → area under images in square points, by page. */
function imageAreas(list: string): ReadonlyMap<number, number> {
  const areas = new Map<number, number>();
  for (const line of list.split('\n')) {
    const fields = line.trim().split(/\s+/);
    // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
    if (fields[2] !== 'image' && fields[2] !== 'stencil') continue;
    const [page, width, height, xPpi, yPpi] = [0, 3, 4, 12, 13].map((column) => Number(fields[column]));
    if (!page || !width || !height || !xPpi || !yPpi) continue;
    areas.set(page, (areas.get(page) ?? 0) + (width / xPpi) * 72 * (height / yPpi) * 72);
  }
  return areas;
}

const xmlArguments = ['-xml', '-i', '-q', '-stdout'];

/** Poppler's programs at work on one file. */
type Tools = {
  readonly file: string;
  readonly fileName: string;
  readonly pdftotext: string;
  readonly memoryBytes: number;
};

const beside = ({ pdftotext, memoryBytes }: Tools, name: string, args: readonly string[]) =>
  printedBy(path.join(path.dirname(pdftotext), name), args, memoryBytes);

/** Fewer pages are read faster than a second program starts. */
const leastPagesEach = 12;

/** Pages in parts for as many programs as the machine runs at once; `null`: the count is not known, one reads all. */
function pageRanges(count: number | null): readonly (readonly [from: number, to: number | null])[] {
  const parts = Math.min(availableParallelism(), 4, Math.floor((count ?? 0) / leastPagesEach));
  if (count === null || parts < 2) return [[1, null]];
  const each = Math.ceil(count / parts);
  return Array.from({ length: parts }, (_, part) => [
    part * each + 1,
    // What the count does not tell of is still read.
    part === parts - 1 ? null : (part + 1) * each,
  ]);
}

async function pageCount(tools: Tools): Promise<number | null> {
  const told = (await beside(tools, 'pdfinfo', [tools.file]))?.toString('latin1') ?? '';
  const count = Number(/^Pages:\s+(\d+)/m.exec(told)?.[1]);
  return count > 0 ? count : null;
}

type Boxes = { readonly pages: readonly BoxPage[]; readonly meta: Readonly<Record<string, string>> };

/** Words with their boxes, read by several programs at once, each its part of the pages. */
async function boxesOf(
  tools: Tools,
  table: WordTable,
  ranges: ReturnType<typeof pageRanges>,
): Promise<Boxes> {
  const { file, fileName, pdftotext, memoryBytes } = tools;
  const parts = await Promise.all(
    ranges.map(async ([from, to]) => {
      const range = ['-f', String(from), ...(to === null ? [] : ['-l', String(to)])];
      const scanner = new BoxScanner(table);
      const args = ['-bbox', '-enc', 'UTF-8', ...range, file, '-'];
      const { code, stderr } = await runProgram(pdftotext, args, memoryBytes, (chunk) => scanner.add(chunk));
      if (/Incorrect password/i.test(stderr)) throw passwordProtected(fileName, 'pdf');
      if (/out of memory|bad_alloc/i.test(stderr)) throw tooMuchInside(fileName, { of: 'memory' });
      if (code !== 0 || /Couldn't (?:find trailer|read xref|read page catalog)/i.test(stderr))
        throw damaged(fileName, 'pdf', new Error(stderr.slice(0, 500)));
      return scanner;
    }),
  );
  // Pages are known by their places: where a part of them is not whole, one program reads them all.
  const isWhole = ranges.every(([from, to], at) => to === null || parts[at]?.pages.length === to - from + 1);
  if (!isWhole) return boxesOf(tools, table, pageRanges(null));
  return { pages: parts.flatMap(({ pages }) => pages), meta: parts[0]?.meta ?? {} };
}

/**
 * What `pdftohtml` prints of the pages on which `pdftotext` found words that it does not print itself: hidden ones,
 * or the stamps it leaves out. On most documents there are none, and nothing is run.
 */
async function linesWithHidden(
  tools: Tools,
  pages: readonly BoxPage[],
  seen: SeenLines,
  table: WordTable,
): Promise<SeenLines | null> {
  const open = pages.flatMap(({ words, weight }, index) => {
    const page = index + 1;
    return weight !== seen.weight(page, table) && holdsMore(words, seen.linesOf(page)) ? [page] : [];
  });
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return null;
  const range = ['-f', String(first), '-l', String(last)];
  const xml = await beside(tools, 'pdftohtml', [...xmlArguments, '-hidden', ...range, tools.file]);
  return xml === null ? null : new SeenLines(xml);
}

async function pagesOfFile(tools: Tools, bytes: Uint8Array): Promise<PdfContent> {
  const table = new WordTable();
  const plain = plainFile(bytes);
  const [boxes, images, xml] = await Promise.all([
    pageCount(tools).then((count) => boxesOf(tools, table, pageRanges(count))),
    plain.then(({ mayPicture }) => (mayPicture ? beside(tools, 'pdfimages', ['-list', tools.file]) : null)),
    plain.then(({ mayHide }) => (mayHide ? beside(tools, 'pdftohtml', [...xmlArguments, tools.file]) : null)),
  ]);
  const areas = imageAreas(images?.toString('latin1') ?? '');
  const seen = xml === null ? null : new SeenLines(xml);
  const all = seen === null ? null : await linesWithHidden(tools, boxes.pages, seen, table);
  const pages = boxes.pages.map(({ width, height, words }, index): PdfPage => {
    const number = index + 1;
    const withHidden = all?.linesOf(number) ?? [];
    const own: readonly SeenLine[] =
      withHidden.length > 0 || seen?.hasWhite === true ? (seen?.linesOf(number) ?? []) : [];
    const { visible, hidden } = splitHidden(words, withHidden, own);
    const white = own.filter((line) => line.white);
    const area = width * height;
    return {
      ...{ number, width, height, words: visible, hiddenWords: hidden },
      whiteWords:
        white.length === 0 ? [] : visible.filter((word) => white.some((line) => isInside(word, line))),
      imageShare: area > 0 ? Math.min(1, (areas.get(number) ?? 0) / area) : 0,
    };
  });
  return { pages, meta: boxes.meta, warnings: [] };
}

/**
 * Reads a PDF with poppler's programs, all at once (`pdftotext` for the words, `pdftohtml` for what is invisible
 * and `pdfimages` for what is picture, where there may be any). `memoryBytes` caps each of them. Throws a refusal for a locked or broken file.
 */
export async function popplerPages(
  bytes: Uint8Array,
  fileName: string,
  pdftotext: string,
  memoryBytes: number,
): Promise<PdfContent> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    await writeFile(file, bytes);
    return await pagesOfFile({ file, fileName, pdftotext, memoryBytes }, bytes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
