-- How calls are found by what people filter by. Time leads; the words behind it are looked at before a call's row is fetched. They are told with the
-- verdict, so an end changes nothing there. Each index costs each statement, also where it has no row, so there are few.
drop index calls_by_time;
create index calls_by_time on calls (arrived_at, line, trunk, class, action, applied, probability);
create index calls_by_agent on calls (agent, arrived_at, line, class, action, outcome) where agent <> '';
create index calls_by_class on calls (class, arrived_at) where class <> 'NORMAL';

-- The counters hold the calls that arrived from since on and before until, epoch milliseconds, those that live as of outcome UNKNOWN. All others are
-- counted where they are asked for. Whoever changes a call within notes it in counter_changes in the same transaction.
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
select 1, now, now, -9223372036854775808, 0 from (select (cast(strftime('%s', 'now') as integer) / 600 - 2) * 600000 as now);

create table counter_changes (
    place      integer primary key,
    -- 1: counts from now on; -1: counts no longer
    sign       integer not null,
    arrived_at bigint  not null,
    caller     text    not null,
    line       text    not null,
    trunk      text    not null,
    class      text,
    action     text,
    outcome    text,
    with_agent bigint
);

-- How many calls have which words together: where to look for some. Empty words: not screened. Hours since the epoch; spans in milliseconds.
create table counter_hours (
    hour       bigint not null,
    line       text   not null,
    trunk      text   not null,
    class      text   not null,
    action     text   not null,
    outcome    text   not null,
    calls      bigint not null,
    with_agent bigint not null,
    primary key (hour, line, trunk, class, action, outcome)
) without rowid;

-- The same of the calls with a withheld number, the one source that may have any number of calls.
create table counter_withheld (
    hour       bigint not null,
    line       text   not null,
    trunk      text   not null,
    class      text   not null,
    action     text   not null,
    outcome    text   not null,
    calls      bigint not null,
    with_agent bigint not null,
    primary key (hour, line, trunk, class, action, outcome)
) without rowid;

-- Days since the epoch, begun by counter_fill.shift hours earlier.
create table counter_days (
    day        bigint not null,
    line       text   not null,
    trunk      text   not null,
    class      text   not null,
    action     text   not null,
    outcome    text   not null,
    calls      bigint not null,
    with_agent bigint not null,
    primary key (day, line, trunk, class, action, outcome)
) without rowid;

-- The calls of an hour by one kind of word alone; ALL: the empty word.
create table counter_words (
    kind       text   not null,
    hour       bigint not null,
    word       text   not null,
    calls      bigint not null,
    silent     bigint not null,
    noise      bigint not null,
    good       bigint not null,
    with_agent bigint not null,
    primary key (kind, hour, word)
) without rowid;

create table counter_sources (
    day        bigint not null,
    caller     text   not null,
    calls      bigint not null,
    silent     bigint not null,
    noise      bigint not null,
    good       bigint not null,
    with_agent bigint not null,
    primary key (day, caller)
) without rowid;
-- Most sources call once a day and are no nuisance: who leads is among the others, and mostly among the few that do it again and again.
create index counter_sources_many on counter_sources (day, caller, calls) where calls >= 4;
create index counter_sources_often on counter_sources (day, caller, calls) where calls >= 2;
create index counter_sources_plague on counter_sources (day, caller, silent, noise) where silent + noise >= 4;
create index counter_sources_nuisance on counter_sources (day, caller, silent, noise) where silent + noise >= 1;
