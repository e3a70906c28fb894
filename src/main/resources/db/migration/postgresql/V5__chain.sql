-- Where a call's verdict and end stand in the chain of the instance that told them (screened_by, ended_by).
alter table calls add column chain_v bigint;
alter table calls add column chain_e bigint;
alter table calls add column chain_v_at bigint;
alter table calls add column chain_e_who text;

-- Heads of the instances' chains, told each minute: the newest, and those of notes with their signatures. They are added and never changed, so that what an
-- instance's own database says later can be compared with them. A chain that was set back has two heads of one number here.
create table chain_heads (
    chain     text   not null,
    number    bigint not null,
    hash      text   not null,
    instance  bigint not null,
    at        bigint not null,
    told_at   bigint not null,
    kind      text,
    signature text,
    line      text   not null,
    primary key (chain, number, hash)
);
