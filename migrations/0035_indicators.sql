-- What the figures are counted from: the era of a certificate's place, and indexes that hold every fact of a recognition that is counted.

-- A code names a place only with its era. Recorded without a dossier: the place of today.
alter table certificate add column unit_era text not null default 'e2025';
update certificate c set unit_era = d.unit_era from dossier d where d.id = c.dossier_id;

create index certificate_recognised on certificate (unit_era, commune_code, product_id, issued_on)
  include (star, state, last_valid_on, replaced_by, state_decision_on, producer_id, sector, set_no, dossier_id);
-- A recognition of the past is joined to a product by the names both carry.
create index product_named on product (name_folded, province_code);
create index past_recognition_now on past_recognition (now_commune_code) where recognised;
create index training_attendance_course on training_attendance (course_id) where removed_at is null;
create index sales_point_opened on sales_point (authority, opened_on);
create index dossier_filed on dossier (authority, filed_at) where filed_at is not null;
create index transfer_from on transfer (from_authority, sent_at) where way = 'up';
