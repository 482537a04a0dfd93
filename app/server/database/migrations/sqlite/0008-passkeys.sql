-- Passkeys that may sign somebody in: public keys, and how often each was used where its authenticator counts.
create table passkey (
  account_id text not null references account (id),
  id text not null,
  credential text not null unique,
  public_key blob not null,
  counter integer not null,
  created_at integer not null,
  primary key (account_id, id)
) strict;

-- Challenges that wait for an answer, as hashes; whoever adds a passkey is named, whoever signs in is not known yet.
create table passkey_challenge (
  challenge_hash text primary key,
  account_id text references account (id),
  expires_at integer not null
) strict;
create index passkey_challenge_expiry on passkey_challenge (expires_at);
