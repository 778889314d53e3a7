-- An order was priced by the charter in force when it was placed; in the minute of a change, by either.
select o.tenant_id, o.id from orders o
left join lateral (select max(v.version) as version from charter_versions v
  where v.tenant_id = o.tenant_id and v.adopted_at <= o.placed_at - interval '1 minute') earlier on true
left join lateral (select max(v.version) as version from charter_versions v
  where v.tenant_id = o.tenant_id and v.adopted_at <= o.placed_at + interval '1 minute') later on true
where o.charter_version not between coalesce(earlier.version, 1) and coalesce(later.version, 0);
