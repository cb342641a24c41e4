import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { forEachEngine } from '../../store/testing.ts';
import { checkConfig, checkDatabase, checkNode } from './checks.ts';

describe('what the doctor says of the database', () => {
  forEachEngine((engine) => {
    it('speaks of a lock only where there is one', async () => {
      const database = await engine.migrated();
      const checks = await checkDatabase({ config: () => ({ ...readConfig({}), database }) }, {});
      // Tests run as a superuser of the server, which a program in trial may.
      const login = engine.name === 'pglite' ? 'ok' : 'note';
      expect(checks.map(({ state }) => state)).toEqual(['ok', 'ok', 'note', 'ok', 'ok', login]);
      expect(checks[0]?.says.includes('khóa')).toBe(engine.name === 'pglite');
      expect(checks[0]?.says).toContain(engine.name === 'pglite' ? 'nhúng' : 'PostgreSQL');
    });

    it('does not call a machine healthy whose production login could read everything', async () => {
      const database = await engine.migrated();
      const config = { ...readConfig({}), mode: 'production' as const, database };
      const checks = await checkDatabase({ config: () => config }, {});
      expect(checks.at(-1)?.state).toBe(engine.name === 'pglite' ? 'ok' : 'bad');
    });
  });
});

describe('what the doctor says of the rest', () => {
  it('refuses a Node.js that is too old', () => {
    expect(['22.17.1', '20.20.0'].map((version) => checkNode(version).state)).toEqual(['bad', 'bad']);
    expect(['22.18.0', '24.0.0'].map((version) => checkNode(version).state)).toEqual(['ok', 'ok']);
  });

  it('names the setting that is wrong', () => {
    const { check, config } = checkConfig({ config: () => readConfig({ PORT: 'x' }) });
    expect(config).toBeNull();
    expect(check).toMatchObject({ state: 'bad', says: expect.stringContaining('PORT') });
  });
});
