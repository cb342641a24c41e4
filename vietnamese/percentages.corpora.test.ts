import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDirective } from '../ingest/parseDirective.ts';
import { readDocument } from '../ingest/read/readDocument.ts';
import { leaveOut, need } from '../testing/prerequisites.ts';
import type { PercentageFinding } from './percentageFinding.ts';
import { checkPercentages } from './percentages.ts';

function brief({ numerator, denominator, stated, computed, right }: PercentageFinding) {
  return [numerator, denominator, stated, computed, right];
}

async function findingsOf(file: string): Promise<readonly PercentageFinding[]> {
  const fileName = path.basename(file);
  const directive = await parseDirective(await readDocument(new Uint8Array(readFileSync(file)), fileName), {
    fileName,
  });
  return checkPercentages(directive.text);
}

describe.skipIf(leaveOut('corpora'))('percentages of real texts', () => {
  it('finds the wrong figures of the articles and reports, and only those', () => {
    const seeds = path.join(need('corpora'), '..', 'seeds');
    const found = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .flatMap((name) => checkPercentages(readFileSync(path.join(seeds, name), 'utf8')));
    expect(found.map(brief)).toEqual([
      [104, 298, 35.01, 34.9, false],
      [89, 233, 38.19, 38.2, true],
      [61, 233, 42.91, 26.18, false],
      [97, 233, 41.63, 41.63, true],
      [92, 85, 7, 7, false],
    ]);
    expect(found.at(-1)?.note).toContain('lấy năm 2015 làm mốc');
  });

  it('raises no alarm over whole decrees', () => {
    const decrees = path.join(need('corpora'), 'decrees-2026');
    const texts = readdirSync(decrees).map((name) => readFileSync(path.join(decrees, name), 'utf8'));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => checkPercentages(text))).toEqual([]);
  });
});

it('finds the wrong figure of the sample article after it was read as a document', async () => {
  const file = path.join(
    import.meta.dirname,
    '../data/directives/bao-lam-giang-ty-le-dat-chuan-nam-lam.html',
  );
  expect((await findingsOf(file)).map(brief)).toEqual([[187, 214, 89.38, 87.38, false]]);
});
