// Invariants of commendation.
import type { Invariant } from './invariant.ts'

export const commendationInvariants: readonly Invariant[] = [
  {
    name: 'decided-commendation-has-its-paper',
    severity: 'fault',
    holds: {
      vi: 'Danh sách khen thưởng đã quyết định có văn bản lưu cùng số.',
      en: 'A decided list has its stored paper of the same number.',
    },
    remedy: { vi: 'Xem lịch sử của danh sách.', en: 'Look at the history of the list.' },
    sql: `select l.id, l.decision_number from commendation_list l where l.state = 'decided' and not exists (
      select 1 from document d where d.id = l.document_id and d.kind = 'commendationDecision' and d.number = l.decision_number)`,
  },
  {
    name: 'commended-once',
    severity: 'fault',
    holds: { vi: 'Một đề nghị khen thưởng chỉ nằm trong một danh sách.', en: 'A proposal stands on one list at most.' },
    remedy: { vi: 'Đưa đề nghị ra khỏi danh sách dự thảo.', en: 'Take it off the draft.' },
    sql: `select proposal_id::text as id, count(*)::int as lists from commendation where state = 'listed' group by proposal_id having count(*) > 1`,
  },
  {
    name: 'cancelled-commendation-holds-nobody',
    severity: 'fault',
    holds: { vi: 'Danh sách đã hủy không giữ đề nghị nào.', en: 'A cancelled list holds no proposal.' },
    remedy: { vi: 'Xem lịch sử của danh sách.', en: 'Look at the history of the list.' },
    sql: `select c.id, c.name from commendation c join commendation_list l on l.id = c.list_id where l.state = 'cancelled' and c.state = 'listed'`,
  },
]
