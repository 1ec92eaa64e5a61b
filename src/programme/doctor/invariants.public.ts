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
    name: 'batch-published-with-steps',
    severity: 'fault',
    holds: { vi: 'Lô đã công bố có ít nhất một công đoạn.', en: 'A published batch has at least one step.' },
    remedy: { vi: 'Đính chính lô bằng một bản mới.', en: 'Correct the batch by a new revision.' },
    sql: `select b.id, b.number from batch b where b.state <> 'draft' and not exists (select 1 from batch_step s where s.batch_id = b.id)`,
  },
  {
    name: 'batch-revisions-of-one-product',
    severity: 'fault',
    holds: {
      vi: 'Bản đính chính mang cùng mã, cùng sản phẩm và là bản kế tiếp của bản nó thay.',
      en: 'A correction has the code and product of what it corrects and is its next revision.',
    },
    remedy: { vi: 'Xem lại các bản của lô với quản trị.', en: 'Look at the revisions with an administrator.' },
    sql: `select b.id, b.replaces from batch b join batch o on o.id = b.replaces
      where b.code <> o.code or b.product_id <> o.product_id or b.revision <> o.revision + 1`,
  },
  {
    name: 'batch-replaced-by-one-that-stands',
    severity: 'fault',
    holds: { vi: 'Lô ghi là đã thay có bản đính chính đã công bố.', en: 'A batch marked as replaced has a correction that was published.' },
    remedy: { vi: 'Xem lại các bản của lô với quản trị.', en: 'Look at the revisions with an administrator.' },
    sql: `select b.id, b.number from batch b where b.state = 'replaced'
      and not exists (select 1 from batch n where n.replaces = b.id and n.state <> 'draft')`,
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
