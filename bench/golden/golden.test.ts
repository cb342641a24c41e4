import { beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { type GoldenQuestion, readGolden } from '../../data/golden/readGolden.ts';
import { ingestFile } from '../../ingest/ingest.ts';
import { readSamples } from '../../ingest/samples.ts';
import type { Database } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import { forEachEngine } from '../../store/testing.ts';
import { fold } from '../../vietnamese/text.ts';
import { judgeGolden, type Verdict } from './golden.ts';

const AS_OF = '2026-11-22';

/** What was measured when this was last raised: less is a step back. */
const RIGHT = { questions: 94, heldOut: 42 };
const INVENTED = { questions: 0, heldOut: 1 };

forEachEngine((engine) => {
  let database: Database;

  beforeAll(async () => {
    database = await engine.open();
    const { ingest } = readConfig({});
    for (const sample of await readSamples()) await ingestFile(database, sample, ingest);
  });

  it.each(['questions', 'heldOut'] as const)('answers the golden %s as rightly as measured', async (set) => {
    const counts = await count(await readGolden(set));
    expect(counts.right).toBeGreaterThanOrEqual(RIGHT[set]);
    expect(counts.invented).toBeLessThanOrEqual(INVENTED[set]);
  });

  it('answers as well without diacritics', async () => {
    const folded = (await readGolden('questions')).map((golden) => ({
      ...golden,
      question: fold(golden.question),
    }));
    expect((await count(folded)).right).toBeGreaterThanOrEqual(RIGHT.questions * 0.97);
  });

  it('answers NFD as NFC, and quotes nothing but words of the stored document', async () => {
    for (const golden of await readGolden('questions')) {
      const composed = await judgeGolden(database, golden, AS_OF);
      const decomposed = await judgeGolden(
        database,
        { ...golden, question: golden.question.normalize('NFD') },
        AS_OF,
      );
      expect(decomposed.answer).toEqual(composed.answer);
      if (composed.answer.kind !== 'quoted') continue;
      for (const { directiveId, quote, start, end } of [
        ...composed.answer.citations,
        ...composed.answer.near,
      ]) {
        const directive = await readDirective(database, directiveId);
        expect(directive?.text.slice(start, end)).toBe(quote);
        expect(quote.length).toBeGreaterThan(0);
      }
    }
  });

  async function count(set: readonly GoldenQuestion[]): Promise<Record<Verdict, number>> {
    const counts: Record<Verdict, number> = { right: 0, wrong: 0, refused: 0, invented: 0 };
    for (const golden of set) counts[(await judgeGolden(database, golden, AS_OF)).verdict] += 1;
    return counts;
  }
});
