import { beforeAll, expect, it } from 'vitest';
import { saveAccount } from '../access/accounts.ts';
import { asAccount, type Identity, OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { saveRoster } from './cadres.ts';
import { testCadre, testUnit } from './records.testing.ts';

const PEOPLE = 50;
const TRANSACTIONS = 1000;

type Person = { readonly code: string; readonly identity: Identity };

forEachEngine((engine) => {
  let database: Database;
  let people: readonly Person[];

  beforeAll(async () => {
    database = await engine.open();
    const codes = Array.from({ length: PEOPLE }, (_, at) => `MAU-${String(at).padStart(3, '0')}`);
    await saveRoster(
      database,
      OPERATOR,
      { units: [testUnit({ code: 'LG' })], cadres: codes.map((code) => testCadre({ code, unit: 'LG' })) },
      { dryRun: false },
    );
    const made: Person[] = [];
    for (const code of codes) {
      const { id } = await saveAccount(database, OPERATOR, {
        name: code,
        cadre: code,
        staffOf: [],
        admin: false,
      });
      made.push({ code, identity: { accountId: id } });
    }
    people = made;
  });

  /**
   * Transactions of all people, twenty under way at any moment, each reading twice with others in between; on one connection
   * (embedded) they queue, on a pool of ten they share connections in an order that nobody chose. Gives what was read.
   */
  const readAll = async (): Promise<{ readonly own: number; readonly foreign: number }> => {
    let started = 0;
    let own = 0;
    let foreign = 0;
    const readOne = async ({ code, identity }: Person): Promise<void> => {
      await asAccount(database, identity, async (tx) => {
        for (let time = 0; time < 2; time += 1) {
          const rows = await tx.query<{ code: string }>('select code from cadres');
          own += rows.filter((row) => row.code === code).length;
          foreign += rows.filter((row) => row.code !== code).length;
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
    };
    const worker = async (): Promise<void> => {
      while (started < TRANSACTIONS) {
        const person = people[(started * 7) % PEOPLE];
        started += 1;
        if (person !== undefined) await readOne(person);
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    return { own, foreign };
  };

  it('a thousand interleaved transactions of fifty people read no row of anybody else', async () => {
    expect(await readAll()).toEqual({ own: 2 * TRANSACTIONS, foreign: 0 });
  });

  it('the same transactions do read foreign rows where row-level security is off', async () => {
    await database.query('alter table cadres disable row level security');
    expect((await readAll()).foreign).toBe(2 * TRANSACTIONS * (PEOPLE - 1));
    await database.query('alter table cadres enable row level security');
  });
});
