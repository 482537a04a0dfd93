-- Identities that were set aside when their owner began anew, with all that opens them; `number` counts from 1 for each account.
-- They can be taken back until the other member of a room has let the new identity in.
create table former_keys (
  account_id text not null references account (id),
  number bigint not null,
  own_log_id text not null unique references log (id),
  bundle_version bigint not null,
  iek_version bigint not null,
  ring_version bigint not null,
  ring bytea not null,
  enrolled_at bigint not null,
  lost_at bigint not null,
  primary key (account_id, number)
);

create table former_bundle (
  account_id text not null,
  number bigint not null,
  version bigint not null,
  bytes bytea not null,
  arrived_at bigint not null,
  primary key (account_id, number, version),
  foreign key (account_id, number) references former_keys (account_id, number)
);

create table former_slot (
  account_id text not null,
  number bigint not null,
  slot_id text not null,
  kind text not null,
  bytes bytea not null,
  arrived_at bigint not null,
  primary key (account_id, number, slot_id),
  foreign key (account_id, number) references former_keys (account_id, number)
);

create table former_wrap (
  account_id text not null,
  number bigint not null,
  log_id text not null,
  epoch bigint not null,
  iek_version bigint not null,
  bytes bytea not null,
  primary key (account_id, number, log_id, epoch),
  foreign key (account_id, number) references former_keys (account_id, number),
  foreign key (log_id, epoch) references log_epoch (log_id, n)
);
create index former_wrap_log on former_wrap (log_id);

-- Identities that their supposed owner disowned, with the signed change that says so.
create table disowned_keys (
  account_id text not null references account (id),
  isk_hash bytea not null,
  change bytea not null,
  disowned_at bigint not null,
  primary key (account_id, isk_hash)
);

-- A second address of somebody's own; either signs in to the same account. Its owner and the server alone see it.
create table private_address (
  account_id text primary key references account (id),
  email text not null,
  email_key text not null unique,
  since bigint not null
);

-- An address that somebody wants, until the code that was mailed to it is typed in.
create table address_change (
  account_id text not null references account (id),
  id text not null,
  place text not null,
  email text not null,
  email_key text not null,
  code_hash text not null,
  created_at bigint not null,
  expires_at bigint not null,
  wrong_tries bigint not null,
  used_at bigint,
  primary key (account_id, id)
);
create index address_change_expiry on address_change (expires_at);

-- An address that was left by somebody without keys, who can have it back for a while by the link that was mailed to it.
create table address_left (
  account_id text not null references account (id),
  id text not null,
  place text not null,
  email text not null,
  email_key text not null,
  token_hash text not null unique,
  expires_at bigint not null,
  primary key (account_id, id)
);
create index address_left_expiry on address_left (expires_at);
