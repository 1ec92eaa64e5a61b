-- Courses and events held for a task of a plan, found from both sides; the stall of a producer at a fair.

alter table training_course add constraint training_course_task_whole check ((plan_family_id is null) = (task_code is null));
alter table promotion_event add constraint promotion_event_task_whole check ((plan_family_id is null) = (task_code is null));
create index training_course_task on training_course (plan_family_id, task_code) where plan_family_id is not null;
create index promotion_event_task on promotion_event (plan_family_id, task_code) where plan_family_id is not null;

-- As it is painted on the ground plan ("A12"). Producers may share one.
alter table promotion_participation add column stall text check (stall <> '');
