-- JSON list of `ChangePart`: which settings a manager changed; empty for changes of before, and for whatever has no parts.
alter table manager_change add column parts text;
