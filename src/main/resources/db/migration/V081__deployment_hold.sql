-- Held: nobody is answered until an episode is decided. An emergency stop is another reason
-- (suspended_at); neither ends the other.
alter table deployment.service_period add column held_at timestamptz;
