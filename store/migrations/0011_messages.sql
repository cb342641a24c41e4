-- What messengers tell of and what is to be said there, so that neither is lost nor doubled, whatever becomes of a process. The
-- words of chats are nobody's to read: the program reaches these tables by functions only, each of which does one step.

-- Processes at work. One that has not been seen for a while is dead: what it held is free.
create table workers (
  id uuid primary key,
  seen_at timestamptz not null default now()
);

create table chats (
  channel text not null,
  chat text not null,
  -- Who works on it: one at a time, so that answers keep their order.
  worker uuid,
  has_work boolean not null default false,
  -- Not before; later than now while a try is repeated or the messenger asked to wait.
  due_at timestamptz not null default now(),
  received_at timestamptz,
  primary key (channel, chat)
);
create index chats_due on chats (due_at) where has_work;

create table inbox (
  id bigint generated always as identity primary key,
  channel text not null,
  key text not null,
  chat text not null,
  -- As it came; null once it has been worked out.
  content json,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
  -- How often it was begun.
  attempts integer not null default 0,
  failure text,
  received_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (channel, key)
);
create index inbox_waiting on inbox (channel, chat, id) where state = 'waiting';
create index inbox_ended on inbox (ended_at) where state <> 'waiting';

create table outbox (
  id bigint generated always as identity primary key,
  channel text not null,
  chat text not null,
  -- The row in whose place this one is said; null: its own.
  place bigint,
  -- The update that it answers.
  inbox bigint,
  -- Of a message that is to be said once, whoever asks for it.
  key text,
  -- Null once it was sent.
  content json,
  -- unsure: it may have arrived. refused: the messenger will not have it. gone: the chat takes nothing any more.
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unsure', 'refused', 'gone')),
  attempts integer not null default 0,
  -- Sent a second time because a process ended while it sent it.
  again boolean not null default false,
  failure text,
  external_id text,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index outbox_open on outbox (channel, chat, coalesce(place, id), id) where state in ('waiting', 'sending');
create index outbox_ended on outbox (ended_at) where state not in ('waiting', 'sending');
create unique index outbox_key on outbox (channel, key) where key is not null;

-- When the next message may leave: by when the last ones left, and by what the messenger asked for.
create table send_times (
  channel text not null,
  -- Empty: all chats together.
  chat text not null,
  -- Oldest first; as many as a window may hold.
  recent timestamptz[] not null default '{}',
  blocked_until timestamptz not null default '-infinity',
  primary key (channel, chat)
);

create function inner_is_alive(worker uuid) returns boolean language sql stable as $$
  select exists (select from workers w where w.id = worker and w.seen_at > now() - interval '10 seconds')
$$;

-- alone: no other process uses this database, so that whatever was held is free at once.
create function app_worker_seen(me uuid, alone boolean) returns void language plpgsql volatile security definer as $$
begin
  insert into workers (id) values (me) on conflict (id) do update set seen_at = now();
  delete from workers w where w.id <> me and (alone or w.seen_at < now() - interval '1 hour');
end $$;

create function app_worker_ended(me uuid) returns void language plpgsql volatile security definer as $$
begin
  delete from duties d where d.worker = me;
  update chats c set worker = null where c.worker = me;
  delete from workers w where w.id = me;
end $$;

-- Wakes a chat up, without shortening a wait.
create function inner_wake(in_channel text, in_chat text) returns void language sql volatile as $$
  insert into chats as c (channel, chat, has_work) values (in_channel, in_chat, true)
  on conflict (channel, chat) do update
     set has_work = true, due_at = case when c.has_work then c.due_at else now() end
$$;

-- How many of them were new.
create function app_accept_updates(by_channel text, keys text[], its_chats text[], contents text[]) returns integer
language plpgsql volatile security definer as $$
declare
  fresh text[];
  item text;
begin
  with stored as (
    insert into inbox (channel, key, chat, content)
    select by_channel, u.key, u.chat, u.content::json
      from unnest(keys, its_chats, contents) with ordinality as u (key, chat, content, at) order by u.at
    on conflict (channel, key) do nothing
    returning chat
  )
  select coalesce(array_agg(chat), '{}') into fresh from stored;
  -- In one order, so that two who accept at once do not wait for each other.
  for item in select distinct c from unnest(fresh) as c order by c loop
    perform inner_wake(by_channel, item);
    update chats c set received_at = now() where c.channel = by_channel and c.chat = item;
  end loop;
  return cardinality(fresh);
end $$;

-- Says something without an update. False: it was said before under this key.
create function app_queue_messages(to_channel text, to_chat text, contents text[], its_key text) returns boolean
language plpgsql volatile security definer as $$
begin
  insert into outbox (channel, chat, content, key)
  select to_channel, to_chat, m.content::json, case when m.at = 1 then its_key end
    from unnest(contents) with ordinality as m (content, at)
   where its_key is null
      or not exists (select from outbox o where o.channel = to_channel and o.key = its_key)
   order by m.at;
  if not found then return false; end if;
  perform inner_wake(to_channel, to_chat);
  return true;
exception when unique_violation then
  return false;
end $$;

-- Chats with work that nobody alive holds. What was being sent by a process that ended is said again: better twice than not at all.
create function app_claim_chats(me uuid, channels text[], most integer)
returns table (channel text, chat text) language plpgsql volatile security definer as $$
begin
  return query
  with free as (
    select c.channel, c.chat from chats c
     where c.has_work and c.due_at <= now() and c.channel = any (channels)
       and (c.worker is null or not inner_is_alive(c.worker))
     order by c.due_at limit most for update skip locked
  ), taken as (
    update chats c set worker = me from free f where c.channel = f.channel and c.chat = f.chat
    returning c.channel, c.chat
  ), left_over as (
    update outbox o set state = 'waiting', again = true from taken t
     where o.channel = t.channel and o.chat = t.chat and o.state = 'sending'
    returning 1
  )
  select t.channel, t.chat from taken t where (select count(*) from left_over) >= 0;
end $$;

-- Whether the caller still holds the chat; locks it.
create function inner_holds(me uuid, in_channel text, in_chat text) returns boolean language plpgsql volatile as $$
begin
  perform from chats c where c.channel = in_channel and c.chat = in_chat and c.worker = me for update;
  return found;
end $$;

-- Reserves the sending of one message now; null: it may leave, otherwise the time at which to try again. So many messages in a
-- window; of all chats, then of this one.
create function inner_reserve(in_channel text, in_chat text, most integer[], windows interval[]) returns timestamptz
language plpgsql volatile as $$
declare
  scopes text[] := array['', in_chat];
  latest timestamptz := '-infinity';
  item record;
begin
  insert into send_times (channel, chat) values (in_channel, ''), (in_channel, in_chat) on conflict do nothing;
  for item in
    select s.chat, s.recent, s.blocked_until, array_position(scopes, s.chat) as at
      from send_times s where s.channel = in_channel and s.chat = any (scopes) order by s.chat for update
  loop
    latest := greatest(latest, item.blocked_until);
    if cardinality(item.recent) >= most[item.at] then
      latest := greatest(latest, item.recent[cardinality(item.recent) - most[item.at] + 1] + windows[item.at]);
    end if;
  end loop;
  if latest > clock_timestamp() then return latest; end if;
  update send_times s
     set recent = (s.recent || clock_timestamp())[
           greatest(1, cardinality(s.recent) + 2 - most[array_position(scopes, s.chat)]):]
   where s.channel = in_channel and s.chat = any (scopes);
  return null;
end $$;

-- What is to be done next in a chat: send (marked as being sent), work (an update), poison (one that failed too often), none
-- (the chat is let go), wait (let go for so many seconds), lost (another holds it).
create function inner_next_step(
  me uuid, in_channel text, in_chat text, most_messages integer[], windows interval[], most_attempts integer
) returns table (step text, id bigint, key text, content json, attempt integer, again boolean, seconds double precision)
language plpgsql volatile as $$
declare
  message outbox;
  received inbox;
  free timestamptz;
begin
  if not inner_holds(me, in_channel, in_chat) then
    return query select 'lost', null::bigint, null::text, null::json, null::integer, false, null::double precision;
    return;
  end if;
  select * into message from outbox o
   where o.channel = in_channel and o.chat = in_chat and o.state in ('waiting', 'sending')
   order by coalesce(o.place, o.id), o.id limit 1;
  if found then
    free := inner_reserve(in_channel, in_chat, most_messages, windows);
    if free is not null then
      update chats c set worker = null, due_at = free where c.channel = in_channel and c.chat = in_chat;
      return query select 'wait', null::bigint, null::text, null::json, null::integer, false,
        extract(epoch from free - clock_timestamp())::double precision;
      return;
    end if;
    update outbox o set state = 'sending', attempts = o.attempts + 1 where o.id = message.id;
    return query select 'send', message.id, null::text, message.content, message.attempts + 1, message.again,
      null::double precision;
    return;
  end if;
  select * into received from inbox i
   where i.channel = in_channel and i.chat = in_chat and i.state = 'waiting' order by i.id limit 1;
  if found then
    update inbox i set attempts = i.attempts + 1 where i.id = received.id;
    return query select case when received.attempts >= most_attempts then 'poison' else 'work' end,
      received.id, received.key, received.content, received.attempts + 1, false, null::double precision;
    return;
  end if;
  update chats c set worker = null, has_work = false, due_at = now() where c.channel = in_channel and c.chat = in_chat;
  return query select 'none', null::bigint, null::text, null::json, null::integer, false, null::double precision;
end $$;

create function app_next_step(
  me uuid, in_channel text, in_chat text, most_messages integer[], windows interval[], most_attempts integer
) returns table (step text, id bigint, key text, content json, attempt integer, again boolean, seconds double precision)
language sql volatile security definer as $$
  select * from inner_next_step(me, in_channel, in_chat, most_messages, windows, most_attempts)
$$;

-- The answer of an update is stored and the update done, both or neither. parked: it is given up; the messages say so.
create function app_finish_update(
  me uuid, in_channel text, in_chat text, its_id bigint, contents text[], parked boolean, why text
) returns boolean language plpgsql volatile security definer as $$
begin
  if not inner_holds(me, in_channel, in_chat) then return false; end if;
  update inbox i
     set state = case when parked then 'parked' else 'done' end, content = case when parked then i.content end,
         failure = why, ended_at = now()
   where i.id = its_id and i.channel = in_channel and i.chat = in_chat and i.state = 'waiting';
  if not found then return false; end if;
  insert into outbox (channel, chat, inbox, content)
  select in_channel, in_chat, its_id, m.content::json
    from unnest(contents) with ordinality as m (content, at) order by m.at;
  return true;
end $$;

-- A try failed and there will be another, after that many seconds; the chat waits, so that answers keep their order.
create function app_retry_update(me uuid, in_channel text, in_chat text, its_id bigint, why text, seconds double precision)
returns void language plpgsql volatile security definer as $$
begin
  if not inner_holds(me, in_channel, in_chat) then return; end if;
  update inbox i set failure = why where i.id = its_id and i.state = 'waiting';
  update chats c set worker = null, due_at = now() + make_interval(secs => seconds)
   where c.channel = in_channel and c.chat = in_chat;
end $$;

-- Puts work that was given up for the end of the process back as if it had not begun.
create function app_give_back(me uuid, in_channel text, in_chat text, its_id bigint) returns void
language plpgsql volatile security definer as $$
begin
  if not inner_holds(me, in_channel, in_chat) then return; end if;
  update inbox i set attempts = greatest(0, i.attempts - 1) where i.id = its_id and i.state = 'waiting';
  update chats c set worker = null where c.channel = in_channel and c.chat = in_chat;
end $$;

-- What a send came to. waiting: it is tried again after that many seconds. whom: who is left alone meanwhile, 'chat' or 'channel'.
-- moved_to: the chat's new key. False: the chat is no longer the caller's.
create function app_end_send(
  me uuid, in_channel text, in_chat text, its_id bigint, result text, why text, external text,
  seconds double precision, whom text, instead text[], moved_to text
) returns boolean language plpgsql volatile security definer as $$
declare
  message outbox;
begin
  if not inner_holds(me, in_channel, in_chat) then return false; end if;
  update outbox o
     set state = result, failure = why, external_id = external,
         content = case when result = 'sent' then null else o.content end,
         ended_at = case when result = 'waiting' then null else now() end
   where o.id = its_id and o.state = 'sending' returning * into message;
  if not found then return false; end if;
  insert into outbox (channel, chat, place, inbox, content)
  select in_channel, in_chat, coalesce(message.place, message.id), message.inbox, m.content::json
    from unnest(instead) with ordinality as m (content, at) order by m.at;
  if result = 'waiting' then
    if whom is not null then
      insert into send_times as s (channel, chat, blocked_until)
      values (in_channel, case when whom = 'channel' then '' else in_chat end,
              clock_timestamp() + make_interval(secs => seconds))
      on conflict (channel, chat) do update set blocked_until = greatest(s.blocked_until, excluded.blocked_until);
    end if;
    update chats c set worker = null, due_at = now() + make_interval(secs => seconds)
     where c.channel = in_channel and c.chat = in_chat;
    return false;
  end if;
  if result = 'gone' then
    update outbox o set state = 'gone', ended_at = now()
     where o.channel = in_channel and o.chat = in_chat and o.state = 'waiting';
  end if;
  if moved_to is not null and moved_to <> in_chat then
    update outbox o set chat = moved_to where o.channel = in_channel and o.chat = in_chat and o.state = 'waiting';
    update inbox i set chat = moved_to where i.channel = in_channel and i.chat = in_chat and i.state = 'waiting';
    perform inner_wake(in_channel, moved_to);
  end if;
  return true;
end $$;

do $rights$
declare
  home text := current_schema();
  item text;
  one regprocedure;
begin
  foreach item in array array['workers', 'chats', 'inbox', 'outbox', 'send_times'] loop
    execute format('alter table %I enable row level security', item);
  end loop;
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in (
         'inner_is_alive', 'inner_wake', 'inner_holds', 'inner_reserve', 'inner_next_step', 'app_worker_seen',
         'app_worker_ended', 'app_accept_updates', 'app_queue_messages', 'app_claim_chats', 'app_next_step',
         'app_finish_update', 'app_retry_update', 'app_give_back', 'app_end_send')
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    if one::text not like 'inner\_%' and one::text not like '%.inner\_%' then
      execute format('grant execute on function %s to dat_chuan_app', one);
    end if;
  end loop;
end $rights$;
