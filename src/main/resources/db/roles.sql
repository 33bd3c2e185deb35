-- Three database roles. The owner owns every schema and cannot log in; the migration role acts as
-- the owner and runs Flyway; the application role has what the migrations grant it and nothing
-- else. Run by a superuser, once per database; a second run changes nothing but the passwords.
-- Passwords come as settings of the session, so that no client needs a template language:
--   PGOPTIONS="-c sallyport.migration_password=... -c sallyport.application_password=..."
do $$
declare
  of_role text;
  login record;
begin
  if not exists (select from pg_roles where rolname = 'sallyport_owner') then
    create role sallyport_owner nologin;
  end if;
  for login in
    select * from (values ('sallyport_migration', 'sallyport.migration_password'),
                          ('sallyport_application', 'sallyport.application_password'))
               as logins (role_name, setting)
  loop
    if coalesce(current_setting(login.setting, true), '') = '' then
      raise exception 'the setting % is empty; the limit is a password for %',
        login.setting, login.role_name;
    end if;
    if not exists (select from pg_roles where rolname = login.role_name) then
      execute format('create role %I', login.role_name);
    end if;
    execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication '
                   'nobypassrls password %L', login.role_name, current_setting(login.setting));
  end loop;
  grant sallyport_owner to sallyport_migration;

  execute format('revoke all on database %I from public', current_database());
  execute format('grant create, connect on database %I to sallyport_owner', current_database());
  foreach of_role in array array['sallyport_migration', 'sallyport_application'] loop
    execute format('grant connect on database %I to %I', current_database(), of_role);
  end loop;
  revoke all on schema public from public;
end
$$;
