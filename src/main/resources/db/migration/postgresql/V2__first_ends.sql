-- Who told a call's end first, as soon as it is told: the call's row may be shipped later. Unlogged: what a crash loses is asked of the calls.
create unlogged table first_ends (
    id      text collate "C" primary key,
    told_by bigint not null,
    at      bigint not null default (extract(epoch from clock_timestamp()) * 1000)::bigint
);
create index first_ends_by_time on first_ends (at);
