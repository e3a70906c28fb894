-- Times are epoch milliseconds, spans are milliseconds unless the name says otherwise, truth values are 0 and 1.

-- One row a call. The columns from token_hash on are null until it was screened, those from ended_at on until it ended; either may come first.
create table calls (
    seq             integer primary key,
    id              text    not null unique,
    arrived_at      bigint  not null,
    caller          text    not null,
    line            text    not null,
    trunk           text    not null,
    channel         text    not null,
    name            text    not null default '',
    asserted        text,
    attestation     text    not null default 'NONE',
    trunk_trusted   integer not null default 0,
    line_name       text    not null default 'default',
    profile         text,
    line_listen     text    not null default 'SUSPECTS',
    line_blocked    text    not null default 'DETER',
    from_host       text    not null default '',
    user_agent      text    not null default '',
    codec           text    not null default '',
    forwarded       integer not null default 0,
    callback        integer not null default 0,
    language        text    not null default '',
    token_hash      text,
    case_number     text,
    action          text,
    class           text,
    probability     real,
    symbols         text,
    cause           text,
    version         text,
    applied         text,
    applied_because text,
    talk_threshold  integer,
    key_to_queue    integer,
    label           text,
    took_nanos      bigint,
    ended_at        bigint,
    way             text,
    answered        bigint,
    with_agent      bigint,
    side            text,
    hangup_cause    integer,
    packets         bigint,
    queue           text,
    agent           text,
    talk_whole      integer,
    talk_total      bigint,
    talk_longest    bigint,
    talk_current    bigint,
    outcome         text,
    outcome_because text
);
create index calls_by_caller on calls (caller, arrived_at);
create index calls_by_time on calls (arrived_at);
create index calls_by_token on calls (token_hash) where token_hash is not null;
create index calls_by_case on calls (case_number) where case_number is not null;

create table flags (
    id        integer primary key autoincrement,
    call_id   text    not null,
    caller    text    not null,
    agent     text    not null,
    reason    text    not null,
    note      text    not null,
    at        bigint  not null,
    undone_at bigint
);
-- An agent has one standing flag a call.
create unique index flags_standing on flags (call_id, agent) where undone_at is null;
create index flags_by_caller on flags (caller, at);
create index flags_by_agent on flags (agent, at);
create index flags_by_time on flags (at);

-- An entry that ended early keeps its row: who ended it, when and why.
create table list_entries (
    id              integer primary key autoincrement,
    kind            text    not null,
    pattern         text    not null,
    reason          text    not null,
    author          text    not null,
    origin          text    not null,
    created_at      bigint  not null,
    expires_at      bigint,
    step            integer not null,
    removed_at      bigint,
    removed_by      text,
    removed_because text
);
create index list_entries_by_pattern on list_entries (pattern, created_at);
create index list_entries_standing on list_entries (expires_at) where removed_at is null;
create index list_entries_by_time on list_entries (created_at);
