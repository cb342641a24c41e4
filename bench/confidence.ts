import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../config.ts';
import { type GoldenQuestion, readGolden } from '../data/golden/readGolden.ts';
import { ingestFile } from '../ingest/ingest.ts';
import { readSamples } from '../ingest/samples.ts';
import { search } from '../retrieve/search.ts';
import type { Database } from '../store/database.ts';
import { openDatabase } from '../store/open.ts';
import { judgeGolden, type Verdict } from './golden.ts';

const AS_OF = '2026-11-22';

export type ConfidenceFigures = Readonly<
  Record<'questions' | 'heldOut', { readonly total: number } & Readonly<Record<Verdict, number>>>
>;

/**
 * How often the samples' golden questions are answered rightly, wrongly, or refused, and for every question what share
 * of it the best passage held: the figures on which the thresholds of `answer/confidence.ts` rest.
 */
export async function measureConfidence(say: (line: string) => void): Promise<ConfidenceFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-bench-'));
  const database = await openDatabase({ engine: 'pglite', folder: path.join(folder, 'db') });
  try {
    const { ingest } = readConfig({});
    for (const sample of await readSamples()) await ingestFile(database, sample, ingest);
    return {
      questions: await judgeSet(database, await readGolden('questions'), say),
      heldOut: await judgeSet(database, await readGolden('heldOut'), () => {}),
    };
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function judgeSet(
  database: Database,
  set: readonly GoldenQuestion[],
  say: (line: string) => void,
): Promise<ConfidenceFigures['questions']> {
  const counts = { total: set.length, right: 0, wrong: 0, refused: 0, invented: 0 };
  for (const golden of set) {
    const { verdict, answer } = await judgeGolden(database, golden, AS_OF);
    counts[verdict] += 1;
    const [best] = await search(database, golden.question, { limit: 1, asOf: AS_OF, directiveIds: null });
    const held = best === undefined ? '–' : `${best.coverage.toFixed(2)} ${best.pairCoverage.toFixed(2)}`;
    const cited =
      answer.kind === 'quoted'
        ? answer.citations.map(({ path }) => path.join(' > ')).join(' | ')
        : answer.kind;
    say(
      `${verdict.padEnd(8)} ${golden.answer === null ? 'none' : 'some'} ${held}  ${golden.question}  →  ${cited}`,
    );
  }
  return counts;
}
