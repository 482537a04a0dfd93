-- On which day a device of somebody was last here, and by which sign-in, so that a lost one is signed out at once.
create table device (
  account_id text not null references account (id),
  device_id text not null,
  sign_in_id text not null,
  seen_on text not null,
  primary key (account_id, device_id)
) strict;
