-- After a restore: whose devices have not yet said that a log is whole again. Until all have, no epoch of it is announced.
create table log_behind (
  log_id text not null references log (id),
  account_id text not null references account (id),
  primary key (log_id, account_id)
);
