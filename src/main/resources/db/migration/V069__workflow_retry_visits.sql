-- How often the case had gone through the step when its retry was asked for: it helped when the
-- case went through once more. Counted, because the nodes' clocks need not agree.
alter table workflow.retry add column visits bigint;
update workflow.retry
   set visits = (select count(*)
                   from workflow.activity as visit
                  where visit.process_instance = retry.process_instance
                    and visit.activity = retry.activity
                    and visit.entered_at < retry.asked_at);
alter table workflow.retry alter column visits set not null;
