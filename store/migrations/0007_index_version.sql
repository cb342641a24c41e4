-- Which version of code and glossary made a directive's index (ingest/indexVersion.ts). Empty: made before versions were kept.
alter table directives add column index_version text not null default '';

-- Lexemes become the numbers that they always were: taking them into the index costs a third of what texts did. New ones
-- are first listed, then taken in some hundred passages at a time, which again costs a third. A search reads the list as
-- well as the index, so it is kept short.
drop index passage_lexemes_search;
alter table passage_lexemes alter column lexemes type integer[] using tsvector_to_array(lexemes)::integer[];
alter table passage_lexemes alter column lexemes set storage external;
-- The planner never asks which numbers are frequent, and finding out is slow.
alter table passage_lexemes alter column lexemes set statistics 0;
create index passage_lexemes_search on passage_lexemes using gin (lexemes)
  with (fastupdate = on, gin_pending_list_limit = 512);

-- Terms are looked up, never sorted for people: bytes compare faster than the letters of a language.
alter table terms alter column term type text collate "C";

-- Removing a directive removes its provisions, and each asks for its passages.
create index passages_provision on passages (provision_id);

-- To index anew and to remove. What hangs on a directive goes with it.
grant delete on directives to dat_chuan_app;
grant update (index_version) on directives to dat_chuan_app;
grant update (terms, length) on passages to dat_chuan_app;
grant update (lexemes) on passage_lexemes to dat_chuan_app;
