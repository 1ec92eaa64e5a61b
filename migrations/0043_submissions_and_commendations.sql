-- Papers beside plans and reports: the submission a draft plan goes to its leader with, and the decision that commends (decision 31).

-- Written once, with the revision and the state of it that it went with; a draft sent back gets another one.
create table programme_submission (
  id uuid primary key,
  plan_id uuid not null references programme_plan (id),
  -- Version of the draft when it was sent.
  plan_version integer not null,
  number text not null,
  issued_on date not null,
  signer_name text not null,
  need text not null,
  asks text not null,
  -- How many opinions it tells of.
  opinions integer not null check (opinions >= 0),
  document_id uuid not null references document (id),
  created_by text not null,
  created_at timestamptz not null,
  unique (plan_id, plan_version)
);

-- Whom the desk commends: chosen from the proposals in locked reports, decided by the leader as a numbered paper (S1:167, S1:179).
create table commendation_list (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  award text not null check (award in ('merit', 'certificate', 'praise')),
  state text not null check (state in ('draft', 'decided', 'cancelled')),
  decision_number text,
  decided_on date,
  document_id uuid references document (id),
  decided_by text,
  created_by text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  demo boolean not null default false,
  check ((state = 'decided') = (document_id is not null))
);
create index commendation_list_list on commendation_list (authority, created_at desc, id);

-- The words are those of the proposal when it was chosen.
create table commendation (
  id uuid primary key,
  list_id uuid not null references commendation_list (id),
  ordinal integer not null,
  -- Null once a proposal that was dropped here has been taken out of its report.
  proposal_id uuid references report_proposal (id) on delete set null,
  report_id uuid not null references report (id),
  kind text not null check (kind in ('unit', 'person')),
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  post text not null default '',
  merit text not null,
  unit_name text not null,
  state text not null check (state in ('listed', 'dropped')),
  dropped_reason text not null default '',
  check (state = 'dropped' or proposal_id is not null),
  unique (list_id, ordinal)
);
-- Never twice for one proposal.
create unique index commendation_once on commendation (proposal_id) where state = 'listed';
create index commendation_name on commendation (name_folded) where state = 'listed';

-- Work is found by the name of its body without accents, and by a commune whatever desk gave it.
alter table task_work add column body_folded text generated always as (f_fold(body_name)) stored;
drop index task_work_commune;
create index task_work_commune on task_work (commune_code, due_on, id) where commune_code is not null;
