-- The logo that founders chose before their co-op exists, as we drew it again; it goes with the draft.

alter table founding_drafts add column logo bytea;
