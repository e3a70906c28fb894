-- The withheld calls by the counters' days, so that months of them are few rows.
create table counter_withheld_days (
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
insert into counter_withheld_days (day, line, trunk, class, action, outcome, calls, with_agent)
select (hour + (select shift from counter_fill)) / 24, line, trunk, class, action, outcome, sum(calls), sum(with_agent)
from counter_withheld group by 1, 2, 3, 4, 5, 6;
