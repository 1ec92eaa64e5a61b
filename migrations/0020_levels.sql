-- Levels of assessment. An authority is the desk of one level and place: '38' a province, '24.218' a district of it, 'TW' the ministry.
-- What a desk owns (rounds, councils, results, decisions, papers, settings) carries its authority; land and people keep their province.
alter table round rename column province_code to authority;
alter table council rename column province_code to authority;
alter table meeting rename column province_code to authority;
alter table result rename column province_code to authority;
alter table recognition_decision rename column province_code to authority;
alter table document rename column province_code to authority;
alter table setting rename column province_code to authority;

alter table role_grant add column authority text;
update role_grant set authority = province_code;
alter table role_grant alter column authority set not null;
create index role_grant_authority on role_grant (authority, role) where revoked_at is null;

alter table body add column authority text;
update body set authority = province_code;
alter table body alter column authority set not null;
alter table body drop constraint body_kind_check;
alter table body add constraint body_kind_check check (kind in (
  'provinceCommittee', 'districtCommittee', 'ministry', 'ocopOffice', 'department', 'communeCommittee', 'association', 'laboratory', 'consultant', 'other'));
create index body_authority on body (authority, kind);

alter table auth_user add column authority text;
update auth_user set authority = province_code;
alter table auth_user alter column authority set not null;
alter table auth_user alter column authority set default '38';

-- Where a dossier lies, or will first be assessed; where it has been before.
alter table dossier add column authority text;
update dossier set authority = province_code;
alter table dossier alter column authority set not null;
alter table dossier add column past_authorities text[] not null default '{}';
create index dossier_authority on dossier (authority, state, updated_at);
create index dossier_past on dossier using gin (past_authorities);

-- Each level has its own result, checks, advice, samples; one open item and one valid result of a level at a time.
drop index agenda_item_dossier;
create unique index agenda_item_open on agenda_item (dossier_id) where state in ('waiting', 'scoring', 'scored', 'reconciling');
create index agenda_item_dossier on agenda_item (dossier_id) where state <> 'removed';
drop index result_valid;
create unique index result_valid on result (dossier_id, authority) where state = 'valid';

alter table component_check drop constraint component_check_level_check;
alter table component_check add constraint component_check_level_check check (level in ('commune', 'district', 'province', 'central'));
alter table supplement_request drop constraint supplement_request_level_check;
alter table supplement_request add constraint supplement_request_level_check check (level in ('commune', 'district', 'province', 'central'));

alter table advisory_note add column authority text;
update advisory_note n set authority = d.authority from dossier d where d.id = n.dossier_id;
alter table advisory_note alter column authority set not null;
alter table advisory_note drop constraint advisory_note_pkey;
alter table advisory_note add primary key (dossier_id, authority, criterion);
alter table advisory_report add column authority text;
update advisory_report n set authority = d.authority from dossier d where d.id = n.dossier_id;
alter table advisory_report alter column authority set not null;
alter table advisory_report drop constraint advisory_report_pkey;
alter table advisory_report add primary key (dossier_id, authority);

alter table sample_handover add column to_authority text;
update sample_handover h set to_authority = d.authority from dossier d where d.id = h.dossier_id;
alter table sample_handover alter column to_authority set not null;
drop index sample_handover_dossier;
create unique index sample_handover_dossier on sample_handover (dossier_id, to_authority);

-- A dossier's way between levels: sent up with the approval of its result, come back with a result or as not valid.
create table transfer (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  from_authority text not null,
  to_authority text not null,
  way text not null check (way in ('up', 'down')),
  -- up: the result approved; down: a result below what the upper level recognises, or a dossier found not valid.
  ground text not null check (ground in ('result', 'notValid')),
  result_id uuid references result (id),
  decision_id uuid references recognition_decision (id),
  document_id uuid references document (id),
  note text not null default '',
  sent_by text not null,
  sent_at timestamptz not null,
  unique (dossier_id, from_authority, to_authority, sent_at)
);
create index transfer_dossier on transfer (dossier_id, sent_at);
create index transfer_to on transfer (to_authority, sent_at desc);

-- The result on which the present desk decides: its own, or the upper level's that came back down.
alter table dossier add column deciding_result_id uuid references result (id);
update dossier d set deciding_result_id = r.id from result r where r.dossier_id = d.id and r.state = 'valid';

-- What the desk that got a dossier back chose to do with it.
alter table transfer add column choice text check (choice in ('recogniseOnThatResult', 'reassess', 'completeAndAssess', 'letter'));
alter table transfer add column choice_reason text;
alter table transfer add column chosen_by text;
alter table transfer add column chosen_at timestamptz;
create unique index transfer_open on transfer (dossier_id) where way = 'down' and choice is null;
