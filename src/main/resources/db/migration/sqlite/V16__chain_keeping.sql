-- The chain.

-- keeping
-- Up to which block the chain was thinned out under which legal holds, and when that began, epoch milliseconds. It only saves work.
create table chain_thinning (
    one    integer primary key check (one = 1),
    holds  text    not null,
    looked integer not null,
    begun  bigint  not null
);

-- What the calls from before the chain were when it began, in pages of rows that follow one another. Of each call 24 bytes: the number of its row less that
-- before the page, when it arrived in epoch seconds, half of the hash of what the chain lacks of it. The chain's note BEGUN has the hash of each page.
create table chain_before (
    page  integer primary key,
    calls blob not null
);
