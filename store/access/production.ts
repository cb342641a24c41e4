import type { Queryable } from '../database.ts';
import { policiesForeign, roleNotGranted, roleTooStrong, securityOff } from '../records/recordTexts.ts';
import { APP_ROLE } from './identity.ts';

/** The tables whose rows are not everybody's. Migrations 0004, 0009 and 0011 to 0015 switch row-level security on for each. */
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
  'files',
  'uploads',
  'drafts',
  'document_log',
  'workers',
  'chats',
  'inbox',
  'outbox',
  'send_times',
  'duties',
  'chat_notes',
  'shared_files',
  'zalo_oa_tokens',
  'notice_mutes',
  'turns',
  'model_secret',
  'model_questions',
  'model_calls',
  'asked_questions',
  'given_answers',
  'answer_votes',
  'approved_answers',
] as const;

/** The policies that the migrations make, `TABLE_COMMAND`, all for `APP_ROLE`. */
export const POLICIES = [
  'units_select',
  'units_insert',
  'units_update',
  'cadres_select',
  'cadres_insert',
  'cadres_update',
  'accounts_select',
  'accounts_insert',
  'accounts_update',
  'account_units_select',
  'account_units_insert',
  'account_units_delete',
  'channel_accounts_select',
  'access_log_select',
  'access_log_insert',
  'corrections_select',
  'corrections_insert',
  'corrections_update',
  'rules_select',
  'rules_insert',
  'rules_update',
  'files_select',
  'files_insert',
  'files_delete',
  'uploads_select',
  'uploads_insert',
  'uploads_update',
  'drafts_select',
  'drafts_insert',
  'drafts_update',
  'document_log_select',
  'document_log_insert',
  'approved_answers_select',
  'approved_answers_insert',
  'approved_answers_update',
] as const;

/** Roles of PostgreSQL itself that read or write what they like: in the tables, or in the files that these are stored in. */
const MIGHTY_ROLES = [
  'pg_execute_server_program',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_read_all_data',
  'pg_write_all_data',
] as const;

/**
 * Looks that the login of this connection cannot read past row-level security, however the program were turned: that it is no
 * superuser, may not bypass or replicate, owns neither tables nor functions, schema or database, and can become nobody who does;
 * and that nobody loosened the policies. Throws `database_unsuitable`, which says what to do. A database without the tables passes:
 * what is missing there is for the migrations to say.
 */
export async function checkUnprivileged(queryable: Queryable): Promise<void> {
  const [login] = await queryable.query<LoginFacts>(
    `select session_user::text as name,
            me.rolsuper as superuser,
            me.rolbypassrls as bypasses,
            me.rolcreaterole as makes_roles,
            me.rolreplication as replicates,
            exists (select from pg_roles r
                     where (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication) and r.oid <> me.oid
                       and pg_has_role(me.oid, r.oid, 'MEMBER')) as becomes_such,
            (select min(r.rolname::text) from pg_roles r
              where r.rolname = any ($3::text[]) and pg_has_role(me.oid, r.oid, 'MEMBER')) as mighty,
            exists (select from pg_class t
                     where t.oid in (select to_regclass(name) from unnest($1::text[]) as name)
                       and pg_has_role(me.oid, t.relowner, 'MEMBER')) as owns_tables,
            exists (select from pg_proc f
                     where f.pronamespace = to_regnamespace(quote_ident(current_schema())) and f.proname ~ '^(app|inner)_'
                       and pg_has_role(me.oid, f.proowner, 'MEMBER')) as owns_functions,
            exists (select from pg_namespace s
                     where s.nspname = current_schema() and pg_has_role(me.oid, s.nspowner, 'MEMBER')) as owns_schema,
            exists (select from pg_database d
                     where d.datname = current_database() and pg_has_role(me.oid, d.datdba, 'MEMBER')) as owns_database,
            exists (select from pg_roles r where r.rolname = $2 and pg_has_role(me.oid, r.oid, 'USAGE')) as member,
            to_regclass('cadres') is not null as has_tables
       from pg_roles me where me.rolname = session_user`,
    [PROTECTED_TABLES, APP_ROLE, MIGHTY_ROLES],
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
  const foreign = await queryable.query<{ name: string }>(
    `select p.polname || ' (' || t.relname || ')' as name
       from pg_policy p
       join pg_class t on t.oid = p.polrelid
      where t.oid in (select to_regclass(name) from unnest($1::text[]) as name)
        and not (p.polname = any ($2::text[])
                 and p.polname = t.relname || case p.polcmd when 'r' then '_select' when 'a' then '_insert'
                                                            when 'w' then '_update' when 'd' then '_delete' else '' end
                 and p.polroles = array[(select r.oid from pg_roles r where r.rolname = $3)])
      order by 1`,
    [PROTECTED_TABLES, POLICIES, APP_ROLE],
  );
  if (foreign.length > 0) throw policiesForeign(foreign.map(({ name }) => name));
}

type LoginFacts = {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly makes_roles: boolean;
  readonly replicates: boolean;
  readonly becomes_such: boolean;
  /** One of `MIGHTY_ROLES`. */
  readonly mighty: string | null;
  readonly owns_tables: boolean;
  readonly owns_functions: boolean;
  readonly owns_schema: boolean;
  readonly owns_database: boolean;
  readonly member: boolean;
  readonly has_tables: boolean;
};

function tooStrong(login: LoginFacts): string | null {
  if (login.superuser) return 'có quyền superuser';
  if (login.bypasses) return 'có quyền BYPASSRLS';
  const owned = [
    login.owns_tables && 'các bảng',
    login.owns_functions && 'các hàm',
    login.owns_schema && 'schema',
    login.owns_database && 'cơ sở dữ liệu',
  ].filter((what) => what !== false);
  if (owned.length > 0) return `là chủ sở hữu của ${owned.join(', ')} (hoặc thuộc vai trò chủ sở hữu)`;
  if (login.replicates) return 'có quyền REPLICATION';
  // It could grant itself any of these.
  if (login.makes_roles) return 'có quyền CREATEROLE';
  if (login.mighty !== null) return `thuộc vai trò ${login.mighty}`;
  return login.becomes_such
    ? 'thuộc một vai trò có quyền superuser, BYPASSRLS, CREATEROLE hoặc REPLICATION'
    : null;
}
