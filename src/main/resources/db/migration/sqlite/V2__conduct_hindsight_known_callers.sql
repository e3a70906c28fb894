-- What a caller did in a call beside its outcome: words joined by commas. Null while the call lives, and in rows from before this version.
alter table calls add column conduct text;

-- The first burst of the call: when it began, from answer, and how long it was.
alter table calls add column opening_after bigint;
alter table calls add column opening_lasted bigint;

-- The verdict as known at the end, beside the one that was acted upon; null if there is none.
alter table calls add column hindsight_action      text;
alter table calls add column hindsight_class       text;
alter table calls add column hindsight_probability real;
alter table calls add column hindsight_symbols     text;
alter table calls add column hindsight_cause       text;
alter table calls add column hindsight_version     text;

-- Who took a flag back; null if it stands, and in rows from before this version.
alter table flags add column undone_by text;

-- As what the site knows callers. Those of a site's own file are not here.
create table known_callers (
    caller     text   not null,
    kind       text   not null,
    origin     text   not null,
    author     text   not null,
    known_at   bigint not null,
    expires_at bigint,
    primary key (caller, kind)
) without rowid;
create index known_callers_by_end on known_callers (expires_at) where expires_at is not null;
