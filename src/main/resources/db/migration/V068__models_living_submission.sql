-- A document that its sender sends again, its answer lost, begins no second version.
create unique index version_living_submission on models.version (submitter, submission_sha256)
  where state in ('IN_PROGRESS', 'IN_SERVICE', 'SUSPENDED');
