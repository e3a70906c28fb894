-- Whose a claim is: a random mark, so that who asks again, not knowing whether it was written down, finds its own.
alter table kept_answers add column owner text;
