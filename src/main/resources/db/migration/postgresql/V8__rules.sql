-- Weights and thresholds that people saved over the site's file. Rows are added, none is changed; the latest one decides.
create table rule_changes (
    id       text collate "C" primary key,
    at       bigint not null,
    author   text   not null,
    note     text   not null,
    -- As JSON: thresholds, and weights by symbol.
    settings text   not null
);
create index rule_changes_by_time on rule_changes (at, id);
