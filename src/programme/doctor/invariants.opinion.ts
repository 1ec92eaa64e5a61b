// Invariants of later dossiers and of councils asked in writing.
import type { Invariant } from './invariant.ts'

export const opinionInvariants: readonly Invariant[] = [
  {
    name: 'later-dossier-has-its-certificate',
    severity: 'fault',
    holds: {
      vi: 'Hồ sơ nâng hạng, đánh giá lại dựa trên một giấy chứng nhận của chính sản phẩm; hồ sơ lần đầu thì không.',
      en: 'An upgrade or a re-assessment builds on a certificate of the same product; a first dossier on none.',
    },
    remedy: { vi: 'Đối chiếu nhật ký mở hồ sơ, sửa liên kết.', en: 'Compare with the ledger of its opening, then mend the link.' },
    sql: `select d.id, d.kind from dossier d left join certificate c on c.id = d.previous_certificate_id
      where (d.kind = 'first' and d.previous_certificate_id is not null) or (d.kind <> 'first' and c.id is null) or c.product_id <> d.product_id`,
  },
  {
    name: 'changes-of-later-dossiers-only',
    severity: 'fault',
    holds: { vi: 'Chỉ hồ sơ nâng hạng, đánh giá lại có bản thuyết minh thay đổi.', en: 'Only later dossiers have an account of changes.' },
    remedy: { vi: 'Xóa dòng thừa sau khi đối chiếu nhật ký.', en: 'Take the stray row out after reading the ledger.' },
    sql: `select d.id, x.topic from dossier_change x join dossier d on d.id = x.dossier_id where d.kind = 'first'`,
  },
  {
    name: 'council-clock-of-renewals-only',
    severity: 'fault',
    holds: {
      vi: 'Hạn 45 ngày chỉ chạy với hồ sơ đánh giá lại đang ở cấp đánh giá.',
      en: 'The 45 days run only for a re-assessment that lies with an assessing level.',
    },
    remedy: { vi: 'Dừng đồng hồ với kết cục đúng theo nhật ký.', en: 'Stop the clock with the outcome the ledger shows.' },
    sql: `select c.id, d.id::text as dossier, d.kind, d.state from dossier_clock c join dossier d on d.id = c.dossier_id
      where c.kind = 'renewalCouncil' and (d.kind <> 'renewal' or (c.stopped_at is null and d.state not in ('proposed', 'accepted', 'onAgenda')))`,
  },
  {
    name: 'ballots-have-a-last-day',
    severity: 'fault',
    holds: {
      vi: 'Đợt lấy ý kiến bằng văn bản đã gửi phiếu có hạn gửi phiếu; kỳ họp thì không.',
      en: 'A written opinion whose ballots went out has a last day; a meeting has none.',
    },
    remedy: { vi: 'Ghi lại hạn theo quy chế đã gửi kèm phiếu.', en: 'Write the day down again from the rules pinned at release.' },
    sql: `select m.id, m.mode, m.state from meeting m left join opinion_session o on o.meeting_id = m.id
      where (m.mode = 'writtenOpinion' and m.released_at is not null and o.meeting_id is null) or (m.mode = 'meeting' and o.meeting_id is not null)`,
  },
  {
    name: 'no-late-ballot',
    severity: 'fault',
    holds: { vi: 'Không có phiếu gửi sau hạn.', en: 'No ballot was finished after its last day.' },
    remedy: { vi: 'Hủy phiếu muộn; nếu đã chốt thì thu kết quả lại.', en: 'Void the late ballot; take a closed result back.' },
    sql: `select s.id, s.item_id::text as item, o.due_on::text as due_on from score_sheet s
      join agenda_item i on i.id = s.item_id join opinion_session o on o.meeting_id = i.meeting_id
      where s.state = 'final' and (s.finalised_at at time zone 'Asia/Ho_Chi_Minh')::date > o.due_on`,
  },
  {
    name: 'written-opinion-is-never-reconciled',
    severity: 'fault',
    holds: {
      vi: 'Ý kiến bằng văn bản khác nhau thì đưa ra họp, không thảo luận lại bằng văn bản.',
      en: 'Differing written opinions go to a meeting and are not reconciled in writing.',
    },
    remedy: { vi: 'Đưa mục đó ra họp.', en: 'Call the item to a meeting.' },
    sql: `select r.id, i.id::text as item from reconciliation r join agenda_item i on i.id = r.item_id join meeting m on m.id = i.meeting_id where m.mode = 'writtenOpinion'`,
  },
  {
    name: 'called-item-left-the-written-opinion',
    severity: 'fault',
    holds: {
      vi: 'Mục được triệu tập họp đã rời đợt lấy ý kiến và nằm ở kỳ họp với cùng hồ sơ.',
      en: 'An item called to a meeting has left the written opinion and is there with the same dossier.',
    },
    remedy: { vi: 'Đối chiếu nhật ký của hai mục.', en: 'Compare the ledgers of both items.' },
    sql: `select c.id, i.state, t.meeting_id::text as to_meeting from opinion_call c join agenda_item i on i.id = c.item_id join agenda_item t on t.id = c.to_item_id
      where i.state <> 'removed' or i.dossier_id <> t.dossier_id or i.meeting_id = t.meeting_id or t.meeting_id <> c.meeting_id`,
  },
]
