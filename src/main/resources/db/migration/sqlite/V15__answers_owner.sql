-- Whose a claim is: a random mark, so that who asks again, not knowing whether it was written down, finds its own.
alter table kept_answers add column owner text;

-- A queue that is full gives its oldest messages up, and finds them without sorting the others.
create index webhook_queue_by_target on webhook_queue (target, id);
