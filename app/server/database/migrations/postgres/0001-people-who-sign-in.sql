-- Facts about the database itself, accounts, sign-in, jobs.
create table meta (
  name text primary key,
  value text not null
);
insert into meta (name, value) values ('generation', '1');

create table account (
  id text primary key,
  email text not null,
  email_key text not null unique,
  name text not null,
  created_at bigint not null
);

-- Somebody signed in on some browser. Only the hash of the cookie's token is kept.
create table sign_in (
  id text primary key,
  account_id text not null references account (id),
  token_hash text not null unique,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index sign_in_account on sign_in (account_id);

-- A link and a code on their way by mail; the binding ties the code to the browser that asked. Kept alike for addresses
-- that belong to nobody here, so that asking tells nothing.
create table sign_in_request (
  id text primary key,
  email_key text not null,
  link_hash text not null unique,
  code_hash text not null,
  binding_hash text not null unique,
  created_at bigint not null,
  expires_at bigint not null,
  wrong_tries bigint not null,
  used_at bigint
);
create index sign_in_request_email on sign_in_request (email_key);
create index sign_in_request_expiry on sign_in_request (expires_at);

-- A bucket of tries that fills again with time; the key is a hash, never an address.
create table throttle (
  key_hash text primary key,
  full_at bigint not null
);
create index throttle_full on throttle (full_at);

create table job (
  id text primary key,
  kind text not null,
  effect_key text not null unique,
  state text not null,
  payload text not null,
  run_at bigint not null,
  leased_until bigint not null,
  attempts bigint not null,
  last_error text,
  created_at bigint not null
);
create index job_due on job (state, run_at);

create table organisation (
  id text primary key,
  name text not null,
  created_at bigint not null
);

create table programme (
  id text primary key,
  organisation_id text not null references organisation (id),
  name text not null,
  kind text not null,
  starts_on text,
  ends_on text,
  adults_declared_at bigint not null,
  confidentiality_variant text not null,
  confidentiality_wording text not null,
  contacts text not null,
  may_like_a_word bigint not null,
  created_at bigint not null,
  updated_at bigint not null
);

create table programme_manager (
  programme_id text not null references programme (id),
  account_id text not null references account (id),
  created_at bigint not null,
  primary key (programme_id, account_id)
);
create index programme_manager_account on programme_manager (account_id);
