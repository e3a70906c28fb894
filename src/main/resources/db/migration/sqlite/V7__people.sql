-- People who sign in, API tokens, and what people did.

-- Who may sign in. A row is never deleted: a name means one person for good.
create table accounts (
    name        text    primary key,
    full_name   text    not null,
    -- Names of roles parted by commas.
    roles       text    not null,
    agent       text,
    password    text    not null,
    password_at bigint  not null,
    -- Whether another person chose the password.
    must_change integer not null default 0,
    disabled    integer not null default 0,
    created_at  bigint  not null,
    changed_at  bigint  not null
) without rowid;

-- Tokens of programs, by the SHA-256 of their text.
create table api_tokens (
    id         text   primary key,
    name       text   not null,
    -- Words parted by commas.
    scopes     text   not null,
    hash       text   not null,
    created_at bigint not null,
    created_by text   not null,
    expires_at bigint not null,
    revoked_at bigint,
    revoked_by text
) without rowid;

-- When this instance saw a token last, to the minute.
create table token_uses (
    id   text   primary key,
    seen bigint not null
) without rowid;

-- What people did. Rows are added, and deleted when their time is over; none is changed.
create table audit (
    id      integer primary key autoincrement,
    at      bigint not null,
    who     text   not null,
    deed    text   not null,
    subject text   not null,
    before  text   not null,
    after   text   not null,
    address text   not null
);
create index audit_by_time on audit (at, id);
create index audit_by_who on audit (who, at);
create index audit_by_subject on audit (subject, at);

create trigger audit_stays before update of at, who, deed, subject, before, after, address on audit begin
    select raise(abort, 'what people did is not changed afterwards');
end;
