-- How long the rooms of somebody who left can be read and brought to a good ending.
alter table programme add column leaving_days integer not null default 60;

-- Who left a programme, until their rooms end. Said by: manager, person. Neither a reason nor an earlier leaving is kept.
create table leaving (
  programme_id text not null,
  participant_id text not null,
  state_before text not null,
  said_by text not null,
  left_at integer not null,
  until integer not null,
  primary key (programme_id, participant_id),
  foreign key (programme_id, participant_id) references participant (programme_id, id) on delete cascade
) strict;

-- Since when a room takes nothing but what belongs to its ending.
alter table log add column resting_since integer;
