-- What a question was understood as is kept with its answer, both or neither, and in one statement.

-- As app_finish_update, and the turn {sender, question, citations}.
create function app_finish_and_remember(
  me uuid, in_channel text, in_chat text, its_id bigint, contents text[], parked boolean, why text, its_turn json
) returns boolean language plpgsql volatile security definer as $$
begin
  if not app_finish_update(me, in_channel, in_chat, its_id, contents, parked, why) then return false; end if;
  perform app_remember_turn(
    in_channel, in_chat, its_turn ->> 'sender', its_turn ->> 'question', (its_turn -> 'citations')::text);
  return true;
end $$;

do $rights$
declare
  home text := current_schema();
  one regprocedure;
begin
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace and p.proname = 'app_finish_and_remember'
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    execute format('grant execute on function %s to dat_chuan_app', one);
  end loop;
end $rights$;
