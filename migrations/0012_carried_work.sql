-- After a supplement earlier verdicts and notes stay where nothing changed; the filing each one rests on is kept.

-- Null: judged on this very filing. Otherwise the filing on which the verdict was given; checked_by and checked_at are then those of that day.
alter table component_check add column carried_from uuid references dossier_submission (id);

-- The filing the note was written on.
alter table advisory_note add column submission_id uuid references dossier_submission (id);
update advisory_note n set submission_id = (
  select s.id from dossier_submission s where s.dossier_id = n.dossier_id
   order by (s.filed_at <= n.updated_at) desc, case when s.filed_at <= n.updated_at then s.ordinal else -s.ordinal end desc limit 1);
alter table advisory_note alter column submission_id set not null;

-- The report as a paper; the newest one when the team had to write it anew.
alter table advisory_report add column document_id uuid references document (id);
