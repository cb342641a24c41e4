import { describe, expect, it } from 'vitest';
import { saveDirective } from '../store/directives.ts';
import { forEachEngine } from '../store/testing.ts';
import { sampleDirective } from '../testing/sampleDirective.ts';
import { answerQuestion } from './answer.ts';
import { findPassages } from './findPassages.ts';

const AS_OF = '2026-11-22';
const QUESTION = 'thời gian bồi dưỡng mỗi năm bao nhiêu tiết';

const regulation = sampleDirective(
  {
    number: '915/2026/QĐ-UBND',
    type: 'Quyết định',
    title: 'Quy định về bồi dưỡng công chức',
    issued: '2026-03-10',
    effective: '2026-04-01',
  },
  [
    { heading: 'Thời gian bồi dưỡng', clauses: ['Thời gian bồi dưỡng mỗi năm ít nhất 40 tiết.'] },
    {
      heading: 'Thời gian miễn',
      clauses: ['Thời gian bồi dưỡng mỗi năm được miễn bao nhiêu tiết do tỉnh quyết định.'],
    },
  ],
);

forEachEngine((engine) => {
  const stored = async () => {
    const database = await engine.open();
    await saveDirective(database, regulation);
    return database;
  };

  describe('why a passage was found', () => {
    it('comes with every ranked passage, its own', async () => {
      const { passages: found } = await findPassages(await stored(), QUESTION, { limit: 5, asOf: AS_OF });
      expect(found.length).toBeGreaterThan(1);
      expect(found.map(({ explanation }) => explanation?.score)).toEqual(found.map(({ score }) => score));
    });

    it('is said of no passage that the question named', async () => {
      const question = `điều 1 quyết định 915/2026/QĐ-UBND`;
      const database = await stored();
      const {
        passages: [first],
      } = await findPassages(database, question, { limit: 5, asOf: AS_OF });
      expect(first).toMatchObject({ explanation: null, citation: { path: ['Điều 1'] } });
      const answer = await answerQuestion(database, question, AS_OF);
      expect(answer).toMatchObject({ kind: 'quoted', sureness: 'exact', reasons: new Map() });
    });

    it('comes with the quoted words and with those near, best score first', async () => {
      const answer = await answerQuestion(await stored(), QUESTION, AS_OF);
      if (answer.kind !== 'quoted') throw new Error(answer.kind);
      const cited = [...answer.citations, ...answer.near];
      expect(cited.length).toBeGreaterThan(1);
      const scores = cited.map((citation) => answer.reasons.get(citation)?.score ?? Number.NaN);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect([...answer.reasons.values()][0]?.words[0]?.word).toBe('bồi dưỡng');
    });
  });
});
