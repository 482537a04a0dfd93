-- People of a programme: what was imported about them, their invitations, what they say of themselves.

-- One person in one programme. Empty until they accept: account_id. `imported` is the last row of a file, for telling what changed.
create table participant (
  programme_id text not null references programme (id),
  id text not null unique,
  account_id text references account (id),
  email text not null,
  email_key text not null,
  name text not null,
  call_name text,
  roles text not null,
  state text not null,
  team text,
  site text,
  level bigint,
  manager_email text,
  imported text,
  created_at bigint not null,
  updated_at bigint not null,
  enrolled_at bigint,
  primary key (programme_id, id),
  unique (programme_id, email_key),
  unique (programme_id, account_id)
);
create index participant_account on participant (account_id);

-- A link that lets its addressee in, once. Only the hash of its token is kept. `request_id` is the client's, so that a repeat sends nothing more.
create table invitation (
  programme_id text not null references programme (id),
  id text not null,
  participant_id text not null,
  request_id text not null,
  token_hash text not null unique,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  replaced_at bigint,
  primary key (programme_id, id),
  unique (programme_id, participant_id, request_id),
  foreign key (programme_id, participant_id) references participant (programme_id, id)
);

-- One import that was carried out; its id is the client's, so that a repeat answers alike.
create table people_import (
  programme_id text not null references programme (id),
  id text not null,
  account_id text references account (id),
  result text not null,
  created_at bigint not null,
  primary key (programme_id, id)
);

-- What somebody says of themselves; the readers of each field stand in profile/rules.ts.
create table profile (
  programme_id text not null references programme (id),
  participant_id text not null,
  help_with text not null,
  limits text not null,
  wishes text not null,
  languages text not null,
  time_zone text not null,
  availability text not null,
  capacity bigint not null,
  why text not null,
  setback text not null,
  setback_readers text not null,
  saved_at bigint not null,
  primary key (programme_id, participant_id),
  foreign key (programme_id, participant_id) references participant (programme_id, id)
);
