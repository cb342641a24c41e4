import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { IngestLimits } from '../../config.ts';
import { parseFile } from '../../ingest/parseFile.ts';
import { readDocument } from '../../ingest/read/readDocument.ts';
import { findExecutable, findTool, searchPath } from '../../ingest/systemTools.ts';

const run = promisify(execFile);
const megabyte = 1024 * 1024;

/** How often the decrees stand in the long document, one after another. */
const repeats = 4;
const attempts = 3;

const LIMITS: IngestLimits = {
  fileBytes: 100 * megabyte,
  timeoutMs: 60_000,
  memoryBytes: 512 * megabyte,
  outputBytes: 100 * megabyte,
};

/** A PDF as an office's word processor makes it, of decrees without pictures. */
async function longPdf(corpora: string, soffice: string, folder: string): Promise<string> {
  const decrees = path.join(corpora, 'decrees-2026');
  const texts = await Promise.all(
    (await readdir(decrees)).sort().map((name) => readFile(path.join(decrees, name), 'utf8')),
  );
  const paragraphs = texts
    .join('\n')
    .split('\n')
    .map((line) =>
      line
        .replace(/^#+\s*|\*\*/g, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;'),
    )
    .filter((line) => line.trim() !== '')
    .map((line) => `<p align="justify">${line}</p>`)
    .join('\n');
  const body = Array.from({ length: repeats }, () => paragraphs).join('\n');
  await writeFile(
    path.join(folder, 'long.html'),
    `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`,
  );
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
  for (const [from, to] of [
    ['long.html', 'odt'],
    ['long.odt', 'pdf'],
  ] as const)
    await run(soffice, [
      profile,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      path.join(folder, from),
    ]);
  return path.join(folder, 'long.pdf');
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function best(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) all.push(await seconds(work));
  return Math.min(...all);
}

export type PdfSpeedRow = {
  readonly pages: number;
  readonly pdftotextPagesPerSecond: number;
  /** The first time in a process, before the engine has made anything fast. */
  readonly firstPagesPerSecond: number;
  /** The best of some times. */
  readonly pagesPerSecond: number;
  /** Of `pdftotext`'s pages a second. */
  readonly share: number;
  /** From the file to its provisions, in a process of its own as for an upload. */
  readonly endToEndSeconds: number;
};

/**
 * Pages a second of a long PDF beside plain `pdftotext`, which gives its words only: ours are lines in reading order with
 * tables, heads and foot, without what is hidden. No row without `pdftotext` or LibreOffice.
 */
export async function measurePdfSpeed(corpora: string): Promise<readonly PdfSpeedRow[]> {
  const [pdftotext, soffice] = await Promise.all([
    findTool('pdftotext'),
    findExecutable(['soffice'], searchPath(), '--version'),
  ]);
  if (pdftotext === null || soffice === null) return [];
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-speed-'));
  try {
    const file = await longPdf(corpora, soffice.path, folder);
    const bytes = await readFile(file);
    let pages = 0;
    const first = await seconds(async () => {
      const { lines } = await readDocument(bytes, 'long.pdf');
      pages = lines.reduce((most, { page }) => Math.max(most, page ?? 0), 0);
    });
    const ours = await best(() => readDocument(bytes, 'long.pdf'));
    const theirs = await best(() => run(pdftotext.path, [file, path.join(folder, 'long.txt')]));
    return [
      {
        pages,
        pdftotextPagesPerSecond: Math.round(pages / theirs),
        firstPagesPerSecond: Math.round(pages / first),
        pagesPerSecond: Math.round(pages / ours),
        share: Math.round((theirs / ours) * 100) / 100,
        endToEndSeconds: Math.round((await seconds(() => parseFile(bytes, 'long.pdf', LIMITS))) * 10) / 10,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
