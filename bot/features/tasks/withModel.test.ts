import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import * as scripts from '../../../testing/fakes/model/scripts.ts';
import { type FakeModel, startFakeModel } from '../../../testing/fakes/model/server.ts';
import { fillModelChat, modelChat, type Send, wordsOf } from '../model/modelChat.testing.ts';
import { taskTexts as texts } from './texts.ts';

describe('tasks with a model', () => {
  const engine = pgliteForTests();
  let database: Database;
  let fake: FakeModel;
  let send: Send;

  beforeAll(async () => {
    database = await engine.open();
    await fillModelChat(database);
    fake = await startFakeModel({ script: scripts.good });
    send = modelChat(database, { baseUrl: fake.baseUrl });
  });
  afterAll(() => fake.close());

  it('sum up and explain in sentences that were checked, and offer to explain what is quoted', async () => {
    for (const text of ['tóm tắt quyết định 915', 'giải thích dễ hiểu khoản 1 Điều 1 quyết định 915']) {
      const words = wordsOf(await send(text));
      expect(words).toContain('Công chức bồi dưỡng tối thiểu 05 ngày làm việc mỗi năm [1].');
      expect(words).toContain(texts.checked);
    }
    const answer = await send('khoản 2 Điều 1 quyết định 915');
    const choice = answer.choices.find(({ label }) => label === texts.explain.choice);
    expect(wordsOf(await send(choice?.send ?? ''))).toContain('Viên chức bồi dưỡng tối thiểu 07 ngày');
  });

  it.each([
    ['gives wrong numbers', scripts.wrongNumbers],
    ['invents citations', scripts.inventsCitations],
    ['is down', scripts.failsWith(500)],
  ])('keep to the words of the documents where it %s', async (_, script) => {
    fake.play(script);
    const words = wordsOf(await modelChat(database, { baseUrl: fake.baseUrl })('tóm tắt quyết định 915'));
    expect(words).toContain('Công chức bồi dưỡng tối thiểu 05 ngày làm việc mỗi năm (khoản 1 Điều 1)');
    expect(words).not.toContain(texts.checked);
    expect(words).not.toMatch(/06 ngày|6 ngày|77 ngày|Điều 99/);
  });
});
