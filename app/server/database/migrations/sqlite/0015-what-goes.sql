-- What goes: rooms that both erased or that are kept no longer. And who looked at whom.

-- A log of which nothing sealed is left: "erased" by both of its members, or "dropped" after the time for which ended rooms are kept.
create table log_gone (
  log_id text primary key references log (id),
  how text not null,
  at integer not null
) strict;

-- On which days which manager opened somebody's page. For its owner's eyes.
create table profile_look (
  programme_id text not null references programme (id),
  participant_id text not null,
  account_id text not null references account (id),
  day text not null,
  primary key (programme_id, participant_id, account_id, day),
  foreign key (programme_id, participant_id) references participant (programme_id, id) on delete cascade
) strict;
create index profile_look_manager on profile_look (account_id);
