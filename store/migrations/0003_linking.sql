-- What has to work before anybody is known, and what an account may do beyond its rows. app_ functions are for the program,
-- inner_ functions for these only; 0004 gives the rights.

create function app_find_account(by_channel text, by_key text)
returns table (id uuid, name text, cadre text, admin boolean, staff_of text[])
language sql stable security definer as $$
  select a.id, a.name, a.cadre::text, a.admin,
         array(select s.unit::text from account_units s where s.account = a.id order by s.unit)
    from channel_accounts l join accounts a on a.id = l.account
   where l.channel = by_channel and l.key = by_key
     -- A browser may be anybody's by then.
     and (l.channel <> 'web' or l.linked_at > now() - interval '30 days')
$$;

-- An account is called as its record is. The lock lets no other name come in between.
create function inner_name_account() returns trigger language plpgsql volatile security definer as $$
declare
  its_name text;
begin
  select c.name into its_name from cadres c where c.code = new.cadre for share;
  new.name := coalesce(its_name, new.name);
  return new;
end $$;
create trigger accounts_name before insert or update of name, cadre on accounts
  for each row execute function inner_name_account();

create function inner_end_links(target uuid) returns void language sql volatile security definer as $$
  delete from link_codes c where c.account = target;
  delete from channel_accounts l where l.account = target
$$;

-- For admins and the operator: a telephone was lost, somebody left. False for an account that is none of theirs to end.
create function app_end_links(target uuid) returns boolean language plpgsql volatile security definer as $$
begin
  if not app_is_admin() or not exists (select from accounts a where a.id = target) then
    return false;
  end if;
  perform inner_end_links(target);
  return true;
end $$;

-- Whoever was linked agreed to see another record.
create function inner_cadre_of_account_changed() returns trigger language plpgsql volatile security definer as $$
begin
  perform inner_end_links(new.id);
  return null;
end $$;
create trigger accounts_cadre after update of cadre on accounts
  for each row when (old.cadre is distinct from new.cadre) execute function inner_cadre_of_account_changed();

-- Another name under a code, beyond diacritics and spacing, is taken for another person.
create function inner_cadre_renamed() returns trigger language plpgsql volatile security definer as $$
declare
  target uuid;
begin
  update accounts a set name = new.name where a.cadre = new.code returning a.id into target;
  if old.name_key <> new.name_key then
    perform inner_end_links(target);
  end if;
  return null;
end $$;
create trigger cadres_name after update of name, name_key on cadres
  for each row when (old.name <> new.name or old.name_key <> new.name_key) execute function inner_cadre_renamed();

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

-- Links a sender, and gives the other links that the account had before, of all channels. A messenger has one person an
-- account; sessions of web and terminal stand side by side. The person behind the record can read in the log that it was done.
create function inner_link(by_channel text, by_key text, target uuid, agreed text) returns json
language plpgsql volatile security definer as $$
declare
  earlier json;
begin
  select json_agg(json_build_object('channel', l.channel, 'key', l.key) order by l.linked_at, l.channel, l.key)
    into earlier
    from channel_accounts l
   where l.account = target and (l.channel, l.key) <> (by_channel, by_key);
  if by_channel not in ('web', 'terminal') then
    delete from channel_accounts l where l.account = target and l.channel = by_channel and l.key <> by_key;
  end if;
  insert into channel_accounts as l (channel, key, account, consent) values (by_channel, by_key, target, agreed)
  on conflict (channel, key) do update
    set account = excluded.account, consent = excluded.consent, linked_at = now();
  insert into access_log (account, by_name, cadre, channel, reason, purpose)
  select a.id, a.name, a.cadre, by_channel, 'own', 'liên kết tài khoản'
    from accounts a where a.id = target and a.cadre is not null;
  return coalesce(earlier, '[]');
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
declare
  sender text := by_channel || ' ' || by_key;
begin
  if inner_tries_left(by_channel, by_key) = 0 then
    return query select null::text, 0;
    return;
  end if;
  return query update link_codes c set shown = array_remove(c.shown, sender) || sender
                 from accounts a
                where a.id = c.account and c.hash = code_hash and c.expires > now()
               returning a.name, null::integer;
  if not found then
    return query select null::text, inner_wrong_code(by_channel, by_key);
  end if;
end $$;

-- A code is good only from a sender who was shown before whose it is: nobody agrees to what they have not seen.
create function app_use_link_code(by_channel text, by_key text, code_hash text, agreed text)
returns table (account uuid, name text, earlier json, tries_left integer)
language plpgsql volatile security definer as $$
declare
  target uuid;
begin
  if inner_tries_left(by_channel, by_key) = 0 then
    return query select null::uuid, null::text, null::json, 0;
    return;
  end if;
  -- Whoever comes second waits here, and finds nothing then. The account first, as all do who end its codes.
  perform from accounts a where a.id = (select c.account from link_codes c where c.hash = code_hash) for update;
  delete from link_codes c
   where c.hash = code_hash and c.expires > now() and by_channel || ' ' || by_key = any (c.shown)
  returning c.account into target;
  if target is null then
    return query select null::uuid, null::text, null::json, inner_wrong_code(by_channel, by_key);
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
  on conflict (account) do update set hash = excluded.hash, expires = excluded.expires, shown = '{}'
$$;

-- A code that others have read is good for nothing any more.
create function app_burn_link_code(code_hash text) returns void language sql volatile security definer as $$
  delete from link_codes c where c.hash = code_hash
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

-- Kept as long as `KEPT_MONTHS` of accessLog.ts says; links of browsers as long as app_find_account takes them.
create function app_forget_old_access() returns integer language sql volatile security definer as $$
  delete from channel_accounts where channel = 'web' and linked_at <= now() - interval '30 days';
  with gone as (
    delete from access_log where at < now() - interval '24 months' returning 1
  )
  select count(*)::integer from gone
$$;

-- Whether the asker may make a code for an account: admins for any, staff for people whom they see, but not for one who is
-- an admin or looks after units that the asker does not: with the code they could become that person.
create function inner_may_hand_out(target accounts) returns boolean language sql stable security definer as $$
  select target.id <> '00000000-0000-4000-8000-000000000001'
     and (app_is_admin()
          or (not target.admin
              and exists (select from cadres c where c.code = target.cadre and c.unit = any ((select app_units())::text[]))
              and (select inner_units_of(target.id)) <@ app_units()))
$$;

-- The name for which a code was stored; null where the asker may not, or there is nobody. With the code one can become that
-- person, so the person can read in the log that it was made.
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
  if target.cadre is not null then
    insert into access_log (cadre, channel, reason, purpose) values (target.cadre, 'mã', 'staff', 'cấp mã liên kết');
  end if;
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

-- Takes away what is stored of the asker besides the record and others' looks at it. Looks of the last 30 days stay even where
-- the asker made them, and so do notices: the asker may be somebody who took over the account, whom these give away.
create function app_erase() returns table (links integer, traces integer, requests integer)
language plpgsql volatile security definer as $$
declare
  asker uuid := app_account();
begin
  perform from accounts a where a.id = asker for update;
  delete from link_codes c where c.account = asker;
  delete from channel_accounts l where l.account = asker;
  get diagnostics links = row_count;
  delete from access_log e
   where e.account = asker and e.cadre = app_cadre() and e.at < now() - interval '30 days';
  get diagnostics traces = row_count;
  delete from corrections c where c.cadre = app_cadre();
  get diagnostics requests = row_count;
  return next;
end $$;
