-- What was asked of the documents, what people thought of the answers, and answers that staff wrote and an admin approved.

-- A question without who asked it: folded, with names, numbers of people and addresses taken out. Kept for 180 days after it was asked
-- last; one that was answered well and of which nobody complained, for 30.
create table asked_questions (
  id bigint generated always as identity primary key,
  key text not null unique,
  asked integer not null default 1,
  not_found integer not null default 0,
  unsure integer not null default 0,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  -- An admin has seen to it; asked again without an answer, it is open again.
  closed_at timestamptz
);
create index asked_questions_last on asked_questions (last_at);

-- What was answered to it, by its sources. Choices under an answer name this row.
create table given_answers (
  id bigint generated always as identity primary key,
  question bigint not null references asked_questions on delete cascade,
  sources text not null,
  -- [{"directiveId": 3, "path": ["Điều 5"]}]
  citations json not null,
  unique (question, sources)
);

create table answer_votes (
  answer bigint not null references given_answers on delete cascade,
  -- A hash of who and of the answer: the same person's votes on two answers cannot be told to be one person's.
  voter text not null,
  good boolean not null,
  reason text check (reason in ('wrong_source', 'off_topic', 'outdated', 'unclear', 'other')),
  words text,
  at timestamptz not null default now(),
  primary key (answer, voter)
);

create table approved_answers (
  id integer generated always as identity primary key,
  -- The ways in which it is asked; the first is its title.
  questions text[] not null check (cardinality(questions) between 1 and 20),
  words text not null check (words <> ''),
  -- [{"directiveId", "document", "path", "quote", "hash", "changes"}]: see store/approved/approved.ts.
  citations json not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'withdrawn')),
  -- The last day on which it is given.
  expires date not null,
  proposed_by uuid default app_account() references accounts on delete set null,
  proposed_name text not null default app_name(),
  proposed_at timestamptz not null default now(),
  approved_by uuid references accounts on delete set null,
  approved_name text,
  -- As the approver calls their post.
  approved_title text,
  approved_at timestamptz,
  changed_at timestamptz not null default clock_timestamp()
);

-- Who approved it and when is not for the statement to say. What is changed has to be approved again.
create function inner_stamp_approval() returns trigger language plpgsql volatile security definer as $$
begin
  new.changed_at := clock_timestamp();
  if new.state = 'approved' and json_array_length(new.citations) = 0 then
    raise exception 'an approved answer needs a citation' using errcode = '23514';
  end if;
  if new.state = 'approved' and old.state <> 'approved' then
    new.approved_by := app_account();
    new.approved_name := app_name();
    new.approved_at := now();
  elsif new.state = 'approved'
    and (new.words, new.questions, new.citations::text, new.expires)
        is distinct from (old.words, old.questions, old.citations::text, old.expires) then
    new.state := 'proposed';
  end if;
  if new.state = 'proposed' then
    new.approved_by := null;
    new.approved_name := null;
    new.approved_title := null;
    new.approved_at := null;
  end if;
  return new;
end $$;
create trigger approved_answers_stamp before update on approved_answers
  for each row execute function inner_stamp_approval();

create function inner_is_office() returns boolean language sql stable security definer as $$
  select app_is_admin() or cardinality(app_units()) > 0
$$;

-- A few at a time: whoever asks a new question does not wait.
create function inner_forget_asked() returns void language sql volatile as $$
  delete from asked_questions q where q.id in (
    select o.id from asked_questions o
     where o.last_at < now() - interval '180 days'
        or (o.last_at < now() - interval '30 days' and o.not_found = 0 and o.unsure = 0 and not exists (
              select from given_answers g join answer_votes v on v.answer = g.id where g.question = o.id))
     order by o.last_at limit 50 for update skip locked)
$$;

-- Counts a question and remembers what was answered. Gives the answer's number, to vote on.
create function app_note_question(its_key text, outcome text, its_sources text, its_citations text) returns bigint
language plpgsql volatile security definer as $$
declare
  its_question bigint;
  its_answer bigint;
  is_new boolean;
begin
  insert into asked_questions as q (key, not_found, unsure)
  values (left(its_key, 500), (outcome = 'not_found')::integer, (outcome = 'unsure')::integer)
  on conflict (key) do update
     set asked = q.asked + 1, not_found = q.not_found + excluded.not_found, unsure = q.unsure + excluded.unsure,
         last_at = now(), closed_at = case when outcome = 'answered' then q.closed_at end
  returning q.id, q.asked = 1 into its_question, is_new;
  insert into given_answers as g (question, sources, citations) values (its_question, its_sources, its_citations::json)
  on conflict (question, sources) do update set citations = excluded.citations
  returning g.id into its_answer;
  if is_new then perform inner_forget_asked(); end if;
  return its_answer;
end $$;

-- One vote a person and answer; another takes its place. False: there is no such answer.
create function app_vote(its_answer bigint, its_voter text, is_good boolean, its_reason text, its_words text)
returns boolean language plpgsql volatile security definer as $$
begin
  if not exists (select from given_answers g where g.id = its_answer) then return false; end if;
  insert into answer_votes as v (answer, voter, good, reason, words)
  values (its_answer, its_voter, is_good, its_reason, left(its_words, 500))
  on conflict (answer, voter) do update
     set good = excluded.good, reason = excluded.reason, words = excluded.words, at = now();
  return true;
end $$;

-- For admins and whoever looks after units: what was not found, hardly found, or badly answered.
create function app_list_asked(most integer, newest boolean)
returns table (id bigint, key text, asked integer, not_found integer, unsure integer, good integer, bad integer,
               reasons text[], words text[], last_at timestamptz)
language sql stable security definer as $$
  select q.id, q.key, q.asked, q.not_found, q.unsure,
         coalesce(v.good, 0)::integer, coalesce(v.bad, 0)::integer,
         coalesce(v.reasons, '{}'), coalesce(v.words, '{}'), q.last_at
    from asked_questions q
    left join lateral (
      select count(*) filter (where v.good) as good, count(*) filter (where not v.good) as bad,
             array_agg(v.reason order by v.at desc) filter (where v.reason is not null) as reasons,
             (array_agg(v.words order by v.at desc) filter (where v.words is not null))[1:5] as words
        from given_answers g join answer_votes v on v.answer = g.id
       where g.question = q.id and (q.closed_at is null or v.at > q.closed_at)
    ) v on true
   where inner_is_office() and q.last_at > now() - interval '180 days'
     and ((q.closed_at is null and q.not_found + q.unsure > 0) or coalesce(v.bad, 0) > 0)
   order by case when newest then null else q.not_found + q.unsure + coalesce(v.bad, 0) * 3 end desc nulls last,
            q.last_at desc, q.id desc
   limit most
$$;

-- For the same: the question of an answer and what was cited.
create function app_given_answer(its_id bigint) returns table (question bigint, key text, citations json)
language sql stable security definer as $$
  select q.id, q.key, g.citations from given_answers g join asked_questions q on q.id = g.question
   where g.id = its_id and inner_is_office()
$$;

create function app_asked_question(its_id bigint) returns table (id bigint, key text)
language sql stable security definer as $$
  select q.id, q.key from asked_questions q where q.id = its_id and inner_is_office()
$$;

-- An admin has seen to it, or wants to see it no more.
create function app_close_asked(its_id bigint) returns boolean language plpgsql volatile security definer as $$
begin
  if not app_is_admin() then return false; end if;
  update asked_questions q set closed_at = now() where q.id = its_id;
  return found;
end $$;

do $rights$
declare
  home text := current_schema();
  item text;
  one regprocedure;
begin
  foreach item in array array['asked_questions', 'given_answers', 'answer_votes', 'approved_answers'] loop
    execute format('alter table %I enable row level security', item);
  end loop;
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in ('inner_stamp_approval', 'inner_is_office', 'inner_forget_asked', 'app_note_question', 'app_vote', 'app_list_asked',
                         'app_given_answer', 'app_asked_question', 'app_close_asked')
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    if one::text not like 'inner\_%' and one::text not like '%.inner\_%' then
      execute format('grant execute on function %s to dat_chuan_app', one);
    end if;
  end loop;
end $rights$;

grant select, insert (questions, words, citations, expires),
  update (questions, words, citations, state, expires, approved_title) on approved_answers to dat_chuan_app;

-- What is approved is everybody's to read; what is proposed, the proposer's and the admins'.
create policy approved_answers_select on approved_answers for select to dat_chuan_app using (
  state = 'approved' or proposed_by = (select app_account()) or (select app_is_admin()));
create policy approved_answers_insert on approved_answers for insert to dat_chuan_app with check (
  proposed_by = (select app_account())
  and ((select app_is_admin()) or cardinality((select app_units())::text[]) > 0));
create policy approved_answers_update on approved_answers for update to dat_chuan_app using ((select app_is_admin()));
