-- A dossier from draft to proposal: answers, evidence, submissions, checks, supplements, the commune's report.

create table round (
  id uuid primary key,
  province_code text not null,
  year integer not null,
  ordinal integer not null,
  name text not null,
  regulation_id text not null,
  regulation_hash text not null,
  opens_on date not null,
  proposals_due_on date not null,
  closes_on date not null,
  state text not null check (state in ('planned', 'open', 'closed')),
  legal_note text,
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null,
  unique (province_code, year, ordinal)
);

create table dossier (
  id uuid primary key,
  province_code text not null,
  unit_era text not null,
  commune_code text not null,
  producer_id uuid not null references producer (id),
  product_id uuid not null references product (id),
  kind text not null check (kind in ('first', 'upgrade', 'renewal')),
  regulation_id text not null,
  regulation_hash text not null,
  set_no integer not null,
  state text not null,
  round_id uuid references round (id),
  cases jsonb not null default '{}',
  registration jsonb not null default '{}',
  report jsonb not null default '{}',
  slip_number text,
  filed_at timestamptz,
  proposed_at timestamptz,
  accepted_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- One open dossier per product, whatever the kind.
create unique index dossier_open on dossier (product_id)
  where state not in ('recognised', 'notRecognised', 'sentToMinistry', 'ended', 'withdrawn', 'lapsed', 'rejected');
create index dossier_commune on dossier (province_code, commune_code, state, filed_at);
create index dossier_state on dossier (province_code, state, updated_at);
create index dossier_product on dossier (product_id, created_at desc);
create index dossier_recent on dossier (province_code, updated_at desc, id);
create index dossier_round on dossier (round_id, state);
create index dossier_producer on dossier (producer_id, updated_at);

-- Unanswered has no row. Option 0 = "no option reached", chosen by hand.
create table dossier_answer (
  dossier_id uuid not null references dossier (id),
  criterion text not null,
  option integer not null check (option >= 0),
  description text not null default '',
  origin text not null default 'own' check (origin in ('own', 'proposed')),
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (dossier_id, criterion)
);

create table dossier_evidence (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  criterion text not null,
  paper_id uuid not null references paper (id),
  added_at timestamptz not null,
  removed_at timestamptz
);
create unique index dossier_evidence_once on dossier_evidence (dossier_id, criterion, paper_id) where removed_at is null;

-- What was filed, with its words: never changed.
create table dossier_submission (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  ordinal integer not null,
  format integer not null,
  snapshot jsonb not null,
  -- What lists show and search, beside the snapshot: opening 20 KB of it for every row of a list took ten times as long.
  product_name text generated always as (snapshot -> 'product' ->> 'name') stored,
  producer_name text generated always as (snapshot -> 'producer' ->> 'name') stored,
  commune_name text generated always as (snapshot -> 'producer' ->> 'communeName') stored,
  names_folded text generated always as (f_fold((snapshot -> 'product' ->> 'name') || ' ' || (snapshot -> 'producer' ->> 'name'))) stored,
  snapshot_hash text not null,
  regulation_hash text not null,
  receipt_number text not null,
  filed_by text not null,
  filed_at timestamptz not null,
  unique (dossier_id, ordinal)
);

create table component_check (
  submission_id uuid not null references dossier_submission (id),
  level text not null check (level in ('commune', 'province')),
  component text not null,
  verdict text not null check (verdict in ('present', 'missing', 'wrong', 'notApplicable')),
  remark text not null default '',
  checked_by text not null,
  checked_at timestamptz not null,
  primary key (submission_id, level, component)
);

create table supplement_request (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  submission_id uuid not null references dossier_submission (id),
  level text not null check (level in ('commune', 'province')),
  ordinal integer not null,
  due_on date not null,
  reason text not null default '',
  asked_by text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  outcome text check (outcome in ('answered', 'lapsed', 'rejected', 'withdrawn')),
  unique (dossier_id, level, ordinal)
);
create unique index supplement_request_open on supplement_request (dossier_id) where outcome is null;
create table supplement_item (
  id uuid primary key,
  request_id uuid not null references supplement_request (id),
  ordinal integer not null,
  target_kind text not null check (target_kind in ('component', 'criterion', 'general')),
  target text not null,
  ask text not null,
  answer text,
  answered_at timestamptz,
  unique (request_id, ordinal)
);

-- A clock promised by the law: the due date is stored; a pause or extension adds a row.
create table dossier_clock (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  kind text not null,
  days integer not null,
  day_kind text not null check (day_kind in ('working', 'calendar')),
  started_at timestamptz not null,
  due_on date not null,
  stopped_at timestamptz,
  outcome text
);
create unique index dossier_clock_open on dossier_clock (dossier_id, kind) where stopped_at is null;
create index dossier_clock_dossier on dossier_clock (dossier_id, started_at desc);
create index dossier_clock_due on dossier_clock (due_on) where stopped_at is null;
create table dossier_clock_pause (
  id uuid primary key,
  clock_id uuid not null references dossier_clock (id),
  paused_at timestamptz not null,
  resumed_at timestamptz,
  due_before date not null,
  due_after date,
  reason text not null
);
create unique index dossier_clock_pause_open on dossier_clock_pause (clock_id) where resumed_at is null;

create table commune_report (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  submission_id uuid not null references dossier_submission (id),
  state text not null check (state in ('draft', 'ready', 'issued', 'void')),
  contents jsonb not null,
  conclusion text not null default '',
  proposes boolean,
  leader_remark text,
  version integer not null default 1,
  written_by text,
  updated_at timestamptz not null,
  issued_by text,
  issued_at timestamptz
);
create unique index commune_report_live on commune_report (dossier_id) where state <> 'void';
create table commune_report_photo (
  id uuid primary key,
  report_id uuid not null references commune_report (id),
  sha256 text not null references stored_file (sha256),
  media_type text not null,
  caption text not null default '',
  ordinal integer not null,
  created_at timestamptz not null
);
create index commune_report_photo_report on commune_report_photo (report_id, ordinal);

create table sample_handover (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  required integer not null,
  handed integer not null check (handed >= 0),
  note text not null default '',
  handed_by text not null,
  handed_at timestamptz not null,
  received_by text,
  received_at timestamptz,
  received integer
);
create unique index sample_handover_dossier on sample_handover (dossier_id);
