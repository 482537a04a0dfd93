-- Changes that managers make: who, what, about whom, when, and no content. Made by: manager, operator.
-- A manager whose account is erased leaves the row behind without a name; a participant who is erased takes their mentions along.
create table manager_change (
  programme_id text not null references programme (id),
  id text not null unique,
  act text not null,
  made_by text not null,
  account_id text references account (id) on delete set null,
  co_manager_id text references account (id) on delete set null,
  made_at integer not null,
  primary key (programme_id, id)
) strict;
create index manager_change_co_manager on manager_change (co_manager_id);

-- Whom a change is about.
create table change_about (
  programme_id text not null,
  change_id text not null,
  participant_id text not null,
  primary key (programme_id, change_id, participant_id),
  foreign key (programme_id, change_id) references manager_change (programme_id, id) on delete cascade,
  foreign key (programme_id, participant_id) references participant (programme_id, id) on delete cascade
) strict;
create index change_about_participant on change_about (programme_id, participant_id);

-- An invitation to manage a programme. Only the hash of its token is kept. Ended by use, by a newer one, or withdrawn.
create table manager_invitation (
  programme_id text not null references programme (id),
  id text not null unique,
  name text not null,
  email text not null,
  email_key text not null,
  token_hash text not null unique,
  created_at integer not null,
  expires_at integer not null,
  used_at integer,
  withdrawn_at integer,
  primary key (programme_id, id)
) strict;
create index manager_invitation_address on manager_invitation (email_key);

-- A programme is a draft until its checklist is done. Programmes that were there before run on.
alter table programme add column launched_at integer;
update programme set launched_at = created_at;

-- The points of the checklist that managers have marked: mentors, mentees, statement.
create table launch_point (
  programme_id text not null references programme (id),
  point text not null,
  done_at integer not null,
  primary key (programme_id, point)
) strict;

-- When people of a programme were last reminded of invitations, suggestions or first dates.
create table reminder (
  programme_id text not null references programme (id),
  kind text not null,
  sent_at integer not null,
  primary key (programme_id, kind)
) strict;

-- What somebody asked the programme. Kind: cannot-reach, another-match, a-pause, something-else. State: new, taken, answered.
create table ask (
  programme_id text not null references programme (id),
  id text not null unique,
  account_id text not null references account (id) on delete cascade,
  kind text not null,
  words text not null,
  state text not null,
  asked_at integer not null,
  taken_by text references account (id) on delete set null,
  answer text not null,
  answered_at integer,
  primary key (programme_id, id)
) strict;
create index ask_account on ask (account_id);
