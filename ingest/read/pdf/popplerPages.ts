import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { damaged, passwordProtected, tooMuchInside } from '../../texts.ts';
import type { PdfContent, PdfPage, PdfWord } from './pdfPage.ts';

/** Word boxes take ten times the room of the text itself. */
const outputLimitBytes = 256 * 1024 * 1024;

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a program with a cap on its address space where the system has one; rejects when it cannot start or floods. */
function run(program: string, args: readonly string[], memoryBytes: number): Promise<Run> {
  const capped = process.platform !== 'win32';
  const command = capped ? '/bin/sh' : program;
  const script = 'ulimit -v "$1" 2>/dev/null; shift; exec "$@"';
  const all = capped ? ['-c', script, 'sh', String(Math.ceil(memoryBytes / 1024)), program, ...args] : args;
  return new Promise((resolve, reject) => {
    execFile(
      command,
      [...all],
      { maxBuffer: outputLimitBytes, encoding: 'utf8' },
      (error, stdout, stderr) => {
        if (error === null) resolve({ code: 0, stdout, stderr });
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
        else reject(error);
      },
    );
  });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

type Box = PdfWord & { readonly white: boolean };

/** `pdftohtml -xml`: lines with their boxes, by page, in points. */
function linesOfXml(xml: string): ReadonlyMap<number, readonly Box[]> {
  const pages = new Map<number, readonly Box[]>();
  const whiteFonts = new Set<string>();
  for (const page of xml.matchAll(/<page number="(\d+)"[^>]*>(.*?)<\/page>/gs)) {
    const boxes: Box[] = [];
    for (const [whole, id] of (page[2] ?? '').matchAll(/<fontspec id="(\d+)"[^>]*>/g)) {
      if (/color="#f[c-f]f[c-f]f[c-f]"/i.test(whole)) whiteFonts.add(id ?? '');
    }
    const lines = (page[2] ?? '').matchAll(
      /<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*?)<\/text>/gs,
    );
    for (const [, top, left, width, height, font, content] of lines) {
      // The XML is drawn at 1.5 pixels a point.
      const [y, x, w, h] = [top, left, width, height].map((value) => Number(value) / 1.5);
      if (y === undefined || x === undefined || w === undefined || h === undefined) continue;
      const text = unescaped((content ?? '').replace(/<[^>]*>/g, '')).trim();
      if (text === '') continue;
      boxes.push({ text, left: x, top: y, right: x + w, bottom: y + h, white: whiteFonts.has(font ?? '') });
    }
    pages.set(Number(page[1]), boxes);
  }
  return pages;
}

function countTokens(boxes: readonly PdfWord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const box of boxes) {
    for (const token of box.text.split(/\s+/)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/** Whether a point lies in a line's box, whose height the XML gives but roughly. */
const isInside = (x: number, y: number, box: PdfWord) =>
  x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 4 && y <= box.bottom + 4;

/**
 * Splits a page's words into seen and hidden. `pdftotext` gives both alike and `pdftohtml` tells them apart, but
 * leaves out stamps; so a word counts as hidden only where `pdftohtml` prints it there with `-hidden` and not without.
 */
function splitHidden(words: readonly PdfWord[], all: readonly Box[], seen: readonly Box[]) {
  const surplus = countTokens(all);
  for (const [token, count] of countTokens(seen)) surplus.set(token, (surplus.get(token) ?? 0) - count);
  const seenKeys = new Set(seen.map((box) => `${box.top} ${box.left} ${box.text}`));
  const suspects = all.filter((box) => !seenKeys.has(`${box.top} ${box.left} ${box.text}`));
  const visible: PdfWord[] = [];
  const hidden: PdfWord[] = [];
  for (const word of words) {
    const x = (word.left + word.right) / 2;
    const y = (word.top + word.bottom) / 2;
    const left = surplus.get(word.text) ?? 0;
    const inside = suspects.some((box) => isInside(x, y, box));
    if (inside && left > 0) {
      surplus.set(word.text, left - 1);
      hidden.push(word);
    } else visible.push(word);
  }
  return { visible, hidden };
}

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

function wordsOf(body: string): readonly PdfWord[] {
  const words: PdfWord[] = [];
  const pattern = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs;
  for (const [, left, top, right, bottom, text] of body.matchAll(pattern)) {
    words.push({
      text: unescaped(text ?? ''),
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    });
  }
  return words;
}

function metaOf(html: string): Record<string, string> {
  const meta: Record<string, string> = {};
  const title = unescaped(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '').trim();
  if (title !== '') meta.title = title;
  for (const [, name, content] of html.matchAll(/<meta name="(\w+)" content="([^"]*)"\/>/g)) {
    if (name !== undefined && content !== undefined && content !== '') meta[name] = unescaped(content);
  }
  return meta;
}

const xmlArguments = ['-xml', '-i', '-q', '-stdout'];

/** The program beside `pdftotext` with its output, `null` where it is missing or fails: its question stays open then. */
async function beside(
  pdftotext: string,
  name: string,
  args: readonly string[],
  memoryBytes: number,
): Promise<string | null> {
  const program = path.join(path.dirname(pdftotext), name);
  const done = await run(program, args, memoryBytes).catch(() => null);
  return done?.code === 0 ? done.stdout : null;
}

async function pagesOfFile(file: string, pdftotext: string, fileName: string, memoryBytes: number) {
  const [main, images, seen] = await Promise.all([
    run(pdftotext, ['-bbox', '-enc', 'UTF-8', file, '-'], memoryBytes),
    beside(pdftotext, 'pdfimages', ['-list', file], memoryBytes),
    beside(pdftotext, 'pdftohtml', [...xmlArguments, file], memoryBytes),
  ]);
  if (/Incorrect password/i.test(main.stderr)) throw passwordProtected(fileName, 'pdf');
  if (/out of memory|bad_alloc/i.test(main.stderr)) throw tooMuchInside(fileName, { of: 'memory' });
  if (main.code !== 0 || /Couldn't (?:find trailer|read xref|read page catalog)/i.test(main.stderr))
    throw damaged(fileName, 'pdf', new Error(main.stderr.slice(0, 500)));
  return { html: main.stdout, images: images ?? '', seen };
}

/**
 * What `pdftohtml` prints of the pages on which `pdftotext` found words that it does not print itself: hidden ones,
 * or the stamps it leaves out. On most documents there are none, and nothing is run.
 */
async function linesWithHidden(
  file: string,
  pdftotext: string,
  words: readonly (readonly PdfWord[])[],
  seen: ReadonlyMap<number, readonly Box[]>,
  memoryBytes: number,
): Promise<ReadonlyMap<number, readonly Box[]>> {
  const open = words.flatMap((own, index) => {
    const shown = countTokens(seen.get(index + 1) ?? []);
    const isMore = [...countTokens(own)].some(([token, count]) => count > (shown.get(token) ?? 0));
    return isMore ? [index + 1] : [];
  });
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const range = ['-f', String(first), '-l', String(last)];
  const xml = await beside(pdftotext, 'pdftohtml', [...xmlArguments, '-hidden', ...range, file], memoryBytes);
  return linesOfXml(xml ?? '');
}

/**
 * Reads a PDF with poppler's programs (`pdftotext` for the words, `pdftohtml` for what is invisible, `pdfimages` for
 * what is picture). `memoryBytes` caps each of them. Throws a refusal for a locked or broken file.
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
    const output = await pagesOfFile(file, pdftotext, fileName, memoryBytes);
    const areas = imageAreas(output.images);
    const seen = linesOfXml(output.seen ?? '');
    const drawn = [...output.html.matchAll(/<page width="([-\d.]+)" height="([-\d.]+)">(.*?)<\/page>/gs)].map(
      ([, width, height, body]) => ({ width, height, words: wordsOf(body ?? '') }),
    );
    const all =
      output.seen === null
        ? new Map<number, readonly Box[]>()
        : await linesWithHidden(
            file,
            pdftotext,
            drawn.map(({ words }) => words),
            seen,
            memoryBytes,
          );
    const pages: PdfPage[] = [];
    for (const { width, height, words } of drawn) {
      const number = pages.length + 1;
      const boxes = seen.get(number) ?? [];
      const { visible, hidden } = splitHidden(words, all.get(number) ?? [], boxes);
      const area = Number(width) * Number(height);
      pages.push({
        number,
        width: Number(width),
        height: Number(height),
        words: visible,
        hiddenWords: hidden,
        whiteWords: visible.filter((word) =>
          boxes.some(
            (box) => box.white && isInside((word.left + word.right) / 2, (word.top + word.bottom) / 2, box),
          ),
        ),
        imageShare: area > 0 ? Math.min(1, (areas.get(number) ?? 0) / area) : 0,
      });
    }
    return { pages, meta: metaOf(output.html), warnings: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
