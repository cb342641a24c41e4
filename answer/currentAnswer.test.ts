import { expect, it } from 'vitest';
import { search } from '../retrieve/search.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import { saveDirective } from '../store/directives.ts';
import { settleIndex } from '../store/passages/settleIndex.ts';
import { removeDirective } from '../store/removeDirective.ts';
import { forEachEngine } from '../store/testing.ts';
import { manyDirectives } from '../testing/manyDirectives.ts';
import { currentAnswer } from './currentAnswer.ts';

forEachEngine((engine) => {
  it('a question that was asked before is worked out anew only when a document has changed', async () => {
    const database = await engine.open();
    let searches = 0;
    const counting: Searcher = (...given) => {
      searches += 1;
      return search(...given);
    };
    const ask = (question: string, day: '2026-11-22' | '2026-11-23' = '2026-11-22') =>
      currentAnswer(database, question, day, counting);
    const [first, second] = manyDirectives(2);
    if (first === undefined || second === undefined) throw new Error('there are two');
    await saveDirective(database, first);

    const before = await ask('lớp có mã tuthu2 học bao nhiêu tiết');
    expect(before.kind).toBe('not_found');
    const searched = searches;
    expect(await ask(' lớp có mã tuthu2 học bao nhiêu tiết ')).toBe(before);
    expect(searches).toBe(searched);
    expect(await ask('lớp có mã tuthu2 học bao nhiêu tiết', '2026-11-23')).not.toBe(before);
    expect(searches).toBeGreaterThan(searched);

    const { id } = await saveDirective(database, second);
    expect((await ask('lớp có mã tuthu2 học bao nhiêu tiết')).kind).toBe('quoted');
    await database.query("update directives set standing = 'withdrawn' where id = $1", [id]);
    const settled = searches;
    await ask('lớp có mã tuthu2 học bao nhiêu tiết');
    expect(searches).toBeGreaterThan(settled);
    await removeDirective(database, id);
    expect((await ask('lớp có mã tuthu2 học bao nhiêu tiết')).kind).toBe('not_found');
  });

  it('what is stored is in the index proper once it is settled, not in the list beside it', async () => {
    const database = await engine.open();
    for (const directive of manyDirectives(3)) await saveDirective(database, directive);
    await settleIndex(database);
    const [left] = await database.query<{ pages: number }>(
      "select gin_clean_pending_list('passage_lexemes_search'::regclass) as pages",
    );
    expect(left?.pages).toBe(0);
  });
});
