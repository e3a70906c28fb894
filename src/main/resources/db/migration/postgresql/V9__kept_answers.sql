-- Answers kept for requests that bear an Idempotency-Key.

-- By a hash of who asks and of the key. The answer is sealed with the key itself, which is kept nowhere; null while the request is still being served.
create table kept_answers (
    key    text collate "C" primary key,
    answer text,
    until  bigint not null
);
create index kept_answers_by_end on kept_answers (until);
