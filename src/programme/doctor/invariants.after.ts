// Invariants of visits, laboratory tests, objections, re-assessments and recalls.
import type { Invariant } from './invariant.ts'

export const afterInvariants: readonly Invariant[] = [
  {
    name: 'visited-before-scored',
    severity: 'fault',
    holds: {
      vi: 'Dịch vụ du lịch (bộ 26) chỉ có phiếu hoàn thành khi đã có biên bản kiểm tra thực tế của cấp đó.',
      en: 'A tourism service (set 26) has final sheets only once a visit of that level is on record.',
    },
    remedy: { vi: 'Lập biên bản kiểm tra thực tế; xem lại phiếu đã chấm.', en: 'Record the visit; look at the sheets.' },
    sql: `select distinct i.id, d.id as dossier_id from score_sheet s join agenda_item i on i.id = s.item_id join meeting m on m.id = i.meeting_id
      join dossier d on d.id = i.dossier_id
      where s.state = 'final' and d.set_no = 26 and not exists (select 1 from field_visit v join field_visit_member p on p.visit_id = v.id
        where v.dossier_id = d.id and v.authority = m.authority and v.state = 'recorded' and p.voting and p.present)`,
  },
  {
    name: 'visit-has-its-record',
    severity: 'fault',
    holds: {
      vi: 'Kiểm tra thực tế đã ghi nhận có biên bản, người có mặt và ít nhất một tiêu chí được kiểm tra.',
      en: 'A recorded visit has its paper, people who were there and a criterion looked at.',
    },
    remedy: { vi: 'Lập lại biên bản bằng một lần kiểm tra khác.', en: 'Record another visit.' },
    sql: `select v.id, v.dossier_id from field_visit v where v.state = 'recorded' and (v.document_id is null
      or not exists (select 1 from field_visit_member p where p.visit_id = v.id and p.present)
      or not exists (select 1 from field_visit_answer a where a.visit_id = v.id))`,
  },
  {
    name: 'lab-result-has-its-file',
    severity: 'fault',
    holds: { vi: 'Kết quả kiểm nghiệm đã nhận có tệp.', en: 'A laboratory result received has its file.' },
    remedy: { vi: 'Đính phiếu kết quả.', en: 'Attach the result.' },
    sql: `select t.id, t.dossier_id from lab_test t where t.state = 'received'
      and not exists (select 1 from case_file f where f.subject_kind = 'labTest' and f.subject_id = t.id)`,
  },
  {
    name: 'objection-in-its-term',
    severity: 'fault',
    holds: { vi: 'Kiến nghị được gửi trong thời hạn.', en: 'An objection was raised within its term.' },
    remedy: { vi: 'Xem lại thời điểm gửi.', en: 'Look at when it was sent.' },
    sql: `select id, due_on::text as due_on from objection where (filed_at at time zone 'Asia/Ho_Chi_Minh')::date > due_on`,
  },
  {
    name: 'objection-decided-by-others',
    severity: 'fault',
    holds: {
      vi: 'Người giải quyết kiến nghị không phải người đã chấm điểm hoặc chốt kết quả đó.',
      en: 'Who decides an objection neither scored nor closed the result.',
    },
    remedy: { vi: 'Phân công người khác; xem lại trả lời đã ban hành.', en: 'Name others; look at the answer.' },
    sql: `select o.id, x.account_id from objection o join objection_decider x on x.objection_id = o.id join result r on r.id = o.result_id
      where r.closed_by = x.account_id or exists (select 1 from score_sheet s join council_member m on m.id = s.member_id
        where s.item_id = r.item_id and m.account_id = x.account_id)`,
  },
  {
    name: 'reassessment-follows-the-first',
    severity: 'fault',
    holds: {
      vi: 'Kết quả mới dẫn chiếu kết quả lần đầu của cùng hồ sơ; kết quả lần đầu còn nguyên và không còn hiệu lực.',
      en: 'A new result names the first of the same dossier; the first is on record and no longer the valid one.',
    },
    remedy: { vi: 'Xem lại lần đánh giá lại.', en: 'Look at the re-assessment.' },
    sql: `select a.id, a.dossier_id from reassessment a join result f on f.id = a.first_result_id
      left join result n on n.follows_result_id = f.id
      where f.dossier_id <> a.dossier_id or f.state <> 'superseded' or (n.id is not null and (n.dossier_id <> f.dossier_id or n.closed_at < a.begun_at))`,
  },
  {
    name: 'reassessment-asked-for',
    severity: 'fault',
    holds: {
      vi: 'Mỗi lần đánh giá lại có kiến nghị được chấp nhận hoặc yêu cầu của Bộ.',
      en: 'A re-assessment stands on an objection answered so, or on a request of the ministry.',
    },
    remedy: { vi: 'Xem lại căn cứ đánh giá lại.', en: 'Look at its ground.' },
    sql: `select a.id from reassessment a left join objection o on o.id = a.objection_id left join ministry_request q on q.id = a.request_id
      where coalesce(o.outcome, '') <> 'reassess' and coalesce(q.kind, '') <> 'reassess'`,
  },
  {
    name: 'annulled-certificate-has-its-recall',
    severity: 'fault',
    holds: {
      vi: 'Giấy bị hủy do thu hồi quyết định có quyết định thu hồi; giấy có quyết định thu hồi thì đã bị hủy.',
      en: 'A certificate is annulled exactly where a decision recalled it.',
    },
    remedy: { vi: 'Đối chiếu quyết định thu hồi.', en: 'Compare with the decision.' },
    sql: `select c.id, c.product_code from certificate c left join decision_recall x on x.certificate_id = c.id and x.state = 'issued'
      where c.decision_id is not null and (c.state = 'annulled') <> (x.id is not null)`,
  },
  {
    name: 'recalled-decision-has-its-recalls',
    severity: 'fault',
    holds: {
      vi: 'Quyết định đã thu hồi là quyết định mà mọi giấy chứng nhận đều đã bị hủy theo quyết định thu hồi, và ngược lại.',
      en: 'A decision counts as recalled exactly where every certificate of it was annulled by a recall.',
    },
    remedy: { vi: 'Đối chiếu quyết định công nhận và các quyết định thu hồi.', en: 'Compare the decision and its recalls.' },
    sql: `select x.id, x.number, x.state from recognition_decision x where x.kind = 'recognition' and x.state in ('issued', 'recalled')
      and (x.state = 'recalled') <> (exists (select 1 from certificate c where c.decision_id = x.id)
        and not exists (select 1 from certificate c where c.decision_id = x.id and c.state <> 'annulled'))`,
  },
  {
    name: 'ministry-answer-on-file',
    severity: 'fault',
    holds: {
      vi: 'Văn bản trả lời của Bộ đã ghi nhận có bản quét; kết quả kèm theo thuộc đúng hồ sơ và không có mục họp ở đây.',
      en: 'A recorded answer of the ministry has its scan; its result is of the same dossier and of no item here.',
    },
    remedy: { vi: 'Đính bản quét; đối chiếu văn bản của Bộ.', en: 'Attach the scan; compare with the paper.' },
    sql: `select a.id, a.dossier_id from ministry_answer a left join result r on r.id = a.result_id left join certificate c on c.id = a.certificate_id
      where not exists (select 1 from case_file f where f.subject_kind = 'ministryAnswer' and f.subject_id = a.id)
        or (r.id is not null and (r.dossier_id <> a.dossier_id or r.item_id is not null or r.authority <> 'TW'))
        or (c.id is not null and (c.dossier_id <> a.dossier_id or c.star <> r.star))
      union all select r.id, r.dossier_id from result r where r.item_id is null
        and not exists (select 1 from ministry_answer a where a.result_id = r.id)`,
  },
  {
    name: 'review-mark-has-its-objection',
    severity: 'fault',
    holds: {
      vi: 'Giấy ghi “đang xem xét” có kiến nghị đang giải quyết hoặc lần đánh giá lại chưa xong.',
      en: 'A certificate under review has an open objection or re-assessment.',
    },
    remedy: { vi: 'Bỏ ghi chú, hoặc giải quyết kiến nghị.', en: 'End the mark, or answer the objection.' },
    sql: `select c.id, c.product_code from certificate c where c.state = 'valid' and c.review_since is not null
      and not exists (select 1 from objection o where o.dossier_id = c.dossier_id and o.state in ('received', 'deciding'))
      and not exists (select 1 from reassessment a where a.dossier_id = c.dossier_id)`,
  },
  {
    name: 'certificate-outlives-its-reassessment',
    severity: 'warning',
    holds: {
      vi: 'Sản phẩm đánh giá lại không còn đạt 3 sao thì giấy chứng nhận cũ đã được thu hồi.',
      en: 'Where a re-assessment gave no three stars, the old certificate has been recalled.',
    },
    remedy: { vi: 'Lãnh đạo ban hành quyết định thu hồi.', en: 'The leader recalls the recognition.' },
    sql: `select c.id, c.product_code from certificate c join dossier d on d.id = c.dossier_id
      where c.state = 'valid' and d.state in ('notRecognised', 'ended') and exists (select 1 from reassessment a where a.dossier_id = d.id)`,
  },
]
