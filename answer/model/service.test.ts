import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { search } from '../../retrieve/search.ts';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { pgliteForTests, postgresForTests } from '../../store/testing.ts';
import { says } from '../../testing/fakes/model/scripts.ts';
import { type FakeModel, startFakeModel } from '../../testing/fakes/model/server.ts';
import { prerequisites } from '../../testing/prerequisites.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { answerQuestion } from '../answer.ts';
import { checkSentences } from '../check/checkSentences.ts';
import { createModelAnswers, type ModelAnswers } from './service.ts';

const QUESTION = 'công chức bồi dưỡng tối thiểu bao nhiêu ngày';
const TRUE = 'Công chức bồi dưỡng tối thiểu 05 ngày làm việc mỗi năm.';
const OTHER = 'Kinh phí bồi dưỡng do ngân sách tỉnh Lam Giang bảo đảm.';

describe('sentences of a model', () => {
  const engine = prerequisites.postgresUrl === null ? pgliteForTests() : postgresForTests();
  let database: Database;
  let fake: FakeModel;
  let model: ModelAnswers;

  beforeAll(async () => {
    database = await engine.open();
    const header = { number: '915/2031/QĐ-UBND', type: 'Quyết định', effective: '2031-01-01' };
    await saveDirective(
      database,
      sampleDirective(header, [{ heading: 'Thời gian bồi dưỡng', clauses: [`${TRUE} ${OTHER}`] }]),
    );
    fake = await startFakeModel({ script: () => says([[TRUE, [1]]]) });
    const settings = readConfig({ MODEL_BASE_URL: fake.baseUrl, MODEL_NAME: 'thu' }).model;
    if (settings === null) throw new Error('no settings');
    model = createModelAnswers({
      ...{ database, search, settings, check: checkSentences },
      now: () => new Date(),
      onError: () => undefined,
    });
  });
  afterAll(() => fake.close());

  const ask = async () => {
    const found = await answerQuestion(database, QUESTION, '2031-07-02');
    return model.answer({
      ...{ question: QUESTION, asOf: '2031-07-02', found, sender: null, earlier: [], personal: null },
      place: { channel: 'web', chat: 'c' },
    });
  };

  it('come as they pass the check, while the model still writes', async () => {
    const slowly = `{"answered": true, "sentences": [{"text": "${TRUE}", "sources": [1]},${' '.repeat(4000)}]}`;
    fake.play(() => ({ content: slowly, pieceMs: 5 }));
    const answering = await ask();
    const first = await answering.next();
    expect(first).toMatchObject({ done: false, value: { text: TRUE, sources: [1] } });
    // Leaving stops the model: nobody hears what it goes on to say.
    const started = performance.now();
    await answering.return({ composed: false, why: 'silent' });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('are in order at the end, the repaired one in its place, and numbered by their first mention', async () => {
    fake.play((_, turn) =>
      turn === 0
        ? says([
            [TRUE.replace('05', '50'), [1]],
            [OTHER, [1]],
          ])
        : says([[TRUE, [1]]]),
    );
    const answering = await ask();
    const said: string[] = [];
    for (;;) {
      const next = await answering.next();
      if (next.done !== true) {
        said.push(next.value.text);
        continue;
      }
      expect(said.sort()).toEqual([TRUE, OTHER].sort());
      expect(next.value).toMatchObject({
        composed: true,
        dropped: 0,
        sentences: [{ text: TRUE }, { text: OTHER }],
      });
      if (!next.value.composed) throw new Error('not composed');
      const { sentences, citations } = next.value;
      for (const { text, sources } of sentences) {
        expect(citations[(sources[0] ?? 0) - 1]?.quote).toContain(text);
      }
      return;
    }
  });
});
