-- Whether a council may sit: what it is set up for, its substitutes, its invitations, and the checks as they stood when a session opened.

-- The pack whose rules of composition the council follows, and what the decision leaves to the council:
-- {"size": {"min", "max"}, "mandatory": [field of work], "chairDelegation": "the letter that hands the chair on"}; each may be absent.
alter table council add column regulation_id text;
alter table council add column composition jsonb not null default '{}';

-- Field of work the seat stands for where the name of its body does not tell; null = by the body.
alter table council_member add column department text check (department in (
  'agriculture', 'industryTrade', 'health', 'science', 'cultureTourism', 'environment', 'foodSafety', 'finance', 'agriculturalServices', 'coordination'));
-- A substitute holds a seat for one meeting only, in place of a member, by a letter or decision.
alter table council_member add column meeting_id uuid references meeting (id);
alter table council_member add column substitutes_id uuid references council_member (id);
alter table council_member add column mandate_number text;
alter table council_member add column mandate_date date;
alter table council_member add column named_by text;
alter table council_member add column named_at timestamptz;
alter table council_member add constraint council_member_substitute check (
  (meeting_id is null) = (substitutes_id is null) and (meeting_id is null) = (mandate_number is null) and (meeting_id is null) = (mandate_date is null));
alter table council_member drop constraint council_member_council_id_account_id_key;
create unique index council_member_once on council_member (council_id, account_id) where meeting_id is null;
create unique index council_member_substitute_once on council_member (meeting_id, account_id) where meeting_id is not null;
create unique index council_member_substituted_once on council_member (meeting_id, substitutes_id) where meeting_id is not null and left_on is null;

-- The checks at the opening, in the order they are printed, and the reason written for those that only warned.
alter table meeting add column opening_checks jsonb;
alter table meeting add column opening_reason text;
-- The producer presents the product between these two moments.
alter table agenda_item add column presents_from timestamptz;
alter table agenda_item add column presents_to timestamptz;
alter table agenda_item add constraint agenda_item_presents check ((presents_from is null) = (presents_to is null) and presents_from < presents_to);

-- Papers under the council's own series that are issued by its chair: its working rules, its report on a session.
create table council_paper (
  id uuid primary key,
  kind text not null check (kind in ('councilRules', 'councilReport')),
  council_id uuid not null references council (id),
  meeting_id uuid references meeting (id),
  text text not null,
  state text not null check (state in ('draft', 'issued')),
  version integer not null default 1,
  document_id uuid references document (id),
  updated_by text not null,
  updated_at timestamptz not null,
  issued_by text,
  issued_at timestamptz,
  check ((kind = 'councilReport') = (meeting_id is not null)),
  check ((state = 'issued') = (document_id is not null))
);
create unique index council_paper_report on council_paper (meeting_id) where kind = 'councilReport';
create unique index council_paper_rules_draft on council_paper (council_id) where kind = 'councilRules' and state = 'draft';
create index council_paper_council on council_paper (council_id, kind);

create table invitation (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  document_id uuid not null references document (id),
  content text not null default '',
  issued_by text not null,
  issued_at timestamptz not null,
  -- A changed meeting gets a new paper; the old one stays on record as cancelled.
  cancelled_by text,
  cancelled_at timestamptz,
  cancel_reason text,
  check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null))
);
create unique index invitation_valid on invitation (meeting_id) where cancelled_at is null;
create table invitee (
  invitation_id uuid not null references invitation (id),
  ordinal integer not null,
  name text not null,
  post text not null default '',
  -- A seated person, who gets a notice and opens the paper here; null for a guest.
  account_id text references auth_user (id),
  opened_at timestamptz,
  primary key (invitation_id, ordinal)
);
create unique index invitee_once on invitee (invitation_id, account_id) where account_id is not null;
create index invitee_account on invitee (account_id);
