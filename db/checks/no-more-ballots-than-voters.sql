-- In each reading there are as many ballots as members who are marked as having voted; a secret one names nobody, and is
-- encrypted on the roll while its vote is open and never afterwards.
select e.tenant_id, e.proposal_id, e.reading
from (select tenant_id, proposal_id, reading, count(voted_at) filter (where encrypted is null) as voted from electors group by tenant_id, proposal_id, reading) e
left join (select tenant_id, proposal_id, reading, count(*) as cast from ballots group by tenant_id, proposal_id, reading) b
  using (tenant_id, proposal_id, reading)
where e.voted <> coalesce(b.cast, 0)
union all
select b.tenant_id, b.proposal_id, b.reading from ballots b
join proposals p on p.tenant_id = b.tenant_id and p.id = b.proposal_id
where p.secret and (b.member_id is not null or b.cast_at is not null)
union all
select e.tenant_id, e.proposal_id, e.reading from electors e
join proposals p on p.tenant_id = e.tenant_id and p.id = e.proposal_id
where e.encrypted is not null and (not p.secret or p.state <> 'voting' or e.reading <> p.reading);
