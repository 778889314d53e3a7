-- An item was quoted at what its quoted lines say, and came to what its final lines say, or, without any, to the quote or
-- to nothing.
select i.tenant_id, i.id, i.quoted_minor, i.final_minor, l.quoted, l.final from order_items i
left join lateral (
  select coalesce(sum(amount_minor) filter (where phase = 'quoted'), 0) as quoted,
    sum(amount_minor) filter (where phase = 'final') as final
  from order_lines where tenant_id = i.tenant_id and item_id = i.id
) l on true
where i.quoted_minor <> l.quoted or (i.final_minor <> coalesce(l.final, l.quoted) and not (i.final_minor = 0 and l.final is null))
  or (i.final_minor is null and l.final is not null);
