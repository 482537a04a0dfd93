-- From when on a programme has ended: nobody is invited or suggested any more. Rooms go on.
alter table programme add column finishes_at integer;
