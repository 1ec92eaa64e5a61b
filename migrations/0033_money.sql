-- Money of the programme: integer đồng, dated entries, a balance is a sum. Who enters does not approve.

create table fund_source (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('central', 'province', 'district', 'commune', 'credit', 'own', 'integrated', 'other')),
  name text not null,
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index fund_source_list on fund_source (authority, name, id);

-- What money is for, in one year of one plan.
create table budget_line (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  plan_family_id uuid,
  -- The code of the plan's money row it runs (programme_money).
  money_code text,
  year integer not null,
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  item_category text not null,
  planned bigint check (planned >= 0),
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index budget_line_list on budget_line (authority, year desc, title, id);
create index budget_line_plan on budget_line (plan_family_id) where plan_family_id is not null;

-- One dated movement on one line from one source. `amount` is always positive; `kind` says which way it counts.
create table money_entry (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  line_id uuid not null references budget_line (id),
  source_id uuid not null references fund_source (id),
  kind text not null check (kind in (
    'allocation', 'cut', 'transferOut', 'transferIn', 'carryOver', 'commitment', 'release', 'disbursement', 'failed', 'returned', 'recovered', 'settlement')),
  amount bigint not null check (amount > 0 and amount <= 1000000000000000),
  on_day date not null,
  decision_number text not null default '',
  payee text not null default '',
  producer_id uuid references producer (id),
  contract_id uuid,
  reward_id uuid,
  -- The entry this one answers: a failed, returned or recovered payment its disbursement, a release or disbursement its commitment,
  -- money that came in from another line (transferIn) or year (carryOver) the transferOut it came by.
  answers_id uuid references money_entry (id),
  note text not null default '',
  search_folded text generated always as (f_fold(decision_number || ' ' || payee || ' ' || note)) stored,
  state text not null check (state in ('entered', 'approved', 'refused', 'takenBack')),
  entered_by text not null,
  entered_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decide_reason text not null default '',
  check (decided_by is null or decided_by <> entered_by or state = 'takenBack'),
  check ((state in ('approved', 'refused')) = (decided_by is not null and state <> 'takenBack') or state = 'takenBack')
);
create index money_entry_line on money_entry (line_id, source_id, kind) where state = 'approved';
create index money_entry_list on money_entry (authority, on_day desc, id);
create index money_entry_open on money_entry (authority, entered_at) where state = 'entered';
create index money_entry_answers on money_entry (answers_id) where answers_id is not null;
create index money_entry_contract on money_entry (contract_id) where contract_id is not null;
create index money_entry_producer on money_entry (producer_id) where producer_id is not null;
create index money_entry_reward on money_entry (reward_id) where reward_id is not null;
create index money_entry_folded on money_entry using gin (search_folded gin_trgm_ops);

-- Support to a producer: asked, approved and paid are three amounts.
create table support_contract (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  producer_id uuid not null references producer (id),
  product_id uuid references product (id),
  line_id uuid references budget_line (id),
  source_id uuid references fund_source (id),
  item_category text not null,
  item_detail text not null default '',
  number text not null default '',
  signed_on date,
  asked bigint not null check (asked > 0),
  approved bigint check (approved > 0),
  own_share bigint check (own_share >= 0),
  state text not null check (state in ('asked', 'refused', 'approved', 'running', 'suspended', 'closed', 'terminated')),
  -- Another support for the same kind of item that was seen and judged.
  twin_of uuid references support_contract (id),
  twin_reason text not null default '',
  state_reason text not null default '',
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  version integer not null default 1,
  demo boolean not null default false,
  check (decided_by is null or decided_by <> asked_by)
);
alter table money_entry add foreign key (contract_id) references support_contract (id);
create index support_contract_list on support_contract (authority, asked_at desc, id);
create index support_contract_producer on support_contract (producer_id, asked_at desc);
create index support_contract_twin on support_contract (producer_id, item_category, product_id) where state not in ('refused', 'terminated');

create table support_milestone (
  id uuid primary key,
  contract_id uuid not null references support_contract (id),
  ordinal integer not null,
  title text not null,
  evidence_asked text not null default '',
  due_on date not null,
  amount bigint not null check (amount >= 0),
  retained bigint not null default 0 check (retained >= 0),
  state text not null check (state in ('planned', 'filed', 'accepted', 'returned', 'released', 'missed')),
  filed_at timestamptz,
  filed_note text not null default '',
  judged_by text,
  judged_at timestamptz,
  remark text not null default '',
  entry_id uuid references money_entry (id),
  unique (contract_id, ordinal)
);
create table support_extension (
  id uuid primary key,
  milestone_id uuid not null references support_milestone (id),
  due_before date not null,
  due_after date not null,
  reason text not null,
  granted_by text not null,
  granted_at timestamptz not null,
  check (due_after > due_before)
);

-- Money to come back: a claw-back is owed from a day on and is paid by receipts, never by negative đồng.
create table receivable (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  contract_id uuid references support_contract (id),
  reward_id uuid,
  producer_id uuid not null references producer (id),
  amount bigint not null check (amount > 0),
  reason text not null,
  decision_number text not null default '',
  due_on date not null,
  state text not null check (state in ('open', 'paid', 'waived')),
  waived_reason text not null default '',
  created_by text not null,
  created_at timestamptz not null
);
create index receivable_list on receivable (authority, state, due_on);
create index receivable_contract on receivable (contract_id) where contract_id is not null;
create unique index receivable_reward on receivable (reward_id) where reward_id is not null;
create index receivable_producer on receivable (producer_id);
create table receivable_receipt (
  id uuid primary key,
  receivable_id uuid not null references receivable (id),
  amount bigint not null check (amount > 0),
  received_on date not null,
  paper text not null default '',
  entry_id uuid references money_entry (id),
  entered_by text not null,
  entered_at timestamptz not null
);
create index receivable_receipt_receivable on receivable_receipt (receivable_id);

-- What stars earn, by province and period, as its papers say.
create table reward_policy (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  title text not null,
  decision_number text not null default '',
  valid_from date not null,
  valid_to date,
  star3 bigint check (star3 >= 0),
  star4 bigint check (star4 >= 0),
  star5 bigint check (star5 >= 0),
  -- What a higher star earns when a lower one was paid: all of it, or what is missing.
  upgrade text not null check (upgrade in ('full', 'difference')),
  -- What the same star earns again after it had lapsed.
  renewal text not null check (renewal in ('none', 'full')),
  source text,
  state text not null check (state in ('draft', 'approved', 'ended')),
  created_by text not null,
  created_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  version integer not null default 1,
  demo boolean not null default false,
  check (approved_by is null or approved_by <> created_by)
);
create index reward_policy_list on reward_policy (authority, valid_from desc);

create table reward_list (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  policy_id uuid not null references reward_policy (id),
  title text not null,
  -- Recognitions decided in these days, both inclusive.
  period_from date not null,
  period_to date not null,
  line_id uuid references budget_line (id),
  source_id uuid references fund_source (id),
  state text not null check (state in ('draft', 'decided', 'paid', 'cancelled')),
  decision_number text,
  decided_on date,
  document_id uuid references document (id),
  created_by text not null,
  created_at timestamptz not null,
  decided_by text,
  version integer not null default 1,
  demo boolean not null default false,
  check (decided_by is null or decided_by <> created_by),
  check (period_from <= period_to)
);
create index reward_list_list on reward_list (authority, created_at desc, id);

create table reward (
  id uuid primary key,
  list_id uuid not null references reward_list (id),
  certificate_id uuid not null references certificate (id),
  -- Stays the same over renewals, new holders, merged communes, other packs.
  product_id uuid not null references product (id),
  producer_id uuid not null references producer (id),
  star integer not null check (star between 3 and 5),
  amount bigint not null check (amount > 0),
  -- How it was reckoned: full, or less what was paid before.
  reckoning jsonb not null,
  state text not null check (state in ('listed', 'paid', 'failed', 'cancelled')),
  entry_id uuid references money_entry (id),
  paid_on date
);
-- Never twice for the same star of the same product.
create unique index reward_once on reward (product_id, star) where state <> 'cancelled';
create index reward_list_rows on reward (list_id);
create index reward_producer on reward (producer_id);
alter table money_entry add foreign key (reward_id) references reward (id);
alter table receivable add foreign key (reward_id) references reward (id);
