// Invariants of what the desks organise: courses.
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
]
