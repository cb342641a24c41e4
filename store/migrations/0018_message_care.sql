-- What goes with inbox and outbox: duties of one process, what chats remember, files behind links, what did not arrive, and the end
-- of all of it.

-- What only one process may do at a time, such as asking a messenger for updates.
create table duties (
  name text primary key,
  worker uuid not null
);

-- What a chat remembers for a while: numbered choices, an album that was answered.
create table chat_notes (
  channel text not null,
  chat text not null,
  name text not null,
  content json not null,
  until timestamptz not null,
  primary key (channel, chat, name)
);

-- Files behind short links, by the hash of the link's secret.
create table shared_files (
  token_hash text primary key,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  until timestamptz not null
);
alter table shared_files alter column bytes set storage external;

create function app_take_duty(me uuid, duty text) returns boolean language plpgsql volatile security definer as $$
begin
  insert into duties as d (name, worker) values (duty, me)
  on conflict (name) do update set worker = me where d.worker = me or not inner_is_alive(d.worker);
  return found;
end $$;

create function app_keep_note(in_channel text, in_chat text, its_name text, its_content text, seconds double precision)
returns void language sql volatile security definer as $$
  insert into chat_notes (channel, chat, name, content, until)
  values (in_channel, in_chat, its_name, its_content::json, now() + make_interval(secs => seconds))
  on conflict (channel, chat, name) do update set content = excluded.content, until = excluded.until
$$;

create function app_read_note(in_channel text, in_chat text, its_name text)
returns table (content json, expired boolean) language sql stable security definer as $$
  select n.content, n.until <= now() from chat_notes n
   where n.channel = in_channel and n.chat = in_chat and n.name = its_name
$$;

create function app_drop_note(in_channel text, in_chat text, its_name text) returns void
language sql volatile security definer as $$
  delete from chat_notes n where n.channel = in_channel and n.chat = in_chat and n.name = its_name
$$;

create function app_share_file(its_hash text, its_name text, its_type text, its_bytes bytea, seconds double precision)
returns void language sql volatile security definer as $$
  insert into shared_files (token_hash, name, media_type, bytes, until)
  values (its_hash, its_name, its_type, its_bytes, now() + make_interval(secs => seconds))
  on conflict (token_hash) do nothing
$$;

create function app_open_shared_file(its_hash text) returns table (name text, media_type text, bytes bytea)
language sql stable security definer as $$
  select f.name, f.media_type, f.bytes from shared_files f where f.token_hash = its_hash and f.until > now()
$$;

-- When a person last wrote in a chat.
create function app_last_received(in_channel text, in_chat text) returns timestamptz
language sql stable security definer as $$
  select c.received_at from chats c where c.channel = in_channel and c.chat = in_chat
$$;

-- Counts alone, for gauges.
create function app_message_figures() returns table (channel text, box text, state text, rows integer, oldest double precision)
language sql stable security definer as $$
  select i.channel, 'inbox', i.state, count(*)::integer,
         coalesce(extract(epoch from now() - min(i.received_at)), 0)::double precision
    from inbox i where i.state <> 'done' group by i.channel, i.state
  union all
  select o.channel, 'outbox', o.state, count(*)::integer,
         coalesce(extract(epoch from now() - min(o.created_at)), 0)::double precision
    from outbox o where o.state <> 'sent' group by o.channel, o.state
$$;

-- For admins: what waits or did not arrive, without its words and with the chat's last characters only.
create function app_list_messages(wanted text[], most integer)
returns table (box text, id bigint, channel text, chat_end text, state text, attempts integer, again boolean, failure text,
               at timestamptz, can_replay boolean)
language sql stable security definer as $$
  select * from (
    select 'inbox', i.id, i.channel, right(i.chat, 4), i.state, i.attempts, false, i.failure, i.received_at,
           i.state = 'parked' and i.content is not null
      from inbox i where i.state = any (wanted) and app_is_admin()
    union all
    select 'outbox', o.id, o.channel, right(o.chat, 4), o.state, o.attempts, o.again, o.failure, o.created_at,
           o.state in ('unsure', 'refused', 'gone') and o.content is not null
      from outbox o where o.state = any (wanted) and app_is_admin()
  ) as all_of_them order by 9 desc, 2 desc limit most
$$;

create function app_replay_message(its_box text, its_id bigint) returns boolean
language plpgsql volatile security definer as $$
declare
  its_channel text;
  its_chat text;
begin
  if not app_is_admin() then return false; end if;
  if its_box = 'inbox' then
    update inbox i set state = 'waiting', attempts = 0, ended_at = null
     where i.id = its_id and i.state = 'parked' and i.content is not null
    returning i.channel, i.chat into its_channel, its_chat;
  else
    update outbox o set state = 'waiting', ended_at = null, again = true
     where o.id = its_id and o.state in ('unsure', 'refused', 'gone') and o.content is not null
    returning o.channel, o.chat into its_channel, its_chat;
  end if;
  if its_chat is null then return false; end if;
  perform inner_wake(its_channel, its_chat);
  return true;
end $$;

-- A messenger tells of an update for a day. What did not arrive can be said again for a week.
create function app_forget_messages() returns integer language plpgsql volatile security definer as $$
declare
  gone integer;
begin
  update outbox o set content = null
   where o.state in ('unsure', 'refused', 'gone') and o.content is not null and o.ended_at < now() - interval '7 days';
  update inbox i set content = null
   where i.state = 'parked' and i.content is not null and i.ended_at < now() - interval '7 days';
  delete from inbox i where i.state = 'done' and i.ended_at < now() - interval '7 days';
  get diagnostics gone = row_count;
  delete from inbox i where i.state = 'parked' and i.ended_at < now() - interval '30 days';
  delete from outbox o where o.state not in ('waiting', 'sending') and o.ended_at < now() - interval '30 days';
  delete from chat_notes n where n.until < now() - interval '1 hour';
  delete from shared_files f where f.until < now();
  delete from send_times s where coalesce(s.recent[cardinality(s.recent)], '-infinity') < now() - interval '1 hour' and s.blocked_until < now() - interval '1 hour';
  delete from chats c where not c.has_work and c.due_at < now() - interval '30 days'
     and coalesce(c.received_at, '-infinity') < now() - interval '30 days';
  return gone;
end $$;

-- Where a link ends, nothing that was said there is kept for another try. What waits to be sent tells the person of it.
create function inner_forget_said() returns trigger language plpgsql volatile security definer as $$
begin
  update outbox o set content = null
   where o.channel = old.channel and o.chat = old.key and o.state in ('unsure', 'refused', 'gone');
  update inbox i set content = null
   where i.channel = old.channel and i.chat = old.key and i.state = 'parked';
  delete from chat_notes n where n.channel = old.channel and n.chat = old.key;
  return null;
end $$;
create trigger channel_accounts_said after delete on channel_accounts
  for each row execute function inner_forget_said();

do $rights$
declare
  home text := current_schema();
  item text;
  one regprocedure;
begin
  foreach item in array array['duties', 'chat_notes', 'shared_files'] loop
    execute format('alter table %I enable row level security', item);
  end loop;
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in (
         'app_take_duty', 'app_keep_note', 'app_read_note', 'app_drop_note', 'app_share_file', 'app_open_shared_file',
         'app_last_received', 'app_message_figures', 'app_list_messages', 'app_replay_message', 'app_forget_messages',
         'inner_forget_said')
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    if one::text not like 'inner\_%' and one::text not like '%.inner\_%' then
      execute format('grant execute on function %s to dat_chuan_app', one);
    end if;
  end loop;
end $rights$;
