-- Identities that were set aside when their owner began anew, with all that opens them; `number` counts from 1 for each account.
-- They can be taken back until the other member of a room has let the new identity in.
create table former_keys (
  account_id text not null references account (id),
  number integer not null,
  own_log_id text not null unique references log (id),
  bundle_version integer not null,
  iek_version integer not null,
  ring_version integer not null,
  ring blob not null,
  enrolled_at integer not null,
  lost_at integer not null,
  primary key (account_id, number)
) strict;

create table former_bundle (
  account_id text not null,
  number integer not null,
  version integer not null,
  bytes blob not null,
  arrived_at integer not null,
  primary key (account_id, number, version),
  foreign key (account_id, number) references former_keys (account_id, number)
) strict;

create table former_slot (
  account_id text not null,
  number integer not null,
  slot_id text not null,
  kind text not null,
  bytes blob not null,
  arrived_at integer not null,
  primary key (account_id, number, slot_id),
  foreign key (account_id, number) references former_keys (account_id, number)
) strict;

create table former_wrap (
  account_id text not null,
  number integer not null,
  log_id text not null,
  epoch integer not null,
  iek_version integer not null,
  bytes blob not null,
  primary key (account_id, number, log_id, epoch),
  foreign key (account_id, number) references former_keys (account_id, number),
  foreign key (log_id, epoch) references log_epoch (log_id, n)
) strict;
create index former_wrap_log on former_wrap (log_id);

-- Identities that their supposed owner disowned, with the signed change that says so.
create table disowned_keys (
  account_id text not null references account (id),
  isk_hash blob not null,
  change blob not null,
  disowned_at integer not null,
  primary key (account_id, isk_hash)
) strict;

-- A second address of somebody's own; either signs in to the same account. Its owner and the server alone see it.
create table private_address (
  account_id text primary key references account (id),
  email text not null,
  email_key text not null unique,
  since integer not null
) strict;

-- An address that somebody wants, until the code that was mailed to it is typed in.
create table address_change (
  account_id text not null references account (id),
  id text not null,
  place text not null,
  email text not null,
  email_key text not null,
  code_hash text not null,
  created_at integer not null,
  expires_at integer not null,
  wrong_tries integer not null,
  used_at integer,
  primary key (account_id, id)
) strict;
create index address_change_expiry on address_change (expires_at);

-- An address that was left by somebody without keys, who can have it back for a while by the link that was mailed to it.
create table address_left (
  account_id text not null references account (id),
  id text not null,
  place text not null,
  email text not null,
  email_key text not null,
  token_hash text not null unique,
  expires_at integer not null,
  primary key (account_id, id)
) strict;
create index address_left_expiry on address_left (expires_at);
