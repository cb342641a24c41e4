import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { forEachEngine } from '../../../store/testing.ts';
import { claimZaloTokens, readZaloTokens } from '../../../store/zaloTokens/zaloTokens.ts';
import { type FakeZaloOa, startFakeZaloOa } from '../../../testing/fakes/zalo-oa/server.ts';
import { createTokens, type Tokens, type TokensOptions } from './tokens.ts';

const HOUR_MS = 3_600_000;

forEachEngine((engine) => {
  let database: Database;
  let fake: FakeZaloOa;
  let told: string[] = [];
  let logged: string[] = [];

  beforeAll(async () => {
    database = await engine.open();
  });
  beforeEach(async () => {
    fake = await startFakeZaloOa();
    told = [];
    logged = [];
  });
  afterEach(async () => {
    await fake.close();
    for (const line of [...told, ...logged]) expect(line).not.toMatch(/fake-oa-(?:access|refresh|app)/);
  });

  /** One of several processes on the same database. */
  const replica = async (options: Partial<TokensOptions> = {}): Promise<Tokens> => {
    const note = (fields: object, message: string) => {
      logged.push(JSON.stringify({ ...fields, message }));
    };
    const tokens = createTokens({
      database,
      app: { id: fake.appId, secret: fake.appSecret },
      refreshToken: fake.refreshToken,
      oauthRoot: fake.apiRoot,
      log: { info: note, warn: note, error: note },
      tell: (sentence) => told.push(sentence),
      now: fake.now,
      ...options,
    });
    await tokens.configure();
    return tokens;
  };

  describe('the tokens of several processes', () => {
    it('are renewed once, however many ask at once, and stored sealed', async () => {
      const replicas = [await replica(), await replica(), await replica()];
      const all = await Promise.all(
        replicas.flatMap((tokens) => Array.from({ length: 5 }, () => tokens.access())),
      );
      expect(fake.tokens.exchanged()).toBe(1);
      expect(new Set(all.map(({ token }) => token)).size).toBe(1);
      const stored = JSON.stringify(await readZaloTokens(database, fake.appId));
      expect(stored).toContain('"version":2');
      expect(stored).not.toContain('fake-oa');

      fake.forward(2 * 60_000);
      fake.tokens.expireAccess();
      const again = await Promise.all(
        replicas.flatMap((tokens) => Array.from({ length: 5 }, () => tokens.renew(2))),
      );
      expect(fake.tokens.exchanged()).toBe(2);
      expect(new Set(again.map(({ version }) => version))).toEqual(new Set([3]));
      expect(fake.tokens.check(again[0]?.token)).toBe(0);
      expect(fake.problems).toEqual([]);
    });

    it('are renewed an hour before their end, also without anybody asking', async () => {
      const tokens = await replica();
      await tokens.access();
      fake.forward(23.9 * HOUR_MS);
      await tokens.keep();
      expect(fake.tokens.exchanged()).toBe(1);
      fake.forward(0.2 * HOUR_MS);
      await tokens.keep();
      expect(fake.tokens.exchanged()).toBe(2);
      // The next process begins where this one ended, not with what an operator once gave.
      const later = await replica();
      expect(fake.tokens.check((await later.access()).token)).toBe(0);
      expect(fake.tokens.exchanged()).toBe(2);
      expect(told).toEqual([]);
    });

    it('are lost with a process that is killed before it stored them: an operator is told, and what they give is taken', async () => {
      // Killed between the answer and the storing.
      await replica();
      await claimZaloTokens(database, { app: fake.appId, version: 1, by: randomUUID() }, 0);
      const form = { app_id: fake.appId, refresh_token: fake.refreshToken, grant_type: 'refresh_token' };
      fake.tokens.exchange(new URLSearchParams(form), fake.appSecret);

      const survivor = await replica();
      for (let again = 0; again < 3; again += 1) {
        await expect(survivor.access()).rejects.toMatchObject({ isDead: true });
      }
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('Zalo không nhận refresh token (-14014 Invalid refresh token)');
      expect(told[0]).toContain('ZALO_OA_REFRESH_TOKEN');
      const lines = () => logged.filter((line) => line.includes('need an operator'));
      expect(lines()).toHaveLength(1);
      // It is not asked again and again.
      expect(fake.calls.filter(({ method }) => method === 'token')).toHaveLength(1);
      expect(fake.forgive()).toEqual(['access_token: a refresh token was used twice']);
      fake.forward(1.1 * HOUR_MS);
      await expect(survivor.access()).rejects.toMatchObject({ isDead: true });
      expect([lines().length, lines()[1], told.length]).toEqual([2, expect.stringContaining('"times":3'), 1]);
      fake.forgive();

      const given = fake.tokens.grant();
      const renewed = await replica({ refreshToken: given });
      expect(fake.tokens.check((await renewed.access()).token)).toBe(0);
      // Who was not started again takes it over as well; what was configured before is not taken back.
      await survivor.configure();
      expect(fake.tokens.check((await survivor.access()).token)).toBe(0);
      expect(fake.problems).toEqual([]);
    });

    it('are tried again at the next start where the secret was wrong', async () => {
      const wrong = await replica({ app: { id: fake.appId, secret: 'another' } });
      await expect(wrong.access()).rejects.toMatchObject({ isDead: true });
      expect(told.join()).toContain('-14004 Invalid secret key');
      const right = await replica();
      expect(fake.tokens.check((await right.access()).token)).toBe(0);
      expect(fake.problems).toEqual([]);
    });

    it('are stored before they are used, also where the database is away for a moment', async () => {
      let failures = 3;
      const flaky: Database = {
        ...database,
        query: (sql, parameters) => {
          if (!sql.includes('app_zalo_oa_store') || failures === 0) return database.query(sql, parameters);
          failures -= 1;
          return Promise.reject(new Error('away'));
        },
      };
      const tokens = await replica({ database: flaky });
      const { token } = await tokens.access();
      expect(failures).toBe(0);
      expect(fake.tokens.check(token)).toBe(0);
      expect((await readZaloTokens(database, fake.appId))?.version).toBe(2);
    });

    it('are asked for again where the server was not reached, and stay in use until they end', async () => {
      const tokens = await replica();
      fake.inject({ method: 'token', times: 1, kind: 'reset', accepted: false });
      await expect(tokens.access()).rejects.toMatchObject({ isDead: false });
      const { token } = await tokens.access();
      fake.forward(24.5 * HOUR_MS);
      fake.inject({ method: 'token', times: 1, kind: 'refused', code: -32 });
      expect((await tokens.access()).token).toBe(token);
      expect((await tokens.access()).token).not.toBe(token);
      expect(told).toEqual([]);
    });

    it('are not renewed in a storm where also new ones are refused', async () => {
      const tokens = await replica();
      const { version } = await tokens.access();
      for (let again = 0; again < 5; again += 1) {
        await expect(tokens.renew(version)).rejects.toMatchObject({ isDead: true });
      }
      expect(fake.tokens.exchanged()).toBe(1);
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('từ chối cả access token vừa đổi');
    });

    it('are looked at before three months are over in which none was renewed', async () => {
      const tokens = await replica();
      await tokens.access();
      fake.forward(81 * 24 * HOUR_MS);
      fake.inject({ method: 'token', times: 2, kind: 'refused', code: -32 });
      await tokens.keep();
      expect(told.join()).toContain('hơn 80 ngày');
    });
  });
});
