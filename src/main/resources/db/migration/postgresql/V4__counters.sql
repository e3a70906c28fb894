-- How calls are found by what people filter by. Time leads; the words behind it are looked at before a call's row is fetched. Of words that most calls
-- have, only the others have an index.
drop index calls_by_time;
create index calls_by_time on calls (arrived_at, line, trunk, class, action, applied);
create index calls_by_agent on calls (agent, arrived_at) where agent <> '';
create index calls_by_class on calls (class, arrived_at) where class <> 'NORMAL';
create index calls_by_action on calls (action, arrived_at) where action <> 'PASS';
create index calls_by_applied on calls (applied, arrived_at) where applied <> 'PASS';
create index calls_by_outcome on calls (outcome, arrived_at) where outcome in ('SILENT', 'NOISE', 'NO_MEDIA');
create index calls_by_score on calls (arrived_at) where probability >= 0.5;

-- The counters hold the calls that arrived from since on and before until, epoch milliseconds, those that live as of outcome UNKNOWN. All others are
-- counted where they are asked for. A change of a call within is noted in counter_changes by triggers.
create table counter_fill (
    one    integer primary key check (one = 1),
    since  bigint  not null,
    until  bigint  not null,
    -- Nothing that arrived before this is counted beforehand: its time is nearly over.
    oldest bigint  not null,
    -- By how many hours the days of counters begin before those of UTC.
    shift  integer not null
);
insert into counter_fill (one, since, until, oldest, shift)
select 1, now, now, -9223372036854775808, 0 from (select (extract(epoch from now())::bigint / 600 - 2) * 600000 as now) as begun;

-- Added to the counters soon after by one of the instances: two that tell calls never wait for each other's counters.
create table counter_changes (
    place      bigint generated always as identity primary key,
    -- 1: counts from now on; -1: counts no longer
    sign       integer not null,
    arrived_at bigint  not null,
    caller     text collate "C" not null,
    line       text collate "C" not null,
    trunk      text collate "C" not null,
    class      text collate "C",
    action     text collate "C",
    outcome    text collate "C",
    with_agent bigint
);

-- How many calls have which words together: where to look for some. Empty words: not screened. Hours since the epoch; spans in milliseconds.
create table counter_hours (
    hour       bigint not null,
    line       text collate "C" not null,
    trunk      text collate "C" not null,
    class      text collate "C" not null,
    action     text collate "C" not null,
    outcome    text collate "C" not null,
    calls      bigint not null,
    with_agent bigint not null,
    primary key (hour, line, trunk, class, action, outcome)
);

-- The same of the calls with a withheld number, the one source that may have any number of calls.
create table counter_withheld (
    hour       bigint not null,
    line       text collate "C" not null,
    trunk      text collate "C" not null,
    class      text collate "C" not null,
    action     text collate "C" not null,
    outcome    text collate "C" not null,
    calls      bigint not null,
    with_agent bigint not null,
    primary key (hour, line, trunk, class, action, outcome)
);

-- Days since the epoch, begun by counter_fill.shift hours earlier.
create table counter_days (
    day        bigint not null,
    line       text collate "C" not null,
    trunk      text collate "C" not null,
    class      text collate "C" not null,
    action     text collate "C" not null,
    outcome    text collate "C" not null,
    calls      bigint not null,
    with_agent bigint not null,
    primary key (day, line, trunk, class, action, outcome)
);

-- The calls of an hour by one kind of word alone; ALL: the empty word.
create table counter_words (
    kind       text collate "C" not null,
    hour       bigint not null,
    word       text collate "C" not null,
    calls      bigint not null,
    silent     bigint not null,
    noise      bigint not null,
    good       bigint not null,
    with_agent bigint not null,
    primary key (kind, hour, word)
);

create table counter_sources (
    day        bigint not null,
    caller     text collate "C" not null,
    calls      bigint not null,
    silent     bigint not null,
    noise      bigint not null,
    good       bigint not null,
    with_agent bigint not null,
    primary key (day, caller)
);
-- Most sources call once a day and are no nuisance: who leads is among the others, and mostly among the few that do it again and again.
create index counter_sources_many on counter_sources (day, caller) include (calls) where calls >= 4;
create index counter_sources_often on counter_sources (day, caller) include (calls) where calls >= 2;
create index counter_sources_plague on counter_sources (day, caller) include (silent, noise) where silent + noise >= 4;
create index counter_sources_nuisance on counter_sources (day, caller) include (silent, noise) where silent + noise >= 1;

create function counted_told() returns trigger language plpgsql as $$
declare
    counted counter_fill;
begin
    select * into counted from counter_fill for share;
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    select 1, arrived_at, caller, line, trunk, class, action, outcome, with_agent from told
    where arrived_at >= counted.since and arrived_at < counted.until;
    return null;
end $$;

create function counted_was() returns trigger language plpgsql as $$
declare
    counted counter_fill;
begin
    select * into counted from counter_fill for share;
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    select -1, arrived_at, caller, line, trunk, class, action, outcome, with_agent from was
    where arrived_at >= counted.since and arrived_at < counted.until;
    return null;
end $$;

create trigger counted_insert after insert on calls referencing new table as told for each statement execute function counted_told();
create trigger counted_update after update on calls referencing new table as told for each statement execute function counted_told();
create trigger counted_before after update on calls referencing old table as was for each statement execute function counted_was();
create trigger counted_delete after delete on calls referencing old table as was for each statement execute function counted_was();
