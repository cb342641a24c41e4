#!/bin/sh
# Run once by the image of PostgreSQL, on an empty disk: an account that owns the tables and one that serves, which row-level
# security holds for.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 -U postgres -d postgres \
  -v owner_password="$OWNER_PASSWORD" -v login_password="$LOGIN_PASSWORD" <<'SQL'
create role dat_chuan_app nologin;
create role dat_chuan_owner login password :'owner_password' in role dat_chuan_app;
create role dat_chuan_login login password :'login_password' in role dat_chuan_app;
create database dat_chuan owner dat_chuan_owner encoding 'UTF8' template template0;
revoke all on database dat_chuan from public;
grant connect on database dat_chuan to dat_chuan_login;
SQL
psql --no-psqlrc -v ON_ERROR_STOP=1 -U postgres -d dat_chuan -c 'create extension vector'
