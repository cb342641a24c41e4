import { readdir, readFile } from 'node:fs/promises';
import type { IncomingFile } from './ingest.ts';

const FOLDER = new URL('../data/directives/', import.meta.url);

/** The sample directives that come with the product, in the order of their names. */
export async function readSamples(): Promise<readonly IncomingFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => /\.(md|html|txt|pdf|docx)$/.test(name)).sort();
  return Promise.all(
    names.map(async (fileName) => ({
      fileName,
      bytes: await readFile(new URL(encodeURIComponent(fileName), FOLDER)),
      sample: true,
    })),
  );
}
