// Invariants of the programme's money, support and rewards.
import type { Invariant } from './invariant.ts'

/** Approved entries, each by its way in the balance (money/money.ts); `drawn` as in money/balance.ts. */
const positions = `select e.line_id, e.source_id,
    sum(case when e.kind in ('allocation', 'transferIn', 'carryOver', 'failed', 'returned', 'recovered') then e.amount
             when e.kind in ('cut', 'transferOut', 'disbursement') then -e.amount else 0 end)::bigint as balance,
    sum(case when e.kind = 'commitment' then e.amount when e.kind = 'release' then -e.amount
             when e.kind = 'disbursement' and e.answers_id is not null then -e.amount
             when e.kind = 'failed' and a.answers_id is not null then e.amount else 0 end)::bigint as committed
  from money_entry e left join money_entry a on a.id = e.answers_id where e.state = 'approved' group by e.line_id, e.source_id`

export const moneyInvariants: readonly Invariant[] = [
  {
    name: 'money-is-there',
    severity: 'fault',
    holds: {
      vi: 'Số dư của mỗi khoản, mỗi nguồn không âm và đủ cho các cam kết; cam kết không âm.',
      en: 'The balance of every line and source is not negative and covers its commitments, which are not negative.',
    },
    remedy: { vi: 'Đối chiếu các bút toán của khoản; ghi bút toán điều chỉnh.', en: 'Compare the line’s entries; enter a correction.' },
    sql: `select line_id as id, source_id, balance, committed from (${positions}) p where balance < 0 or committed < 0 or balance < committed`,
  },
  {
    name: 'money-approved-by-another',
    severity: 'fault',
    holds: { vi: 'Người nhập bút toán không phải người duyệt.', en: 'Who entered money did not approve it.' },
    remedy: { vi: 'Báo lãnh đạo; người khác rà lại bút toán.', en: 'Tell the leader; have another person look at it.' },
    sql: `select id, entered_by, decided_by from money_entry where state in ('approved', 'refused') and decided_by is not distinct from entered_by`,
  },
  {
    name: 'transfer-has-two-ends',
    severity: 'fault',
    holds: {
      vi: 'Mỗi lần điều chuyển, chuyển nguồn có hai đầu cùng số tiền, nguồn, ngày và tình trạng.',
      en: 'Every transfer has two ends of one amount, source, day and state.',
    },
    remedy: { vi: 'Đối chiếu hai bút toán với văn bản điều chuyển.', en: 'Compare both with the paper.' },
    sql: `select o.id, o.amount, i.amount as other from money_entry o left join money_entry i on i.answers_id = o.id and i.kind in ('transferIn', 'carryOver')
      where o.kind = 'transferOut' and (i.id is null or i.amount <> o.amount or i.source_id <> o.source_id or i.on_day <> o.on_day or i.state <> o.state)
      union all select i.id, i.amount, null from money_entry i where i.kind = 'transferIn' and i.answers_id is null`,
  },
  {
    name: 'settlement-has-its-papers',
    severity: 'fault',
    holds: { vi: 'Quyết toán đã duyệt có hồ sơ kèm theo.', en: 'An approved settlement has its papers.' },
    remedy: { vi: 'Đính hồ sơ quyết toán vào bút toán.', en: 'Attach them to the entry.' },
    sql: `select e.id, e.amount from money_entry e where e.kind = 'settlement' and e.state = 'approved'
      and not exists (select 1 from attachment a where a.subject_kind = 'moneyEntry' and a.subject_id = e.id and a.removed_at is null)`,
  },
  {
    name: 'support-milestones-come-to-approved',
    severity: 'fault',
    holds: {
      vi: 'Các mốc của hợp đồng hỗ trợ cộng đúng bằng số được duyệt.',
      en: 'Milestones of a signed support come to what was approved.',
    },
    remedy: { vi: 'Đối chiếu với hợp đồng đã ký.', en: 'Compare with the signed contract.' },
    sql: `select c.id, c.approved, sum(m.amount)::bigint as milestones from support_contract c left join support_milestone m on m.contract_id = c.id
      where c.state in ('running', 'suspended', 'closed', 'terminated') group by c.id, c.approved having c.approved is distinct from sum(m.amount)::bigint`,
  },
  {
    name: 'receipts-within-receivable',
    severity: 'fault',
    holds: {
      vi: 'Tiền thu được không quá khoản phải thu, và vừa đủ khi ghi đã thu đủ.',
      en: 'Receipts never pass what is owed, and come to it where it is paid.',
    },
    remedy: { vi: 'Đối chiếu chứng từ thu.', en: 'Compare with the receipts.' },
    sql: `select r.id, r.amount, r.state, coalesce(x.received, 0) as received from receivable r left join lateral (
        select sum(p.amount)::bigint as received, (sum(p.amount) filter (where e.state = 'approved'))::bigint as approved
        from receivable_receipt p join money_entry e on e.id = p.entry_id and e.state in ('entered', 'approved') where p.receivable_id = r.id) x on true
      where coalesce(x.received, 0) > r.amount or (r.state = 'paid' and x.approved is distinct from r.amount)`,
  },
  {
    name: 'reward-once',
    severity: 'fault',
    holds: { vi: 'Mỗi hạng sao của một sản phẩm chỉ được thưởng một lần.', en: 'A star of a product is rewarded once.' },
    remedy: { vi: 'Thu hồi khoản chi sau.', en: 'Claim the later one back.' },
    sql: `select product_id as id, star, count(*) as times from reward where state <> 'cancelled' group by product_id, star having count(*) > 1`,
  },
  {
    name: 'paid-reward-has-its-entry',
    severity: 'fault',
    holds: {
      vi: 'Tiền thưởng đã chi có bút toán giải ngân đã duyệt, đúng số tiền, trên danh sách đã có quyết định.',
      en: 'A paid reward has its approved payment of the same amount, on a decided list.',
    },
    remedy: { vi: 'Đối chiếu danh sách thưởng với sổ bút toán.', en: 'Compare the list with the journal.' },
    sql: `select r.id, r.amount, e.amount as entry, l.state from reward r join reward_list l on l.id = r.list_id left join money_entry e on e.id = r.entry_id
      where r.state = 'paid' and (e.id is null or e.kind <> 'disbursement' or e.state <> 'approved' or e.amount <> r.amount or l.document_id is null)`,
  },
]
