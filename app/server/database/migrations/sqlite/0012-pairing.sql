-- Where a new device of somebody is given their keys by another one: two sealed records, for ten minutes, taken once.
create table pairing (
  account_id text primary key references account (id),
  mailbox text not null,
  request blob,
  answer blob,
  expires_at integer not null
) strict;
