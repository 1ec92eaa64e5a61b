-- Lists of inspections and violations read by province, newest first; words searched are stored folded: folding them while searching took seconds.
alter table inspection add column search_folded text generated always as (f_fold(place || ' ' || coalesce(number, ''))) stored;
alter table inspection_product add column name_folded text generated always as (f_fold(name)) stored;
drop index inspection_commune;
create index inspection_province on inspection (province_code, planned_on desc, id);
create index violation_province on violation (province_code, created_at desc, id);
drop index violation_list;
