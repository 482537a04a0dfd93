-- Contacts for concerns who were asked to be one. Who is named stands in the programme's settings; `named_key` is the address there.
create table contact (
  programme_id text not null references programme (id),
  account_id text not null references account (id),
  named_key text not null,
  invited_at integer not null,
  accepted_at integer,
  left_at integer,
  primary key (programme_id, account_id)
) strict;
create index contact_account on contact (account_id);

-- What somebody shows to a contact, sealed to the contact's key. Nothing here says which pair it is about.
create table disclosure (
  programme_id text not null references programme (id),
  id text not null unique,
  sender_id text not null references account (id),
  contact_id text not null references account (id),
  sealed blob not null,
  sent_at integer not null,
  taken_up_at integer,
  primary key (programme_id, id)
) strict;
create index disclosure_sender on disclosure (sender_id);
create index disclosure_contact on disclosure (contact_id);

-- What a contact answers, sealed to the key of whoever asked.
create table disclosure_answer (
  programme_id text not null,
  disclosure_id text not null references disclosure (id),
  id text not null,
  sealed blob not null,
  sent_at integer not null,
  primary key (programme_id, disclosure_id, id)
) strict;
