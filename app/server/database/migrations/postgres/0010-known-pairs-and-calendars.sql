-- Two people who were a pair before, as a file of the programme says. They skip matching, and are asked once both take part; then the row goes.
create table known_pair (
  programme_id text not null references programme (id),
  mentee_id text not null,
  mentor_id text not null,
  named_at bigint not null,
  primary key (programme_id, mentee_id),
  foreign key (programme_id, mentee_id) references participant (programme_id, id),
  foreign key (programme_id, mentor_id) references participant (programme_id, id)
);

-- A suggestion of two who were a pair before comes out of no draft.
alter table proposal alter column draft_id drop not null;

-- A calendar that somebody's own program fetches, without signing in: 'own' and 'busy'. Only the hash of its token is kept.
create table calendar_feed (
  account_id text not null references account (id),
  kind text not null,
  token_hash text not null unique,
  wording text not null,
  with_name bigint not null,
  changed_at bigint not null,
  primary key (account_id, kind)
);
alter table cadence add column next_set_at bigint;

-- The days of the week on which somebody works, as JSON of 1 (Monday) to 7, and their time off, as JSON of spans of days.
alter table mail_settings add column work_days text not null default '[1,2,3,4,5,6,7]';
alter table mail_settings add column days_off text not null default '[]';
