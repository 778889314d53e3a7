-- A lowered protection is in force until its sunset and no longer, unless members passed what takes its place. An hour
-- is left to the job that takes it back.
select p.tenant_id, p.id, p.sunset_at from proposals p
where p.state = 'in-force' and p.direction = 'protective-down' and p.followed_by is null
  and p.sunset_at < now() - interval '1 hour'
  and not exists (select from proposals s where s.tenant_id = p.tenant_id and s.clause_key = p.clause_key
    and s.state = 'cooling-off' and s.direction = 'protective-down');
