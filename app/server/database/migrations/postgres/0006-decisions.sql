-- Teams and people in decisions about whom somebody takes part: JSON of names and addresses. Matching never puts them together.
alter table profile add column decides_about text not null default '[]';
