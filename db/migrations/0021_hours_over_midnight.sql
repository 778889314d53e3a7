-- Hours that last over midnight end in the next day: its minutes are those from 1440 to 2880, and none last longer than a day.
alter table availability_rules drop constraint availability_rules_until_minute_check;
alter table availability_rules add constraint availability_rules_until_minute_check
  check (until_minute between 1 and 2880 and until_minute <= from_minute + 1440);
alter table availability_exceptions drop constraint availability_exceptions_until_minute_check;
alter table availability_exceptions add constraint availability_exceptions_until_minute_check
  check (until_minute between 1 and 2880 and until_minute <= from_minute + 1440);
