-- A product's later dossiers (upgrade, re-assessment), and councils that give their opinion in writing.

-- What the dossier builds on: the certificate in force and the dossier it came from, when the program knows them.
alter table dossier add column previous_certificate_id uuid references certificate (id);
alter table dossier add column previous_dossier_id uuid references dossier (id);

-- An answer may also be the former one, confirmed by hand.
alter table dossier_answer drop constraint dossier_answer_origin_check;
alter table dossier_answer add constraint dossier_answer_origin_check check (origin in ('own', 'proposed', 'former'));

-- What has changed since the last assessment, by topic, with the papers that prove it.
create table dossier_change (
  dossier_id uuid not null references dossier (id),
  topic text not null,
  changed boolean not null,
  text text not null default '',
  -- Ids of papers of the producer's own library.
  paper_ids jsonb not null default '[]',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (dossier_id, topic)
);

-- Reminders sent before a certificate ends; the nearest step due is sent, those passed over are kept as skipped.
create table certificate_reminder (
  certificate_id uuid not null references certificate (id),
  days integer not null,
  due_on date not null,
  outcome text not null check (outcome in ('sent', 'sentLate', 'skipped')),
  -- The desk that has the duty on the day of sending.
  authority text not null,
  recipients integer not null,
  at timestamptz not null,
  primary key (certificate_id, days)
);

-- A council asked in writing: the last day of its ballots, pinned when they go out.
create table opinion_session (
  meeting_id uuid primary key references meeting (id),
  due_on date not null,
  version integer not null default 1,
  created_at timestamptz not null
);
create table opinion_extension (
  id uuid primary key,
  meeting_id uuid not null references opinion_session (meeting_id),
  due_before date not null,
  due_after date not null,
  reason text not null,
  extended_by text not null,
  extended_at timestamptz not null,
  check (due_after > due_before)
);
create index opinion_extension_meeting on opinion_extension (meeting_id, extended_at);

-- An item that could not be closed in writing and was called to a meeting; its ballots stay with it.
create table opinion_call (
  id uuid primary key,
  item_id uuid not null unique references agenda_item (id),
  meeting_id uuid not null references meeting (id),
  to_item_id uuid not null unique references agenda_item (id),
  -- Why: 'differ' (ballots differ), 'few' (too few by the last day), 'overdue' (the clock of the re-assessment has run out).
  ground text not null check (ground in ('differ', 'few', 'overdue')),
  -- In which ways the ballots differed, as decided at the press: any of "star", "spread", "gate".
  ways jsonb not null default '[]',
  ballots integer not null,
  silent integer not null,
  reason text not null default '',
  called_by text not null,
  called_at timestamptz not null
);
create index opinion_call_meeting on opinion_call (meeting_id);

-- Councils and released meetings of before get the starting values of the new rules.
update council set rules = '{"opinionLeast": 0, "opinionDays": 10, "opinionDifferStar": true, "opinionDifferSpread": true, "opinionDifferGate": true}'::jsonb || rules;
update meeting set rules = '{"opinionLeast": 0, "opinionDays": 10, "opinionDifferStar": true, "opinionDifferSpread": true, "opinionDifferGate": true}'::jsonb || rules where rules is not null;
