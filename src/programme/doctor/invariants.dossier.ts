// Invariants of people, papers and dossiers.
import { finalStates } from '../dossier/dossier.workflow.ts'
import type { Invariant } from './invariant.ts'

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')
const finals = quoted(finalStates)

export const dossierInvariants: readonly Invariant[] = [
  {
    name: 'one-open-dossier-per-product',
    severity: 'fault',
    holds: { vi: 'Mỗi sản phẩm chỉ có một hồ sơ đang xử lý.', en: 'A product has one open dossier at most.' },
    remedy: {
      vi: 'Rút hoặc kết thúc hồ sơ mở sau; kiểm tra chỉ mục dossier_open.',
      en: 'Withdraw or end the later one; check the index dossier_open.',
    },
    sql: `select product_id as id, count(*)::int as dossiers from dossier where state not in (${finals}) group by product_id having count(*) > 1`,
  },
  {
    name: 'filed-dossier-has-submission',
    severity: 'fault',
    holds: { vi: 'Hồ sơ đã nộp có bản nộp đóng băng và ngày nộp.', en: 'A filed dossier has a frozen submission and its day of filing.' },
    remedy: {
      vi: 'Khôi phục bản nộp từ bản sao lưu; không dựng lại bằng tay.',
      en: 'Restore the submission from a backup; never rebuild it by hand.',
    },
    sql: `select d.id, d.state, d.filed_at::text as filed_at from dossier d
      where (d.filed_at is not null or d.state not in ('draft', 'withdrawn'))
        and (d.filed_at is null or not exists (select 1 from dossier_submission s where s.dossier_id = d.id))`,
  },
  {
    name: 'draft-was-never-filed',
    severity: 'fault',
    holds: { vi: 'Bản nháp chưa có bản nộp nào.', en: 'A draft has no submission.' },
    remedy: {
      vi: 'Trạng thái đã bị lùi ngoài quy trình; xem nhật ký của hồ sơ.',
      en: 'The state was moved back outside the workflow; read the dossier’s ledger.',
    },
    sql: `select d.id, d.state from dossier d where d.state = 'draft' and exists (select 1 from dossier_submission s where s.dossier_id = d.id)`,
  },
  {
    name: 'dossier-belongs-to-its-product',
    severity: 'fault',
    holds: { vi: 'Hồ sơ, sản phẩm và chủ thể thuộc về nhau.', en: 'A dossier’s product belongs to the dossier’s producer.' },
    remedy: { vi: 'Đối chiếu với bản nộp rồi sửa liên kết.', en: 'Compare with the submission, then mend the link.' },
    sql: `select d.id, d.producer_id::text as producer, p.producer_id::text as product_of from dossier d join product p on p.id = d.product_id where p.producer_id <> d.producer_id`,
  },
  {
    name: 'evidence-of-own-library',
    severity: 'fault',
    holds: { vi: 'Minh chứng lấy từ kho giấy tờ của chính chủ thể.', en: 'Evidence comes from the producer’s own library.' },
    remedy: {
      vi: 'Gỡ minh chứng này; chủ thể tải lên giấy tờ của mình.',
      en: 'Take the evidence off; the producer uploads the own paper.',
    },
    sql: `select e.id, e.dossier_id::text as dossier, e.criterion, e.paper_id::text as paper from dossier_evidence e
      join dossier d on d.id = e.dossier_id join paper p on p.id = e.paper_id where p.producer_id <> d.producer_id`,
  },
  {
    name: 'returned-dossier-has-request',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ đang chờ bổ sung khi và chỉ khi có một yêu cầu bổ sung còn mở.',
      en: 'A dossier waits for a supplement exactly while a request is open.',
    },
    remedy: {
      vi: 'Đóng yêu cầu hoặc trả hồ sơ về đúng trạng thái qua chức năng.',
      en: 'Close the request or move the dossier through its verbs.',
    },
    sql: `select d.id, d.state, r.id::text as request from dossier d
      left join supplement_request r on r.dossier_id = d.id and r.outcome is null
      where (d.state in ('communeSupplement', 'provinceSupplement')) <> (r.id is not null)`,
  },
  {
    name: 'supplement-answered-is-dated',
    severity: 'fault',
    holds: { vi: 'Yêu cầu bổ sung đã trả lời có ngày trả lời.', en: 'An answered request has its day of answer.' },
    remedy: { vi: 'Lấy ngày từ nhật ký.', en: 'Take the day from the ledger.' },
    sql: `select id, dossier_id::text as dossier, outcome from supplement_request where outcome = 'answered' and answered_at is null`,
  },
  {
    name: 'carried-verdict-was-given',
    severity: 'fault',
    holds: {
      vi: 'Kết luận giữ lại sau bổ sung có thật ở lần nộp trước đó của cùng hồ sơ.',
      en: 'A verdict kept after a supplement was given on an earlier filing of the same dossier.',
    },
    remedy: {
      vi: 'Kết luận lại mục này trên lần nộp hiện tại.',
      en: 'Judge the line again on the present filing.',
    },
    sql: `select c.submission_id as id, c.level, c.component, c.carried_from::text as carried_from from component_check c
      join dossier_submission s on s.id = c.submission_id
      where c.carried_from is not null and not exists (
        select 1 from component_check o join dossier_submission e on e.id = o.submission_id
         where o.submission_id = c.carried_from and o.level = c.level and o.component = c.component and o.carried_from is null
           and o.verdict = c.verdict and o.remark = c.remark and o.checked_at = c.checked_at
           and e.dossier_id = s.dossier_id and e.ordinal < s.ordinal)`,
  },
  {
    name: 'issued-advice-has-its-paper',
    severity: 'fault',
    holds: {
      vi: 'Báo cáo của Tổ tư vấn đã ban hành có văn bản còn hiệu lực của chính hồ sơ đó.',
      en: 'An issued advisory report has a paper of its dossier that still holds.',
    },
    remedy: { vi: 'Mở lại báo cáo và ban hành lại.', en: 'Open the report again and issue it anew.' },
    // Reports issued before papers were made of them have none.
    sql: `select a.dossier_id as id, a.document_id::text as document, d.state from advisory_report a join document d on d.id = a.document_id
      where (a.state = 'issued') <> (d.state = 'issued') or d.dossier_id is distinct from a.dossier_id or d.kind <> 'advisoryReport'`,
  },
  {
    name: 'clock-stops-with-the-commune',
    severity: 'fault',
    holds: {
      vi: 'Đồng hồ xã chỉ chạy khi hồ sơ còn ở cấp xã.',
      en: 'The commune’s clock runs only while the dossier is with the commune.',
    },
    remedy: { vi: 'Dừng đồng hồ với kết cục đúng theo nhật ký.', en: 'Stop the clock with the outcome the ledger shows.' },
    sql: `select c.id, d.id::text as dossier, d.state, c.due_on::text as due_on from dossier_clock c join dossier d on d.id = c.dossier_id
      where c.kind = 'communeReview' and c.stopped_at is null and d.state not in ('filed', 'communeSupplement', 'reported')`,
  },
  {
    name: 'finished-dossier-has-no-clock',
    severity: 'fault',
    holds: { vi: 'Hồ sơ đã kết thúc không còn đồng hồ nào chạy.', en: 'A finished dossier has no running clock.' },
    remedy: { vi: 'Dừng đồng hồ với kết cục đúng theo nhật ký.', en: 'Stop the clock with the outcome the ledger shows.' },
    sql: `select c.id, d.id::text as dossier, d.state, c.kind from dossier_clock c join dossier d on d.id = c.dossier_id
      where c.stopped_at is null and d.state in (${finals})`,
  },
  {
    name: 'pause-only-during-supplement',
    severity: 'fault',
    holds: { vi: 'Đồng hồ chỉ tạm dừng khi đang chờ bổ sung.', en: 'A clock is paused only while a supplement is open.' },
    remedy: { vi: 'Đóng lần tạm dừng và ghi hạn mới.', en: 'Close the pause and store the new due date.' },
    sql: `select p.id, c.dossier_id::text as dossier, p.paused_at::text as paused_at from dossier_clock_pause p join dossier_clock c on c.id = p.clock_id
      where p.resumed_at is null and (c.stopped_at is not null
        or not exists (select 1 from supplement_request r where r.dossier_id = c.dossier_id and r.outcome is null))`,
  },
  {
    name: 'closed-pause-has-new-due-date',
    severity: 'fault',
    holds: { vi: 'Lần tạm dừng đã kết thúc có hạn mới.', en: 'A pause that ended stored the new due date.' },
    remedy: { vi: 'Tính lại hạn từ lịch làm việc và ghi vào.', en: 'Recompute the due date from the work calendar and store it.' },
    sql: `select p.id, c.dossier_id::text as dossier from dossier_clock_pause p join dossier_clock c on c.id = p.clock_id
      where p.resumed_at is not null and p.due_after is null and c.stopped_at is null`,
  },
  {
    name: 'proposed-dossier-has-report',
    severity: 'fault',
    holds: { vi: 'Hồ sơ đã gửi tỉnh có báo cáo mẫu 03 đã ban hành.', en: 'A dossier sent to the province has an issued commune report.' },
    remedy: { vi: 'Xem nhật ký; ban hành lại báo cáo ở cấp xã.', en: 'Read the ledger; have the commune issue the report again.' },
    sql: `select d.id, d.state from dossier d
      where d.state in ('reported', 'proposed', 'provinceSupplement', 'accepted', 'onAgenda', 'concluded', 'recognised', 'notRecognised', 'sentToMinistry')
        and not exists (select 1 from commune_report r where r.dossier_id = d.id and r.state = 'issued')`,
  },
  {
    name: 'accepted-dossier-has-round',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ đã tiếp nhận thuộc một đợt cùng tỉnh, cùng bộ quy định.',
      en: 'An accepted dossier is in a round of its province and regulation.',
    },
    remedy: { vi: 'Chuyển hồ sơ vào đúng đợt.', en: 'Move the dossier into the right round.' },
    sql: `select d.id, d.state, d.round_id::text as round from dossier d left join round r on r.id = d.round_id
      where d.state in ('accepted', 'onAgenda', 'concluded', 'recognised', 'notRecognised', 'sentToMinistry')
        and (r.id is null or r.authority <> d.authority or r.regulation_id <> d.regulation_id)`,
  },
  {
    name: 'grant-has-its-scope',
    severity: 'fault',
    holds: { vi: 'Vai trò chủ thể gắn chủ thể, vai trò cấp xã gắn xã.', en: 'Producer roles name a producer, commune roles a commune.' },
    remedy: { vi: 'Thu hồi vai trò rồi cấp lại đúng phạm vi.', en: 'Revoke the role and grant it with its scope.' },
    sql: `select id, role, account_id from role_grant where revoked_at is null
      and ((role = 'producer' and producer_id is null) or (role in ('communeOfficer', 'communeLeader') and commune_code is null))`,
  },
  {
    name: 'blocked-account-is-shut',
    severity: 'fault',
    holds: {
      vi: 'Tài khoản đã khóa không còn phiên hoặc khóa API dùng được.',
      en: 'A blocked account has no session and no usable token.',
    },
    remedy: { vi: 'Khóa lại tài khoản ở trang quản trị.', en: 'Block the account again on the administration page.' },
    sql: `select u.id, u.username from auth_user u where u.blocked_at is not null
      and (exists (select 1 from auth_session s where s.user_id = u.id) or exists (select 1 from api_token t where t.account_id = u.id and t.revoked_at is null))`,
  },
]
