-- Answers that speak of somebody's record name the account and the person of the channel they were worked out for: where that link
-- ended meanwhile they are not said, whatever was under way when it did.

-- Whether a message that is being sent is to be kept back: the person is no longer linked to the account. Its words are forgotten.
create function app_keep_back(
  me uuid, in_channel text, in_chat text, its_id bigint, its_account uuid, its_key text
) returns boolean language plpgsql volatile security definer as $$
begin
  if exists (
    select from channel_accounts l where l.channel = in_channel and l.key = its_key and l.account = its_account
  ) then
    return false;
  end if;
  if inner_holds(me, in_channel, in_chat) then
    update outbox o set state = 'gone', content = null, failure = 'unlinked', ended_at = now()
     where o.id = its_id and o.state = 'sending';
  end if;
  return true;
end $$;

-- Reserves a message that does not lie in the outbox, as those that do: null, it may leave; otherwise in how many seconds to ask
-- again.
create function app_reserve_send(in_channel text, in_chat text, most_messages integer[], windows interval[])
returns double precision language plpgsql volatile security definer as $$
declare
  free timestamptz := inner_reserve(in_channel, in_chat, most_messages, windows);
begin
  return extract(epoch from free - clock_timestamp());
end $$;

-- Whoever replays a message wants it said: it is neither doubled by a fault nor near its last try.
create or replace function app_replay_message(its_box text, its_id bigint) returns boolean
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
    update outbox o set state = 'waiting', attempts = 0, again = false, ended_at = null
     where o.id = its_id and o.state in ('unsure', 'refused', 'gone') and o.content is not null
    returning o.channel, o.chat into its_channel, its_chat;
  end if;
  if its_chat is null then return false; end if;
  perform inner_wake(its_channel, its_chat);
  return true;
end $$;

do $rights$
declare
  home text := current_schema();
  one regprocedure;
begin
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in ('app_keep_back', 'app_reserve_send', 'app_replay_message')
  loop
    execute format('revoke all on function %s from public', one);
    -- Replacing a function takes its settings away. Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    execute format('grant execute on function %s to dat_chuan_app', one);
  end loop;
end $rights$;
