-- Since when a room takes nothing that anybody writes, because its pair is paused; null while it does.
alter table log add column paused_since bigint;
update log set paused_since = opened_at where id in (select id from relationship where state = 'paused');
