-- 1 where the two had named each other when they became a pair; the two read it, and nobody else.
alter table relationship add column named_each_other integer not null default 0;
