-- Three tasks have other names now. What was promised under an old name, a sunset months ahead among it, is done under the new one.
set local role twiza_queue;
update graphile_worker._private_tasks t
set identifier = renamed.new
from (values
  ('hear-processor-event', 'handle-processor-event'),
  ('let-lapse', 'expire-decision'),
  ('shut-door', 'close-door')
) as renamed (old, new)
where t.identifier = renamed.old;
reset role;
