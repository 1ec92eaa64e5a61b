// Invariants of inspections after recognition.
import type { Invariant } from './invariant.ts'

export const inspectionInvariants: readonly Invariant[] = [
  {
    name: 'inspection-has-a-lead',
    severity: 'fault',
    holds: { vi: 'Mỗi cuộc kiểm tra có một trưởng đoàn.', en: 'Each inspection has somebody who leads its team.' },
    remedy: { vi: 'Hủy và lập lại cuộc kiểm tra.', en: 'Call it off and plan it anew.' },
    sql: `select i.id, i.place from inspection i where not exists (select 1 from inspection_member m where m.inspection_id = i.id and m.lead)`,
  },
  {
    name: 'inspection-record-whole',
    severity: 'fault',
    holds: {
      vi: 'Biên bản kiểm tra có người có mặt và ít nhất một nội dung đã kiểm tra; chưa lập biên bản thì không có.',
      en: 'A record has somebody who was there and an item looked at; before it there is neither.',
    },
    remedy: { vi: 'Xem lại biên bản của cuộc kiểm tra.', en: 'Look at the record.' },
    sql: `select i.id, i.number from inspection i
      where (i.state in ('recorded', 'signed', 'unsigned')) <> exists (select 1 from inspection_answer a where a.inspection_id = i.id)
        or (i.state in ('recorded', 'signed', 'unsigned') and not exists (select 1 from inspection_member m where m.inspection_id = i.id and m.present))`,
  },
  {
    name: 'violation-of-a-record',
    severity: 'fault',
    holds: {
      vi: 'Vi phạm chỉ ghi theo biên bản đã lập, về sản phẩm của cuộc kiểm tra đó.',
      en: 'A violation stands on a written record, on one of its products.',
    },
    remedy: { vi: 'Bỏ ghi nhận vi phạm đó.', en: 'Lift that violation.' },
    sql: `select v.id, v.what from violation v join inspection i on i.id = v.inspection_id
      where i.state not in ('recorded', 'signed', 'unsigned') or i.authority <> v.authority or (v.product_id is not null and not exists (
        select 1 from inspection_product x where x.inspection_id = i.id and x.product_id = v.product_id))`,
  },
  {
    name: 'violation-answer-waits-once',
    severity: 'fault',
    holds: {
      vi: 'Vi phạm chờ xét có đúng một giải trình chưa xét; vi phạm khác không có giải trình bỏ quên.',
      en: 'A violation that was answered has one answer to judge; none is left behind elsewhere.',
    },
    remedy: { vi: 'Xét giải trình đó.', en: 'Judge that answer.' },
    sql: `select v.id, v.state from violation v
      where (v.state = 'answered' and not exists (select 1 from violation_answer a where a.violation_id = v.id and a.verdict is null))
        or (v.state in ('open', 'returned', 'settled', 'forwarded', 'lifted')
          and exists (select 1 from violation_answer a where a.violation_id = v.id and a.verdict is null))`,
  },
  {
    name: 'proposal-and-violation-agree',
    severity: 'fault',
    holds: {
      vi: 'Vi phạm “đã đề nghị thu hồi” có đúng một đề nghị đang chờ; “đã thu hồi” thì giấy chứng nhận không còn giá trị.',
      en: 'A violation proposed has one open proposal; one withdrawn has a certificate no longer in force.',
    },
    remedy: { vi: 'Xem lại đề nghị và giấy chứng nhận.', en: 'Look at proposal and certificate.' },
    sql: `select v.id, v.state from violation v
      where (v.state = 'proposed') <> exists (select 1 from withdrawal_proposal w where w.violation_id = v.id and w.state = 'open')
        or (v.state = 'withdrawn' and not exists (select 1 from withdrawal_proposal w join certificate k on k.id = w.certificate_id
          where w.violation_id = v.id and w.state = 'agreed' and k.state <> 'valid'))`,
  },
  {
    name: 'withdrawal-not-decided-by-the-team',
    severity: 'fault',
    holds: { vi: 'Người trong đoàn kiểm tra không quyết định việc thu hồi.', en: 'Nobody of the team decided on the withdrawal.' },
    remedy: { vi: 'Báo lãnh đạo xem lại quyết định.', en: 'Have the decision looked at again.' },
    sql: `select w.id, w.certificate_id from withdrawal_proposal w join violation v on v.id = w.violation_id
      join inspection_member m on m.inspection_id = v.inspection_id and m.account_id = w.decided_by`,
  },
  {
    name: 'inspection-plan-points-add-up',
    severity: 'fault',
    holds: {
      vi: 'Kế hoạch kiểm tra đã ban hành có sản phẩm được chọn; điểm của mỗi sản phẩm bằng tổng các lý do, xếp từ cao xuống thấp.',
      en: 'An issued plan has chosen products; points are the sum of their reasons, in falling order.',
    },
    remedy: { vi: 'Lập kế hoạch mới.', en: 'Draw up another plan.' },
    sql: `select p.id, p.title from inspection_plan p
      where (p.state = 'issued' and not exists (select 1 from inspection_plan_line l where l.plan_id = p.id and l.chosen))
        or exists (select 1 from inspection_plan_line l where l.plan_id = p.id
          and l.points <> (select coalesce(sum((r.value ->> 'points')::int), 0) from jsonb_array_elements(l.reasons) r))
        or exists (select 1 from inspection_plan_line l join inspection_plan_line n on n.plan_id = l.plan_id and n.place = l.place + 1
          where l.plan_id = p.id and n.points > l.points)`,
  },
]
