// Invariants of decisions and certificates.
import type { Invariant } from './invariant.ts'

export const certificateInvariants: readonly Invariant[] = [
  {
    name: 'expiry-letter-of-its-certificate',
    severity: 'fault',
    holds: {
      vi: 'Thông báo thời hạn có số, lập trong 180 ngày trước ngày hết hạn của đúng giấy chứng nhận.',
      en: 'A letter of the end has its number and was written for its certificate within 180 days before the end.',
    },
    remedy: { vi: 'Xem lại thông báo này với văn thư.', en: 'Look at this letter with the clerk.' },
    sql: `select c.id, p.number from expiry_letter l join certificate c on c.id = l.certificate_id join document p on p.id = l.document_id
      where p.kind <> 'expiryLetter' or p.subject_id <> c.id or p.number is null
        or p.issued_on not between c.last_valid_on - 180 and c.last_valid_on`,
  },
  {
    name: 'recognised-dossier-has-certificate',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ đã công nhận có giấy chứng nhận, và ngược lại.',
      en: 'A recognised dossier has a certificate, and a certificate’s dossier is recognised.',
    },
    remedy: { vi: 'Đối chiếu quyết định công nhận và nhật ký.', en: 'Compare the decision and the ledger.' },
    sql: `select d.id, d.state, c.product_code from dossier d left join certificate c on c.dossier_id = d.id
      where (d.state in ('recognised', 'revoked')) <> (c.id is not null)
        and not exists (select 1 from reassessment a where a.dossier_id = d.id)`,
  },
  {
    name: 'certificate-lasts-36-months',
    severity: 'fault',
    holds: { vi: 'Ngày cuối hiệu lực là ngày cấp cộng 36 tháng.', en: 'The last valid day is the day of issue plus 36 calendar months.' },
    remedy: { vi: 'Đính chính giấy chứng nhận bằng văn bản.', en: 'Correct the certificate by a paper.' },
    sql: `select id, product_code, issued_on::text as issued_on, last_valid_on::text as last_valid_on from certificate
      where last_valid_on <> (issued_on + interval '36 months')::date`,
  },
  {
    name: 'one-certificate-in-force',
    severity: 'fault',
    holds: { vi: 'Mỗi sản phẩm có một giấy chứng nhận đang dùng.', en: 'A product has one certificate in force.' },
    remedy: { vi: 'Đánh dấu giấy cũ là đã thay thế.', en: 'Mark the older one replaced.' },
    sql: `select product_id as id, count(*)::int as certificates from certificate where state = 'valid' and dossier_id is not null group by product_id having count(*) > 1`,
  },
  {
    name: 'replaced-certificate-names-its-heir',
    severity: 'fault',
    holds: {
      vi: 'Giấy đã thay thế chỉ ra giấy mới của cùng sản phẩm.',
      en: 'A replaced certificate names the new one of the same product.',
    },
    remedy: { vi: 'Nối giấy cũ với giấy mới.', en: 'Link the old certificate to the new.' },
    sql: `select c.id, c.product_code from certificate c left join certificate n on n.id = c.replaced_by
      where c.state = 'replaced' and (n.id is null or n.product_id <> c.product_id or n.id = c.id)`,
  },
  {
    name: 'withdrawn-certificate-says-why',
    severity: 'fault',
    holds: { vi: 'Giấy bị thu hồi có lý do và thời điểm.', en: 'A withdrawn certificate has its reason and its time.' },
    remedy: { vi: 'Ghi lý do từ quyết định thu hồi.', en: 'Enter the reason from the decision of withdrawal.' },
    sql: `select id, product_code, state from certificate where state in ('withdrawn', 'annulled') and (coalesce(state_reason, '') = '' or state_since is null)`,
  },
  {
    name: 'issued-decision-is-complete',
    severity: 'fault',
    holds: {
      vi: 'Quyết định đã ban hành có số, ngày, người ký, văn bản và danh sách.',
      en: 'An issued decision has number, date, signer, paper and list.',
    },
    remedy: { vi: 'Khôi phục từ bản sao lưu.', en: 'Restore from a backup.' },
    sql: `select x.id, x.kind, x.number, x.issued_on::text as issued_on from recognition_decision x where x.state = 'issued'
      and (x.number is null or x.issued_on is null or coalesce(x.signer_name, '') = '' or x.document_id is null
        or not exists (select 1 from recognition_item i where i.decision_id = x.id))`,
  },
  {
    name: 'recognition-has-its-certificates',
    severity: 'fault',
    holds: {
      vi: 'Mỗi sản phẩm trong quyết định công nhận có giấy chứng nhận đúng hạng sao.',
      en: 'Each product of an issued recognition has its certificate with that star.',
    },
    remedy: { vi: 'Đối chiếu danh sách quyết định với giấy chứng nhận.', en: 'Compare the list with the certificates.' },
    sql: `select i.dossier_id as id, x.number, i.star from recognition_item i join recognition_decision x on x.id = i.decision_id
      where x.state = 'issued' and x.kind = 'recognition'
        and not exists (select 1 from certificate c where c.dossier_id = i.dossier_id and c.decision_id = x.id and c.star = i.star and c.issued_on = x.issued_on)`,
  },
  {
    name: 'decision-star-is-the-result',
    severity: 'fault',
    holds: { vi: 'Hạng sao trong quyết định là hạng Hội đồng đã chốt.', en: 'The star on a decision is the star of the closed result.' },
    remedy: { vi: 'Đính chính quyết định.', en: 'Correct the decision.' },
    sql: `select i.result_id as id, i.star, r.star as result_star, r.state from recognition_item i join recognition_decision x on x.id = i.decision_id
      join result r on r.id = i.result_id
      where x.state <> 'cancelled' and (r.dossier_id <> i.dossier_id or (x.kind = 'recognition' and r.star is distinct from i.star))`,
  },
  {
    name: 'result-on-one-live-decision',
    severity: 'fault',
    holds: { vi: 'Một kết quả nằm trong một quyết định.', en: 'A result is on one live decision.' },
    remedy: { vi: 'Hủy dự thảo thừa.', en: 'Cancel the extra draft.' },
    sql: `select i.result_id as id, count(*)::int as decisions from recognition_item i join recognition_decision x on x.id = i.decision_id
      where x.state <> 'cancelled' group by i.result_id having count(*) > 1`,
  },
  {
    name: 'letter-only-without-recognition',
    severity: 'fault',
    holds: {
      vi: 'Thông báo kết quả chỉ gửi cho sản phẩm không được công nhận.',
      en: 'A result letter goes only to products that are not recognised.',
    },
    remedy: { vi: 'Đối chiếu thông báo và quyết định.', en: 'Compare letter and decision.' },
    sql: `select l.result_id as id, r.star from result_letter l join result r on r.id = l.result_id
      where exists (select 1 from recognition_item i join recognition_decision x on x.id = i.decision_id where i.result_id = l.result_id and x.state = 'issued')`,
  },
  {
    name: 'draft-decision-is-not-forgotten',
    severity: 'warning',
    holds: { vi: 'Quyết định dự thảo không để quá 60 ngày.', en: 'A draft decision does not lie for more than 60 days.' },
    remedy: { vi: 'Ban hành hoặc hủy dự thảo.', en: 'Issue or cancel the draft.' },
    sql: `select id, title, created_at::date::text as created_on from recognition_decision where state = 'draft' and created_at < now() - interval '60 days'`,
  },
]
