import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import {
  claimZaloTokens,
  configureZaloTokens,
  readZaloTokens,
  releaseZaloTokens,
  storeZaloTokens,
} from './zaloTokens.ts';

forEachEngine((engine) => {
  let database: Database;

  beforeAll(async () => {
    database = await engine.open();
  });

  const app = 'app';
  const NOW = new Date('2026-07-01T03:00:00Z');
  const claimOf = (version: number) => ({ app, version, by: randomUUID() });

  describe('the tokens of a Zalo OA', () => {
    it('are taken from an operator once each, never one that was used up before', async () => {
      expect(await readZaloTokens(database, app)).toBeNull();
      expect(await configureZaloTokens(database, app, 'sealed 1', 'hash 1', NOW)).toBe(true);
      expect(await configureZaloTokens(database, app, 'sealed again', 'hash 1', NOW)).toBe(false);
      expect(await configureZaloTokens(database, app, 'sealed 2', 'hash 2', NOW)).toBe(true);
      expect(await configureZaloTokens(database, app, 'sealed 1', 'hash 1', NOW)).toBe(false);
      expect(await readZaloTokens(database, app)).toMatchObject({
        refresh: 'sealed 2',
        access: null,
        version: 2,
      });
    });

    it('are renewed by one process of many, and stored in the place of the version that was used', async () => {
      const claims = Array.from({ length: 5 }, () => claimOf(2));
      const won = await Promise.all(claims.map((claim) => claimZaloTokens(database, claim, 60)));
      expect(won.filter(Boolean)).toHaveLength(1);
      const winner = claims[won.indexOf(true)] ?? claimOf(0);
      expect(await readZaloTokens(database, app)).toMatchObject({ claimed: true });
      const until = new Date('2026-07-02T04:00:00Z');
      const pair = { access: 'a', refresh: 'r', until, at: NOW };
      expect(await storeZaloTokens(database, winner, pair)).toBe(true);
      expect(await storeZaloTokens(database, winner, { ...pair, refresh: 'older' })).toBe(false);
      const stored = await readZaloTokens(database, app);
      expect(stored).toMatchObject({ access: 'a', refresh: 'r', version: 3, claimed: false, failure: null });
      expect([stored?.accessUntil, stored?.renewedAt]).toEqual([until, NOW]);
      expect(await claimZaloTokens(database, claimOf(2), 60)).toBe(false);
    });

    it('are free again when the process that claimed them let go or has died', async () => {
      const first = claimOf(3);
      expect(await claimZaloTokens(database, first, 0)).toBe(true);
      const second = claimOf(3);
      expect(await claimZaloTokens(database, second, 60)).toBe(true);
      await releaseZaloTokens(database, first, 'not his any more', NOW);
      expect(await claimZaloTokens(database, claimOf(3), 60)).toBe(false);
      await releaseZaloTokens(database, second, 'refused', NOW);
      expect(await readZaloTokens(database, app)).toMatchObject({ claimed: false, failure: 'refused' });
      expect(await configureZaloTokens(database, app, 'sealed again', 'hash 2', NOW)).toBe(false);
      expect(await configureZaloTokens(database, app, 'sealed 3', 'hash 3', NOW)).toBe(true);
      expect(await readZaloTokens(database, app)).toMatchObject({
        failure: null,
        failedAt: null,
        version: 4,
      });
    });

    it('are taken once more where they were refused and never exchanged, but not while a process uses them', async () => {
      const again = () => configureZaloTokens(database, app, 'sealed 3 anew', 'hash 3', NOW);
      expect(await again()).toBe(false);
      const claim = claimOf(4);
      expect(await claimZaloTokens(database, claim, 60)).toBe(true);
      await releaseZaloTokens(database, claim, 'refused: the secret of another app', NOW);
      expect(await claimZaloTokens(database, claim, 60)).toBe(true);
      expect(await again()).toBe(false);
      await releaseZaloTokens(database, claim, null, NOW);
      expect(await again()).toBe(true);
      const stored = await readZaloTokens(database, app);
      expect(stored).toMatchObject({ refresh: 'sealed 3 anew', failure: null, version: 5 });
    });
  });
});
