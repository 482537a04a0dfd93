-- From which day a silent pair's gap is counted anew, and who tapped "we're fine" when. The two and the server; no manager.
create table gap (
  relationship_id text primary key references relationship (id),
  counted_from text,
  mentee_fine_on text,
  mentor_fine_on text
);

-- Which mails somebody wants, and when. Its owner and the server.
create table mail_settings (
  account_id text primary key references account (id),
  muted text not null,
  hours_from bigint,
  hours_to bigint,
  time_zone text not null,
  quiet_until text,
  wake_ups bigint not null,
  last_nudge_on text,
  last_nudge_key text
);

-- Days on which somebody wants a mail without content. Erased once it went out.
create table wake_up (
  account_id text not null references account (id),
  day text not null,
  primary key (account_id, day)
);
