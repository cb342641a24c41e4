-- Vectors of passages, where a service that computes them is configured.

-- What vectors depend on. Vectors of two rows are never compared: another model, another way to write a passage for it
-- (recipe) or another number of dimensions is another row.
create table embedding_models (
  id integer generated always as identity primary key,
  model text not null,
  recipe text not null,
  dimension integer not null check (dimension between 1 and 16000),
  unique (model, recipe, dimension)
);

-- Without a dimension of its own, the column takes the vectors of the old model and of the new one while they change.
create table passage_vectors (
  passage_id integer not null references passages on delete cascade,
  model_id integer not null references embedding_models on delete cascade,
  embedding vector not null,
  primary key (passage_id, model_id)
);
-- In the row where it fits: an exact scan then takes a third of the time.
alter table passage_vectors alter column embedding set storage main;

-- Which process computes vectors now, until when unless it says so again: two would pay for the same ones.
create table embedding_turn (
  one_row boolean primary key default true check (one_row),
  worker uuid,
  until timestamptz not null default '-infinity'
);
insert into embedding_turn default values;

-- An index takes the owner of the table, who does not serve in production.
create function app_index_vectors(of_model integer) returns void language plpgsql security definer as $$
declare
  size integer;
  form text;
begin
  select dimension into size from embedding_models where id = of_model;
  -- pgvector indexes a vector up to 2,000 dimensions, and half as precise up to 4,000.
  if size is null or size > 4000 then return; end if;
  form := case when size <= 2000 then 'vector' else 'halfvec' end;
  execute format(
    'create index if not exists %I on passage_vectors using hnsw ((embedding::%s(%s)) %s_cosine_ops) where model_id = %s',
    'passage_vectors_of_' || of_model, form, size, form, of_model);
end $$;

-- The indexes of models that are no more.
create function app_drop_vector_indexes() returns void language plpgsql security definer as $$
declare
  left_over text;
begin
  for left_over in
    select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'passage_vectors'::regclass and c.relname ~ '^passage_vectors_of_[0-9]+$'
       and substring(c.relname from '[0-9]+$')::integer not in (select id from embedding_models)
  loop
    execute format('drop index %I', left_over);
  end loop;
end $$;

do $rights$
declare
  home text := current_schema();
  vectors text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                    where e.extname = 'vector');
  signature text;
begin
  foreach signature in array array['app_index_vectors(integer)', 'app_drop_vector_indexes()'] loop
    execute format('revoke all on function %s from public', signature);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, %I, pg_temp', signature, home, vectors);
    execute format('grant execute on function %s to dat_chuan_app', signature);
  end loop;
end $rights$;

grant select, insert, delete on embedding_models, passage_vectors to dat_chuan_app;
grant select, update on embedding_turn to dat_chuan_app;
