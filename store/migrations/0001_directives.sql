create extension if not exists vector;

create table directives (
  id integer generated always as identity primary key,
  hash text not null unique,
  file_name text not null,
  format text not null,
  kind text not null check (kind in ('issued', 'press')),
  sample boolean not null default false,
  number text,
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
  title_terms integer[] not null default '{}',
  stored_at timestamptz not null default now()
);
create index directives_number_key on directives (number_key);

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

-- term_ids, heading_counts and body_counts run in parallel; lengths are in terms.
-- search_vector holds the same term ids as lexemes without positions, together with those of the directive's title.
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
  term_ids integer[] not null,
  heading_counts smallint[] not null,
  body_counts smallint[] not null,
  length integer not null,
  search_vector tsvector not null
);
create index passages_directive on passages (directive_id);
create index passages_search on passages using gin (search_vector) with (fastupdate = off);

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
