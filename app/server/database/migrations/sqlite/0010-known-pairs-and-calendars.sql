-- Two people who were a pair before, as a file of the programme says. They skip matching, and are asked once both take part; then the row goes.
create table known_pair (
  programme_id text not null references programme (id),
  mentee_id text not null,
  mentor_id text not null,
  named_at integer not null,
  primary key (programme_id, mentee_id),
  foreign key (programme_id, mentee_id) references participant (programme_id, id),
  foreign key (programme_id, mentor_id) references participant (programme_id, id)
) strict;

-- A suggestion of two who were a pair before comes out of no draft.
create table proposal_anew (
  programme_id text not null references programme (id),
  id text not null unique,
  draft_id text,
  mentee_id text not null,
  mentor_id text not null,
  mentee_account_id text not null references account (id),
  mentor_account_id text not null references account (id),
  state text not null,
  reasons text not null,
  mentee_answer text,
  mentor_answer text,
  asked_at integer not null,
  closes_at integer not null,
  primary key (programme_id, id),
  foreign key (programme_id, draft_id) references match_draft (programme_id, id),
  foreign key (programme_id, mentee_id) references participant (programme_id, id),
  foreign key (programme_id, mentor_id) references participant (programme_id, id)
) strict;
insert into proposal_anew select * from proposal;
drop table proposal;
alter table proposal_anew rename to proposal;
create unique index proposal_open on proposal (programme_id, mentee_id) where state = 'open';
create index proposal_round on proposal (programme_id, draft_id);
create index proposal_mentee on proposal (mentee_account_id);
create index proposal_mentor on proposal (mentor_account_id);

-- A calendar that somebody's own program fetches, without signing in: 'own' and 'busy'. Only the hash of its token is kept.
create table calendar_feed (
  account_id text not null references account (id),
  kind text not null,
  token_hash text not null unique,
  wording text not null,
  with_name integer not null,
  changed_at integer not null,
  primary key (account_id, kind)
) strict;
alter table cadence add column next_set_at integer;

-- The days of the week on which somebody works, as JSON of 1 (Monday) to 7, and their time off, as JSON of spans of days.
alter table mail_settings add column work_days text not null default '[1,2,3,4,5,6,7]';
alter table mail_settings add column days_off text not null default '[]';
