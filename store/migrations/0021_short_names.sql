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

do $rights$
begin
  revoke all on function app_known_names(text[]) from public;
  -- Replacing a function takes its settings away. Named last, temporary tables of the caller cannot stand in for ours.
  execute format('alter function app_known_names(text[]) set search_path = pg_catalog, %I, pg_temp', current_schema());
  grant execute on function app_known_names(text[]) to dat_chuan_app;
end $rights$;
