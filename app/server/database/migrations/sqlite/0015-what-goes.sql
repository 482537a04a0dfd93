-- What goes: rooms that both erased or that are kept no longer, people who leave, and who looked at whom before.

-- A log of which nothing sealed is left: "erased" by both of its members, or "dropped" after the time for which ended rooms are kept.
create table log_gone (
  log_id text primary key references log (id),
  how text not null,
  at integer not null
) strict;

-- How a programme lets go: for how many days it keeps ended rooms (empty: for as long as there is a server), for how many days
-- somebody who left still reaches theirs, and when its matching closed for good.
create table programme_leaving (
  programme_id text primary key references programme (id),
  keep_ended_days integer,
  leaver_days integer not null,
  closed_at integer
) strict;

-- Somebody who left a programme, until when they reach their rooms there.
create table leaver (
  programme_id text not null references programme (id),
  participant_id text not null,
  left_at integer not null,
  reaches_until integer not null,
  primary key (programme_id, participant_id),
  foreign key (programme_id, participant_id) references participant (programme_id, id)
) strict;

-- On which days which manager opened somebody's page. For its owner's eyes.
create table profile_look (
  programme_id text not null references programme (id),
  participant_id text not null,
  account_id text not null references account (id),
  day text not null,
  primary key (programme_id, participant_id, account_id, day),
  foreign key (programme_id, participant_id) references participant (programme_id, id)
) strict;
create index profile_look_manager on profile_look (account_id);
