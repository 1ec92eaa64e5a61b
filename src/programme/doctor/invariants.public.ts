// Invariants of what the public sends, and of what it reads of batches.
import type { Invariant } from './invariant.ts'

export const publicInvariants: readonly Invariant[] = [
  {
    name: 'report-in-case-of-its-own',
    severity: 'fault',
    holds: {
      vi: 'Phản ánh đã gộp nằm trong vụ việc của đúng sản phẩm, chủ thể và cơ quan của nó.',
      en: 'A report joined to a case is of that case’s product, producer and desk.',
    },
    remedy: { vi: 'Tách phản ánh khỏi vụ việc rồi gộp lại.', en: 'Take the report out of the case and join it again.' },
    sql: `select r.id, r.case_id from public_report r join public_report_case c on c.id = r.case_id
      where r.authority <> c.authority or r.producer_id is distinct from c.producer_id or r.product_id is distinct from c.product_id`,
  },
  {
    name: 'closed-case-answered',
    severity: 'fault',
    holds: { vi: 'Vụ việc đã kết thúc thì mọi phản ánh của nó đã được trả lời.', en: 'Every report of a closed case has its answer.' },
    remedy: { vi: 'Trả lời các phản ánh còn lại.', en: 'Answer the reports that are left.' },
    sql: `select r.id, r.case_id from public_report r join public_report_case c on c.id = r.case_id where c.state = 'closed' and r.state = 'joined'`,
  },
  {
    name: 'holder-told-of-own-case',
    severity: 'fault',
    holds: {
      vi: 'Thông báo về vụ việc chỉ gửi cho chủ thể của vụ việc.',
      en: 'A message about a case goes to the holder of that case alone.',
    },
    remedy: { vi: 'Xem lại thông báo này với quản trị.', en: 'Look at this message with an administrator.' },
    sql: `select m.id, m.case_id from public_report_message m join public_report_case c on c.id = m.case_id where m.producer_id <> c.producer_id`,
  },
]
