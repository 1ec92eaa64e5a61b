-- Inspections after recognition (QĐ 26/2026 Đ9; S0:229-231, S2:133, S3:167): plans with their frozen order of risk, visits, what was found, what became of it.

create table inspection_plan (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  from_on date not null,
  to_on date not null,
  -- How many products are to be inspected.
  wanted integer not null check (wanted between 1 and 5000),
  lead_body_id uuid not null references body (id),
  content text not null default '',
  state text not null check (state in ('draft', 'issued', 'cancelled')),
  -- The day the order was computed for; its rule by number, so that an old plan is read by its own.
  ranked_on date,
  rule integer,
  number text,
  issued_on date,
  end_reason text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check (to_on >= from_on),
  check ((state = 'issued') = (number is not null)),
  check ((number is null) = (issued_on is null)),
  check ((ranked_on is null) = (rule is null))
);
create index inspection_plan_list on inspection_plan (authority, from_on desc, id);

create table inspection_plan_body (
  plan_id uuid not null references inspection_plan (id),
  body_id uuid not null references body (id),
  primary key (plan_id, body_id)
);
create index inspection_plan_body_of on inspection_plan_body (body_id);

create table inspection_plan_line (
  plan_id uuid not null references inspection_plan (id),
  product_id uuid not null references product (id),
  certificate_id uuid not null references certificate (id),
  producer_id uuid not null references producer (id),
  place integer not null,
  points integer not null check (points >= 0),
  -- [{ code, points, … }]: each point and its fact, as of the plan's day.
  reasons jsonb not null,
  chosen boolean not null,
  -- Why a person put it in or took it out against the order.
  note text not null default '',
  primary key (plan_id, product_id)
);
create unique index inspection_plan_line_order on inspection_plan_line (plan_id, place);
create index inspection_plan_line_product on inspection_plan_line (product_id);

create table inspection (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  plan_id uuid references inspection_plan (id),
  kind text not null check (kind in ('periodic', 'adhoc')),
  site text not null check (site in ('producer', 'market')),
  producer_id uuid references producer (id),
  place text not null,
  unit_era text,
  commune_code text,
  planned_on date not null,
  -- Why an ad hoc inspection is held, and what led to it: for the desk and the team alone.
  reason text not null default '',
  source_kind text,
  source_id text,
  checklist text not null,
  state text not null check (state in ('planned', 'recorded', 'signed', 'unsigned', 'cancelled')),
  done_on date,
  met_by text not null default '',
  findings text not null default '',
  conclusion text not null default '',
  document_id uuid references document (id),
  number text,
  recorded_by text,
  recorded_at timestamptz,
  -- What the other side said, or why it does not sign; by itself in the program, or noted by the office.
  answer text not null default '',
  answered_by text,
  answered_at timestamptz,
  end_reason text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check ((site = 'producer') <= (producer_id is not null)),
  check ((source_kind is null) = (source_id is null)),
  check ((commune_code is null) = (unit_era is null)),
  check ((state in ('recorded', 'signed', 'unsigned')) = (done_on is not null and document_id is not null and recorded_by is not null))
);
create index inspection_list on inspection (authority, planned_on desc, id);
create index inspection_producer on inspection (producer_id, planned_on desc) where producer_id is not null;
create index inspection_commune on inspection (province_code, commune_code, planned_on desc) where commune_code is not null;
create index inspection_plan_of on inspection (plan_id) where plan_id is not null;
create index inspection_source on inspection (source_kind, source_id) where source_kind is not null;

create table inspection_product (
  inspection_id uuid not null references inspection (id),
  product_id uuid not null references product (id),
  -- In force on the day it was planned; null: a product without one.
  certificate_id uuid references certificate (id),
  name text not null,
  primary key (inspection_id, product_id)
);
create index inspection_product_of on inspection_product (product_id);

create table inspection_member (
  id uuid primary key,
  inspection_id uuid not null references inspection (id),
  account_id text references auth_user (id),
  body_id uuid references body (id),
  name text not null,
  post text not null default '',
  lead boolean not null default false,
  present boolean
);
create unique index inspection_member_once on inspection_member (inspection_id, account_id) where account_id is not null;
create unique index inspection_member_lead on inspection_member (inspection_id) where lead;
create index inspection_member_account on inspection_member (account_id) where account_id is not null;
create index inspection_member_body on inspection_member (body_id) where body_id is not null;

create table inspection_answer (
  inspection_id uuid not null references inspection (id),
  item text not null,
  ordinal integer not null,
  title text not null,
  verdict text not null check (verdict in ('good', 'fault', 'notApplicable')),
  remark text not null default '',
  primary key (inspection_id, item),
  check (verdict <> 'fault' or remark <> '')
);

-- Samples taken for a test, and what the laboratory said.
create table inspection_sample (
  id uuid primary key,
  inspection_id uuid not null references inspection (id),
  product_id uuid references product (id),
  what text not null,
  quantity text not null,
  laboratory text not null,
  due_on date not null,
  verdict text check (verdict in ('meets', 'fails')),
  result_number text,
  result_on date,
  summary text not null default '',
  taken_by text not null,
  taken_at timestamptz not null,
  check ((verdict is null) = (result_on is null and result_number is null))
);
create index inspection_sample_of on inspection_sample (inspection_id);

create table violation (
  id uuid primary key,
  inspection_id uuid not null references inspection (id),
  province_code text not null,
  authority text not null,
  producer_id uuid references producer (id),
  product_id uuid references product (id),
  -- Goods or a seller the registers do not know: stars on what never earned them.
  goods text not null default '',
  kind text not null check (kind in ('quality', 'foodSafety', 'environment', 'label', 'mark', 'trademark', 'ceased', 'dossier', 'other')),
  ground text,
  severity text not null check (severity in ('minor', 'major', 'critical')),
  what text not null,
  remedy text not null check (remedy in ('fix', 'warn', 'forward', 'withdraw')),
  ordered text not null default '',
  forwarded_to text not null default '',
  -- Promised once, kept as given; more time is another row of history in the ledger.
  due_on date,
  state text not null check (state in ('open', 'answered', 'returned', 'settled', 'forwarded', 'proposed', 'withdrawn', 'lifted')),
  end_reason text not null default '',
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  search_folded text generated always as (f_fold(what || ' ' || goods)) stored,
  check (remedy <> 'fix' or due_on is not null),
  check (producer_id is not null or goods <> '')
);
create index violation_list on violation (authority, created_at desc, id);
create index violation_inspection on violation (inspection_id);
create index violation_producer on violation (producer_id) where producer_id is not null;
create index violation_product on violation (product_id, created_at) where product_id is not null;
create index violation_due on violation (due_on) where state in ('open', 'returned');

create table violation_answer (
  id uuid primary key,
  violation_id uuid not null references violation (id),
  text text not null,
  answered_by text not null,
  answered_at timestamptz not null,
  verdict text check (verdict in ('enough', 'notEnough')),
  remark text not null default '',
  judged_by text,
  judged_at timestamptz,
  check ((verdict is null) = (judged_by is null))
);
create unique index violation_answer_open on violation_answer (violation_id) where verdict is null;
create index violation_answer_of on violation_answer (violation_id, answered_at);

-- From a finding to the decision of the one who may withdraw (QĐ 26/2026 Đ8): proposed by one hand, decided by another.
create table withdrawal_proposal (
  id uuid primary key,
  violation_id uuid not null references violation (id),
  certificate_id uuid not null references certificate (id),
  authority text not null,
  ground text not null,
  reason text not null,
  conclusion text not null default '',
  concluded_on date not null,
  -- Fifteen days from the conclusion, as the law of the day says; stored.
  due_on date not null,
  state text not null check (state in ('open', 'agreed', 'refused')),
  -- Where the violation stood before, for a refusal.
  violation_state text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text not null default '',
  check ((state = 'open') = (decided_by is null)),
  check (decided_by is null or decided_by <> proposed_by)
);
create unique index withdrawal_proposal_open on withdrawal_proposal (certificate_id) where state = 'open';
create index withdrawal_proposal_violation on withdrawal_proposal (violation_id);
create index withdrawal_proposal_due on withdrawal_proposal (authority, due_on) where state = 'open';
