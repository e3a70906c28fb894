-- How calls are found by what people filter by; of words that most calls have, only the others are here.
create index calls_by_line on calls (line, arrived_at);
create index calls_by_trunk on calls (trunk, arrived_at);
create index calls_by_agent on calls (agent, arrived_at) where agent <> '';
create index calls_by_class on calls (class, arrived_at) where class <> 'NORMAL';
create index calls_by_action on calls (action, arrived_at) where action <> 'PASS';
create index calls_by_applied on calls (applied, arrived_at) where applied <> 'PASS';
create index calls_by_outcome on calls (outcome, arrived_at) where outcome in ('SILENT', 'NOISE', 'NO_MEDIA');
create index calls_by_score on calls (arrived_at) where probability >= 0.5;

-- Counters by hour, kept as calls are taken in.
-- A call counts from its end on. What is to be counted is noted in the transaction that changes the call, and added to the counters soon after.
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

-- Calls up to this number were there before the counters, and are not counted yet; whole: how many there were.
create table counter_fill (
    one   integer primary key check (one = 1),
    seq   bigint not null,
    whole bigint not null
);
insert into counter_fill (one, seq, whole) select 1, coalesce(max(seq), 0), coalesce(max(seq), 0) from calls;

-- Empty words: not screened. Hours since the epoch; spans in milliseconds.
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

-- Days of UTC since the epoch.
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
-- Most sources call once a day and are no nuisance: who leads is among the others.
create index counter_sources_often on counter_sources (day, caller, calls, silent, noise, good, with_agent) where calls > 1;
create index counter_sources_nuisance on counter_sources (day, caller, calls, silent, noise, good, with_agent) where silent + noise > 0;

create index calls_living on calls (arrived_at) where ended_at is null;

create trigger counted_insert after insert on calls
when new.ended_at is not null and new.seq > (select seq from counter_fill)
begin
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    values (1, new.arrived_at, new.caller, new.line, new.trunk, new.class, new.action, new.outcome, new.with_agent);
end;

create trigger counted_end after update on calls
when old.ended_at is null and new.ended_at is not null and new.seq > (select seq from counter_fill)
begin
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    values (1, new.arrived_at, new.caller, new.line, new.trunk, new.class, new.action, new.outcome, new.with_agent);
end;

create trigger counted_again after update on calls
when old.ended_at is not null and old.seq > (select seq from counter_fill)
begin
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    values (-1, old.arrived_at, old.caller, old.line, old.trunk, old.class, old.action, old.outcome, old.with_agent);
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    select 1, new.arrived_at, new.caller, new.line, new.trunk, new.class, new.action, new.outcome, new.with_agent where new.ended_at is not null;
end;

create trigger counted_delete after delete on calls
when old.ended_at is not null and old.seq > (select seq from counter_fill)
begin
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    values (-1, old.arrived_at, old.caller, old.line, old.trunk, old.class, old.action, old.outcome, old.with_agent);
end;
