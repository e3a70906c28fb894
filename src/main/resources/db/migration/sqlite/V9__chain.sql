-- The chain over the record, legal holds. See src/docs/evidence.md for what is hashed, and how.

-- Which chain this database holds, and up to which row calls are from before it. What a restore leaves for the next start to tell the chain, in JSON.
create table chain_identity (
    one      integer primary key check (one = 1),
    uid      text    not null,
    before   integer not null,
    restored text
);
insert into chain_identity (one, uid, before) select 1, lower(hex(randomblob(16))), coalesce(max(seq), 0) from calls;

-- A block a batch of facts that were taken in together, in the same transaction. Hashes are 64 hexadecimal digits. A block of a note has its kind, its text,
-- the details whose hash the text has, and the signature of its head.
create table chain_blocks (
    number    integer primary key,
    at        bigint  not null,
    hash      text    not null,
    previous  text    not null,
    back      text    not null,
    root      text    not null,
    facts     text    not null,
    count     integer not null,
    journal   bigint  not null,
    salts     blob    not null,
    leaves    blob    not null,
    list      blob    not null,
    kind      text,
    note      text,
    details   text,
    signature text
);
create index chain_blocks_by_kind on chain_blocks (kind, number) where kind is not null;

-- Where a call's verdict and end stand in the chain: block x 4096 + index. Null: from before the chain.
alter table calls add column chain_v integer;
alter table calls add column chain_e integer;
-- When the newest verdict's call arrived, if the row has the arrival of an earlier one.
alter table calls add column chain_v_at bigint;
-- Caller, line, trunk and channel as the end told them, in JSON, if the verdict told others.
alter table calls add column chain_e_who text;

-- What retention must keep: calls, flags and entries of a source (as a list entry's pattern; null: all) in a period. Ended, not deleted.
create table legal_holds (
    id          integer primary key autoincrement,
    pattern     text,
    from_at     bigint not null,
    to_at       bigint not null,
    author      text   not null,
    reason      text   not null,
    made_at     bigint not null,
    until       bigint,
    released_at bigint,
    released_by text,
    released_because text
);
