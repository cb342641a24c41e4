-- From a file that an admin sends to a document that answers: uploads, what was read of them, corrections, versions, a log.

-- live: searched and answered from. replaced: an older version of the same document. withdrawn: taken back. Of the last two the
-- words stay, so that what once was cited can still be opened.
alter table directives add column standing text not null default 'live'
  check (standing in ('live', 'replaced', 'withdrawn'));
-- The version that took its place.
alter table directives add column replaced_by integer references directives on delete set null;
-- The smallest hashes of its runs of words (vietnamese/shingles.ts), by which like texts are found; null: not made yet.
alter table directives add column sketch integer[];
create index directives_replaced_by on directives (replaced_by) where replaced_by is not null;
create index directives_sketch on directives using gin (sketch);
alter table directives drop constraint directives_hash_key;
create unique index directives_hash on directives (hash) where standing = 'live';
grant update (standing, replaced_by, sketch) on directives to dat_chuan_app;
grant delete on passages to dat_chuan_app;

-- What is left of a directive that was deleted: enough to say so to whoever opens an old citation.
create table removed_directives (
  id integer primary key,
  file_name text not null,
  type text,
  number text,
  title text,
  removed_at timestamptz not null default now()
);
grant select on removed_directives to dat_chuan_app;
create function inner_remember_directive() returns trigger language plpgsql volatile security definer as $$
begin
  insert into removed_directives (id, file_name, type, number, title)
  values (old.id, old.file_name, old.type, old.number, old.title)
  on conflict (id) do nothing;
  return null;
end $$;
create trigger directives_removed after delete on directives
  for each row execute function inner_remember_directive();

-- Files whole, by their SHA-256, from before anything is read of them.
create table files (
  hash text primary key,
  bytes bytea not null
);
-- Packed once already, most of them: trying again costs time and gains nothing.
alter table files alter column bytes set storage external;

create table uploads (
  id integer generated always as identity primary key,
  hash text not null,
  file_name text not null,
  size integer not null,
  channel text not null,
  account uuid not null default app_account() references accounts,
  by_name text not null default app_name(),
  -- What the channel needs to find its own message again, as it likes.
  origin jsonb,
  at timestamptz not null default now(),
  stage text not null default 'waiting' check (stage in ('waiting', 'reading', 'review', 'done', 'failed')),
  -- What is being done while it is read: {"step": "parsing", "file": "…", "done": 1, "of": 3}.
  progress jsonb,
  -- How often reading it was begun.
  attempts integer not null default 0,
  -- Vietnamese: why it failed.
  reason text,
  changed_at timestamptz not null default now()
);
-- The same bytes are under way once.
create unique index uploads_open on uploads (hash) where stage in ('waiting', 'reading', 'review');
create index uploads_at on uploads (at desc, id desc);

-- A document found in an upload: one for most, several for an archive or a letter with attachments.
create table drafts (
  id integer generated always as identity primary key,
  upload integer not null references uploads,
  -- Which of them, from 0.
  part integer not null,
  file_name text not null,
  -- Of the document's own bytes.
  hash text not null,
  -- ParsedDirective as it was read, with corrections apart; null where it could not be read, and once it is thrown away.
  parsed json,
  -- Its header and kind again: lists name many documents, and what was read of one may be megabytes.
  head jsonb,
  corrections jsonb not null default '{}',
  -- Proposal key → approved | rejected.
  decisions jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'published', 'discarded', 'failed')),
  directive integer references directives on delete set null,
  -- Vietnamese: why it could not be read.
  reason text,
  changed_at timestamptz not null default now(),
  unique (upload, part)
);
create index drafts_hash on drafts (hash);
create index drafts_directive on drafts (directive);

-- Who uploaded, changed and published what. Nobody may change or delete an entry.
create table document_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account uuid not null default app_account(),
  by_name text not null default app_name(),
  channel text not null,
  action text not null,
  -- As it was called at that time.
  document text not null,
  upload integer,
  draft integer,
  directive integer,
  detail jsonb not null default '{}'
);
create index document_log_at on document_log (at desc, id desc);
create index document_log_directive on document_log (directive);

do $rights$
declare
  home text := current_schema();
  item text;
begin
  revoke all on function inner_remember_directive() from public;
  -- Named last, temporary tables of the caller cannot stand in for ours.
  execute format('alter function inner_remember_directive() set search_path = pg_catalog, %I, pg_temp', home);
  foreach item in array array['files', 'uploads', 'drafts', 'document_log'] loop
    execute format('alter table %I enable row level security', item);
  end loop;
end $rights$;

grant select, insert, delete on files to dat_chuan_app;
grant select, insert (hash, file_name, size, channel, origin),
  update (stage, progress, attempts, reason, changed_at, origin) on uploads to dat_chuan_app;
grant select, insert (upload, part, file_name, hash, parsed, head, state, reason),
  update (parsed, corrections, decisions, state, directive, reason, changed_at) on drafts to dat_chuan_app;
grant select, insert (channel, action, document, upload, draft, directive, detail) on document_log to dat_chuan_app;

create policy files_select on files for select to dat_chuan_app using ((select app_is_admin()));
create policy files_insert on files for insert to dat_chuan_app with check ((select app_is_admin()));
create policy files_delete on files for delete to dat_chuan_app using ((select app_is_admin()));
create policy uploads_select on uploads for select to dat_chuan_app using ((select app_is_admin()));
create policy uploads_insert on uploads for insert to dat_chuan_app with check (
  (select app_is_admin()) and account = (select app_account()));
create policy uploads_update on uploads for update to dat_chuan_app using ((select app_is_admin()));
create policy drafts_select on drafts for select to dat_chuan_app using ((select app_is_admin()));
create policy drafts_insert on drafts for insert to dat_chuan_app with check ((select app_is_admin()));
create policy drafts_update on drafts for update to dat_chuan_app using ((select app_is_admin()));
create policy document_log_select on document_log for select to dat_chuan_app using ((select app_is_admin()));
create policy document_log_insert on document_log for insert to dat_chuan_app with check (
  (select app_is_admin()) and account = (select app_account()));
