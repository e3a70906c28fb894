-- What waits to be shipped to the shared stores, and which instance this is. Nothing is written here on a machine that shares nothing.

-- A change of a shared row, in order. The row itself is read when it is shipped. Triggers write this table while something is shared.
create table outbox (
    place    integer primary key autoincrement,
    kind     text    not null,
    -- calls: seq; flags, list_entries: id; known_callers: caller|kind; classifier_versions: version
    ref      not null,
    at       bigint  not null,
    -- The one destination that lacks it; null: all.
    only_for text
);

-- The stores that are told, how far each has confirmed, and which store it was.
create table shared_destinations (
    name      text   primary key,
    confirmed bigint not null,
    store     text   not null default ''
) without rowid;

-- The past that a destination still lacks: a row a kind until all of it is in the outbox, and the last reference that is.
create table shared_past (
    destination text not null,
    kind        text not null,
    last        not null,
    primary key (destination, kind)
) without rowid;

-- One row, from the first sharing on.
create table shared_instance (
    one    integer primary key check (one = 1),
    number bigint  not null,
    uid    text    not null
);

-- How far what other instances tell has been taken in.
create table shared_marks (
    name  text   primary key,
    place bigint not null
) without rowid;

-- Holds a row while rows of other instances are taken in, within that one transaction: they are not told again.
create table shared_taking (
    one integer primary key
);

-- Who was taken back keeps the row for a while, so that an older word of another instance does not bring it back.
alter table known_callers add column removed_at bigint;
