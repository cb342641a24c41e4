-- Grows with every change of what is answered from, so that an answer that was worked out before can be told from a stale one.
alter table corpus add column version bigint not null default 0;

create function inner_corpus_changed() returns trigger language plpgsql volatile security definer as $$
begin
  -- Once a transaction is enough, and all writers want the same row.
  if coalesce(current_setting('app.corpus_changed', true), '') <> 'yes' then
    perform set_config('app.corpus_changed', 'yes', true);
    update corpus set version = version + 1;
  end if;
  return null;
end $$;

-- A search reads the list of words that are not in the index yet as well as the index: ten milliseconds of a question's fifteen
-- while it is full. Whoever has stored a document takes it in.
create function app_settle_index() returns void language plpgsql volatile security definer as $$
begin
  perform gin_clean_pending_list('passage_lexemes_search'::regclass);
end $$;

do $rights$
declare
  home text := current_schema();
  item text;
begin
  foreach item in array array['inner_corpus_changed()', 'app_settle_index()'] loop
    execute format('revoke all on function %s from public', item);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', item, home);
  end loop;
  grant execute on function app_settle_index() to dat_chuan_app;
  foreach item in array array['directives', 'passages', 'validity_facts', 'passage_vectors'] loop
    execute format(
      'create trigger %I after insert or update or delete on %I for each statement execute function inner_corpus_changed()',
      item || '_current', item);
  end loop;
end $rights$;
