-- The name that consumers ask belongs to one program: the first that submitted under it.
create table models.endpoint_name (
  name    text primary key,
  program text not null
);

insert into models.endpoint_name (name, program)
select distinct on (name) name, program
  from (select convert_from(submission, 'UTF8')::jsonb -> 'endpoint' ->> 'name' as name,
               program, submitted_at
          from models.version) as submitted
 order by name, submitted_at;

grant select, insert on models.endpoint_name to sallyport_application;
