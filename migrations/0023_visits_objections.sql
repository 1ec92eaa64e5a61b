-- Before and after the session: field visits, laboratory tests, objections to a result, requests of the ministry, decisions recalled.

-- Planned by a desk's office; recorded once, with its signed paper.
create table field_visit (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  authority text not null,
  state text not null check (state in ('planned', 'recorded', 'cancelled')),
  planned_on date not null,
  place text not null,
  note text not null default '',
  visited_on date,
  -- Millionths of a degree; both or none.
  latitude_e6 integer check (latitude_e6 between -90000000 and 90000000),
  longitude_e6 integer check (longitude_e6 between -180000000 and 180000000),
  producer_side text not null default '',
  findings text not null default '',
  conclusion text not null default '',
  document_id uuid references document (id),
  end_reason text not null default '',
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  recorded_by text,
  recorded_at timestamptz,
  check ((latitude_e6 is null) = (longitude_e6 is null)),
  check ((state = 'recorded') = (document_id is not null)),
  check (state <> 'recorded' or visited_on is not null)
);
create index field_visit_dossier on field_visit (dossier_id, authority, state);
create index field_visit_list on field_visit (authority, state, planned_on);

-- Name and post as they were; `present` null until the record.
create table field_visit_member (
  visit_id uuid not null references field_visit (id),
  account_id text not null references auth_user (id),
  name text not null,
  post text not null default '',
  voting boolean not null,
  present boolean,
  primary key (visit_id, account_id)
);
create table field_visit_answer (
  visit_id uuid not null references field_visit (id),
  criterion text not null,
  verdict text not null check (verdict in ('matches', 'differs')),
  remark text not null default '',
  primary key (visit_id, criterion)
);

create table lab_test (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  authority text not null,
  state text not null check (state in ('asked', 'received', 'cancelled')),
  asked_by_council boolean not null default false,
  criterion text,
  what text not null,
  why text not null,
  laboratory text not null,
  due_on date not null,
  request_document_id uuid references document (id),
  result_number text,
  result_on date,
  verdict text check (verdict in ('meets', 'fails', 'information')),
  summary text not null default '',
  end_reason text not null default '',
  version integer not null default 1,
  asked_by text not null,
  asked_at timestamptz not null,
  received_by text,
  received_at timestamptz,
  check ((state = 'received') = (verdict is not null and result_on is not null))
);
create index lab_test_dossier on lab_test (dossier_id, authority);
create index lab_test_due on lab_test (due_on) where state = 'asked';

-- A producer's objection to its result. The first result stays as it was; an answer that changes the star is a new result.
create table objection (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  result_id uuid not null references result (id),
  producer_id uuid not null references producer (id),
  authority text not null,
  state text not null check (state in ('filed', 'received', 'deciding', 'answered', 'withdrawn')),
  -- The paper it answers and the day the term ran from and out.
  paper_id uuid not null references document (id),
  told_on date not null,
  due_on date not null,
  wants text not null,
  outcome text check (outcome in ('kept', 'reassess')),
  answer text not null default '',
  answer_document_id uuid references document (id),
  meanwhile text check (meanwhile in ('stays', 'suspended')),
  end_reason text not null default '',
  version integer not null default 1,
  filed_by text not null,
  filed_at timestamptz not null,
  received_by text,
  received_at timestamptz,
  answered_by text,
  answered_at timestamptz,
  check ((state = 'answered') = (outcome is not null and answer_document_id is not null))
);
-- Once per result: withdrawn or answered, it is not raised again.
create unique index objection_once on objection (result_id);
create index objection_list on objection (authority, state, filed_at desc);
create index objection_producer on objection (producer_id, filed_at desc);
create table objection_decider (
  objection_id uuid not null references objection (id),
  account_id text not null references auth_user (id),
  named_by text not null,
  named_at timestamptz not null,
  primary key (objection_id, account_id)
);

-- What the ministry asks of a province: assess again, or recall an unlawful decision.
create table ministry_request (
  id uuid primary key,
  authority text not null,
  kind text not null check (kind in ('reassess', 'recall')),
  dossier_id uuid not null references dossier (id),
  number text not null,
  dated_on date not null,
  content text not null,
  state text not null check (state in ('open', 'answered')),
  answer text not null default '',
  version integer not null default 1,
  recorded_by text not null,
  recorded_at timestamptz not null,
  answered_by text,
  answered_at timestamptz
);
create unique index ministry_request_once on ministry_request (authority, dossier_id, number, dated_on);
create index ministry_request_list on ministry_request (authority, state, recorded_at desc);

-- A result that is assessed again, and why. Closed by the new result, which names the first.
create table reassessment (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  authority text not null,
  first_result_id uuid not null unique references result (id),
  objection_id uuid references objection (id),
  request_id uuid references ministry_request (id),
  -- Whether members who scored the first result may score again; set when it began.
  scorers text not null check (scorers in ('any', 'others')),
  reason text not null,
  begun_by text not null,
  begun_at timestamptz not null,
  check ((objection_id is null) <> (request_id is null))
);
create index reassessment_dossier on reassessment (dossier_id, authority);
alter table result add column follows_result_id uuid references result (id);
create unique index result_follows on result (follows_result_id) where follows_result_id is not null;

-- A decision recalled, wholly or for one product, by a decision that names it.
create table decision_recall (
  id uuid primary key,
  decision_id uuid not null references recognition_decision (id),
  certificate_id uuid not null unique references certificate (id),
  authority text not null,
  request_id uuid references ministry_request (id),
  result_id uuid references result (id),
  number text not null,
  issued_on date not null,
  reason text not null,
  document_id uuid not null references document (id),
  issued_by text not null,
  issued_at timestamptz not null
);
create index decision_recall_decision on decision_recall (decision_id);

-- A certificate in force that is being looked at again; shown on its public page.
alter table certificate add column review_since date;

-- Files that belong to one of these records: photos of a visit, a laboratory's result, what an objection or a request brings.
create table case_file (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('fieldVisit', 'labTest', 'objection', 'ministryRequest')),
  subject_id uuid not null,
  dossier_id uuid not null references dossier (id),
  sha256 text not null references stored_file (sha256),
  media_type text not null,
  file_name text not null,
  page_count integer,
  added_by text not null,
  added_at timestamptz not null
);
create index case_file_subject on case_file (subject_kind, subject_id);

-- A recognition that was recalled ends a dossier too.
drop index dossier_open;
create unique index dossier_open on dossier (product_id) where state not in (
  'recognised', 'notRecognised', 'sentToMinistry', 'ended', 'withdrawn', 'lapsed', 'rejected', 'revoked');
