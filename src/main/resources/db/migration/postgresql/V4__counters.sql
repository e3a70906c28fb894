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
-- A call counts from its end on. What is to be counted is noted in the transaction that changes the call, and added to the counters soon after by one
-- of the instances: two that tell calls never wait for each other's counters.
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

-- Calls that arrived before this were there before the counters, and are not counted yet.
create table counter_fill (
    one   integer primary key check (one = 1),
    since bigint not null
);
insert into counter_fill (one, since)
select 1, case when exists (select 1 from calls) then 9223372036854775807 else -9223372036854775808 end;

-- Empty words: not screened. Hours since the epoch; spans in milliseconds.
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

-- Days of UTC since the epoch.
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
-- Most sources call once a day and are no nuisance: who leads is among the others.
create index counter_sources_often on counter_sources (day, caller) include (calls, silent, noise, good, with_agent) where calls > 1;
create index counter_sources_nuisance on counter_sources (day, caller) include (calls, silent, noise, good, with_agent) where silent + noise > 0;

create index calls_living on calls (arrived_at) where ended_at is null;

create function counted_told() returns trigger language plpgsql as $$
declare
    counted_since bigint;
begin
    select since into counted_since from counter_fill for share;
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    select 1, arrived_at, caller, line, trunk, class, action, outcome, with_agent from told
    where ended_at is not null and arrived_at >= counted_since;
    return null;
end $$;

create function counted_was() returns trigger language plpgsql as $$
declare
    counted_since bigint;
begin
    select since into counted_since from counter_fill for share;
    insert into counter_changes (sign, arrived_at, caller, line, trunk, class, action, outcome, with_agent)
    select -1, arrived_at, caller, line, trunk, class, action, outcome, with_agent from was
    where ended_at is not null and arrived_at >= counted_since;
    return null;
end $$;

create trigger counted_insert after insert on calls referencing new table as told for each statement execute function counted_told();
create trigger counted_update after update on calls referencing new table as told for each statement execute function counted_told();
create trigger counted_before after update on calls referencing old table as was for each statement execute function counted_was();
create trigger counted_delete after delete on calls referencing old table as was for each statement execute function counted_was();
