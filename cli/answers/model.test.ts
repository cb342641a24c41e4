import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { pgliteForTests, postgresForTests } from '../../store/testing.ts';
import { failsWith, says, talksFreely } from '../../testing/fakes/model/scripts.ts';
import { type FakeModel, startFakeModel } from '../../testing/fakes/model/server.ts';
import { prerequisites } from '../../testing/prerequisites.ts';
import type { Io } from '../io.ts';
import { modelLedgerCommand, modelTestCommand } from './model.ts';

describe('the commands about the model', () => {
  const engine = prerequisites.postgresUrl === null ? pgliteForTests() : postgresForTests();
  let fake: FakeModel;
  let db: string;
  beforeAll(async () => {
    const location = await engine.migrated();
    db = location.engine === 'postgres' ? location.url : location.folder;
    fake = await startFakeModel({ script: () => says([['Tối thiểu 05 ngày làm việc mỗi năm.', [1]]]) });
  });
  afterAll(() => fake.close());

  const io = (env: Readonly<Record<string, string>>) => {
    const out: string[] = [];
    const made: Io = { out: (text) => out.push(text), say: () => undefined, config: () => readConfig(env) };
    return { io: made, out };
  };
  const settings = () => ({ MODEL_BASE_URL: fake.baseUrl, MODEL_NAME: 'thu', MODEL_PRICE_INPUT: '2000' });

  it('try the model once with an invented provision, and the ledger tells of it', async () => {
    const trial = io(settings());
    expect(await modelTestCommand(trial.io, { db })).toBe(0);
    expect(trial.out.join('\n')).toContain('trả lời đúng dạng');
    expect(trial.out.join('\n')).toContain('được che trước khi gửi');
    fake.play(talksFreely);
    const ledger = io({});
    expect(await modelLedgerCommand(ledger.io, { db, count: 5, json: true })).toBe(0);
    const { days, calls } = JSON.parse(ledger.out.join(''));
    expect(days).toMatchObject([{ calls: 1, failed: 0, host: new URL(fake.baseUrl).host }]);
    expect(calls).toMatchObject([{ purpose: 'test', outcome: 'ok', chat: 'cli', model: 'thu' }]);
    expect(calls[0].cost).toBeCloseTo((calls[0].tokensIn * 2000) / 1_000_000);
    const plain = io({});
    await modelLedgerCommand(plain.io, { db, count: 5 });
    expect(plain.out.join('\n')).toMatch(/Theo ngày:[\s\S]*thu: 1 lần/);
  });

  it('tell what is wrong and what to do', async () => {
    await expect(modelTestCommand(io({}).io, { db })).rejects.toMatchObject({ code: 'bad_config' });
    fake.play(failsWith(401));
    await expect(modelTestCommand(io(settings()).io, { db })).rejects.toMatchObject({
      code: 'model_refused',
      sentence: expect.stringContaining('MODEL_API_KEY'),
    });
    const nowhere = { MODEL_BASE_URL: 'http://127.0.0.1:1/v1', MODEL_NAME: 'thu' };
    await expect(modelTestCommand(io(nowhere).io, { db })).rejects.toMatchObject({
      code: 'model_unreachable',
      sentence: expect.stringContaining('MODEL_BASE_URL'),
    });
    fake.play(() => ({ content: 'Xin chào' }));
    const trial = io(settings());
    expect(await modelTestCommand(trial.io, { db })).toBe(1);
    expect(trial.out.join('\n')).toContain('không đúng dạng');
  });
});
