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

-- name: that of the record where there is one (0003 sees to it): people agree to what they are shown.
create table accounts (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  cadre text collate "C" unique references cadres,
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
  expires timestamptz not null,
  -- The senders ("channel key") who were shown whose code this is, and what they would agree to.
  shown text[] not null default '{}'
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

-- These units and all below them. Not what took over from those that have ended: a merger gives nobody new rights by itself.
create function inner_units_from(roots text[]) returns text[] language sql stable security definer as $$
  with recursive found (code) as (
    select unnest(roots) collate "C"
    union
    select u.code from found join units u on u.parent = found.code
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

-- A unit and all below it: units are public.
create function app_units_below(root text) returns text[] language sql stable security definer as $$
  select inner_units_from(array[root])
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
