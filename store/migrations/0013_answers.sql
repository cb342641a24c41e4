-- What conversations with a model need: the last questions of a chat, so that a follow-up can be understood, and a ledger of what
-- was sent to a model. Neither holds an answer. The program reaches these tables by functions only.

-- Questions as they were understood, with people's names and numbers masked, and what the answers cited.
create table turns (
  id bigint generated always as identity primary key,
  channel text not null,
  chat text not null,
  -- Who asked: in a group it is not the chat.
  sender text,
  question text not null,
  citations json not null,
  at timestamptz not null default now()
);
create index turns_chat on turns (channel, chat, id desc);
create index turns_at on turns (at);

-- One row: what pseudonyms are made with. Without it nobody can tell whose calls the ledger holds.
create table model_secret (
  single boolean primary key default true check (single),
  secret text not null
);
insert into model_secret (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);

-- Questions that a model was let answer; daily limits count them.
create table model_questions (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  -- Pseudonyms.
  person text,
  chat text not null
);
create index model_questions_at on model_questions (at);

create table model_calls (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  question uuid references model_questions on delete set null,
  chat text not null,
  host text not null,
  model text not null,
  purpose text not null,
  outcome text not null,
  tokens_in integer not null,
  tokens_out integer not null,
  -- Đồng.
  cost double precision not null,
  redactions integer not null,
  duration_ms integer not null
);
create index model_calls_at on model_calls (at);

create function app_remember_turn(in_channel text, in_chat text, its_sender text, its_question text, its_citations text)
returns void language plpgsql volatile security definer as $$
begin
  insert into turns (channel, chat, sender, question, citations)
  values (in_channel, in_chat, its_sender, its_question, its_citations::json);
  delete from turns t
   where t.at < now() - interval '24 hours'
      or (t.channel = in_channel and t.chat = in_chat and t.id not in (
            select k.id from turns k where k.channel = in_channel and k.chat = in_chat order by k.id desc limit 10));
end $$;

-- Latest first.
create function app_recall_turns(in_channel text, in_chat text) returns table (question text, citations json)
language sql stable security definer as $$
  select t.question, t.citations from turns t
   where t.channel = in_channel and t.chat = in_chat and t.at >= now() - interval '24 hours'
   order by t.id desc limit 10
$$;

create function app_forget_turns(in_channel text, in_chat text) returns integer
language plpgsql volatile security definer as $$
declare
  gone integer;
begin
  delete from turns t where t.channel = in_channel and t.chat = in_chat;
  get diagnostics gone = row_count;
  return gone;
end $$;

create function app_forget_old_turns() returns integer language plpgsql volatile security definer as $$
declare
  gone integer;
begin
  delete from turns t where t.at < now() - interval '24 hours';
  get diagnostics gone = row_count;
  delete from model_questions q where q.at < now() - interval '400 days';
  delete from model_calls c where c.at < now() - interval '400 days';
  return gone;
end $$;

-- Where a link ends, what that person asked is forgotten, in groups too.
create function inner_forget_turns() returns trigger language plpgsql volatile security definer as $$
begin
  delete from turns t where t.channel = old.channel and (t.chat = old.key or t.sender = old.key);
  return null;
end $$;
create trigger channel_accounts_turns after delete on channel_accounts
  for each row execute function inner_forget_turns();

create function app_model_secret() returns text language sql stable security definer as $$
  select s.secret from model_secret s
$$;

-- Lets a question go to the model, or says whose limit of the day is reached: person, all. A limit of 0 is none.
create function app_begin_model_question(
  its_person text, its_chat text, most_questions integer, most_tokens bigint, day_began timestamptz
) returns table (id uuid, refused text) language plpgsql volatile security definer as $$
declare
  begun uuid;
begin
  lock table model_questions in share row exclusive mode;
  if most_questions > 0 and most_questions <= (
    select count(*) from model_questions q
     where q.at >= day_began and case when its_person is null then q.person is null and q.chat = its_chat
                                      else q.person = its_person end)
  then
    return query select null::uuid, 'person';
    return;
  end if;
  if most_tokens > 0 and most_tokens <= (
    select coalesce(sum(c.tokens_in + c.tokens_out), 0) from model_calls c where c.at >= day_began)
  then
    return query select null::uuid, 'all';
    return;
  end if;
  insert into model_questions (person, chat) values (its_person, its_chat) returning model_questions.id into begun;
  return query select begun, null::text;
end $$;

create function app_record_model_call(
  its_question uuid, its_chat text, its_host text, its_model text, its_purpose text, its_outcome text,
  its_tokens_in integer, its_tokens_out integer, its_cost double precision, its_redactions integer, its_ms integer
) returns void language sql volatile security definer as $$
  insert into model_calls
    (question, chat, host, model, purpose, outcome, tokens_in, tokens_out, cost, redactions, duration_ms)
  values (its_question, its_chat, its_host, its_model, its_purpose, its_outcome, its_tokens_in, its_tokens_out, its_cost,
          its_redactions, its_ms)
$$;

create function app_list_model_calls(most integer)
returns table (at timestamptz, chat text, host text, model text, purpose text, outcome text, tokens_in integer,
               tokens_out integer, cost double precision, redactions integer, duration_ms integer)
language sql stable security definer as $$
  select c.at, c.chat, c.host, c.model, c.purpose, c.outcome, c.tokens_in, c.tokens_out, c.cost, c.redactions, c.duration_ms
    from model_calls c where app_is_admin() order by c.id desc limit most
$$;

create function app_sum_model_calls()
returns table (day date, host text, model text, calls integer, tokens_in bigint, tokens_out bigint, cost double precision,
               redactions bigint, failed integer)
language sql stable security definer as $$
  select (c.at at time zone 'Asia/Ho_Chi_Minh')::date, c.host, c.model, count(*)::integer, sum(c.tokens_in), sum(c.tokens_out),
         sum(c.cost), sum(c.redactions), (count(*) filter (where c.outcome <> 'ok'))::integer
    from model_calls c where app_is_admin() group by 1, 2, 3 order by 1 desc, 2, 3
$$;

-- Of these words, those that are the name (in the form of names) or the code of somebody on record. Nobody is listed: who asks
-- has the words.
create function app_known_names(keys text[]) returns text[] language sql stable security definer as $$
  select coalesce(array_agg(k.key), '{}') from (
    select c.name_key as key from cadres c where c.name_key = any (keys)
    union
    select c.code from cadres c where c.code = any (keys)
  ) as k
$$;
create index cadres_name_key on cadres (name_key);

do $rights$
declare
  home text := current_schema();
  item text;
  one regprocedure;
begin
  foreach item in array array['turns', 'model_secret', 'model_questions', 'model_calls'] loop
    execute format('alter table %I enable row level security', item);
  end loop;
  for one in
    select p.oid::regprocedure from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace
       and p.proname in (
         'inner_forget_turns', 'app_remember_turn', 'app_recall_turns', 'app_forget_turns', 'app_forget_old_turns',
         'app_model_secret', 'app_begin_model_question', 'app_record_model_call', 'app_list_model_calls',
         'app_sum_model_calls', 'app_known_names')
  loop
    execute format('revoke all on function %s from public', one);
    -- Named last, temporary tables of the caller cannot stand in for ours.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', one, home);
    if one::text not like 'inner\_%' and one::text not like '%.inner\_%' then
      execute format('grant execute on function %s to dat_chuan_app', one);
    end if;
  end loop;
end $rights$;
