-- The programme office: plans with their targets, tasks, annexes. A plan belongs to the desk that issues it, or to a commune of it.

-- A revision of a plan is a row; `family_id` is the plan over its revisions. Codes of targets and tasks stay the same over them.
create table programme_plan (
  id uuid primary key,
  family_id uuid not null,
  revision integer not null default 1 check (revision > 0),
  province_code text not null,
  authority text not null,
  commune_code text,
  -- Places named in the plan are of this era.
  unit_era text not null,
  -- The family of the plan of the level above it carries out.
  parent_family_id uuid,
  kind text not null check (kind in ('period', 'year', 'assessment', 'promotion')),
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  starts_on date not null,
  ends_on date not null,
  state text not null check (state in ('draft', 'opinion', 'submitted', 'issued', 'replaced', 'cancelled')),
  number text,
  number_entry_id uuid references number_entry (id),
  issued_on date,
  signer_name text,
  signer_post text,
  document_id uuid references document (id),
  -- The words: legal basis, purposes, requirements, general aims, solutions, organisation, recipients. Shape: programme-plan/content.ts.
  content jsonb not null,
  -- The file of plans/ it was loaded from; null when written here.
  source text,
  change_reason text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (starts_on <= ends_on),
  check ((state in ('issued', 'replaced')) = (issued_on is not null)),
  unique (family_id, revision)
);
create unique index programme_plan_issued on programme_plan (family_id) where state = 'issued';
create unique index programme_plan_open on programme_plan (family_id) where state in ('draft', 'opinion', 'submitted');
create index programme_plan_list on programme_plan (authority, starts_on desc, id) where state <> 'cancelled';
create index programme_plan_parent on programme_plan (parent_family_id) where parent_family_id is not null;
create index programme_plan_folded on programme_plan using gin (title_folded gin_trgm_ops);

create table programme_opinion (
  id uuid primary key,
  plan_id uuid not null references programme_plan (id),
  body_id uuid references body (id),
  body_name text not null,
  verdict text not null check (verdict in ('agree', 'agreeWithRemarks', 'disagree')),
  remarks text not null default '',
  given_by text not null,
  given_at timestamptz not null,
  answer text not null default '',
  answered_at timestamptz
);
create index programme_opinion_plan on programme_opinion (plan_id, given_at);

-- What a plan promises. `indicator` names a query of the program; null: entered by hand with evidence, or words only (`op` = 'none').
create table programme_target (
  id uuid primary key,
  plan_id uuid not null references programme_plan (id),
  code text not null,
  ordinal integer not null,
  title text not null,
  quote text not null default '',
  source text,
  indicator text,
  params jsonb not null default '{}',
  -- min: at least; more: above; equal; range: value_min (must) to value_max (stretch); all: the whole denominator; none: no number was promised.
  op text not null check (op in ('min', 'more', 'equal', 'range', 'all', 'none')),
  -- Counts as they are, đồng as they are, percentages in hundredths of a percent (40 % = 4000).
  value_min bigint check (value_min >= 0),
  value_max bigint check (value_max >= 0),
  unit text not null,
  -- For cumulative targets: what stood before the plan began.
  base bigint check (base >= 0),
  starts_on date not null,
  due_on date not null,
  -- Measured over the plan's whole place, or promised by each unit of it.
  scope text not null check (scope in ('whole', 'eachDistrict', 'eachTownOrDistrict', 'eachCommune')),
  -- "In which": the code of the target this one is a part of.
  part_of text,
  parent_code text,
  -- A condition the plan names (seed S0:41): what it waits for, and whether it has come.
  condition text,
  condition_state text check (condition_state in ('waiting', 'met', 'dropped')),
  condition_reason text,
  -- The reading chosen where the plan's words allow several, shown beside the figure.
  reading text,
  lead_body text,
  check (op = 'none' or op = 'all' or value_min is not null),
  check ((condition is null) = (condition_state is null)),
  unique (plan_id, code)
);
create index programme_target_plan on programme_target (plan_id, ordinal);

-- A figure entered by hand with its evidence; never changed, only taken back with a reason.
create table programme_target_value (
  id uuid primary key,
  family_id uuid not null,
  target_code text not null,
  as_of date not null,
  numerator bigint not null check (numerator >= 0),
  denominator bigint check (denominator >= 0),
  note text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  taken_back_by text,
  taken_back_at timestamptz,
  taken_back_reason text
);
create index programme_target_value_target on programme_target_value (family_id, target_code, as_of desc);

create table programme_task (
  id uuid primary key,
  plan_id uuid not null references programme_plan (id),
  code text not null,
  ordinal integer not null,
  section text not null default '',
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  content text not null default '',
  source text,
  -- How exactly the plan names the time; the days are stored all the same (first and last day, both inclusive).
  precision text not null check (precision in ('day', 'month', 'quarter', 'half', 'year', 'period', 'allYear')),
  starts_on date not null,
  due_on date not null,
  -- The day the plan says the work is due before ("trước ngày 15/6"); `due_on` follows from it by the desk's setting.
  before_on date,
  -- The reading chosen where the plan's words name no exact time.
  reading text,
  recurrence text not null check (recurrence in ('once', 'monthly', 'quarterly', 'halfYear', 'yearly')),
  -- Given outside the plan's text, after it was issued.
  ad_hoc boolean not null default false,
  target_code text,
  money_code text,
  check (starts_on <= due_on),
  unique (plan_id, code)
);
create index programme_task_plan on programme_task (plan_id, ordinal);

-- Who carries a task: a body of the program, every commune or district of the place, or a name no body stands for yet.
create table programme_task_body (
  task_id uuid not null references programme_task (id),
  ordinal integer not null,
  part text not null check (part in ('lead', 'co')),
  name text not null,
  body_id uuid references body (id),
  roster text check (roster in ('communes', 'districts')),
  primary key (task_id, ordinal),
  check (body_id is null or roster is null)
);
create index programme_task_body_body on programme_task_body (body_id) where body_id is not null;

-- One time a task is due: the only one, or each of a recurring one. Stored days; nothing due is computed from today.
create table task_instance (
  id uuid primary key,
  family_id uuid not null,
  task_code text not null,
  task_id uuid not null references programme_task (id),
  authority text not null,
  ordinal integer not null,
  starts_on date not null,
  due_on date not null,
  -- The plan was adjusted and has this time no more; its works ended with it.
  ended_on date
);
create unique index task_instance_one on task_instance (family_id, task_code, ordinal) where ended_on is null;
create index task_instance_task on task_instance (task_id);
create index task_instance_due on task_instance (authority, due_on, id);

-- The part of one body (or commune) in one instance.
create table task_work (
  id uuid primary key,
  instance_id uuid not null references task_instance (id),
  authority text not null,
  part text not null check (part in ('lead', 'co')),
  body_name text not null,
  body_id uuid references body (id),
  commune_code text,
  state text not null check (state in ('open', 'doing', 'done', 'notNeeded')),
  percent integer check (percent between 0 and 100),
  due_on date not null,
  reported_at timestamptz,
  finished_on date,
  reminded_on date,
  escalated_on date,
  version integer not null default 1
);
create unique index task_work_who on task_work (instance_id, part, body_name, coalesce(commune_code, ''));
create index task_work_instance on task_work (instance_id);
create index task_work_body on task_work (body_id, state, due_on) where body_id is not null;
create index task_work_commune on task_work (authority, commune_code, state, due_on) where commune_code is not null;
create index task_work_board on task_work (authority, state, due_on, id);

-- What was reported, in order; never changed.
create table task_report (
  id uuid primary key,
  work_id uuid not null references task_work (id),
  state text not null check (state in ('doing', 'done', 'notNeeded', 'reopened')),
  percent integer check (percent between 0 and 100),
  content text not null,
  difficulties text not null default '',
  reported_by text not null,
  reporter_name text not null,
  reported_at timestamptz not null
);
create index task_report_work on task_report (work_id, reported_at desc);

-- A due day moved: by whom, why; the promised day stays readable.
create table task_extension (
  id uuid primary key,
  work_id uuid not null references task_work (id),
  due_before date not null,
  due_after date not null,
  reason text not null,
  granted_by text not null,
  granted_at timestamptz not null,
  check (due_after > due_before)
);
create index task_extension_work on task_extension (work_id, granted_at);

-- Products a plan names (phụ biểu): to be standardised, upgraded or recognised anew.
create table programme_product (
  id uuid primary key,
  plan_id uuid not null references programme_plan (id),
  ordinal integer not null,
  kind text not null check (kind in ('new', 'upgrade', 'renewal')),
  product_name text not null,
  name_folded text generated always as (f_fold(product_name || ' ' || producer_name)) stored,
  producer_name text not null default '',
  commune_name text not null default '',
  commune_code text,
  product_id uuid references product (id),
  producer_id uuid references producer (id),
  target_star integer check (target_star between 3 and 5),
  note text not null default '',
  unique (plan_id, ordinal)
);
create index programme_product_product on programme_product (product_id) where product_id is not null;

-- The money a plan names, as it names it; the running of it is in the money register (0033), by code.
create table programme_money (
  id uuid primary key,
  plan_id uuid not null references programme_plan (id),
  code text not null,
  ordinal integer not null,
  title text not null,
  -- Null: the plan names the item without an amount.
  amount bigint check (amount >= 0),
  sources text[] not null default '{}',
  note text not null default '',
  source text,
  -- What a sum is made of: its parts carry the code of the whole.
  part_of text,
  unique (plan_id, code)
);
