-- What lowers a protection passed two readings, each in secret and by more than half of all members as counted again
-- here, had its statement from the ledger, and has an end.
select p.tenant_id, p.id, r.reading
from proposals p cross join (values (1), (2)) r (reading)
left join lateral (select sum(weight) as yes from ballots b
  where b.tenant_id = p.tenant_id and b.proposal_id = p.id and b.reading = r.reading and b.choice = 'yes') b on true
left join lateral (select sum(weight) as able from electors e
  where e.tenant_id = p.tenant_id and e.proposal_id = p.id and e.reading = r.reading) e on true
where p.direction = 'protective-down' and p.state in ('cooling-off', 'in-force', 'lapsed')
  and (p.readings <> 2 or p.reading <> 2 or not p.secret or p.impact is null or p.sunset_at is null
    or not exists (select from readings f where f.tenant_id = p.tenant_id and f.proposal_id = p.id and f.reading = 1
      and (f.tally->>'passed')::boolean)
    or coalesce(b.yes, 0) * 2 <= coalesce(e.able, 0));
