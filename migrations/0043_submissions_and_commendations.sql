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
