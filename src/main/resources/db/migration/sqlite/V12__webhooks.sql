-- Messages that wait for a webhook's target, and answers kept for requests that bear an Idempotency-Key.

create table webhook_queue (
    id      integer primary key autoincrement,
    target  text    not null,
    message text    not null,
    event   text    not null,
    body    text    not null,
    made_at bigint  not null,
    next_at bigint  not null,
    tries   integer not null default 0
);
create index webhook_queue_by_time on webhook_queue (target, next_at, id);

-- By a hash of who asks and of the key. The answer is sealed with the key itself, which is kept nowhere; null while the request is still being served.
create table kept_answers (
    key    text   primary key,
    answer text,
    until  bigint not null
);
create index kept_answers_by_end on kept_answers (until);
