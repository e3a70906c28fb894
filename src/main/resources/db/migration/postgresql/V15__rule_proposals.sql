-- Weights and thresholds that one person wants saved and another one has to confirm. The first decision counts; nothing else of a row changes.
create table rule_proposals (
    -- That of the trial.
    id            text collate "C" primary key,
    -- As rule_changes has them.
    settings      text    not null,
    -- The revision that held when it was tried, empty: the site's file alone; and the version of the rules.
    base_revision text    not null,
    base_version  text    not null,
    days          integer not null,
    note          text    not null,
    author        text    not null,
    asked_at      bigint  not null,
    -- Calls that were decided again, those whose action would be another, and good talks that would be met harder.
    calls_tried   bigint  not null,
    changed_calls bigint  not null,
    harmed_talks  bigint  not null,
    -- As JSON: how calls change. No caller's number.
    findings      text    not null,
    decided_at    bigint,
    decided_by    text,
    -- 1: it was saved; 0: it was turned down.
    accepted      integer
);
create index rule_proposals_waiting on rule_proposals (asked_at) where decided_at is null;
