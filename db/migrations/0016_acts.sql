-- An act of a log is a name that the code knows; nothing else is written there.
alter table activities add constraint activities_act check (act ~ '^[a-z]+(-[a-z]+)*$');
alter table audit_log add constraint audit_log_act check (act ~ '^[a-z]+(-[a-z]+)*$');
