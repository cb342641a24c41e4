import { describe, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { createReadiness } from './readiness.ts';

describe('a process', () => {
  const engine = pgliteForTests();

  it('is ready while its database answers, has the tables of this version, and work is done', async () => {
    const database = await engine.open();
    let working = true;
    const ready = createReadiness(database, () => working);
    expect(await ready()).toEqual({ database: true, schema: true, queue: true });
    working = false;
    await database.close();
    expect(await ready()).toEqual({ database: false, schema: true, queue: false });
  });

  it('is not ready on tables of an older version', async () => {
    const database = await engine.open();
    await database.query('delete from schema_migrations where number > 9');
    expect(await createReadiness(database, () => true)()).toMatchObject({ database: true, schema: false });
  });

  it('is not ready where the database says nothing at all', async () => {
    const silent = { query: () => new Promise(() => undefined) } as unknown as Database;
    expect(await createReadiness(silent, () => true, 10)()).toEqual({
      database: false,
      schema: false,
      queue: true,
    });
  });
});
