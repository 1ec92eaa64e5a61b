// Invariants of what the desks organise: courses, points of sale, events.
import type { Invariant } from './invariant.ts'

export const activityInvariants: readonly Invariant[] = [
  {
    name: 'course-held-with-people',
    severity: 'fault',
    holds: { vi: 'Lớp đã tổ chức có ít nhất một người có mặt.', en: 'A course that was held has somebody who was there.' },
    remedy: { vi: 'Điểm danh lại, hoặc nhập danh sách.', en: 'Take presence, or import the list.' },
    sql: `select c.id, c.title from training_course c where c.state = 'held'
      and not exists (select 1 from training_attendance t where t.course_id = c.id and t.removed_at is null and t.present)`,
  },
  {
    name: 'attendance-certificate-of-the-present',
    severity: 'fault',
    holds: {
      vi: 'Giấy chứng nhận tham gia chỉ cấp cho người có mặt ở lớp đã tổ chức, có số và có tệp.',
      en: 'A certificate of attendance belongs to someone who was at a course held, with its number and paper.',
    },
    remedy: { vi: 'Xem lại điểm danh của người này.', en: 'Look at this person’s presence.' },
    sql: `select t.id, t.certificate_number from training_attendance t join training_course c on c.id = t.course_id
      where (t.certificate_number is not null or t.certificate_document_id is not null)
        and (c.state <> 'held' or t.present is not true or t.removed_at is not null or t.certificate_number is null or t.certificate_document_id is null)`,
  },
  {
    name: 'presence-at-a-session-there-is',
    severity: 'fault',
    holds: { vi: 'Người có mặt ở buổi học nào thì lớp có buổi học đó.', en: 'Presence is at a session the course has.' },
    remedy: { vi: 'Điểm danh lại theo các buổi của lớp.', en: 'Take presence again by the sessions.' },
    sql: `select t.id, t.course_id from training_attendance t where t.removed_at is null and exists (
      select 1 from unnest(t.sessions_present) s (n) where not exists (
        select 1 from training_session x where x.course_id = t.course_id and x.ordinal = s.n))`,
  },
  {
    name: 'point-month-filed-whole',
    severity: 'fault',
    holds: {
      vi: 'Tháng đã báo cáo của điểm bán có đủ người gửi, doanh thu và số sản phẩm; chưa báo cáo thì không có kết quả kiểm tra.',
      en: 'A month filed by a point has who filed it and its figures; one not filed has no verdict.',
    },
    remedy: { vi: 'Trả lại báo cáo để gửi lại.', en: 'Return the month to be filed again.' },
    sql: `select m.point_id as id, m.month::text as month from sales_point_month m
      where (m.filed_at is null and (m.verdict is not null or m.revenue is not null))
        or (m.filed_at is not null and (m.filed_by is null or m.revenue is null or m.products is null or m.ocop_products is null))
        or m.ocop_products > m.products or m.due_on <= m.month`,
  },
  {
    name: 'point-month-checked-by-another',
    severity: 'fault',
    holds: { vi: 'Người kiểm tra báo cáo tháng không phải người gửi.', en: 'Who looked at a month did not file it.' },
    remedy: { vi: 'Để người khác kiểm tra lại.', en: 'Have another person look at it.' },
    sql: `select point_id as id, month::text as month from sales_point_month where checked_by = filed_by`,
  },
  {
    name: 'closed-point-sells-nothing',
    severity: 'fault',
    holds: { vi: 'Điểm bán đã đóng không còn sản phẩm đang bán.', en: 'A closed point sells nothing.' },
    remedy: { vi: 'Ghi ngừng bán các sản phẩm đó.', en: 'Take those products off sale.' },
    sql: `select s.id, x.product_id from sales_point s join sales_point_product x on x.point_id = s.id where s.state = 'closed' and x.until is null`,
  },
  {
    name: 'result-of-a-product-there',
    severity: 'fault',
    holds: {
      vi: 'Doanh thu, hợp đồng và sự có mặt chỉ ghi cho hoạt động đã tổ chức, ở sản phẩm có mặt.',
      en: 'Presence belongs to an event that was held, revenue and contracts to a product that was there.',
    },
    remedy: { vi: 'Xem lại tình trạng của hoạt động và sản phẩm.', en: 'Look at the state of event and product.' },
    sql: `select t.id, t.event_id from promotion_participation t join promotion_event e on e.id = t.event_id
      where (t.state in ('present', 'absent') and e.state <> 'held')
        or (t.state <> 'present' and (t.revenue is not null or t.contracts is not null or t.contract_value is not null))`,
  },
  {
    name: 'stall-of-a-product-on-the-list',
    severity: 'fault',
    holds: {
      vi: 'Gian hàng chỉ xếp cho sản phẩm trong danh sách của hoạt động.',
      en: 'A stall belongs to a product on the list of its event.',
    },
    remedy: { vi: 'Thu hồi gian hàng của sản phẩm không tham gia.', en: 'Take the stall back.' },
    sql: `select t.id, t.event_id from promotion_participation t where t.stall is not null and t.state in ('asked', 'invited', 'declined')`,
  },
  {
    name: 'activity-of-a-task-there-is',
    severity: 'fault',
    holds: {
      vi: 'Lớp, hoạt động gắn với nhiệm vụ có trong một bản kế hoạch của chính cơ quan.',
      en: 'A course or event is tied to a task that a plan of its own desk has.',
    },
    remedy: { vi: 'Chọn lại nhiệm vụ ở trang sửa của lớp, hoạt động.', en: 'Choose the task again on its page.' },
    sql: `select t.id, t.task_code from (
        select id, authority, plan_family_id, task_code from training_course
        union all select id, authority, plan_family_id, task_code from promotion_event) t
      where t.plan_family_id is not null and not exists (
        select 1 from programme_plan p join programme_task x on x.plan_id = p.id
        where p.family_id = t.plan_family_id and p.authority = t.authority and x.code = t.task_code)`,
  },
]
