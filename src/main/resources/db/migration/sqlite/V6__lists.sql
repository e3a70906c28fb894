-- What an automatic entry follows; instances that judge the same calls come to the same mark, so that the entry is made once. Null for people's entries.
alter table list_entries add column mark text;
create unique index list_entries_by_mark on list_entries (mark) where mark is not null;

-- For pages of a long list, newest first.
create index list_entries_newest on list_entries (kind, created_at, id) where removed_at is null;

-- For what may be forgotten.
drop index list_entries_standing;
create index list_entries_by_end on list_entries (coalesce(removed_at, expires_at));
