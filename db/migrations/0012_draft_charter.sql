-- What founders changed of their blueprint's charter stands together in a draft, by clause, whatever clauses there are.
update founding_drafts
set data = data - array['split', 'floor', 'cancellation'] || jsonb_build_object('charter',
  jsonb_strip_nulls(jsonb_build_object(
    'split', data->'split', 'floor', data->'floor', 'cancellation', data->'cancellation')))
where data ?| array['split', 'floor', 'cancellation'];
