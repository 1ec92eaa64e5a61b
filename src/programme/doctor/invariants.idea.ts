// Invariants of ideas, business plans and the dossiers that start from them.
import type { Invariant } from './invariant.ts'

export const ideaInvariants: readonly Invariant[] = [
  {
    name: 'listed-idea-is-judged',
    severity: 'fault',
    holds: { vi: 'Ý tưởng đã vào danh sách gửi đi thì có kết luận và lý do.', en: 'A listed idea is judged, with a reason.' },
    remedy: { vi: 'Đối chiếu với văn bản danh sách đã gửi.', en: 'Compare with the list that was sent.' },
    sql: `select id, name, state from idea where listed_call_id is not null
      and (state not in ('selected', 'later', 'notSelected', 'withdrawn') or selection_reason = '')`,
  },
  {
    name: 'plan-of-a-listed-idea',
    severity: 'fault',
    holds: { vi: 'Phương án chỉ có cho ý tưởng được chọn và đã gửi danh sách.', en: 'A plan belongs to a selected and listed idea.' },
    remedy: { vi: 'Xem lịch sử của ý tưởng và phương án.', en: 'Look at the history of the idea and the plan.' },
    sql: `select p.id, i.name, i.state from business_plan p join idea i on i.id = p.idea_id
      where i.state <> 'selected' or i.listed_call_id is null or i.producer_id <> p.producer_id`,
  },
  {
    name: 'sent-plan-adds-up',
    severity: 'fault',
    holds: { vi: 'Phương án đã gửi: các nguồn vốn cộng đúng bằng tổng vốn.', en: 'The sources of a sent plan add up to its total.' },
    remedy: { vi: 'Trả lại phương án để chủ thể sửa.', en: 'Return the plan to its producer.' },
    sql: `select p.id, p.investment_total, sum(s.amount)::bigint as sources from business_plan p left join plan_source s on s.plan_id = p.id
      where p.state in ('submitted', 'received', 'approved', 'done') group by p.id, p.investment_total
      having p.investment_total is distinct from sum(s.amount)::bigint`,
  },
  {
    name: 'approved-plan-has-its-notice',
    severity: 'fault',
    holds: { vi: 'Phương án đã phê duyệt có thông báo đánh số.', en: 'An approved plan has its numbered notice.' },
    remedy: { vi: 'Tìm thông báo theo sổ văn bản rồi nối lại.', en: 'Find the notice in the register and link it.' },
    sql: `select p.id, p.state from business_plan p left join document d on d.id = p.approval_document_id
      where p.state in ('approved', 'done') and (d.id is null or d.kind <> 'planApproval' or d.number is null)`,
  },
  {
    name: 'dossier-origin-of-one-producer',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ, phương án và hồ sơ trước thuộc cùng một chủ thể.',
      en: 'A dossier, its plan and its earlier dossier are of one producer.',
    },
    remedy: { vi: 'Xem lại liên kết nguồn gốc của hồ sơ.', en: 'Look at the dossier’s origin.' },
    sql: `select o.dossier_id as id from dossier_origin o join dossier d on d.id = o.dossier_id
      left join business_plan p on p.id = o.plan_id left join dossier e on e.id = o.earlier_dossier_id
      where p.producer_id <> d.producer_id or e.producer_id <> d.producer_id or e.product_id <> d.product_id`,
  },
]
