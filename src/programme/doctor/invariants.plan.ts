// Invariants of programme plans and their work.
import type { Invariant } from './invariant.ts'

export const planInvariants: readonly Invariant[] = [
  {
    name: 'one-issued-revision',
    severity: 'fault',
    holds: { vi: 'Mỗi kế hoạch có nhiều nhất một bản đang có hiệu lực.', en: 'A plan has at most one revision in force.' },
    remedy: { vi: 'Đối chiếu các bản của kế hoạch; bản cũ là đã thay thế.', en: 'Compare the revisions; the older one is replaced.' },
    sql: `select family_id::text as id, count(*)::int as issued from programme_plan where state = 'issued' group by family_id having count(*) > 1`,
  },
  {
    name: 'issued-plan-has-its-paper',
    severity: 'fault',
    holds: { vi: 'Kế hoạch đã ban hành có văn bản lưu.', en: 'An issued plan has its stored paper.' },
    remedy: { vi: 'Xem lịch sử của kế hoạch.', en: 'Look at the history of the plan.' },
    sql: `select p.id from programme_plan p where p.state in ('issued', 'replaced') and not exists (
      select 1 from document d where d.id = p.document_id and d.subject_id = p.family_id)`,
  },
  {
    name: 'submission-has-its-paper',
    severity: 'fault',
    holds: { vi: 'Tờ trình của dự thảo có văn bản lưu cùng số.', en: 'A submission has its stored paper of the same number.' },
    remedy: { vi: 'Xem lịch sử của kế hoạch.', en: 'Look at the history of the plan.' },
    sql: `select s.id, s.number from programme_submission s where not exists (
      select 1 from document d where d.id = s.document_id and d.kind = 'planSubmission' and d.number = s.number)`,
  },
  {
    name: 'issued-task-has-its-work',
    severity: 'fault',
    holds: {
      vi: 'Mỗi nhiệm vụ của kế hoạch đang có hiệu lực đã được giao, đúng lần, không lần nào trùng.',
      en: 'Every task of a plan in force has been given out, each time once.',
    },
    remedy: { vi: 'Điều chỉnh kế hoạch để giao lại nhiệm vụ đó.', en: 'Adjust the plan so that the task is given out anew.' },
    sql: `select t.id, t.code from programme_task t join programme_plan p on p.id = t.plan_id
      where p.state = 'issued' and not exists (select 1 from task_instance i where i.task_id = t.id and i.ended_on is null)`,
  },
  {
    name: 'due-day-moved-by-extension',
    severity: 'fault',
    holds: {
      vi: 'Hạn của việc là hạn đã giao, hoặc hạn của lần lùi cuối.',
      en: 'A due day is the promised one, or that of the last extension.',
    },
    remedy: { vi: 'Lùi hạn bằng nút trên trang việc, có lý do.', en: 'Move the day on the page of the work, with a reason.' },
    sql: `select w.id, w.due_on::text as due_on from task_work w join task_instance i on i.id = w.instance_id
      where w.due_on is distinct from coalesce((select e.due_after from task_extension e where e.work_id = w.id
        order by e.granted_at desc, e.due_after desc limit 1), i.due_on)`,
  },
  {
    name: 'work-state-is-its-last-report',
    severity: 'fault',
    holds: { vi: 'Tình trạng của việc khớp báo cáo cuối.', en: 'The state of a work is that of its last report.' },
    remedy: { vi: 'Gửi một báo cáo mới cho việc đó.', en: 'Send a further report on it.' },
    sql: `select w.id, w.state from task_work w left join lateral (select r.state from task_report r where r.work_id = w.id
        order by r.reported_at desc, r.id desc limit 1) r on true
      where w.state <> coalesce(case r.state when 'reopened' then 'doing' else r.state end, 'open')`,
  },
  {
    name: 'issued-money-sums',
    severity: 'fault',
    holds: {
      vi: 'Kinh phí của kế hoạch đã ban hành: các phần cộng đúng tổng.',
      en: 'The parts of an issued plan’s money make their whole.',
    },
    remedy: { vi: 'Điều chỉnh kế hoạch.', en: 'Adjust the plan.' },
    sql: `select m.id, m.code from programme_money m join programme_plan p on p.id = m.plan_id
      join programme_money part on part.plan_id = m.plan_id and part.part_of = m.code
      where p.state = 'issued' and m.amount is not null
      group by m.id, m.code, m.amount having count(*) filter (where part.amount is null) = 0 and sum(part.amount) <> m.amount`,
  },
]
