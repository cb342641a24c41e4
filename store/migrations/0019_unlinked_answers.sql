-- Answers that wait in a chat were worked out for the account it was linked to. Where that link ends, or becomes another account's,
-- they are not said any more: who holds the chat next may be somebody else. What waits unasked (notices, the end of an upload) is
-- settled where it is made.

create or replace function inner_forget_said() returns trigger language plpgsql volatile security definer as $$
begin
  if tg_op = 'UPDATE' then
    if new.account = old.account then return null; end if;
  end if;
  update outbox o set state = 'gone', content = null, failure = 'unlinked', ended_at = now()
   where o.channel = old.channel and o.chat = old.key and o.state in ('waiting', 'sending') and o.inbox is not null;
  update outbox o set content = null
   where o.channel = old.channel and o.chat = old.key and o.state in ('unsure', 'refused', 'gone');
  update inbox i set content = null
   where i.channel = old.channel and i.chat = old.key and i.state = 'parked';
  delete from chat_notes n where n.channel = old.channel and n.chat = old.key;
  return null;
end $$;

drop trigger channel_accounts_said on channel_accounts;
create trigger channel_accounts_said after delete or update of account on channel_accounts
  for each row execute function inner_forget_said();

do $rights$
begin
  revoke all on function inner_forget_said() from public;
  -- Replacing a function takes its settings away. Named last, temporary tables of the caller cannot stand in for ours.
  execute format('alter function inner_forget_said() set search_path = pg_catalog, %I, pg_temp', current_schema());
end $rights$;
