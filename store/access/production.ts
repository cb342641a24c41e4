import type { Queryable } from '../database.ts';
import { roleNotGranted, roleTooStrong, securityOff } from '../records/recordTexts.ts';
import { APP_ROLE } from './identity.ts';

/** The tables whose rows are not everybody's. Migration 0004 switches row-level security on for each. */
export const PROTECTED_TABLES = [
  'units',
  'cadres',
  'accounts',
  'account_units',
  'channel_accounts',
  'link_codes',
  'link_tries',
  'notices',
  'access_log',
  'corrections',
  'rules',
] as const;

/**
 * Looks that the login of this connection cannot read past row-level security, however the program were turned: that it is no
 * superuser, may not bypass, owns none of the tables, and can become nobody who does. Throws `database_unsuitable`, which says
 * what to do. A database without the tables passes: what is missing there is for the migrations to say.
 */
export async function checkUnprivileged(queryable: Queryable): Promise<void> {
  const [login] = await queryable.query<LoginFacts>(
    `select session_user::text as name,
            me.rolsuper as superuser,
            me.rolbypassrls as bypasses,
            me.rolcreaterole as makes_roles,
            exists (select from pg_roles r
                     where (r.rolsuper or r.rolbypassrls) and r.oid <> me.oid
                       and pg_has_role(me.oid, r.oid, 'MEMBER')) as becomes_such,
            exists (select from pg_class t
                     where t.oid in (select to_regclass(name) from unnest($1::text[]) as name)
                       and pg_has_role(me.oid, t.relowner, 'MEMBER')) as owner,
            exists (select from pg_roles r where r.rolname = $2 and pg_has_role(me.oid, r.oid, 'USAGE')) as member,
            to_regclass('cadres') is not null as has_tables
       from pg_roles me where me.rolname = session_user`,
    [PROTECTED_TABLES, APP_ROLE],
  );
  if (login === undefined) throw new Error('checkUnprivileged: the database does not know its own login');
  const because = tooStrong(login);
  if (because !== null) throw roleTooStrong(login.name, because);
  if (!login.has_tables) return;
  if (!login.member) throw roleNotGranted(login.name);
  const off = await queryable.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
      where not coalesce((select relrowsecurity from pg_class where oid = to_regclass(name)), false)`,
    [PROTECTED_TABLES],
  );
  if (off.length > 0) throw securityOff(off.map(({ name }) => name));
}

type LoginFacts = {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly makes_roles: boolean;
  readonly becomes_such: boolean;
  readonly owner: boolean;
  readonly member: boolean;
  readonly has_tables: boolean;
};

function tooStrong(login: LoginFacts): string | null {
  if (login.superuser) return 'có quyền superuser';
  if (login.bypasses) return 'có quyền BYPASSRLS';
  if (login.owner) return 'là chủ sở hữu của các bảng (hoặc thuộc vai trò chủ sở hữu)';
  if (login.becomes_such) return 'thuộc một vai trò có quyền superuser hoặc BYPASSRLS';
  // It could grant itself any of these.
  return login.makes_roles ? 'có quyền CREATEROLE' : null;
}
