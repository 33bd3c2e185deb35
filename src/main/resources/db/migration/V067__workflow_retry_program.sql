-- Whose retry it was: operations shows to each program its own.
alter table workflow.retry add column program text not null default '';
update workflow.retry
   set program = version.program
  from models.version
 where version.id = retry.model_version;
alter table workflow.retry alter column program drop default;
drop index workflow.retry_asked;
create index retry_asked on workflow.retry (program, asked_at desc);
create index retry_job on workflow.retry (job, asked_at);
