-- What nothing reads or writes: an office that nobody holds, reversals and remarks of journals, comments taken down.
-- A correction of the books is a journal of its own, with an occasion of its own.
alter table offices drop constraint offices_office_check;
alter table offices add constraint offices_office_check check (office in ('steward', 'treasurer'));
alter table ledger_journals drop constraint ledger_journals_reverses_fk;
alter table ledger_journals drop constraint ledger_journals_reversed_once;
alter table ledger_journals drop column reverses_id;
alter table ledger_journals drop column memo;
alter table comments drop column removed_at;
