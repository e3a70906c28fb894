-- Ranges of numbers (+A-+B) by their first number: those that mean a number begin at most a million before it.
create index list_entries_ranges on list_entries (pattern) where pattern like '%-%';
