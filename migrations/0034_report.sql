-- Reports by level: period, cut-off of the data and due day are three things; a locked report keeps its figures and the rows behind them.

create table report_form (
  id uuid primary key,
  family_id uuid not null,
  revision integer not null,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('halfYear', 'year', 'adHoc', 'conference', 'commendation')),
  title text not null,
  -- Sections, rows (an indicator with parameters, by hand, or text), who fills what. Shape: report/form.ts.
  content jsonb not null,
  state text not null check (state in ('draft', 'used', 'ended')),
  -- Which of the forms that come with the program this began as; null for one made here.
  origin text,
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null,
  unique (family_id, revision)
);
create index report_form_list on report_form (authority, kind, state);
create unique index report_form_used on report_form (family_id) where state = 'used';
create unique index report_form_draft on report_form (family_id) where state = 'draft';
create unique index report_form_origin on report_form (authority, origin, revision) where origin is not null;

-- One call for reports: which form, which period, by whom, until when.
create table report_call (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  form_id uuid not null references report_form (id),
  kind text not null check (kind in ('halfYear', 'year', 'adHoc', 'conference', 'commendation')),
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  plan_family_id uuid,
  period_from date not null,
  period_to date not null,
  cut_off_on date not null,
  -- "Trước ngày …" as the text says it, of the desk's report and of its parts.
  before_on date,
  parts_before_on date,
  -- The last day a report is on time, inclusive, as the office's setting reads "trước ngày".
  due_on date not null,
  parts_due_on date,
  unit_era text not null,
  -- Which units are asked: { desks, communes, bodies }. Shape: report/call.input.ts.
  asked jsonb not null default '{"desks": true, "communes": true, "bodies": []}',
  source text,
  state text not null check (state in ('planned', 'open', 'closed')),
  created_by text,
  created_at timestamptz not null,
  version integer not null default 1,
  demo boolean not null default false,
  check (period_from <= period_to),
  check (cut_off_on <= period_to)
);
create index report_call_list on report_call (authority, due_on desc, id);

-- One unit's report in a call: of the desk itself, of a lower desk, of a commune, or of a body.
create table report (
  id uuid primary key,
  call_id uuid not null references report_call (id),
  province_code text not null,
  authority text not null,
  commune_code text,
  body_id uuid references body (id),
  unit_name text not null,
  -- The report that takes this one in, and its desk; null at the top.
  parent_id uuid references report (id),
  upper_authority text,
  -- The unit's report before this one, whose estimate is trued up here.
  previous_id uuid references report (id),
  form_id uuid not null references report_form (id),
  state text not null check (state in ('waiting', 'open', 'ready', 'approved', 'accepted', 'sentBack', 'notExpected')),
  due_on date not null,
  nothing_to_report boolean not null default false,
  -- First day it was sent up approved; a later return does not make it late.
  filed_on date,
  computed_at timestamptz,
  -- A computation under way: which, and how many rows of how many are done.
  compute_run uuid,
  compute_done integer not null default 0,
  compute_total integer not null default 0,
  stale boolean not null default false,
  comment text not null default '',
  ready_by text,
  ready_at timestamptz,
  approved_by text,
  approver_name text,
  approved_at timestamptz,
  accepted_by text,
  accepted_at timestamptz,
  document_id uuid references document (id),
  reason text not null default '',
  version integer not null default 1,
  check (commune_code is null or body_id is null)
);
create unique index report_unit on report (call_id, authority, coalesce(commune_code, ''), coalesce(body_id::text, ''));
create index report_parent on report (parent_id) where parent_id is not null;
create index report_previous on report (previous_id) where previous_id is not null;
create index report_upper on report (upper_authority) where upper_authority is not null;
create index report_late on report (due_on) where filed_on is null and state <> 'notExpected';
create index report_commune on report (authority, commune_code) where commune_code is not null;
create index report_body on report (body_id) where body_id is not null;

-- One figure of a report. Done to the cut-off, estimated to the period's end, trued up later: three columns.
create table report_figure (
  report_id uuid not null references report (id),
  row_code text not null,
  -- computed: by the program; lower: summed from the units below; hand: typed by the unit.
  origin text not null check (origin in ('computed', 'lower', 'hand')),
  numerator bigint,
  denominator bigint,
  blank_reason text,
  -- What the reports taken in add up to, and how many they are.
  lower_numerator bigint,
  lower_denominator bigint,
  lower_units integer,
  estimate bigint check (estimate >= 0),
  -- The whole period of the report before, as known now.
  true_up bigint check (true_up >= 0),
  -- Periods before this one, trued up; and with this one up to its cut-off.
  carried bigint,
  cumulative bigint,
  comment text not null default '',
  plausible_confirmed text,
  entered_by text,
  entered_at timestamptz,
  primary key (report_id, row_code)
);
-- The rows behind a figure when it was locked.
create table report_figure_row (
  report_id uuid not null references report (id),
  row_code text not null,
  ordinal integer not null,
  subject_kind text not null,
  subject_id text not null,
  label text not null,
  href text,
  amount bigint,
  part text not null check (part in ('numerator', 'denominator')),
  primary key (report_id, row_code, part, ordinal)
);
-- Whom a unit proposes for commendation, and why.
create table report_proposal (
  id uuid primary key,
  report_id uuid not null references report (id),
  ordinal integer not null,
  kind text not null check (kind in ('unit', 'person')),
  name text not null,
  post text not null default '',
  merit text not null,
  unique (report_id, ordinal)
);
create table report_remark (
  id uuid primary key,
  report_id uuid not null references report (id),
  row_code text,
  remark text not null,
  made_by text not null,
  maker_name text not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  answer text not null default ''
);
create index report_remark_report on report_remark (report_id, made_at);
create table report_extension (
  id uuid primary key,
  report_id uuid not null references report (id),
  due_before date not null,
  due_after date not null,
  reason text not null,
  granted_by text not null,
  granter_name text not null,
  granted_at timestamptz not null,
  check (due_after > due_before)
);
-- A correction of a locked figure: the reported one stays, the new one stands beside it with its reason.
create table report_restatement (
  id uuid primary key,
  report_id uuid not null references report (id),
  row_code text not null,
  numerator bigint,
  denominator bigint,
  reason text not null,
  made_by text not null,
  maker_name text not null,
  made_at timestamptz not null
);
create index report_restatement_report on report_restatement (report_id, made_at);
