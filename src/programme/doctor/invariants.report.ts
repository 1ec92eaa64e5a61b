// Invariants of reports: what is locked is whole, what was moved has its grant.
import type { Invariant } from './invariant.ts'

const ledger = {
  vi: 'Đối chiếu nhật ký của báo cáo; mở lại từ trên xuống rồi tính và duyệt lại.',
  en: 'Compare with the report’s ledger; reopen from the top and approve anew.',
}

export const reportInvariants: readonly Invariant[] = [
  {
    name: 'locked-report-is-signed',
    severity: 'fault',
    holds: {
      vi: 'Báo cáo đã duyệt có người duyệt, ngày duyệt, ngày gửi, văn bản và không còn phép tính dở.',
      en: 'An approved report has its approver, days, paper, and no computation under way.',
    },
    remedy: ledger,
    sql: `select id, unit_name, state from report where state in ('approved', 'accepted')
      and (approved_by is null or approver_name is null or approved_at is null or filed_on is null or document_id is null or compute_run is not null)`,
  },
  {
    name: 'report-figure-counts-its-rows',
    severity: 'fault',
    holds: {
      vi: 'Số liệu tính từ hồ sơ bằng đúng danh sách được giữ phía sau.',
      en: 'A computed figure is what the rows kept behind it make.',
    },
    remedy: ledger,
    sql: `select f.report_id as id, f.row_code, f.numerator from report_figure f
      left join lateral (
        select count(*) filter (where part = 'numerator') as rows, sum(amount) filter (where part = 'numerator') as amount,
          count(*) filter (where part = 'denominator') as below, sum(amount) filter (where part = 'denominator') as below_amount
        from report_figure_row k where k.report_id = f.report_id and k.row_code = f.row_code) k on true
      where f.origin = 'computed' and (f.numerator not in (k.rows, coalesce(k.amount, 0))
        or (f.denominator is not null and f.denominator not in (k.below, coalesce(k.below_amount, 0))))`,
  },
  {
    name: 'report-due-day-has-its-grant',
    severity: 'fault',
    holds: {
      vi: 'Hạn của báo cáo là hạn của đợt, hoặc hạn của lần gia hạn cuối.',
      en: 'A report’s due day is the call’s, or that of its last extension.',
    },
    remedy: { vi: 'Đối chiếu các lần gia hạn của báo cáo.', en: 'Compare with the report’s extensions.' },
    sql: `select r.id, r.unit_name, r.due_on from report r join report_call c on c.id = r.call_id
      where r.due_on <> coalesce((select e.due_after from report_extension e where e.report_id = r.id order by e.granted_at desc, e.id desc limit 1),
        case when r.parent_id is null then c.due_on else coalesce(c.parts_due_on, c.due_on) end)`,
  },
  {
    name: 'report-locked-over-open-parts',
    severity: 'fault',
    holds: {
      vi: 'Dưới báo cáo tổng hợp đã duyệt không còn báo cáo đã tiếp nhận rồi bị trả lại.',
      en: 'Under an approved report nothing that was filed before it stands sent back.',
    },
    remedy: ledger,
    sql: `select c.id, c.unit_name from report p join report c on c.parent_id = p.id where p.state in ('approved', 'accepted') and c.state = 'sentBack'`,
  },
  {
    name: 'open-call-has-one-top',
    severity: 'fault',
    holds: { vi: 'Đợt báo cáo đã mở có đúng một báo cáo tổng hợp.', en: 'A call that was opened has exactly one report at its top.' },
    remedy: { vi: 'Đối chiếu nhật ký “reportCall.opened”.', en: 'Compare with “reportCall.opened” in the ledger.' },
    sql: `select c.id, c.title from report_call c
      where c.state <> 'planned' and (select count(*) from report r where r.call_id = c.id and r.parent_id is null) <> 1`,
  },
]
