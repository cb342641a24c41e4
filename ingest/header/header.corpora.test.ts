import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaveOut, prerequisites } from '../../testing/prerequisites.ts';
import { parseDirective } from '../parseDirective.ts';
import { readDocument } from '../read/readDocument.ts';
import { HEADER_KEY, wrongFields } from './headerKey.testing.ts';

const corpora = prerequisites.corpora ?? '';

/** The seeds stand beside the corpora. */
function find(file: string): string {
  const folder = join(file.startsWith('seeds/') ? join(corpora, '..') : corpora, dirname(file));
  const name = readdirSync(folder).find((one) => one.startsWith(basename(file)));
  return join(folder, name ?? basename(file));
}

describe.skipIf(leaveOut('corpora'))('headers of real documents', () => {
  it('are right in 98 of 100 fields, old and new, of state and party', async () => {
    const wrong: string[] = [];
    for (const facts of HEADER_KEY) {
      const path = find(facts[0]);
      const name = basename(path);
      const { header } = parseDirective(await readDocument(readFileSync(path), name), { fileName: name });
      wrong.push(...wrongFields(header, facts).map((field) => `${name} ${field}`));
    }
    expect(wrong.length / (HEADER_KEY.length * 8), wrong.join('\n')).toBeLessThanOrEqual(0.02);
  });
});
