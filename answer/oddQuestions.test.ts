import { expect, it } from 'vitest';
import { search } from '../retrieve/search.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import { saveDirective } from '../store/directives.ts';
import { removeDirective } from '../store/removeDirective.ts';
import { forEachEngine } from '../store/testing.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { answerQuestion } from './answer.ts';

const old = sampleDirective(
  {
    number: '915/2020/QĐ-MAU',
    type: 'Quyết định',
    title: 'Quy định về bồi dưỡng viên chức',
    issued: '2020-03-10',
    effective: '2020-04-01',
  },
  [{ heading: 'Trợ cấp lưu trú', clauses: ['Người đi học được trợ cấp lưu trú 100.000 đồng một ngày.'] }],
);
const repealing = sampleDirective(
  {
    number: '77/2026/QĐ-MAU',
    type: 'Quyết định',
    title: 'Bãi bỏ một số văn bản về bồi dưỡng',
    issued: '2026-05-01',
    effective: '2026-06-01',
  },
  [{ heading: 'Bãi bỏ', clauses: ['Bãi bỏ Quyết định số 915/2020/QĐ-MAU ngày 10 tháng 3 năm 2020.'] }],
);

forEachEngine((engine) => {
  it('answers from a repealed document as no longer in force, with what repealed it, and as in force on a day before', async () => {
    const database = await engine.open();
    for (const directive of [old, repealing]) await saveDirective(database, directive);
    const cited = async (asOf: string) => {
      const answer = await answerQuestion(database, 'trợ cấp lưu trú của người đi học là bao nhiêu', asOf);
      if (answer.kind !== 'quoted') throw new Error(`answered ${answer.kind}`);
      return answer.citations.find(({ document }) => document.includes('915/2020'));
    };
    const now = await cited('2026-11-22');
    expect(now).toMatchObject({ validity: 'superseded', inForce: false });
    expect(now?.supersededBy?.document).toContain('77/2026/QĐ-MAU');
    expect(await cited('2026-05-31')).toMatchObject({ validity: 'in_force', inForce: true });
  });

  it('answers from what is left when a document is removed under the question', async () => {
    const database = await engine.open();
    const copy = { ...old, hash: `${old.hash}-2`, fileName: 'ban-hai.txt' };
    const { id } = await saveDirective(database, old);
    const { id: other } = await saveDirective(database, copy);
    const removing: Searcher = async (...asked) => {
      const found = await search(...asked);
      await removeDirective(database, id);
      return found;
    };
    const question = 'trợ cấp lưu trú của người đi học là bao nhiêu';
    const answer = await answerQuestion(database, question, '2026-11-22', removing);
    if (answer.kind !== 'quoted') throw new Error(`answered ${answer.kind}`);
    expect(answer.citations.map(({ directiveId }) => directiveId)).toEqual([other]);
  });

  it('answers nothing to words that only ask, and says so of an empty store', async () => {
    const database = await engine.open();
    const reason = async (question: string) => {
      const answer = await answerQuestion(database, question, '2026-11-22');
      return answer.kind === 'not_found' ? answer.reason.why : answer.kind;
    };
    expect(await reason('là gì vậy ạ')).toBe('no_documents');
    await saveDirective(database, old);
    for (const question of ['là gì vậy ạ', 'thế nào', 'sao', 'học', '100000']) {
      expect(await reason(question)).toBe('nothing_fits');
    }
  });
});
