-- Sealed logs (rooms of two, and logs of one's own) and the key material that their members need.
-- The server keeps all of it as bytes that it cannot open; docs/protocol.md says what they are.
create table log (
  id text primary key,
  kind text not null,
  last_number integer not null,
  last_epoch integer not null,
  opened_at integer not null,
  closed_at integer
) strict, without rowid;

create table log_member (
  log_id text not null references log (id),
  account_id text not null references account (id),
  primary key (log_id, account_id)
) strict, without rowid;
create index log_member_account on log_member (account_id);

-- One row an item, epoch, readmit or cut, with the log's running number.
create table log_entry (
  log_id text not null references log (id),
  number integer not null,
  kind integer not null,
  author_id text not null,
  device_id text,
  seq integer,
  hash blob not null,
  bytes blob not null,
  arrived_at integer not null,
  primary key (log_id, number),
  unique (log_id, author_id, device_id, seq)
) strict;
-- Whatever has a place in a chain is known by that place; what has none (a cut), by the hash of its exact bytes.
create unique index log_entry_without_place on log_entry (log_id, hash) where seq is null;

create table log_epoch (
  log_id text not null references log (id),
  n integer not null,
  number integer not null,
  hash blob not null,
  primary key (log_id, n),
  foreign key (log_id, number) references log_entry (log_id, number)
) strict;

-- Wraps are replaced and erased one by one; the epochs that they belong to stay.
create table log_wrap (
  log_id text not null,
  epoch integer not null,
  account_id text not null,
  iek_version integer not null,
  bytes blob not null,
  primary key (log_id, epoch, account_id),
  foreign key (log_id, epoch) references log_epoch (log_id, n),
  foreign key (log_id, account_id) references log_member (log_id, account_id)
) strict;
create index log_wrap_account on log_wrap (account_id);

-- A person whose keys are enrolled, with the newest versions.
create table key_holder (
  account_id text primary key references account (id),
  own_log_id text not null unique references log (id),
  bundle_version integer not null,
  iek_version integer not null,
  ring_version integer not null,
  ring blob not null,
  enrolled_at integer not null
) strict;

create table key_bundle (
  account_id text not null references key_holder (account_id),
  version integer not null,
  bytes blob not null,
  arrived_at integer not null,
  primary key (account_id, version)
) strict;

create table key_slot (
  account_id text not null references key_holder (account_id),
  slot_id text not null,
  kind text not null,
  bytes blob not null,
  arrived_at integer not null,
  primary key (account_id, slot_id)
) strict;
