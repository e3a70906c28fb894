-- Weights and thresholds that people saved over the site's file. Rows are added, none is changed; the latest one decides.
create table rule_changes (
    id       text   primary key,
    at       bigint not null,
    author   text   not null,
    note     text   not null,
    -- As JSON: thresholds, and weights by symbol.
    settings text   not null
) without rowid;
create index rule_changes_by_time on rule_changes (at, id);

create trigger rule_changes_stay before update on rule_changes begin
    select raise(abort, 'saved rules are not changed afterwards');
end;
