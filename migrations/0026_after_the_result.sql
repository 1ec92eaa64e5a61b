-- After the result: the day an objection is to be answered by, drafts of recalls, and what the ministry answers on paper.

-- Stored when the objection is received; a later change of the setting does not move it.
alter table objection add column answer_due_on date;
create index objection_due on objection (authority, answer_due_on) where state in ('received', 'deciding');

-- A recall is prepared by the office and issued by the leader; a draft carries no number, date or paper.
alter table decision_recall drop constraint decision_recall_certificate_id_key;
alter table decision_recall add column state text;
update decision_recall set state = 'issued';
alter table decision_recall alter column state set not null;
alter table decision_recall add constraint decision_recall_state_check check (state in ('draft', 'issued', 'cancelled'));
alter table decision_recall alter column number drop not null;
alter table decision_recall alter column issued_on drop not null;
alter table decision_recall alter column document_id drop not null;
alter table decision_recall alter column issued_by drop not null;
alter table decision_recall alter column issued_at drop not null;
alter table decision_recall add constraint decision_recall_issued check (
  (state = 'issued') = (number is not null and issued_on is not null and document_id is not null and issued_by is not null and issued_at is not null));
alter table decision_recall add column version integer not null default 1;
alter table decision_recall add column end_reason text not null default '';
alter table decision_recall add column prepared_by text;
alter table decision_recall add column prepared_at timestamptz;
update decision_recall set prepared_by = issued_by, prepared_at = issued_at;
alter table decision_recall alter column prepared_by set not null;
alter table decision_recall alter column prepared_at set not null;
create unique index decision_recall_live on decision_recall (certificate_id) where state <> 'cancelled';
create index decision_recall_list on decision_recall (authority, state, prepared_at desc);

-- A decision none of whose certificates stands is recalled, which is another thing than a draft given up.
alter table recognition_decision drop constraint recognition_decision_state_check;
alter table recognition_decision add constraint recognition_decision_state_check check (state in ('draft', 'issued', 'cancelled', 'recalled'));
update recognition_decision set state = 'recalled' where state = 'cancelled' and number is not null;

-- The ministry outside the program: its answer on paper, with the result it states. Such a result has no item on an agenda here.
alter table result alter column item_id drop not null;
create table ministry_answer (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  authority text not null,
  outcome text not null check (outcome in ('recognised', 'below', 'notValid')),
  number text not null,
  dated_on date not null,
  content text not null default '',
  result_id uuid unique references result (id),
  certificate_id uuid unique references certificate (id),
  recorded_by text not null,
  recorded_at timestamptz not null,
  check ((outcome = 'notValid') = (result_id is null)),
  check ((outcome = 'recognised') = (certificate_id is not null))
);
create unique index ministry_answer_once on ministry_answer (dossier_id, number, dated_on);
create index ministry_answer_list on ministry_answer (authority, recorded_at desc);
-- A transfer that is the ministry's own paper has no letter made here.
alter table transfer add column answer_id uuid references ministry_answer (id);

alter table case_file drop constraint case_file_subject_kind_check;
alter table case_file add constraint case_file_subject_kind_check check (
  subject_kind in ('fieldVisit', 'labTest', 'objection', 'ministryRequest', 'ministryAnswer'));
