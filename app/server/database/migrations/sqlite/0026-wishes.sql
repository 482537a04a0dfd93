-- Whom somebody wishes for in the matching, in their order, and whom they would rather not be put together with. Read by whoever wrote it
-- and by the matching alone. They name people by address: nobody finds out that way who is in a programme.
create table wish (
  programme_id text not null references programme (id),
  participant_id text not null,
  kind text not null check (kind in ('wished', 'avoided')),
  place integer not null,
  address text not null,
  address_key text not null,
  -- Who it was in this programme when it was written, so that a new address changes nothing.
  who_id text,
  primary key (programme_id, participant_id, kind, place),
  foreign key (programme_id, participant_id) references participant (programme_id, id)
) strict;
create index wish_of_address on wish (address_key);
create index wish_of_person on wish (programme_id, who_id);
