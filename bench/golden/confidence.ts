import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { answerQuestion } from '../../answer/answer.ts';
import { readConfig } from '../../config.ts';
import { type GoldenQuestion, readGolden } from '../../data/golden/readGolden.ts';
import { ingestFile } from '../../ingest/ingest.ts';
import { readSamples } from '../../ingest/samples.ts';
import { worth } from '../../retrieve/focus.ts';
import { search } from '../../retrieve/search.ts';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/open.ts';
import { percentile } from '../measures.ts';
import { judgeGolden, type Verdict } from './golden.ts';

const AS_OF = '2026-11-22';

type Counts = { readonly total: number } & Readonly<Record<Verdict, number>> & {
    /** Time of one answer. */
    readonly latencyMs: { readonly p50: number; readonly p95: number };
  };

export type ConfidenceFigures = {
  readonly questions: Counts;
  readonly heldOut: Counts;
  /** Questions from other fields, which the samples do not answer, and how many got a quote all the same. */
  readonly others: { readonly total: number; readonly quoted: number } | null;
};

/**
 * How often the samples' golden questions are answered rightly, wrongly, or refused, and for every question what share
 * of it the best passage held: the figures on which the thresholds of `answer/confidence.ts` rest.
 */
export async function measureConfidence(
  say: (line: string) => void,
  othersFile: string | null,
): Promise<ConfidenceFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-bench-'));
  const database = await openDatabase({ engine: 'pglite', folder: path.join(folder, 'db') });
  try {
    const { ingest } = readConfig({});
    for (const sample of await readSamples()) await ingestFile(database, sample, ingest);
    return {
      questions: await judgeSet(database, await readGolden('questions'), say),
      heldOut: await judgeSet(database, await readGolden('heldOut'), () => {}),
      others: othersFile === null ? null : await countQuoted(database, othersFile, say),
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
): Promise<Counts> {
  const counts = { total: set.length, right: 0, wrong: 0, refused: 0, invented: 0 };
  const times: number[] = [];
  for (const golden of set) {
    const begin = performance.now();
    const { verdict, answer } = await judgeGolden(database, golden, AS_OF);
    times.push(performance.now() - begin);
    counts[verdict] += 1;
    const { hits } = await search(database, golden.question, { limit: 1, asOf: AS_OF, directiveIds: null });
    const [best] = hits;
    const held = best === undefined ? '–' : `${worth(best.focus).toFixed(2)}`;
    const cited =
      answer.kind === 'quoted'
        ? answer.citations.map(({ path }) => path.join(' > ')).join(' | ')
        : answer.kind;
    say(
      `${verdict.padEnd(8)} ${golden.answer === null ? 'none' : 'some'} ${held}  ${golden.question}  →  ${cited}`,
    );
  }
  return { ...counts, latencyMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) } };
}

async function countQuoted(
  database: Database,
  file: string,
  say: (line: string) => void,
): Promise<ConfidenceFigures['others']> {
  const questions = z
    .array(z.object({ question: z.string() }))
    .parse(JSON.parse(await readFile(file, 'utf8')));
  let quoted = 0;
  for (const { question } of questions) {
    const answer = await answerQuestion(database, question, AS_OF);
    if (answer.kind !== 'quoted') continue;
    quoted += 1;
    say(`quoted   other ${question}  →  ${answer.citations.map(({ path }) => path.join(' > ')).join(' | ')}`);
  }
  return { total: questions.length, quoted };
}
