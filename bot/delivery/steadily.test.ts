import { expect, it } from 'vitest';
import { databaseReadOnly } from '../../store/problems.ts';
import { SqlError } from '../../store/sqlError.ts';
import { createSteadily } from './steadily.ts';

const warned: string[] = [];
const log = { info: () => {}, warn: (_: object, message: string) => warned.push(message), error: () => {} };

it('waits for a database that only lets itself be read, and gives up a statement that is wrong', async () => {
  const { run } = createSteadily(log, new AbortController().signal);
  let tries = 0;
  const stored = run(async () => {
    tries += 1;
    if (tries < 3) throw databaseReadOnly('cannot execute UPDATE in a read-only transaction');
    return 'stored';
  });
  expect(await stored).toBe('stored');
  expect(warned).toEqual(['the database is away; messages wait for it']);
  const wrong = run(() => Promise.reject(new SqlError({ code: '42703', message: 'no such column' })));
  await expect(wrong).rejects.toMatchObject({ code: '42703' });
});
