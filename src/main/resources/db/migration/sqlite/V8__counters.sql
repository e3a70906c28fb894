-- How calls are found by what people filter by; of words that most calls have, only the others are here.
create index calls_by_line on calls (line, arrived_at);
create index calls_by_trunk on calls (trunk, arrived_at);
create index calls_by_agent on calls (agent, arrived_at) where agent <> '';
create index calls_by_class on calls (class, arrived_at) where class <> 'NORMAL';
create index calls_by_action on calls (action, arrived_at) where action <> 'PASS';
create index calls_by_applied on calls (applied, arrived_at) where applied <> 'PASS';
create index calls_by_outcome on calls (outcome, arrived_at) where outcome in ('SILENT', 'NOISE', 'NO_MEDIA');
create index calls_by_score on calls (arrived_at) where probability >= 0.5;

