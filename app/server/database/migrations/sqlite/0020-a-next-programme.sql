-- The programme that this one was made from: its people can be asked whether they continue.
alter table programme add column follows text references programme (id);
