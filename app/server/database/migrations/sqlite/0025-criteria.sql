-- How a programme matches, where it is not the usual: JSON of `Criteria`. Open to its participants.
create table matching_criteria (
  programme_id text primary key not null references programme (id),
  content text not null,
  changed_at integer not null
) strict;
