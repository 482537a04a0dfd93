-- Until when a log waits for a member who has just given a bundle back, and may hold epochs besides; none: until they say so.
alter table log_behind add column until bigint;
