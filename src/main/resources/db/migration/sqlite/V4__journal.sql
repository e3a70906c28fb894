-- How far the journal has been taken in: the number of the last record. Changed in the transaction that takes records in.
create table journal_mark (
    one      integer primary key check (one = 1),
    sequence bigint  not null
);
insert into journal_mark (one, sequence) values (1, 0);
