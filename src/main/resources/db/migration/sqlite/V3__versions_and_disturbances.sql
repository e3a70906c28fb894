-- What went on around a call when it arrived, names parted by commas: with any of them the call counts for no block.
alter table calls add column disturbed text not null default '';

-- Each set of rules and settings that a verdict's version names, kept once; a verdict can be explained as long as its call is kept.
create table classifier_versions (
    version  text primary key,
    since    bigint not null,
    settings text   not null
);
