-- What people found when they looked at treated calls again, and entries of the lists that wait for a second person.

-- One review of a call an occasion: the last word counts.
create table reviews (
    -- Occasion and call joined by a bar.
    id         text collate "C" primary key,
    occasion   text   not null,
    call_id    text   not null,
    caller     text   not null,
    arrived_at bigint not null,
    judgement  text   not null,
    note       text   not null,
    author     text   not null,
    at         bigint not null
);
create index reviews_by_arrival on reviews (occasion, arrived_at, judgement);
create index reviews_by_time on reviews (occasion, at);

-- An entry that one person wants and another one has to confirm. The first decision counts.
create table list_proposals (
    id         text collate "C" primary key,
    kind       text   not null,
    pattern    text   not null,
    reason     text   not null,
    -- Null: for good.
    expires_at bigint,
    author     text   not null,
    made_at    bigint not null,
    decided_at bigint,
    decided_by text,
    -- 1: the entry was made; 0: it was turned down.
    accepted   integer
);
create index list_proposals_waiting on list_proposals (made_at) where decided_at is null;
