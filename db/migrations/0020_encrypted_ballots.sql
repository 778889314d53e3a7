-- While a secret vote is open, a ballot is encrypted on the roll of its electors, with a key that the database does not have.
-- No row of another table is written with it, so no transaction, place or order joins a choice to a name. When the vote
-- closes, all ballots are written at once, in random order, and the roll keeps none.
alter table electors add column encrypted text check (char_length(encrypted) < 200);
alter table electors add constraint electors_encrypted_have_voted check (encrypted is null or voted_at is not null);
