import { beforeAll, describe, expect, it } from 'vitest';
import { APPROVED_GUARDS, fillApproved } from '../approved/approvedGuards.testing.ts';
import type { Database, Queryable } from '../database.ts';
import { findCadres, readCadre, saveRoster } from '../records/cadres.ts';
import { openCorrection } from '../records/corrections.ts';
import { fillRecords, type TestPeople, testRoster } from '../records/records.testing.ts';
import { saveRules } from '../rules/rules.ts';
import { forEachEngine } from '../testing.ts';
import { fillUploads, UPLOAD_GUARDS } from '../uploads/uploadGuards.testing.ts';
import { asAccount, OPERATOR } from './identity.ts';
import { agreeTo } from './linking.testing.ts';
import { checkLinkCode, createLinkCode } from './linking.ts';
import { leaveNotice } from './notices.ts';
import { POLICIES, PROTECTED_TABLES } from './production.ts';

/**
 * What each policy keeps from happening. `attempt` gives the rows that it must not get or change; the same attempt is made
 * again with the policy turned into `true`, and has to succeed then: so no attempt fails for another reason.
 */
type Guard = {
  readonly policy: string;
  readonly who: keyof TestPeople;
  readonly attempt: string;
  /** The policy that hides the rows already, out of the way while this one is tried. */
  readonly behind?: string;
};

const GUARDS: readonly Guard[] = [
  {
    policy: 'units_insert',
    who: 'staffOfWard',
    attempt: `insert into units (code, name, tier, parent, sample) values ('HS-MOI', 'x', 'commune', 'HS', true) returning 1`,
  },
  {
    policy: 'units_update',
    who: 'staffOfProvince',
    attempt: `update units set ends = '2020-01-01', successors = '{HS}' where code = 'LG' returning 1`,
  },
  { policy: 'cadres_select', who: 'an', attempt: `select 1 from cadres where code <> 'MAU-901'` },
  {
    policy: 'cadres_insert',
    who: 'staffOfWard',
    attempt: `insert into cadres (code, unit, name, name_key, record, sample)
              values ('MAU-999', 'LG-MLD', 'x', 'x', 'x', true)`,
  },
  {
    policy: 'cadres_update',
    who: 'an',
    attempt: `update cadres set name = 'x' where code = 'MAU-901' returning 1`,
  },
  { policy: 'accounts_select', who: 'an', attempt: `select 1 from accounts where cadre = 'MAU-905'` },
  {
    policy: 'accounts_insert',
    who: 'staffOfProvince',
    attempt: `insert into accounts (name, admin) values ('x', true)`,
  },
  {
    policy: 'accounts_update',
    who: 'an',
    attempt: `update accounts set admin = true where id = app_account() returning 1`,
  },
  { policy: 'account_units_select', who: 'an', attempt: 'select 1 from account_units' },
  {
    policy: 'account_units_insert',
    who: 'an',
    attempt: `insert into account_units (account, unit) values (app_account(), 'LG')`,
  },
  {
    policy: 'account_units_delete',
    who: 'staffOfWard',
    attempt: 'delete from account_units where account = app_account() returning 1',
  },
  {
    policy: 'channel_accounts_select',
    who: 'an',
    attempt: `select 1 from channel_accounts where key = 'em'`,
  },
  {
    policy: 'access_log_select',
    who: 'staffOfWard',
    attempt: `select 1 from access_log where cadre = 'MAU-901'`,
  },
  {
    policy: 'access_log_insert',
    who: 'an',
    attempt: `insert into access_log (cadre, channel, reason, purpose) values ('MAU-902', 'x', 'own', 'x')`,
  },
  { policy: 'corrections_select', who: 'an', attempt: `select 1 from corrections where cadre = 'MAU-905'` },
  {
    policy: 'corrections_insert',
    who: 'staffOfWard',
    attempt: `insert into corrections (cadre, line, says) values ('MAU-901', 'x', 'x')`,
  },
  {
    policy: 'corrections_update',
    who: 'em',
    attempt: `update corrections set state = 'accepted', answer = 'x' where cadre = 'MAU-905' returning 1`,
  },
  {
    policy: 'rules_insert',
    who: 'staffOfProvince',
    attempt: `insert into rules (kind, id, definition) values ('position', 'x', '{}')`,
  },
  {
    policy: 'rules_update',
    who: 'staffOfProvince',
    attempt: `update rules set definition = '{}' returning 1`,
  },
  ...UPLOAD_GUARDS,
  ...APPROVED_GUARDS,
];

/** Everybody may read these. */
const PUBLIC = ['units_select', 'rules_select'];

/** Tables that nobody may touch but through functions. */
const CLOSED = ['link_codes', 'link_tries', 'notices'];

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;

  beforeAll(async () => {
    database = await engine.open();
    people = await fillRecords(database);
    await saveRules(database, OPERATOR, {
      requirements: [],
      equivalences: [],
      targets: [],
      classes: [],
      positions: [{ name: 'Mẫu', aliases: [], tier: null, leadership: false, until: null, successors: [] }],
    });
    for (const [key, cadre, hash] of [
      ['an', 'MAU-901', 'h1'],
      ['em', 'MAU-905', 'h2'],
    ] as const) {
      const expires = new Date(Date.now() + 3_600_000);
      await createLinkCode(database, OPERATOR, { hash, for: { cadre }, expires });
      await agreeTo(database, { channel: 'telegram', key }, hash);
      await createLinkCode(database, OPERATOR, { hash: `${hash}-unused`, for: { cadre }, expires });
    }
    await checkLinkCode(database, { channel: 'telegram', key: 'em' }, 'wrong');
    await leaveNotice(database, { channel: 'telegram', key: 'em' }, 'x');
    await openCorrection(database, people.em, { line: 'x', says: 'x' });
    await fillUploads(database);
    await fillApproved(database);
    await asAccount(database, people.an, (tx) =>
      tx.query(
        `insert into access_log (cadre, channel, reason, purpose) values ('MAU-901', 'x', 'own', 'x')`,
      ),
    );
  });

  /** How many rows a statement got or changed as somebody; 0 where it is refused. Nothing of it stays. */
  const rowsOf = async (who: keyof TestPeople, statement: string): Promise<number> => {
    let rows = 0;
    const undo = new Error('undo');
    await asAccount(database, people[who], async (tx) => {
      rows = (await tx.query(statement)).length;
      // An insert without `returning` that was let through.
      if (statement.startsWith('insert')) rows = Math.max(rows, 1);
      throw undo;
    }).catch((error: unknown) => {
      if (error !== undo && !isRefusal(error)) throw error;
    });
    return rows;
  };

  it.each(GUARDS)(
    '$policy keeps $who away, and nothing else does',
    async ({ policy, who, attempt, behind }) => {
      const tried = async () => {
        expect(await rowsOf(who, attempt)).toBe(0);
        await withoutPolicy(database, policy, async () => {
          expect(await rowsOf(who, attempt)).toBeGreaterThan(0);
        });
        expect(await rowsOf(who, attempt)).toBe(0);
      };
      await (behind === undefined ? tried() : withoutPolicy(database, behind, tried));
    },
  );

  it('every policy is tried here', async () => {
    const rows = await database.query<{ policyname: string }>('select policyname from pg_policies');
    expect(rows.map(({ policyname }) => policyname).sort()).toEqual(
      [...GUARDS.map(({ policy }) => policy), ...PUBLIC].sort(),
    );
    expect(rows.map(({ policyname }) => policyname).sort()).toEqual([...POLICIES].sort());
  });

  it('every table of records has row-level security, and no other right than those tried here', async () => {
    const secured = await database.query<{ name: string }>(
      `select relname::text as name from pg_class
        where relrowsecurity and relkind = 'r' and relnamespace = current_schema()::regnamespace`,
    );
    expect(secured.map(({ name }) => name).sort()).toEqual([...PROTECTED_TABLES].sort());
    const rights = await database.query<{ right: string }>(
      `select distinct table_name || ' ' || lower(privilege_type) as right
         from information_schema.column_privileges
        where grantee = 'dat_chuan_app' and table_name = any ($1::text[])
       union
       select table_name || ' ' || lower(privilege_type) from information_schema.table_privileges
        where grantee = 'dat_chuan_app' and table_name = any ($1::text[])
       order by 1`,
      [PROTECTED_TABLES],
    );
    const tried = [...GUARDS.map(({ policy }) => policy), ...PUBLIC].map((policy) =>
      policy.replace(/_(select|insert|update|delete)$/, ' $1'),
    );
    expect(rights.map(({ right }) => right)).toEqual(tried.sort());
  });

  it.each(CLOSED)('%s is shut twice: by rights, and by having no policy', async (table) => {
    const read = `select 1 from ${table}`;
    expect(await rowsOf('operator', read)).toBe(0);
    await database.query(`grant select on ${table} to dat_chuan_app`);
    expect(await rowsOf('operator', read)).toBe(0);
    await database.query(`alter table ${table} disable row level security`);
    expect(await rowsOf('an', read)).toBeGreaterThan(0);
    await database.query(`alter table ${table} enable row level security`);
    await database.query(`revoke select on ${table} from dat_chuan_app`);
  });

  it('phone numbers can be selected by nobody', async () => {
    const read = 'select phone from cadres';
    expect(await rowsOf('operator', read)).toBe(0);
    await database.query('grant select (phone) on cadres to dat_chuan_app');
    expect(await rowsOf('operator', read)).toBe(6);
    await database.query('revoke select (phone) on cadres from dat_chuan_app');
  });

  it('entries of the access log cannot be written in the name of another', async () => {
    const insert = (columns: string, values: string) =>
      `insert into access_log (cadre, channel, reason, purpose, ${columns}) values ('MAU-901', 'x', 'own', 'x', ${values})`;
    expect(await rowsOf('an', insert('by_name', `'Người khác'`))).toBe(0);
    expect(await rowsOf('an', insert('account', `'${OPERATOR.accountId}'`))).toBe(0);
    expect(await rowsOf('an', insert('at', `'2020-01-01'`))).toBe(0);
  });

  it('somebody without an account, or with one that is gone, gets nothing', async () => {
    for (const accountId of ['', '00000000-0000-4000-8000-00000000dead']) {
      const seen = await asAccount(database, { accountId }, (tx) =>
        tx.query<{ n: number }>(
          `select (select count(*) from cadres) + (select count(*) from accounts)
                + (select count(*) from account_units) + (select count(*) from channel_accounts)
                + (select count(*) from access_log) + (select count(*) from corrections) as n`,
        ),
      );
      expect(seen).toEqual([{ n: 0 }]);
    }
  });

  it('functions for the inside are not to be called from outside', async () => {
    const rows = await database.query<{ name: string }>(
      `select p.proname::text as name from pg_proc p
        where p.pronamespace = current_schema()::regnamespace and p.proname ~ '^(app|inner)_'
          and has_function_privilege('dat_chuan_app', p.oid, 'execute') <> (p.proname ~ '^app_')`,
    );
    expect(rows).toEqual([]);
  });

  it('functions that look past the policies cannot be led to other tables', async () => {
    const rows = await database.query<{ name: string }>(
      `select proname::text as name from pg_proc
        where prosecdef and pronamespace = current_schema()::regnamespace
          and array_to_string(proconfig, ' ') is distinct from
              format('search_path=pg_catalog, %I, pg_temp', current_schema())
          -- Those that make vector indexes also need the types of the extension, wherever it was put.
          and array_to_string(proconfig, ' ') is distinct from
              format('search_path=pg_catalog, %I, %I, pg_temp', current_schema(),
                (select extnamespace::regnamespace from pg_extension where extname = 'vector'))`,
    );
    expect(rows).toEqual([]);
    const seen = await asAccount(database, people.an, async (tx) => {
      await tx.query('create temp table account_units (account uuid, unit text) on commit drop');
      await tx.query(`insert into pg_temp.account_units values (app_account(), 'LG')`);
      return tx.query<{ code: string }>('select code from cadres');
    });
    expect(seen).toEqual([{ code: 'MAU-901' }]);
  });

  describe('a session that runs SQL of somebody else', () => {
    it('is outside the promise: it could name another account, which is why no text of a person becomes SQL', async () => {
      const seen = await asAccount(database, people.an, async (tx) => {
        await tx.query(`select set_config('app.account', $1, true)`, [people.em.accountId]);
        return tx.query<{ code: string }>('select code from cadres');
      });
      expect(seen).toEqual([{ code: 'MAU-905' }]);
    });

    it.each(['MAU-902', `MAU-902' or '1'='1`, `x'; reset role; select '`, '%'])(
      'is not made by a code such as %s',
      async (code) => {
        const purpose = { channel: 'web', reason: 'own', purpose: 'thử' } as const;
        expect(await readCadre(database, people.an, code, purpose)).toBeNull();
        expect(await findCadres(database, people.an, code, 10)).toEqual([]);
      },
    );

    it('leaves nothing behind for the next transaction of the connection', async () => {
      await asAccount(database, people.staffOfProvince, (tx) => tx.query('select 1'));
      expect(
        await database.query(
          `select nullif(current_setting('app.account', true), '') as account, current_user = session_user as same`,
        ),
      ).toEqual([{ account: null, same: true }]);
    });
  });

  it('what was tried here has changed nothing', async () => {
    const again = await saveRoster(database, OPERATOR, testRoster, { dryRun: true });
    expect(again.cadres).toEqual({ added: [], unchanged: 6, changed: [] });
  });
});

/** A row that a policy refuses, or a right that is missing. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '42501';
}

/** Runs `work` while a policy lets everything through, then puts it back. */
async function withoutPolicy(database: Queryable, policy: string, work: () => Promise<void>): Promise<void> {
  const [before] = await database.query<{ table: string; using: string | null; check: string | null }>(
    `select tablename::text as table, qual as using, with_check as check from pg_policies where policyname = $1`,
    [policy],
  );
  if (before === undefined) throw new Error(`there is no policy ${policy}`);
  const set = (using: string | null, check: string | null) =>
    database.query(
      [
        `alter policy ${policy} on ${before.table}`,
        ...(using === null ? [] : [`using (${using})`]),
        ...(check === null ? [] : [`with check (${check})`]),
      ].join(' '),
    );
  await set(before.using && 'true', before.check && 'true');
  try {
    await work();
  } finally {
    await set(before.using, before.check);
  }
}
