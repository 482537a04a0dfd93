-- For how many days a suggestion is open. One that is out keeps the day it was told.
alter table programme add column suggestion_days integer not null default 7;

-- Topics for which the programme invited a mentor, as a manager wrote them: JSON, a list of texts.
alter table participant add column invited_for text not null default '[]';
