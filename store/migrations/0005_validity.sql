-- What stored directives say of the validity of others and of their own provisions. The document that is changed is known
-- by its number only, so that it does not matter which of the two is stored first.

create table relations (
  id integer generated always as identity primary key,
  -- The directive that says so, and its clause; no clause: its title.
  directive_id integer not null references directives on delete cascade,
  provision_id integer references provisions on delete cascade,
  kind text not null check (kind in ('replaces', 'repeals', 'amends', 'supplements', 'corrects')),
  target_number text,
  target_key text,
  target_title text,
  target_issued date,
  -- The number alone does not tell the document: it has no year, or every province counts for itself.
  target_local boolean not null,
  scope text not null check (scope in ('whole', 'provision')),
  target_path text[] not null,
  partial boolean not null,
  -- [{"path": ["Điều 5"], "until": "2027-12-31"}]: what the clause leaves in force.
  except_for jsonb not null default '[]',
  -- The day that the clause names, or on which it takes effect apart from its directive; null: with its directive.
  since date
);
create index relations_directive on relations (directive_id);
create index relations_target on relations (target_key);
create index relations_provision on relations (provision_id);

create table provision_effects (
  directive_id integer not null references directives on delete cascade,
  -- null: the directive whole
  provision_id integer references provisions on delete cascade,
  bound text not null check (bound in ('from', 'until')),
  -- null: not the directive's own day, and nobody knows which.
  day date
);
create index provision_effects_directive on provision_effects (directive_id);
create index provision_effects_provision on provision_effects (provision_id);

-- What the two tables above come to for each directive, worked out when one of those concerned is stored: a search asks
-- for hundreds of directives at once. A fact goes with the directive that says it.
create table validity_facts (
  directive_id integer not null references directives on delete cascade,
  by_directive integer not null references directives on delete cascade,
  -- Of domain/validity.ts: {"effect": {path, bound, day}} or {"change": {…}}.
  fact jsonb not null
);
create index validity_facts_directive on validity_facts (directive_id);
create index validity_facts_by on validity_facts (by_directive);

-- Public words like the provisions they belong to.
grant select, insert, delete on relations, provision_effects, validity_facts to dat_chuan_app;
