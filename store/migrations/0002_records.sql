-- Records of people, the accounts that may see them, and the rules they are judged by. Who sees what is decided here and
-- nowhere else: every statement about people runs under the role dat_chuan_app, which owns nothing and bypasses nothing.

-- The role belongs to the whole cluster: another database may have made it, or be making it at this moment.
do $role$
declare
  may text := case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end;
  missing boolean := not exists (select from pg_roles where rolname = 'dat_chuan_app');
begin
  if missing then
    begin
      create role dat_chuan_app nologin;
    exception when duplicate_object or unique_violation then null;
    end;
    missing := false;
  end if;
  for attempt in 1 .. 100 loop
    exit when pg_has_role(current_user, 'dat_chuan_app', may);
    begin
      grant dat_chuan_app to current_user;
    exception when unique_violation or internal_error then
      -- Two grants of one role at the same moment: "tuple concurrently updated".
      perform pg_sleep(0.05);
    end;
  end loop;
exception when insufficient_privilege then
  raise insufficient_privilege using message = format(
    'the role dat_chuan_app is not to be had: %sgrant dat_chuan_app to %I;',
    case when missing then 'create role dat_chuan_app nologin; ' else '' end, current_user);
end $role$;

create table units (
  code text collate "C" primary key,
  name text not null,
  tier text not null check (tier in ('central', 'province', 'commune')),
  parent text collate "C" references units deferrable initially deferred,
  begins date,
  ends date,
  successors text[] not null default '{}',
  sample boolean not null
);
create index units_parent on units (parent);

-- record: the whole CadreRecord but the phone number, as recordText.ts writes it; the other columns repeat what is searched by.
create table cadres (
  code text collate "C" primary key,
  unit text collate "C" not null references units,
  name text not null,
  -- The name without diacritics, in lower case, with single spaces.
  name_key text not null,
  -- Digits. Nobody may select it: functions below compare it. A hash would hide nothing, there are too few numbers.
  phone text,
  record text not null,
  sample boolean not null,
  updated_at timestamptz not null default now()
)
-- Records of a usual length stay in their row uncompressed: reading all of them is what takes longest.
with (toast_tuple_target = 4080);
create index cadres_unit on cadres (unit);
create index cadres_phone on cadres (phone) where phone is not null;

-- cadre: no foreign key. An account may come before its record, and whether a record exists is not for admins to find out.
create table accounts (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  cadre text collate "C" unique,
  admin boolean not null default false
);
insert into accounts (id, name, admin) values ('00000000-0000-4000-8000-000000000001', 'Người vận hành', true);

create table account_units (
  account uuid not null references accounts on delete cascade,
  unit text collate "C" not null references units,
  primary key (account, unit)
);

create table channel_accounts (
  channel text not null,
  key text not null,
  account uuid not null references accounts on delete cascade
    check (account <> '00000000-0000-4000-8000-000000000001'),
  linked_at timestamptz not null default now(),
  consent text not null,
  primary key (channel, key)
);
create index channel_accounts_account on channel_accounts (account, channel);

-- A used code is deleted: so it cannot be told from one that never was.
create table link_codes (
  hash text primary key,
  account uuid not null unique references accounts on delete cascade,
  expires timestamptz not null
);

create table link_tries (
  channel text not null,
  key text not null,
  tried_at timestamptz not null default now()
);
create index link_tries_sender on link_tries (channel, key, tried_at);
create index link_tries_old on link_tries (tried_at);

create table notices (
  id bigint generated always as identity primary key,
  channel text not null,
  key text not null,
  words text not null
);
create index notices_key on notices (channel, key);

create table rules (
  ordinal bigint generated always as identity,
  kind text not null check (kind in ('requirement', 'equivalence', 'position', 'target', 'class')),
  id text not null,
  -- Positions have none.
  status text check (status in ('sample', 'proposed', 'approved', 'retired')),
  definition json not null,
  updated_at timestamptz not null default now(),
  primary key (kind, id)
);
create unique index rules_id on rules (id) where kind <> 'position';

-- Whose statement this is. An empty setting is what an earlier transaction of the connection leaves behind.
create function app_account() returns uuid language sql stable as $$
  select nullif(current_setting('app.account', true), '')::uuid
$$;

create function app_is_operator() returns boolean language sql stable as $$
  select coalesce(app_account() = '00000000-0000-4000-8000-000000000001', false)
$$;

create function app_is_admin() returns boolean language sql stable security definer as $$
  select coalesce((select admin from accounts where id = app_account()), false)
$$;

-- The name of the account that asks.
create function app_name() returns text language sql stable security definer as $$
  select name from accounts where id = app_account()
$$;

-- The code of the asker's own record.
create function app_cadre() returns text language sql stable security definer as $$
  select cadre from accounts where id = app_account()
$$;

-- These units, all below them, and whatever took over from those of them that have ended by today in Vietnam.
create function inner_units_from(roots text[]) returns text[] language sql stable security definer as $$
  with recursive found (code) as (
    select unnest(roots) collate "C"
    union
    select next.code
      from found
      cross join lateral (
        select u.code from units u where u.parent = found.code
        union all
        select unnest(u.successors) collate "C" from units u
         where u.code = found.code and u.ends < (now() at time zone interval '7 hours')::date
      ) next
  )
  select coalesce(array_agg(code), '{}') from found
$$;

-- The units whose people an account looks after.
create function inner_units_of(asker uuid) returns text[] language sql stable security definer as $$
  select case when asker = '00000000-0000-4000-8000-000000000001'
    then (select coalesce(array_agg(code::text), '{}') from units)
    else inner_units_from((select array_agg(unit::text) from account_units where account = asker))
  end
$$;

create function app_units() returns text[] language sql stable security definer as $$
  select inner_units_of(app_account())
$$;

-- A unit and all below it, without successors: units are public.
create function app_units_below(root text) returns text[] language sql stable security definer as $$
  with recursive found (code) as (
    select root collate "C"
    union
    select u.code from found join units u on u.parent = found.code
  )
  select array_agg(code) from found
$$;

-- account and by_name are not for the statement to say: the role may not insert into them.
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account uuid not null default app_account(),
  by_name text not null default app_name(),
  cadre text collate "C" not null references cadres,
  channel text not null,
  reason text not null check (reason in ('own', 'staff', 'export')),
  purpose text not null
);
create index access_log_cadre on access_log (cadre, at desc);
create index access_log_at on access_log (at);

-- Ids are drawn, not counted: a count would tell how many requests others make.
create table corrections (
  id bigint primary key default (100000000 + floor(random() * 900000000))::bigint,
  cadre text collate "C" not null references cadres,
  account uuid not null default app_account() references accounts on delete cascade,
  line text not null,
  says text not null,
  at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  answer text,
  closed_at timestamptz,
  check ((state = 'open') = (answer is null))
);
create index corrections_cadre on corrections (cadre);

-- What has to work before anybody is known ----------------------------------------------------------------------------

create function app_find_account(by_channel text, by_key text)
returns table (id uuid, name text, cadre text, admin boolean, staff_of text[])
language sql stable security definer as $$
  select a.id, a.name, a.cadre::text, a.admin,
         array(select s.unit::text from account_units s where s.account = a.id order by s.unit)
    from channel_accounts l join accounts a on a.id = l.account
   where l.channel = by_channel and l.key = by_key
$$;

-- The account of a cadre; one is made where there is none.
create function inner_account_for(cadre_code text) returns uuid language plpgsql volatile security definer as $$
declare
  its_account uuid;
begin
  insert into accounts (name, cadre) select c.name, c.code from cadres c where c.code = cadre_code
  on conflict (cadre) do nothing;
  select a.id into its_account from accounts a where a.cadre = cadre_code;
  return its_account;
end $$;

-- Links a sender, and gives the keys of the same channel that the account had before. A messenger has one person an
-- account; sessions of web and terminal stand side by side.
create function inner_link(by_channel text, by_key text, target uuid, agreed text) returns text[]
language plpgsql volatile security definer as $$
declare
  earlier text[];
begin
  -- Two senders that link the same account wait for each other.
  perform from accounts a where a.id = target for update;
  earlier := array(select l.key from channel_accounts l
                    where l.account = target and l.channel = by_channel and l.key <> by_key order by l.linked_at);
  if by_channel not in ('web', 'terminal') then
    delete from channel_accounts l where l.account = target and l.channel = by_channel and l.key <> by_key;
  end if;
  insert into channel_accounts as l (channel, key, account, consent) values (by_channel, by_key, target, agreed)
  on conflict (channel, key) do update
    set account = excluded.account, consent = excluded.consent, linked_at = now();
  return earlier;
end $$;

-- How many wrong codes a sender may still send. Tries of one sender come one after the other until the transaction ends.
create function inner_tries_left(by_channel text, by_key text) returns integer
language plpgsql volatile security definer as $$
declare
  wrong integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(by_channel || ' ' || by_key, 7));
  select count(*) into wrong from link_tries t
   where t.channel = by_channel and t.key = by_key and t.tried_at > now() - interval '24 hours';
  return greatest(5 - wrong, 0);
end $$;

-- Counts a wrong code, and says what that makes of the sender. Forgets what counts no more.
create function inner_wrong_code(by_channel text, by_key text) returns integer
language plpgsql volatile security definer as $$
begin
  delete from link_tries where ctid in (
    select t.ctid from link_tries t where t.tried_at <= now() - interval '24 hours' for update skip locked);
  insert into link_tries (channel, key) values (by_channel, by_key);
  return inner_tries_left(by_channel, by_key);
end $$;

-- tries_left is null for a valid code.
create function app_check_link_code(by_channel text, by_key text, code_hash text)
returns table (name text, tries_left integer) language plpgsql volatile security definer as $$
begin
  if inner_tries_left(by_channel, by_key) = 0 then
    return query select null::text, 0;
    return;
  end if;
  return query select a.name, null::integer from link_codes c join accounts a on a.id = c.account
                where c.hash = code_hash and c.expires > now();
  if not found then
    return query select null::text, inner_wrong_code(by_channel, by_key);
  end if;
end $$;

create function app_use_link_code(by_channel text, by_key text, code_hash text, agreed text)
returns table (account uuid, name text, earlier text[], tries_left integer)
language plpgsql volatile security definer as $$
declare
  target uuid;
begin
  if inner_tries_left(by_channel, by_key) = 0 then
    return query select null::uuid, null::text, null::text[], 0;
    return;
  end if;
  -- Whoever comes second waits here, and finds nothing.
  delete from link_codes c where c.hash = code_hash and c.expires > now() returning c.account into target;
  if target is null then
    return query select null::uuid, null::text, null::text[], inner_wrong_code(by_channel, by_key);
  else
    return query select a.id, a.name, inner_link(by_channel, by_key, target, agreed), null::integer
                   from accounts a where a.id = target;
  end if;
end $$;

-- The one record with this number, if it may be linked by it. Admins and staff are linked by code only: whoever writes
-- records could write a number of their own into a superior's.
create function inner_cadre_by_phone(number text) returns text language sql stable security definer as $$
  select case when count(*) = 1 then min(c.code::text) end
    from cadres c
   where c.phone = number
  having not coalesce(bool_or(exists (
           select from accounts a
            where a.cadre = c.code
              and (a.admin or exists (select from account_units s where s.account = a.id)))), false)
$$;

-- Stores a code; it replaces an unused one of the same account.
create function inner_store_code(target uuid, code_hash text, code_expires timestamptz) returns void
language sql volatile security definer as $$
  insert into link_codes as c (hash, account, expires)
  values (code_hash, target, least(code_expires, now() + interval '24 hours'))
  on conflict (account) do update set hash = excluded.hash, expires = excluded.expires
$$;

-- Stores a code for the one record with this number, and gives the name it is for.
create function app_offer_by_phone(number text, code_hash text, code_expires timestamptz) returns text
language plpgsql volatile security definer as $$
declare
  target uuid := inner_account_for(inner_cadre_by_phone(number));
begin
  if target is null then
    return null;
  end if;
  perform inner_store_code(target, code_hash, code_expires);
  return (select a.name from accounts a where a.id = target);
end $$;

create function app_unlink(by_channel text, by_key text) returns boolean
language sql volatile security definer as $$
  with gone as (
    delete from channel_accounts where channel = by_channel and key = by_key returning 1
  )
  select exists (select from gone)
$$;

create function app_leave_notice(to_channel text, to_key text, said text) returns void
language sql volatile security definer as $$
  insert into notices (channel, key, words) values (to_channel, to_key, said)
$$;

create function app_take_notices(by_channel text, by_key text) returns text[]
language sql volatile security definer as $$
  with taken as (
    delete from notices where channel = by_channel and key = by_key returning id, words
  )
  select coalesce(array_agg(words order by id), '{}') from taken
$$;

create function app_count_cadres() returns integer language sql stable security definer as $$
  select count(*)::integer from cadres
$$;

-- Kept as long as `KEPT_MONTHS` of accessLog.ts says.
create function app_forget_old_access() returns integer language sql volatile security definer as $$
  with gone as (
    delete from access_log where at < now() - interval '24 months' returning 1
  )
  select count(*)::integer from gone
$$;

-- What an account may do beyond its rows -------------------------------------------------------------------------------

-- Whether the asker may make a code for an account: admins for any, staff for people whom they see, but not for one who is
-- an admin or looks after units that the asker does not: with the code they could become that person.
create function inner_may_hand_out(target accounts) returns boolean language sql stable security definer as $$
  select target.id <> '00000000-0000-4000-8000-000000000001'
     and (app_is_admin()
          or (not target.admin
              and exists (select from cadres c where c.code = target.cadre and c.unit = any ((select app_units())::text[]))
              and (select inner_units_of(target.id)) <@ app_units()))
$$;

-- The name for which a code was stored; null where the asker may not, or there is nobody.
create function app_create_link_code(for_cadre text, for_account uuid, code_hash text, code_expires timestamptz)
returns text language plpgsql volatile security definer as $$
declare
  -- Found out first, so that it takes the same time whether there is such a person or not.
  reach text[] := app_units();
  its_account uuid := for_account;
  target accounts;
begin
  if for_cadre is not null then
    -- A statement of its own: an account that is made here is seen only by the next one.
    select inner_account_for(c.code) into its_account
      from cadres c where c.code = for_cadre and c.unit = any (reach);
  end if;
  select a.* into target from accounts a where a.id = its_account;
  if target.id is null or not inner_may_hand_out(target) then
    return null;
  end if;
  perform inner_store_code(target.id, code_hash, code_expires);
  return target.name;
end $$;

-- Does for a person who does not exist the work that the policies do for one who does: without it, the time that a read
-- takes would tell the two apart.
create function app_even_out(wanted text) returns void language plpgsql stable security definer as $$
begin
  if not exists (select from cadres c where c.code = wanted) then
    perform app_cadre(), app_units();
  end if;
end $$;

-- Those of the codes that people have whom the asker may not write.
create function app_codes_of_others(wanted text[]) returns text[] language sql stable security definer as $$
  select coalesce(array_agg(code::text order by code), '{}') from cadres
   where code = any (wanted) and unit <> all ((select app_units())::text[])
$$;

-- Those of the people whom the asker may write that have another number than the one given here.
create function app_other_phones(wanted text[], numbers text[]) returns text[]
language sql stable security definer as $$
  select coalesce(array_agg(c.code::text), '{}')
    from unnest(wanted, numbers) as given (code, number) join cadres c on c.code = given.code
   where c.phone is distinct from given.number and c.unit = any ((select app_units())::text[])
$$;

create function app_own_phone() returns text language sql stable security definer as $$
  select phone from cadres where code = app_cadre()
$$;

-- Leaves a sentence for every messenger and session of a cadre whom the asker looks after.
create function app_tell_cadre(cadre_code text, said text) returns void
language sql volatile security definer as $$
  insert into notices (channel, key, words)
  select l.channel, l.key, said
    from cadres c join accounts a on a.cadre = c.code join channel_accounts l on l.account = a.id
   where c.code = cadre_code and c.unit = any ((select app_units())::text[])
$$;

-- Takes away what is stored of the asker besides the record and others' looks at it.
create function app_erase() returns table (links integer, traces integer, requests integer)
language plpgsql volatile security definer as $$
declare
  asker uuid := app_account();
begin
  perform from accounts a where a.id = asker for update;
  delete from notices n using channel_accounts l
   where l.account = asker and n.channel = l.channel and n.key = l.key;
  delete from link_codes c where c.account = asker;
  delete from channel_accounts l where l.account = asker;
  get diagnostics links = row_count;
  delete from access_log e where e.account = asker and e.cadre = app_cadre();
  get diagnostics traces = row_count;
  delete from corrections c where c.cadre = app_cadre();
  get diagnostics requests = row_count;
  return next;
end $$;

-- Who may do what: nothing that is not granted here -----------------------------------------------------------------------

do $rights$
declare
  home text := current_schema();
  item record;
begin
  execute format('grant usage on schema %I to dat_chuan_app', home);
  for item in
    select p.oid::regprocedure as signature, p.proname, p.prosecdef from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace and p.proname ~ '^(app|inner)_'
  loop
    execute format('revoke all on function %s from public', item.signature);
    if item.prosecdef then
      -- Named last, temporary tables of the caller cannot stand in for ours.
      execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', item.signature, home);
    end if;
    if item.proname ~ '^app_' then
      execute format('grant execute on function %s to dat_chuan_app', item.signature);
    end if;
  end loop;
  -- The tables of 0001 are public words; they have no policies.
  grant select on schema_migrations to dat_chuan_app;
  grant select, insert on directives, provisions, passages, passage_lexemes, terms to dat_chuan_app;
  grant update (title_terms) on directives to dat_chuan_app;
  grant update (passages) on terms to dat_chuan_app;
  grant select, update on corpus to dat_chuan_app;
  for item in
    select unnest(array['units', 'cadres', 'accounts', 'account_units', 'channel_accounts', 'link_codes', 'link_tries',
                        'notices', 'access_log', 'corrections', 'rules']) as name
  loop
    execute format('alter table %I enable row level security', item.name);
  end loop;
end $rights$;

grant select, insert, update on units, rules to dat_chuan_app;
grant select (code, unit, name, name_key, record, sample, updated_at) on cadres to dat_chuan_app;
grant insert (code, unit, name, name_key, record, sample, phone) on cadres to dat_chuan_app;
grant update (unit, name, name_key, record, sample, phone, updated_at) on cadres to dat_chuan_app;
grant select, insert (name, cadre, admin), update (name, cadre, admin) on accounts to dat_chuan_app;
grant select, insert, delete on account_units to dat_chuan_app;
grant select on channel_accounts to dat_chuan_app;
grant select, insert (cadre, channel, reason, purpose) on access_log to dat_chuan_app;
grant select, insert (cadre, line, says), update (state, answer, closed_at) on corrections to dat_chuan_app;

-- Functions stand in sub-selects so that they run once a statement and not once a row.

create policy units_select on units for select to dat_chuan_app using (true);
-- A unit below one's own shows nobody new to anybody; everything else about units moves who sees whom.
create policy units_insert on units for insert to dat_chuan_app with check (
  (select app_is_operator()) or (parent = any ((select app_units())::text[]) and successors = '{}'));
create policy units_update on units for update to dat_chuan_app using ((select app_is_operator()));

create policy cadres_select on cadres for select to dat_chuan_app using (
  code = (select app_cadre()) or unit = any ((select app_units())::text[]));
create policy cadres_insert on cadres for insert to dat_chuan_app with check (
  unit = any ((select app_units())::text[]));
create policy cadres_update on cadres for update to dat_chuan_app using (
  unit = any ((select app_units())::text[]));

create policy accounts_select on accounts for select to dat_chuan_app using (
  id = (select app_account()) or (select app_is_admin()));
create policy accounts_insert on accounts for insert to dat_chuan_app with check ((select app_is_admin()));
create policy accounts_update on accounts for update to dat_chuan_app using (
  (select app_is_admin()) and id <> '00000000-0000-4000-8000-000000000001');

create policy account_units_select on account_units for select to dat_chuan_app using (
  account = (select app_account()) or (select app_is_admin()));
create policy account_units_insert on account_units for insert to dat_chuan_app with check (
  (select app_is_admin()));
create policy account_units_delete on account_units for delete to dat_chuan_app using ((select app_is_admin()));

create policy channel_accounts_select on channel_accounts for select to dat_chuan_app using (
  account = (select app_account()));

create policy access_log_select on access_log for select to dat_chuan_app using (
  cadre = (select app_cadre()));
-- The sub-select sees what the asker sees.
create policy access_log_insert on access_log for insert to dat_chuan_app with check (
  account = (select app_account()) and exists (select from cadres c where c.code = access_log.cadre));

create policy corrections_select on corrections for select to dat_chuan_app using (
  cadre = (select app_cadre()) or exists (select from cadres c where c.code = corrections.cadre));
create policy corrections_insert on corrections for insert to dat_chuan_app with check (
  cadre = (select app_cadre()) and account = (select app_account()));
create policy corrections_update on corrections for update to dat_chuan_app using (
  exists (select from cadres c
           where c.code = corrections.cadre and c.unit = any ((select app_units())::text[])));

create policy rules_select on rules for select to dat_chuan_app using (true);
create policy rules_insert on rules for insert to dat_chuan_app with check ((select app_is_admin()));
create policy rules_update on rules for update to dat_chuan_app using ((select app_is_admin()));
