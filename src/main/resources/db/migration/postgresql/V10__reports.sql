-- Reports: schedules that people made, what was sent, and what treatments came to.

create table report_schedules (
    name        text collate "C" primary key,
    rhythm      text    not null,
    weekday     text    not null,
    time_of_day text    not null,
    -- Addresses, parted by blanks.
    mail        text    not null,
    webhook     integer not null,
    language    text    not null,
    since       bigint  not null
);

create table sent_reports (
    id        bigint generated always as identity primary key,
    schedule  text collate "C" not null,
    first_day text    not null,
    last_day  text    not null,
    made_at   bigint  not null,
    language  text    not null,
    -- Its words, as JSON; numbers are masked.
    report    text    not null,
    unique (schedule, last_day)
);
create index sent_reports_by_time on sent_reports (made_at);

create table report_mails (
    report    bigint  not null,
    recipient text collate "C" not null,
    -- When it was asked for last: a mail that is sent again is another one.
    asked_at  bigint  not null,
    tries     integer not null,
    -- Null: taken by the mail server, or given up.
    next_at   bigint,
    taken_at  bigint,
    fault     text    not null default '',
    primary key (report, recipient)
);
create index report_mails_due on report_mails (next_at) where next_at is not null;

-- Calls by hour of UTC, what was done with them and what they came to. Of those asked about it is known whether their callers called again, within an
-- hour (soon) and within 24 (later).
create table treated_hours (
    hour       bigint not null,
    applied    text   not null,
    outcome    text   not null,
    calls      bigint not null,
    reached    bigint not null,
    with_agent bigint not null,
    asked      bigint not null,
    soon       bigint not null,
    later      bigint not null,
    primary key (hour, applied, outcome)
);

-- Hours from since on and before until are counted; in those before followed callers were asked about.
create table treated_fill (
    one      integer primary key check (one = 1),
    since    bigint  not null,
    until    bigint  not null,
    followed bigint  not null
);
