-- What the product says to people unasked: reminders, answers to their requests, what changed. Nobody reads this table but through
-- functions. A notice goes to an account, wherever that is linked, or to one person of a channel. Its words may be personal: they
-- leave only for a channel's person who is linked to the account at that moment. Notices of kind security are the exception: they hold no
-- personal data, and have to reach whom a link was taken from.

alter table notices
  alter column channel drop not null,
  alter column key drop not null,
  -- Null once they were sent or will never be.
  alter column words drop not null,
  add column account uuid references accounts on delete cascade,
  -- The account, or "channel key" where there is none: whose notices become one message.
  add column recipient text collate "C",
  -- The account whose doing it tells of; null: the product's own.
  add column caused_by uuid references accounts on delete set null,
  add column kind text not null default 'security'
    check (kind in ('security', 'answer', 'approval', 'reminder', 'rule', 'news')),
  -- Of a notice that is to be said once, whoever asks for it.
  add column dedupe text,
  add column not_before timestamptz not null default now(),
  add column made_at timestamptz not null default now(),
  -- queued: in the outbox. told: shown with an answer. failed: not pushed any more, shown with the next answer.
  add column state text not null default 'waiting'
    check (state in ('waiting', 'queued', 'sent', 'told', 'failed', 'muted', 'expired', 'unlinked')),
  add column failure text check (failure in ('gone', 'refused', 'unsure', 'lost')),
  -- The message that it is a part of: the key of its first row in the outbox.
  add column digest uuid,
  add column queued_at timestamptz,
  -- Where it was sent or told.
  add column via text,
  add column via_key text,
  -- "channel key" of the places where it was shown with an answer, and of those that took nothing.
  add column told text[] not null default '{}',
  add column tried text[] not null default '{}',
  add column ended_at timestamptz,
  add check (account is not null or (channel is not null and key is not null)),
  add check ((channel is null) = (key is null));
update notices n set recipient = n.channel || ' ' || n.key;
alter table notices alter column recipient set not null;
create index notices_recipient on notices (recipient, id);
create index notices_waiting on notices (recipient) where state = 'waiting';
create index notices_queued on notices (digest) where state = 'queued';
create index notices_account on notices (account, id);
-- What was said in a chat since, and with what.
create index outbox_chat on outbox (channel, chat, created_at);
create unique index notices_dedupe on notices (recipient, dedupe) where dedupe is not null;

-- Kinds that an account does not want.
create table notice_mutes (
  account uuid not null references accounts on delete cascade,
  kind text not null check (kind in ('answer', 'approval', 'reminder', 'rule', 'news')),
  primary key (account, kind)
);

-- The links of an account that hold; a browser may be anybody's after 30 days.
create function inner_links_of(target uuid) returns setof channel_accounts language sql stable as $$
  select l.* from channel_accounts l
   where l.account = target and (l.channel <> 'web' or l.linked_at > now() - interval '30 days')
$$;

create function inner_is_linked(target uuid, by_channel text, by_key text) returns boolean language sql stable as $$
  select exists (select from inner_links_of(target) l where l.channel = by_channel and l.key = by_key)
$$;

-- Stores a notice for an account or a channel's person, and says what became of it: waiting, muted, unlinked, or known (said before).
create function app_queue_notice(
  to_account uuid, to_channel text, to_key text, its_kind text, said text, its_dedupe text, earliest timestamptz
) returns text language plpgsql volatile security definer as $$
declare
  target uuid := coalesce(to_account, (
    select l.account from channel_accounts l where l.channel = to_channel and l.key = to_key));
  its_state text := 'waiting';
begin
  if its_kind <> 'security' and exists (select from notice_mutes m where m.account = target and m.kind = its_kind) then
    its_state := 'muted';
  elsif (to_channel is null and not exists (select from inner_links_of(target)))
     or (to_channel is not null and its_kind <> 'security' and not inner_is_linked(target, to_channel, to_key)) then
    its_state := 'unlinked';
  end if;
  -- A notice that is nobody's is not kept.
  if target is null and its_state <> 'waiting' then return its_state; end if;
  insert into notices (account, recipient, channel, key, kind, words, dedupe, not_before, state, caused_by, ended_at)
  values (target, coalesce(target::text, to_channel || ' ' || to_key), to_channel, to_key, its_kind,
          case when its_state = 'waiting' then said end, its_dedupe, coalesce(earliest, now()), its_state, app_account(),
          case when its_state <> 'waiting' then now() end)
  on conflict do nothing;
  return case when found then its_state else 'known' end;
end $$;

create or replace function app_leave_notice(to_channel text, to_key text, said text) returns void
language sql volatile security definer as $$
  select app_queue_notice(null, to_channel, to_key, 'security', said, null, null)
$$;

create or replace function app_tell_cadre(cadre_code text, said text) returns void
language sql volatile security definer as $$
  select app_queue_notice(a.id, null, null, 'answer', said, null, null)
    from cadres c join accounts a on a.cadre = c.code
   where c.code = cadre_code and c.unit = any ((select app_units())::text[])
$$;

-- Whether what was told in a chat went out: behind an inbox and an outbox, an answer that never came into the outbox was never given.
create function inner_was_told(in_channel text, in_chat text, told_at timestamptz) returns boolean language sql stable as $$
  select not exists (select from chats c where c.channel = in_channel and c.chat = in_chat)
      or exists (select from outbox o where o.channel = in_channel and o.chat = in_chat and o.created_at > told_at)
      or told_at < now() - interval '1 day'
$$;

-- What waits for a channel's person, to be shown with an answer in their private chat: ten at most, the oldest first, each once, and
-- again where the process ended before that answer was stored. An answer to the person's own request is shown in each of their chats.
create or replace function app_take_notices(by_channel text, by_key text) returns text[]
language plpgsql volatile security definer as $$
declare
  place text := by_channel || ' ' || by_key;
  asker uuid := (select l.account from channel_accounts l where l.channel = by_channel and l.key = by_key);
  has_outbox boolean := exists (select from chats c where c.channel = by_channel and c.chat = by_key);
  words_taken text[];
begin
  if not inner_is_linked(asker, by_channel, by_key) then asker := null; end if;
  with due as (
    select n.id, n.words from notices n
     where n.words is not null and n.not_before <= now()
       and ((n.channel = by_channel and n.key = by_key and (n.kind = 'security' or n.account = asker))
         or (n.channel is null and n.account = asker))
       and (n.state in ('waiting', 'failed')
         or (n.state = 'told' and n.channel is null and n.kind = 'answer' and place <> all (n.told))
         or (n.state = 'told' and n.via = by_channel and n.via_key = by_key and not inner_was_told(n.via, n.via_key, n.ended_at)))
     order by n.id limit 10 for update
  ), taken as (
    update notices n
       set state = 'told', told = array_remove(n.told, place) || place, via = by_channel, via_key = by_key, failure = null,
           ended_at = now(),
           words = case when has_outbox or (n.channel is null and n.kind = 'answer') then n.words end
      from due d where n.id = d.id
    returning n.id, d.words
  )
  select coalesce(array_agg(t.words order by t.id), '{}') into words_taken from taken t;
  return words_taken;
end $$;

-- The notices that are due, of so many recipients after one; with the messengers' chats where each may be said.
create function app_due_notices(at timestamptz, after text, most integer)
returns table (id bigint, recipient text, kind text, words text, places json, last_queued timestamptz)
language sql stable security definer as $$
  with who as (
    select distinct n.recipient from notices n
     where n.state = 'waiting' and n.not_before <= at and n.recipient > after
     order by 1 limit most
  )
  select n.id, n.recipient, n.kind, n.words,
         coalesce((
           select json_agg(json_build_object('channel', p.channel, 'chat', p.key, 'received', c.received_at))
             from (select l.channel, l.key from inner_links_of(n.account) l
                    where (n.channel is null or (l.channel = n.channel and l.key = n.key))
                   union
                   select n.channel, n.key where n.kind = 'security' and n.channel is not null) p
             left join chats c on c.channel = p.channel and c.chat = p.key
            where p.channel || ' ' || p.key <> all (n.tried)), '[]'),
         (select max(e.queued_at) from notices e where e.recipient = n.recipient and e.digest is not null)
    from who w join notices n on n.recipient = w.recipient
   where n.state = 'waiting' and n.not_before <= at
   order by n.recipient, n.id
$$;

-- Of each channel: how many messages with notices went out since then, and until when the messenger wants to be left alone.
create function app_notice_channels(since timestamptz)
returns table (channel text, messages integer, blocked_until timestamptz) language sql stable security definer as $$
  select coalesce(n.channel, s.channel), coalesce(n.messages, 0), coalesce(s.blocked_until, '-infinity')
    from (select e.via as channel, count(distinct e.digest)::integer as messages
            from notices e where e.digest is not null and e.queued_at >= since group by e.via) n
    full join (select t.channel, t.blocked_until from send_times t where t.chat = '') s on s.channel = n.channel
$$;

-- Hands notices over to the outbox as one message, both or neither. False: one of them is no longer to be said, or not there.
create function app_queue_digest(its_digest uuid, ids bigint[], to_channel text, to_chat text, contents text[]) returns boolean
language plpgsql volatile security definer as $$
declare
  good integer;
begin
  -- The link does not end meanwhile: who ends it finds these notices in the outbox.
  perform from channel_accounts l where l.channel = to_channel and l.key = to_chat for share;
  select count(*) into good from (
    select from notices n
     where n.id = any (ids) and n.state = 'waiting'
       and (n.channel is null or (n.channel = to_channel and n.key = to_chat))
       and ((n.kind = 'security' and n.channel is not null) or inner_is_linked(n.account, to_channel, to_chat))
       for update) as locked;
  if good = 0 or good <> cardinality(ids) or cardinality(contents) = 0 then return false; end if;
  update notices n
     set state = 'queued', digest = its_digest, queued_at = now(), via = to_channel, via_key = to_chat, failure = null
   where n.id = any (ids);
  return app_queue_messages(to_channel, to_chat, contents, its_digest::text);
end $$;

-- Takes back what has not left for a chat that is no longer linked to the account. Words for that account go elsewhere or nowhere.
create function inner_cut_digests(from_channel text, from_chat text) returns void
language plpgsql volatile security definer as $$
declare
  cut uuid;
begin
  for cut in
    select distinct n.digest from notices n
     where n.state = 'queued' and n.via = from_channel and n.via_key = from_chat
       and (n.kind <> 'security' or n.channel is null) and not inner_is_linked(n.account, from_channel, from_chat)
  loop
    update outbox o set state = 'gone', content = null, failure = 'unlinked', ended_at = now()
      from outbox f
     where f.channel = from_channel and f.key = cut::text
       and o.channel = f.channel and o.chat = f.chat and (o.created_at = f.created_at or o.place = f.id)
       and o.state = 'waiting';
    -- What is being sent at this moment, or was sent in part, is not said again.
    continue when exists (
      select from outbox f join outbox o on o.channel = f.channel and o.chat = f.chat and (o.created_at = f.created_at or o.place = f.id)
       where f.channel = from_channel and f.key = cut::text and o.state in ('sending', 'sent', 'unsure'));
    update notices n
       set state = case when n.kind <> 'security' and n.channel is not null then 'unlinked' else 'waiting' end,
           words = case when n.kind <> 'security' and n.channel is not null then null else n.words end,
           ended_at = case when n.kind <> 'security' and n.channel is not null then now() end,
           digest = null, queued_at = null, via = null, via_key = null
     where n.digest = cut and n.state = 'queued';
  end loop;
end $$;

create function inner_link_gone() returns trigger language plpgsql volatile security definer as $$
begin
  if tg_op = 'UPDATE' then
    if new.account = old.account then return null; end if;
  end if;
  perform inner_cut_digests(old.channel, old.key);
  update notices n set state = 'unlinked', words = null, ended_at = now()
   where n.channel = old.channel and n.key = old.key and n.account = old.account and n.kind <> 'security'
     and n.state in ('waiting', 'failed');
  update notices n set words = null
   where n.via = old.channel and n.via_key = old.key and n.state = 'told' and n.kind not in ('security', 'answer');
  return null;
end $$;
create trigger channel_accounts_notices after delete or update of account on channel_accounts
  for each row execute function inner_link_gone();

-- At the end of the transaction, so that a link that takes the place of another one counts: what waits for an account without any
-- link is for nobody. Whoever is linked to it later may be somebody else.
create function inner_account_unlinked() returns trigger language plpgsql volatile security definer as $$
begin
  if exists (select from inner_links_of(old.account)) then return null; end if;
  update notices n set state = 'unlinked', words = null, ended_at = now()
   where n.account = old.account and n.channel is null and n.state in ('waiting', 'failed');
  update notices n set words = null where n.account = old.account and n.channel is null and n.state = 'told';
  return null;
end $$;
create constraint trigger channel_accounts_left after delete or update of account on channel_accounts
  deferrable initially deferred for each row execute function inner_account_unlinked();

-- Lets notices follow what became of their messages, and forgets: words that nobody will see after 14 days, all of it after 90.
create function app_follow_notices() returns void language plpgsql volatile security definer as $$
declare
  item record;
begin
  for item in
    select distinct n.via, n.via_key from notices n
     where n.state = 'queued' and (n.kind <> 'security' or n.channel is null) and not inner_is_linked(n.account, n.via, n.via_key)
  loop
    perform inner_cut_digests(item.via, item.via_key);
  end loop;
  with followed as materialized (
    select d.digest,
           bool_or(o.state in ('waiting', 'sending')) as open, bool_or(o.state = 'sent') as sent,
           bool_or(o.state = 'unsure') as unsure, bool_or(o.state = 'gone') as gone, count(o.id) as rows
      from (select distinct n.digest, n.via from notices n where n.state = 'queued') d
      left join outbox f on f.channel = d.via and f.key = d.digest::text
      left join outbox o on o.channel = f.channel and o.chat = f.chat and (o.created_at = f.created_at or o.place = f.id)
     group by d.digest
  ), ended as materialized (
    select e.digest,
           case when e.sent then 'sent' when e.unsure then 'unsure' when e.gone then 'gone'
                when e.rows = 0 then 'lost' else 'refused' end as came_to
      from followed e where not coalesce(e.open, false)
  )
  update notices n
     set state = case when e.came_to in ('sent', 'unsure') then 'sent'
                      when e.came_to = 'gone' and n.channel is null then 'waiting' else 'failed' end,
         failure = nullif(e.came_to, 'sent'),
         words = case when e.came_to in ('sent', 'unsure') then null else n.words end,
         tried = case when e.came_to = 'gone' then n.tried || (n.via || ' ' || n.via_key) else n.tried end,
         ended_at = case when e.came_to = 'gone' and n.channel is null then null else now() end
    from ended e where n.digest = e.digest and n.state = 'queued';
  update notices n set state = 'expired', words = null, ended_at = now()
   where n.state = 'waiting' and greatest(n.made_at, n.not_before) < now() - interval '14 days';
  update notices n set words = null
   where n.words is not null and n.state in ('told', 'failed')
     and (n.ended_at < now() - interval '14 days'
       or (n.state = 'told' and not (n.channel is null and n.kind = 'answer') and inner_was_told(n.via, n.via_key, n.ended_at)));
  delete from notices n
   where n.state not in ('waiting', 'queued') and coalesce(n.ended_at, n.made_at) < now() - interval '90 days';
end $$;

-- Takes back every message with notices of which nothing has left yet, so that none does at night; says how many there were.
create function app_retract_notices() returns integer language plpgsql volatile security definer as $$
declare
  back uuid;
  states text[];
  retracted integer := 0;
begin
  for back in select distinct n.digest from notices n where n.state = 'queued' loop
    select array_agg(case when locked.again then 'again' else locked.state end) into states from (
      select o.state, o.again from outbox f join outbox o
          on o.channel = f.channel and o.chat = f.chat and (o.created_at = f.created_at or o.place = f.id)
       where f.key = back::text for update of o) as locked;
    continue when states is null or exists (select from unnest(states) as one where one <> 'waiting');
    delete from outbox o using outbox f
     where f.key = back::text and o.channel = f.channel and o.chat = f.chat and o.created_at = f.created_at;
    update notices n set state = 'waiting', digest = null, queued_at = null, via = null, via_key = null
     where n.digest = back;
    retracted := retracted + 1;
  end loop;
  return retracted;
end $$;

do $rights$
declare
  home text := current_schema();
  one regprocedure;
begin
  alter table notice_mutes enable row level security;
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in (
         'inner_links_of', 'inner_is_linked', 'app_queue_notice', 'app_leave_notice', 'app_tell_cadre', 'inner_was_told',
         'app_take_notices', 'app_due_notices', 'app_notice_channels', 'app_queue_digest', 'inner_cut_digests',
         'inner_link_gone', 'inner_account_unlinked', 'app_follow_notices', 'app_retract_notices')
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    if one::text not like 'inner\_%' and one::text not like '%.inner\_%' then
      execute format('grant execute on function %s to dat_chuan_app', one);
    end if;
  end loop;
end $rights$;
