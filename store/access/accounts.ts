import type { Account, ChannelKey } from '../../domain/account.ts';
import type { Database, Queryable } from '../database.ts';
import {
  accountGone,
  accountTwice,
  onlyAdmins,
  recordUnknown,
  unitsUnknown,
} from '../records/recordTexts.ts';
import { SqlError } from '../sqlError.ts';
import { asAccount, type Identity } from './identity.ts';

/** The account that a channel's person is linked to, or `null`. A link of channel `web` ends after 30 days. */
export async function findAccount(database: Database, key: ChannelKey): Promise<Account | null> {
  const [row] = await database.query<AccountRow>('select * from app_find_account($1, $2)', [
    key.channel,
    key.key,
  ]);
  return row === undefined ? null : asAccountOfRow(row);
}

/**
 * Makes or changes an account: its name, whose record it is, of which units it is staff. Only admins and the operator may
 * (`bad_input`). With a record the name is the record's; a record that is not there is `bad_input`. Links and codes of an account
 * that gets another record end. The operator's own account does not change (`not_found`).
 */
export async function saveAccount(
  database: Database,
  identity: Identity,
  wanted: Omit<Account, 'id'> & { readonly id?: string },
): Promise<Account> {
  try {
    return await asAccount(database, identity, async (tx) => {
      await requireAdmin(tx);
      // A roster that renames somebody locks the record first and the account then, this the other way round.
      await tx.query("select pg_advisory_xact_lock(hashtext('dat-chuan: roster'))");
      await requireUnits(tx, wanted.staffOf);
      const id = await writeAccount(tx, wanted);
      await tx.query('delete from account_units where account = $1 and unit <> all ($2::text[])', [
        id,
        wanted.staffOf,
      ]);
      await tx.query(
        `insert into account_units (account, unit)
         select $1, wanted.unit from (select distinct unnest($2::text[]) as unit) wanted
          where not exists (select from account_units a where a.account = $1 and a.unit = wanted.unit)`,
        [id, wanted.staffOf],
      );
      const [row] = await tx.query<AccountRow>(`${SELECT_ACCOUNTS} where a.id = $1`, [id]);
      if (row === undefined) throw accountGone();
      return asAccountOfRow(row);
    });
  } catch (error) {
    if (error instanceof SqlError && error.constraint === 'accounts_cadre_key') throw accountTwice();
    if (error instanceof SqlError && error.constraint === 'accounts_cadre_fkey') throw recordUnknown();
    throw error;
  }
}

/** Every account, by name, for admins and the operator (`bad_input` for others). */
export async function listAccounts(database: Database, identity: Identity): Promise<readonly Account[]> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const rows = await tx.query<AccountRow>(`${SELECT_ACCOUNTS} order by a.name, a.id`);
    return rows.map(asAccountOfRow);
  });
}

/** The account itself as the identity sees it; throws `not_found` for one that is gone. */
export async function readAccount(database: Database, identity: Identity): Promise<Account> {
  return asAccount(database, identity, async (tx) => {
    const [row] = await tx.query<AccountRow>(`${SELECT_ACCOUNTS} where a.id = $1`, [identity.accountId]);
    if (row === undefined) throw accountGone();
    return asAccountOfRow(row);
  });
}

/** Refuses in words where the policies would refuse without. */
export async function requireAdmin(tx: Queryable): Promise<void> {
  const [row] = await tx.query<{ admin: boolean }>('select app_is_admin() as admin');
  if (row?.admin !== true) throw onlyAdmins();
}

async function requireUnits(tx: Queryable, codes: readonly string[]): Promise<void> {
  const rows = await tx.query<{ code: string }>(
    `select wanted.code from unnest($1::text[]) as wanted (code)
      where not exists (select from units u where u.code = wanted.code)`,
    [codes],
  );
  if (rows.length > 0) throw unitsUnknown(rows.map(({ code }) => code));
}

async function writeAccount(
  tx: Queryable,
  { id, name, cadre, admin }: Omit<Account, 'id'> & { readonly id?: string },
): Promise<string> {
  const [row] =
    id === undefined
      ? await tx.query<{ id: string }>(
          'insert into accounts (name, cadre, admin) values ($1, $2, $3) returning id',
          [name, cadre, admin],
        )
      : await tx.query<{ id: string }>(
          'update accounts set name = $2, cadre = $3, admin = $4 where id = $1 returning id',
          [id, name, cadre, admin],
        );
  if (row === undefined) throw accountGone();
  return row.id;
}

const SELECT_ACCOUNTS = `select a.id, a.name, a.cadre::text as cadre, a.admin,
  array(select s.unit::text from account_units s where s.account = a.id order by s.unit) as staff_of
  from accounts a`;

/** An account as the database tells it. */
export type AccountRow = {
  readonly id: string;
  readonly name: string;
  readonly cadre: string | null;
  readonly admin: boolean;
  readonly staff_of: readonly string[];
};

export function asAccountOfRow({ id, name, cadre, admin, staff_of }: AccountRow): Account {
  return { id, name, cadre, staffOf: staff_of, admin };
}
