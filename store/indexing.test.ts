import { expect, it } from 'vitest';
import { search } from '../retrieve/search.ts';
import { CLAUSES, manyDirectives } from '../testing/manyDirectives.ts';
import type { Database } from './database.ts';
import { countStored, saveDirective } from './directives.ts';
import { corpusAndTerms } from './passages/candidates.ts';
import { checkIndex } from './passages/checkIndex.ts';
import { forEachEngine } from './testing.ts';

const SOUND = { terms: [], passageIds: [], corpus: null };
const OPTIONS = { limit: 200, asOf: '2026-11-22', directiveIds: null };

forEachEngine((engine) => {
  it('lets searches go on while directives are stored: each is seen whole or not at all, and counts stay exact', async () => {
    const database = await engine.open();
    const directives = manyDirectives(24);
    let over = false;
    // Three writers at once, as three people who send files.
    const storing = Promise.all(
      [0, 1, 2].map(async (writer) => {
        for (const directive of directives.slice(writer * 8, writer * 8 + 8)) {
          await saveDirective(database, directive);
        }
      }),
    ).finally(() => {
      over = true;
    });
    const seen: number[] = [];
    while (!over) {
      const { corpus, terms } = await corpusAndTerms(database, ['boi_duong']);
      // What a search weighs by is of one moment: this term stands in every passage.
      expect(corpus.passages % CLAUSES).toBe(0);
      expect(terms[0]?.passages ?? 0).toBe(corpus.passages);
      const { hits } = await search(database, 'lớp bồi dưỡng', OPTIONS);
      for (const [, of] of Map.groupBy(hits, ({ directiveId }) => directiveId)) {
        expect(of).toHaveLength(CLAUSES);
      }
      seen.push(hits.length);
    }
    await storing;
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await countStored(database)).toMatchObject({ directives: 24, passages: 24 * CLAUSES });
    expect((await corpusAndTerms(database, ['boi_duong'])).terms[0]?.passages).toBe(24 * CLAUSES);
    expect(await checkIndex(database)).toEqual(SOUND);
  });

  it('finds a directive in the transaction that stores it, and outside of it only afterwards', async () => {
    const database = await engine.open();
    const [directive] = manyDirectives(1);
    if (directive === undefined) throw new Error('a directive was wanted');
    const inside: number[] = [];
    const watching: Database = {
      ...database,
      transaction: (work, options) =>
        database.transaction(async (tx) => {
          const result = await work(tx);
          inside.push((await search(tx, 'lớp bồi dưỡng mã tuthu1', OPTIONS)).hits.length);
          throw new Error(`broken off behind ${JSON.stringify(result)}`);
        }, options),
    };
    await expect(saveDirective(watching, directive)).rejects.toThrow('broken off');
    expect(inside).toEqual([CLAUSES]);
    expect((await search(database, 'lớp bồi dưỡng mã tuthu1', OPTIONS)).hits).toEqual([]);
    expect(await checkIndex(database)).toEqual(SOUND);
  });
});
