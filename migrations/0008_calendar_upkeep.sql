-- The calendar of days off as an office keeps it, the promised days it moved, and when the house was last examined.

alter table holiday drop constraint holiday_kind_check;
alter table holiday add constraint holiday_kind_check check (kind in ('holiday', 'day-off', 'working', 'unconfirmed', 'office-off'));
-- Null: written before there was a page for it.
alter table holiday add column updated_at timestamptz;
alter table holiday add column updated_by text;

-- A promised day moved to a later one because the calendar changed. Promises are never shortened.
create table deadline_change (
  id uuid primary key,
  province_code text not null,
  dossier_id uuid not null references dossier (id),
  kind text not null check (kind in ('clock', 'supplement')),
  -- dossier_clock or supplement_request, by kind.
  subject_id uuid not null,
  due_before date not null,
  due_after date not null check (due_after > due_before),
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
create index deadline_change_dossier on deadline_change (dossier_id, changed_at);
create index deadline_change_subject on deadline_change (subject_id, changed_at desc);

-- One row per examination or backup, so that the page can say when the last one was and what it found.
create table upkeep_run (
  id uuid primary key,
  kind text not null check (kind in ('doctor', 'backup')),
  at timestamptz not null,
  sound boolean not null,
  -- The doctor's report, or where the backup lies.
  report jsonb not null,
  run_by text not null
);
create index upkeep_run_kind on upkeep_run (kind, at desc);
-- The ledger page filters by person and by day.
create index audit_entry_account on audit_entry (province_code, account_id, seq desc);
create index audit_entry_verb on audit_entry (province_code, verb text_pattern_ops, seq desc);
