-- No item came to more than its customer agreed to, and what was settled has a price.
select tenant_id, id, state, final_minor, most_minor from order_items
where final_minor > most_minor or final_minor < 0 or quoted_minor > most_minor
  or (state = 'settled' and final_minor is null);
