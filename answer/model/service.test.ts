import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { search } from '../../retrieve/search.ts';
import { storeVote } from '../../store/approved/asked.ts';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { pgliteForTests, postgresForTests } from '../../store/testing.ts';
import { says } from '../../testing/fakes/model/scripts.ts';
import { type FakeModel, startFakeModel } from '../../testing/fakes/model/server.ts';
import { prerequisites } from '../../testing/prerequisites.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { answerQuestion } from '../answer.ts';
import { noteQuestion } from '../approved/asked.ts';
import { checkSentences } from '../check/checkSentences.ts';
import type { ModelQuestion } from './modelQuestion.ts';
import { createModelAnswers, type ModelAnswers, type ModelAnswersOptions } from './service.ts';

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
    model = withModel();
  });
  afterAll(() => fake.close());

  const withModel = (
    more: Partial<ModelAnswersOptions> = {},
    variables: Readonly<Record<string, string>> = {},
  ): ModelAnswers => {
    const settings = readConfig({ MODEL_BASE_URL: fake.baseUrl, MODEL_NAME: 'thu', ...variables }).model;
    if (settings === null) throw new Error('no settings');
    return createModelAnswers({
      ...{ database, search, settings, check: checkSentences },
      now: () => new Date(),
      onError: () => undefined,
      ...more,
    });
  };
  const asked = async (): Promise<ModelQuestion> => ({
    ...{ question: QUESTION, asOf: '2031-07-02', sender: null, earlier: [], personal: null },
    found: await answerQuestion(database, QUESTION, '2031-07-02'),
    place: { channel: 'web', chat: 'c' },
  });
  const ask = async () => model.answer(await asked());

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

  it('are stopped at once while the model still thinks, and that counts as no failure', async () => {
    const failures: unknown[] = [];
    const own = withModel({ onError: (error) => failures.push(error) });
    fake.play(() => ({ fault: 'stall' }));
    const leaving = new AbortController();
    const answering = own.answer({ ...(await asked()), stopping: leaving.signal });
    const first = answering.next();
    leaving.abort();
    expect(await first).toMatchObject({ done: true, value: { composed: false } });
    expect(failures).toEqual([]);
  });

  it('are given to strangers up to a limit that a new chat does not lift', async () => {
    const own = withModel({}, { MODEL_DAILY_QUESTIONS_PER_PERSON: '1' });
    fake.play(() => says([[TRUE, [1]]]));
    const ends: string[] = [];
    for (let at = 0; at <= 10; at += 1) {
      const answering = own.answer({ ...(await asked()), place: { channel: 'strangers', chat: `c${at}` } });
      for (;;) {
        const { done, value } = await answering.next();
        if (done !== true) continue;
        ends.push(value.composed ? 'composed' : value.why);
        break;
      }
    }
    expect(ends).toEqual([...Array.from({ length: 10 }, () => 'composed'), 'limit_all']);
  });

  describe('that were kept', () => {
    const answered = async (own: ModelAnswers, more: Partial<ModelQuestion> = {}) => {
      const before = fake.bodies.length;
      const answering = own.answer({ ...(await asked()), ...more });
      const said: string[] = [];
      for (;;) {
        const next = await answering.next();
        if (next.done === true) return { said, end: next.value, calls: fake.bodies.length - before };
        said.push(next.value.text);
      }
    };

    it('are said again without a call, until a document changes', async () => {
      fake.play(() => says([[TRUE, [1]]]));
      const own = withModel({ keeps: 10 });
      const first = await answered(own);
      expect(first).toMatchObject({ calls: 1, said: [TRUE], end: { composed: true } });
      expect(await answered(own)).toEqual({ ...first, calls: 0 });
      expect((await answered(own, { earlier: ['thế còn viên chức'] })).calls).toBe(1);
      expect((await answered(own, { asOf: '2031-07-03' })).calls).toBe(1);
      await saveDirective(
        database,
        sampleDirective({ number: '9/2031/QĐ-UBND', type: 'Quyết định', effective: '2031-02-01' }, []),
      );
      expect((await answered(own)).calls).toBe(1);
    });

    it('are composed anew once somebody calls one bad', async () => {
      fake.play(() => says([[TRUE, [1]]]));
      const own = withModel({ keeps: 10 });
      await answered(own);
      const { found } = await asked();
      const given = await noteQuestion(database, QUESTION, found);
      expect((await answered(own)).calls).toBe(0);
      await storeVote(database, given ?? 0, 'ai do', { good: false, reason: null, words: null });
      expect((await answered(own)).calls).toBe(1);
      expect((await answered(own)).calls).toBe(0);
    });

    it('are none of those that tell of somebody, or of which a part fell away', async () => {
      const own = withModel({ keeps: 10 });
      fake.play(() => says([[TRUE, [1]]]));
      const ofSomebody = { question: `${QUESTION}, anh Nam hỏi` };
      expect((await answered(own, ofSomebody)).calls).toBe(1);
      expect((await answered(own, ofSomebody)).calls).toBe(1);
      const card = async () => ({ shown: true, gap: null });
      const personal = { myRequirements: card, whatIf: card };
      fake.play((heard) =>
        heard.hasToolResults ? says([[TRUE, [1]]]) : { toolCalls: [{ name: 'my_requirements', args: {} }] },
      );
      expect((await answered(own, { personal })).calls).toBe(2);
      expect((await answered(own, { personal })).calls).toBe(2);
      fake.play((_, turn) =>
        turn === 0
          ? says([
              [TRUE, [1]],
              [TRUE.replace('05', '50'), [1]],
            ])
          : says([]),
      );
      expect((await answered(own)).calls).toBe(2);
      fake.play(() => says([[TRUE, [1]]]));
      expect((await answered(own)).calls).toBe(1);
    });
  });
});
