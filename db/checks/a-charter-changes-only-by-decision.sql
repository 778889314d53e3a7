-- Versions follow each other, and each but the first was made by a proposal that passed, or by the sunset of one.
select v.tenant_id, v.version from charter_versions v
left join charter_versions b on b.tenant_id = v.tenant_id and b.version = v.version - 1
left join proposals p on p.tenant_id = v.tenant_id and p.id = v.proposal_id
  and (p.state = 'lapsed' or (v.reason = 'decision' and p.state = 'in-force'))
where v.version > 1 and (b.version is null or p.id is null);
