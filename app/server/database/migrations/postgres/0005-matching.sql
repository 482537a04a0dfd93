-- Matching: drafts that only managers see, and the suggestions that two people answer.

-- One draft. Its content is JSON (DraftContent of programme/matching/drafts). State: tried, open, replaced, sent.
create table match_draft (
  programme_id text not null references programme (id),
  id text not null unique,
  number bigint not null,
  state text not null,
  content text not null,
  made_by text not null references account (id),
  made_at bigint not null,
  sent_at bigint,
  primary key (programme_id, id)
);
create unique index match_draft_open on match_draft (programme_id) where state = 'open';

-- Two people who are suggested to each other. State: open, came-about, closed. What each answered is read by the server alone,
-- and erased when the suggestion closes.
create table proposal (
  programme_id text not null references programme (id),
  id text not null unique,
  draft_id text not null,
  mentee_id text not null,
  mentor_id text not null,
  mentee_account_id text not null references account (id),
  mentor_account_id text not null references account (id),
  state text not null,
  reasons text not null,
  mentee_answer text,
  mentor_answer text,
  asked_at bigint not null,
  closes_at bigint not null,
  primary key (programme_id, id),
  foreign key (programme_id, draft_id) references match_draft (programme_id, id),
  foreign key (programme_id, mentee_id) references participant (programme_id, id),
  foreign key (programme_id, mentor_id) references participant (programme_id, id)
);
create unique index proposal_open on proposal (programme_id, mentee_id) where state = 'open';
create index proposal_round on proposal (programme_id, draft_id);
create index proposal_mentee on proposal (mentee_account_id);
create index proposal_mentor on proposal (mentor_account_id);

-- Two people of whom one said "not this one", for the engine alone. It says neither who nor why.
create table not_again (
  programme_id text not null references programme (id),
  mentee_id text not null,
  mentor_id text not null,
  primary key (programme_id, mentee_id, mentor_id)
);
