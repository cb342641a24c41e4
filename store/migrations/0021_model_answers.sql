-- Of these words, those that are the name (in the form of names) or the code of somebody on record: "a … b" is a name that begins
-- and ends so, "… a b" one that ends so, as people leave out the middle or the family name. Nobody is listed: who asks has the words.
create or replace function app_known_names(keys text[]) returns text[] language sql stable security definer as $$
  select coalesce(array_agg(k.key), '{}') from (
    select c.name_key as key from cadres c where c.name_key = any (keys)
    union
    select c.code from cadres c where c.code = any (keys)
    union
    select regexp_replace(c.name_key, '^(\S+) .+ (\S+)$', '\1 … \2') from cadres c
     where regexp_replace(c.name_key, '^(\S+) .+ (\S+)$', '\1 … \2') = any (keys)
    union
    select regexp_replace(c.name_key, '^.* (\S+ \S+)$', '… \1') from cadres c
     where regexp_replace(c.name_key, '^.* (\S+ \S+)$', '… \1') = any (keys)
  ) as k
$$;
create index cadres_name_ends on cadres ((regexp_replace(name_key, '^(\S+) .+ (\S+)$', '\1 … \2')));
create index cadres_name_tail on cadres ((regexp_replace(name_key, '^.* (\S+ \S+)$', '… \1')));

-- How often answers to a question are called bad: a composed answer that is kept is not given again once somebody has.
create function app_bad_votes(its_key text) returns integer language sql stable security definer as $$
  select count(*)::integer from asked_questions q
    join given_answers g on g.question = q.id
    join answer_votes v on v.answer = g.id
   where q.key = left(its_key, 500) and not v.good
$$;

do $rights$
declare
  home text := current_schema();
  one regprocedure;
begin
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace and p.proname in ('app_known_names', 'app_bad_votes')
  loop
    execute format('revoke all on function %s from public', one);
    -- Replacing a function takes its settings away. Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    execute format('grant execute on function %s to dat_chuan_app', one);
  end loop;
end $rights$;
