-- No worker is in two places at once.
select a.tenant_id, a.id, b.id as other from bookings a
join bookings b on b.tenant_id = a.tenant_id and b.member_id = a.member_id and b.id > a.id and b.during && a.during
where a.state <> 'released' and b.state <> 'released';
