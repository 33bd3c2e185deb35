-- Consumers ask a service by its name; each version answers it at a SageMaker endpoint of its own.
alter table deployment.service_period rename column endpoint to service;
alter table deployment.service_period add column endpoint text;
update deployment.service_period set endpoint = service; -- until now the two were one
alter table deployment.service_period alter column endpoint set not null;
