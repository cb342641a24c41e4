-- Who may do what: nothing that is not granted here.

do $rights$
declare
  home text := current_schema();
  item record;
begin
  execute format('grant usage on schema %I to dat_chuan_app', home);
  for item in
    select p.oid::regprocedure as signature, p.proname, p.prosecdef from pg_proc p
     where p.pronamespace = quote_ident(home)::regnamespace and p.proname ~ '^(app|inner)_'
  loop
    execute format('revoke all on function %s from public', item.signature);
    if item.prosecdef then
      -- Named last, temporary tables of the caller cannot stand in for ours.
      execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', item.signature, home);
    end if;
    if item.proname ~ '^app_' then
      execute format('grant execute on function %s to dat_chuan_app', item.signature);
    end if;
  end loop;
  -- The tables of 0001 are public words; they have no policies.
  grant select on schema_migrations to dat_chuan_app;
  grant select, insert on directives, provisions, passages, passage_lexemes, terms to dat_chuan_app;
  grant update (title_terms) on directives to dat_chuan_app;
  grant update (passages) on terms to dat_chuan_app;
  grant select, update on corpus to dat_chuan_app;
  for item in
    select unnest(array['units', 'cadres', 'accounts', 'account_units', 'channel_accounts', 'link_codes', 'link_tries',
                        'notices', 'access_log', 'corrections', 'rules']) as name
  loop
    execute format('alter table %I enable row level security', item.name);
  end loop;
end $rights$;

grant select, insert, update on units, rules to dat_chuan_app;
grant select (code, unit, name, name_key, record, sample, updated_at) on cadres to dat_chuan_app;
grant insert (code, unit, name, name_key, record, sample, phone) on cadres to dat_chuan_app;
grant update (unit, name, name_key, record, sample, phone, updated_at) on cadres to dat_chuan_app;
grant select, insert (name, cadre, admin), update (name, cadre, admin) on accounts to dat_chuan_app;
grant select, insert, delete on account_units to dat_chuan_app;
grant select on channel_accounts to dat_chuan_app;
grant select, insert (cadre, channel, reason, purpose) on access_log to dat_chuan_app;
grant select, insert (cadre, line, says), update (state, answer, closed_at) on corrections to dat_chuan_app;

-- Functions stand in sub-selects so that they run once a statement and not once a row.

create policy units_select on units for select to dat_chuan_app using (true);
-- A unit below one's own shows nobody new to anybody; another parent would, and what took over from what is not for staff to say.
create policy units_insert on units for insert to dat_chuan_app with check (
  (select app_is_operator()) or (parent = any ((select app_units())::text[]) and successors = '{}'));
create policy units_update on units for update to dat_chuan_app using ((select app_is_operator()));

create policy cadres_select on cadres for select to dat_chuan_app using (
  code = (select app_cadre()) or unit = any ((select app_units())::text[]));
create policy cadres_insert on cadres for insert to dat_chuan_app with check (
  unit = any ((select app_units())::text[]));
create policy cadres_update on cadres for update to dat_chuan_app using (
  unit = any ((select app_units())::text[]));

create policy accounts_select on accounts for select to dat_chuan_app using (
  id = (select app_account()) or (select app_is_admin()));
create policy accounts_insert on accounts for insert to dat_chuan_app with check ((select app_is_admin()));
create policy accounts_update on accounts for update to dat_chuan_app using (
  (select app_is_admin()) and id <> '00000000-0000-4000-8000-000000000001');

create policy account_units_select on account_units for select to dat_chuan_app using (
  account = (select app_account()) or (select app_is_admin()));
create policy account_units_insert on account_units for insert to dat_chuan_app with check (
  (select app_is_admin()));
create policy account_units_delete on account_units for delete to dat_chuan_app using ((select app_is_admin()));

create policy channel_accounts_select on channel_accounts for select to dat_chuan_app using (
  account = (select app_account()));

create policy access_log_select on access_log for select to dat_chuan_app using (
  cadre = (select app_cadre()));
-- The sub-select sees what the asker sees.
create policy access_log_insert on access_log for insert to dat_chuan_app with check (
  account = (select app_account()) and exists (select from cadres c where c.code = access_log.cadre));

create policy corrections_select on corrections for select to dat_chuan_app using (
  cadre = (select app_cadre()) or exists (select from cadres c where c.code = corrections.cadre));
create policy corrections_insert on corrections for insert to dat_chuan_app with check (
  cadre = (select app_cadre()) and account = (select app_account()));
-- Nobody answers a request of their own.
create policy corrections_update on corrections for update to dat_chuan_app using (
  cadre is distinct from (select app_cadre()) and
  exists (select from cadres c
           where c.code = corrections.cadre and c.unit = any ((select app_units())::text[])));

create policy rules_select on rules for select to dat_chuan_app using (true);
create policy rules_insert on rules for insert to dat_chuan_app with check ((select app_is_admin()));
create policy rules_update on rules for update to dat_chuan_app using ((select app_is_admin()));
