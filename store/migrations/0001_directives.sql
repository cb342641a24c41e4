create extension if not exists vector;

create table directives (
  id integer generated always as identity primary key,
  hash text not null unique,
  file_name text not null,
  format text not null,
  kind text not null check (kind in ('issued', 'press')),
  sample boolean not null default false,
  number text,
  -- documentNumberKey: equal for two spellings of one number.
  number_key text,
  type text,
  issuer text,
  issued date,
  effective date,
  title text,
  signer text,
  place text,
  body text not null,
  original bytea not null,
  warnings text[] not null default '{}',
  -- number_keys of the documents that the title says this one amends, replaces or repeals
  amends text[] not null default '{}',
  title_terms integer[] not null default '{}',
  stored_at timestamptz not null default now()
);
create index directives_number_key on directives (number_key text_pattern_ops);
create index directives_amends on directives using gin (amends);

create table provisions (
  id integer generated always as identity primary key,
  directive_id integer not null references directives on delete cascade,
  ordinal integer not null,
  parent_ordinal integer,
  kind text not null,
  label text not null,
  path text[] not null,
  heading text,
  start_at integer not null,
  end_at integer not null,
  page integer,
  unique (directive_id, ordinal)
);
create index provisions_label on provisions (label);

-- terms: the ids of the passage's terms with their counts in heading and words, packed (packedTerms.ts). length: in terms.
create table passages (
  id integer generated always as identity primary key,
  directive_id integer not null references directives on delete cascade,
  provision_id integer references provisions on delete cascade,
  path text[] not null,
  heading text not null,
  start_at integer not null,
  end_at integer not null,
  -- The span's words again: offsets count UTF-16 units, which SQL cannot cut by, and a long body is slow to unpack.
  body text not null,
  terms bytea not null,
  length integer not null
);
create index passages_directive on passages (directive_id);

-- By what a passage is found: its term ids and those of its directive's title, as lexemes without positions. A search
-- visits thousands of these rows, so they are kept narrow, with the lexemes out of line.
create table passage_lexemes (
  passage_id integer primary key references passages on delete cascade,
  directive_id integer not null,
  lexemes tsvector not null
) with (toast_tuple_target = 128);
alter table passage_lexemes alter column lexemes set storage external;
create index passage_lexemes_directive on passage_lexemes (directive_id);
create index passage_lexemes_search on passage_lexemes using gin (lexemes) with (fastupdate = off);

-- passages: in how many passages the term stands (document frequency), kept in the transaction that stores them.
create table terms (
  id integer generated always as identity primary key,
  term text not null unique,
  passages integer not null
);

create table corpus (
  one_row boolean primary key default true check (one_row),
  passages integer not null default 0,
  total_length bigint not null default 0
);
insert into corpus default values;
