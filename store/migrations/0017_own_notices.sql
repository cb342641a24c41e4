-- What a person sees and settles of their notices and of the links of their account, and what staff see of notices.

-- Which kinds the asker does not want; with them what waits goes.
create function app_mute_notices(kinds text[], mute boolean) returns void language plpgsql volatile security definer as $$
begin
  if not mute then
    delete from notice_mutes m where m.account = app_account() and m.kind = any (kinds);
    return;
  end if;
  insert into notice_mutes (account, kind) select a.id, k from accounts a, unnest(kinds) as k where a.id = app_account()
  on conflict do nothing;
  update notices n set state = 'muted', words = null, ended_at = now()
   where n.account = app_account() and n.kind = any (kinds) and n.kind <> 'security' and n.state in ('waiting', 'failed');
end $$;

create function app_muted_notices() returns text[] language sql stable security definer as $$
  select coalesce(array_agg(m.kind order by m.kind), '{}') from notice_mutes m where m.account = app_account()
$$;

-- Those that the asker may know of: one's own, or those to the people whom one looks after, for admins all. Words are told to whom
-- they are for and, until they are sent, to whose doing they tell of. What concerns the safety of an account is between it and admins.
create function inner_notices_seen(own boolean)
returns table (notice notices, name text, cadre text) language sql stable security definer as $$
  select n, a.name, a.cadre::text
    from notices n left join accounts a on a.id = n.account
   where case when own then n.account = app_account()
              else app_is_admin()
                or (n.kind <> 'security' and exists (
                      select from cadres c where c.code = a.cadre and c.unit = any ((select app_units())::text[]))) end
$$;

create function app_list_notices(own boolean, most integer)
returns table (name text, cadre text, kind text, state text, failure text, via text, made_at timestamptz, not_before timestamptz,
               ended_at timestamptz, words text)
language sql stable security definer as $$
  select s.name,
         -- Whose record the asker may not see is no code to the asker.
         case when own or exists (select from cadres c where c.code = s.cadre and c.unit = any ((select app_units())::text[]))
           then s.cadre end,
         (s.notice).kind, (s.notice).state, (s.notice).failure, (s.notice).via, (s.notice).made_at,
         (s.notice).not_before, (s.notice).ended_at,
         case when own or (s.notice).caused_by = app_account() then (s.notice).words end
    from inner_notices_seen(own) s order by (s.notice).made_at desc, (s.notice).id desc limit most
$$;

create function app_count_notices() returns table (state text, failure text, notices integer)
language sql stable security definer as $$
  select (s.notice).state, (s.notice).failure, count(*)::integer from inner_notices_seen(false) s group by 1, 2 order by 1, 2
$$;

-- A code for the asker's own account, to link another of their channels; good for ten minutes. Whoever holds the record reads of it.
create function app_create_own_code(code_hash text, code_expires timestamptz) returns boolean
language plpgsql volatile security definer as $$
declare
  asker accounts;
begin
  select a.* into asker from accounts a where a.id = app_account() and a.id <> '00000000-0000-4000-8000-000000000001';
  if asker.id is null or not exists (select from inner_links_of(asker.id)) then return false; end if;
  perform inner_store_code(asker.id, code_hash, least(code_expires, now() + interval '10 minutes'));
  if asker.cadre is not null then
    insert into access_log (cadre, channel, reason, purpose) values (asker.cadre, 'mã', 'own', 'tự tạo mã liên kết');
  end if;
  return true;
end $$;

-- Ends links of the asker's own account, and gives those that there were.
create function app_remove_links(channels text[], keys text[]) returns table (channel text, key text)
language plpgsql volatile security definer as $$
begin
  return query
  with gone as (
    delete from channel_accounts l
     using unnest(channels, keys) as wanted (channel, key)
     where l.channel = wanted.channel and l.key = wanted.key and l.account = app_account()
    returning l.channel, l.key
  ), noted as (
    insert into access_log (cadre, channel, reason, purpose)
    select a.cadre, g.channel, 'own', 'gỡ liên kết'
      from gone g join accounts a on a.id = app_account() where a.cadre is not null
    returning 1
  )
  select g.channel, g.key from gone g where (select count(*) from noted) >= 0;
end $$;

create or replace function app_erase() returns table (links integer, traces integer, requests integer)
language plpgsql volatile security definer as $$
declare
  asker uuid := app_account();
begin
  perform from accounts a where a.id = asker for update;
  delete from link_codes c where c.account = asker;
  delete from channel_accounts l where l.account = asker;
  get diagnostics links = row_count;
  -- Those of kind security stay, like looks of the last 30 days: the asker may be somebody whom they give away.
  delete from notices n where n.account = asker and n.kind <> 'security' and n.state <> 'queued';
  delete from notice_mutes m where m.account = asker;
  delete from access_log e
   where e.account = asker and e.cadre = app_cadre() and e.at < now() - interval '30 days';
  get diagnostics traces = row_count;
  delete from corrections c where c.cadre = app_cadre();
  get diagnostics requests = row_count;
  return next;
end $$;

do $rights$
declare
  home text := current_schema();
  one regprocedure;
begin
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in (
         'app_mute_notices', 'app_muted_notices', 'inner_notices_seen', 'app_list_notices', 'app_count_notices',
         'app_create_own_code', 'app_remove_links', 'app_erase')
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    if one::text not like 'inner\_%' and one::text not like '%.inner\_%' then
      execute format('grant execute on function %s to dat_chuan_app', one);
    end if;
  end loop;
end $rights$;
