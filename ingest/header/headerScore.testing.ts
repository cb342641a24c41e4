import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseDirective } from '../parseDirective.ts';
import { readDocument } from '../read/readDocument.ts';
import { HEADER_KEY, wrongFields } from './headerKey.testing.ts';

/** The fields of the key's documents that are read wrongly, each as `file field: what was read`. */
export async function wrongHeaderFields(corpora: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const facts of HEADER_KEY) {
    const path = find(corpora, facts.file);
    const name = basename(path);
    const { header } = parseDirective(await readDocument(readFileSync(path), name), { fileName: name });
    wrong.push(...wrongFields(header, facts).map((field) => `${name} ${field}`));
  }
  return wrong;
}

/** The seeds stand beside the corpora. */
function find(corpora: string, file: string): string {
  const folder = join(file.startsWith('seeds/') ? join(corpora, '..') : corpora, dirname(file));
  const name = readdirSync(folder).find((one) => one.startsWith(basename(file)));
  return join(folder, name ?? basename(file));
}
