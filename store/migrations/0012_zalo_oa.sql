-- The tokens of a Zalo Official Account, one row an app. The refresh token is good for one use: whoever uses it claims the row
-- first, so that of many processes one does, and its answer is stored before it is used.

create table zalo_oa_tokens (
  app text primary key,
  -- Sealed by the program with the app's secret, which is not stored here: a copy of this table opens nothing.
  access text,
  refresh text not null,
  access_until timestamptz,
  -- Another pair, another number.
  version integer not null default 1,
  -- When the refresh token was given; by the clock of the process that asks, as all times but those of claims.
  renewed_at timestamptz not null,
  claimed_by uuid,
  claimed_until timestamptz,
  -- Why the last renewal failed: Zalo will not have the refresh token.
  failure text,
  failed_at timestamptz,
  -- Hashes of the refresh tokens that an operator gave: none of them is taken twice, they are used up.
  known text[] not null
);

-- Takes a refresh token that an operator gave, in the place of what there is. False: it was taken before, and is used up. One that
-- was only refused, as it is with the secret of another app, is taken again, unless a process is using it.
create function app_zalo_oa_configure(its_app text, sealed text, its_hash text, at timestamptz) returns boolean
language plpgsql volatile security definer as $$
begin
  insert into zalo_oa_tokens as t (app, refresh, renewed_at, known) values (its_app, sealed, at, array[its_hash])
  on conflict (app) do update
     set refresh = sealed, access = null, access_until = null, version = t.version + 1, renewed_at = at,
         claimed_by = null, claimed_until = null, failure = null, failed_at = null, known = t.known || its_hash
   where its_hash <> all (t.known)
      or (t.access is null and t.failure is not null and its_hash = t.known[cardinality(t.known)]
          and coalesce(t.claimed_until <= now(), true));
  return found;
end $$;

create function app_zalo_oa_tokens(its_app text)
returns table (access text, refresh text, access_until timestamptz, version integer, renewed_at timestamptz,
               claimed boolean, failure text, failed_at timestamptz)
language sql stable security definer as $$
  select t.access, t.refresh, t.access_until, t.version, t.renewed_at,
         coalesce(t.claimed_until > now(), false), t.failure, t.failed_at
    from zalo_oa_tokens t where t.app = its_app
$$;

-- Lets one process use the refresh token of that version. The row is locked and read again; the claim outlives no dead process.
create function app_zalo_oa_claim(me uuid, its_app text, its_version integer, seconds double precision) returns boolean
language plpgsql volatile security definer as $$
begin
  perform from zalo_oa_tokens t
    where t.app = its_app and t.version = its_version
      and (t.claimed_by is null or t.claimed_until <= now()) for update;
  if not found then return false; end if;
  update zalo_oa_tokens t
     set claimed_by = me, claimed_until = now() + make_interval(secs => seconds) where t.app = its_app;
  return true;
end $$;

-- Also for a process whose claim ran out while it waited: what it was given is the pair that holds. False: there is a newer one.
create function app_zalo_oa_store(
  its_app text, its_version integer, new_access text, new_refresh text, until timestamptz, at timestamptz
) returns boolean language plpgsql volatile security definer as $$
begin
  update zalo_oa_tokens t
     set access = new_access, refresh = new_refresh, access_until = until,
         version = t.version + 1, renewed_at = at, claimed_by = null, claimed_until = null,
         failure = null, failed_at = null
   where t.app = its_app and t.version = its_version;
  return found;
end $$;

-- Lets the claim go. why: Zalo will not have the refresh token; null: it may be tried again at once.
create function app_zalo_oa_release(me uuid, its_app text, its_version integer, why text, at timestamptz) returns void
language sql volatile security definer as $$
  update zalo_oa_tokens t
     set claimed_by = null, claimed_until = null, failure = coalesce(why, t.failure),
         failed_at = case when why is null then t.failed_at else at end
   where t.app = its_app and t.version = its_version and t.claimed_by = me
$$;

do $rights$
declare
  home text := current_schema();
  one regprocedure;
begin
  alter table zalo_oa_tokens enable row level security;
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in ('app_zalo_oa_configure', 'app_zalo_oa_tokens', 'app_zalo_oa_claim', 'app_zalo_oa_store',
                         'app_zalo_oa_release')
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    execute format('grant execute on function %s to dat_chuan_app', one);
  end loop;
end $rights$;
