-- Living pairs and the few dates that leave their rooms.

-- A pair. Its id is the id of its room's log. Who paused it is not kept.
create table relationship (
  programme_id text not null references programme (id),
  id text not null unique,
  mentee_id text not null,
  mentor_id text not null,
  mentee_account_id text not null references account (id),
  mentor_account_id text not null references account (id),
  state text not null,
  reasons text not null,
  started_at bigint not null,
  ended_on text,
  reminded_at bigint,
  primary key (programme_id, id),
  foreign key (programme_id, mentee_id) references participant (programme_id, id),
  foreign key (programme_id, mentor_id) references participant (programme_id, id)
);
create index relationship_mentee on relationship (mentee_account_id);
create index relationship_mentor on relationship (mentor_account_id);

-- What the server must know for reminders; posted by the two, read by nobody else.
create table cadence (
  relationship_id text primary key references relationship (id),
  rhythm_days bigint,
  agreement_agreed bigint not null,
  next_starts_at bigint,
  next_length_minutes bigint,
  next_time_zone text
);

-- The days on which the two met.
create table held_day (
  relationship_id text not null references relationship (id),
  day text not null,
  primary key (relationship_id, day)
);
