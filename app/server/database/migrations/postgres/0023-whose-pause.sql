-- 1 while the mentee, or the mentor, has paused the pair. Both are 0 in pairs that were paused before: there either of the two ends the pause.
alter table relationship add column mentee_paused bigint not null default 0;
alter table relationship add column mentor_paused bigint not null default 0;
