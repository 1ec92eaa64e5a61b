// Invariants of what goes out in a council's name: substitutes by letter, invitations, working rules and reports.
import type { Invariant } from './invariant.ts'

export const councilPaperInvariants: readonly Invariant[] = [
  {
    name: 'substitute-fits-the-seat',
    severity: 'fault',
    holds: {
      vi: 'Người dự thay ngồi ở kỳ họp của chính Hội đồng đó, giữ đúng quyền chấm của người vắng, không giữ chức Chủ tịch, Phó Chủ tịch.',
      en: 'A substitute sits in a meeting of the same council with the absent member’s vote, never as chair or vice-chair.',
    },
    remedy: { vi: 'Thôi dự thay với lý do, rồi cử lại.', en: 'Take the substitute back with a reason, then name one anew.' },
    sql: `select k.id, k.name, k.role from council_member k join council_member a on a.id = k.substitutes_id join meeting m on m.id = k.meeting_id
      where a.council_id <> k.council_id or m.council_id <> k.council_id or a.meeting_id is not null or a.role = 'chair'
         or k.role in ('chair', 'viceChair') or k.voting <> a.voting`,
  },
  {
    name: 'substitute-scores-its-own-meeting',
    severity: 'fault',
    holds: { vi: 'Người dự thay chỉ chấm ở kỳ họp được cử.', en: 'A substitute scores only in the meeting of the mandate.' },
    remedy: { vi: 'Hủy phiếu với lý do.', en: 'Void the sheet with a reason.' },
    sql: `select s.id, s.item_id::text as item, k.name from score_sheet s join council_member k on k.id = s.member_id join agenda_item i on i.id = s.item_id
      where s.state <> 'voided' and k.meeting_id is not null and i.meeting_id <> k.meeting_id`,
  },
  {
    name: 'one-vote-per-seat',
    severity: 'fault',
    holds: {
      vi: 'Thành viên và người dự thay không cùng có phiếu hoàn tất trong một kỳ họp.',
      en: 'A member and the substitute have no final sheets in the same meeting.',
    },
    remedy: { vi: 'Hủy phiếu của người không dự họp với lý do.', en: 'Void the sheet of the one who was not there, with a reason.' },
    sql: `select s.id, s.item_id::text as item, a.name as member, k.name as substitute from council_member k join council_member a on a.id = k.substitutes_id
      join agenda_item i on i.meeting_id = k.meeting_id join score_sheet s on s.item_id = i.id and s.member_id = a.id and s.state = 'final'
      where k.left_on is null`,
  },
  {
    name: 'invitation-has-its-paper',
    severity: 'fault',
    holds: {
      vi: 'Giấy mời là văn bản của đúng kỳ họp; giấy mời đã thay thì văn bản cũng đã hủy, và ngược lại.',
      en: 'An invitation is a paper of its own meeting, cancelled exactly when the invitation is.',
    },
    remedy: { vi: 'Phát hành giấy mời mới thay giấy mời này.', en: 'Issue an invitation that replaces it.' },
    sql: `select v.id, d.number, d.state from invitation v join document d on d.id = v.document_id
      where d.kind <> 'invitation' or d.subject_kind <> 'meeting' or d.subject_id <> v.meeting_id or (d.state = 'cancelled') <> (v.cancelled_at is not null)`,
  },
  {
    name: 'invited-members-have-a-seat',
    severity: 'fault',
    holds: {
      vi: 'Giấy mời có người được mời; tài khoản được mời là thành viên Hội đồng hoặc người dự thay của kỳ họp đó.',
      en: 'An invitation has invitees, and an invited account sits on the council or in that meeting.',
    },
    remedy: { vi: 'Phát hành giấy mời mới với danh sách đúng.', en: 'Issue a new invitation with the right list.' },
    sql: `select v.id, g.name from invitation v join meeting m on m.id = v.meeting_id left join invitee g on g.invitation_id = v.id
      where g.invitation_id is null or (g.account_id is not null and not exists (select 1 from council_member k
        where k.council_id = m.council_id and k.account_id = g.account_id and (k.meeting_id is null or k.meeting_id = m.id)))`,
  },
  {
    name: 'council-paper-is-its-document',
    severity: 'fault',
    holds: {
      vi: 'Quy chế, báo cáo đã ban hành đúng là văn bản cùng loại của Hội đồng hoặc kỳ họp đó.',
      en: 'Issued working rules and reports are the papers of that council or meeting.',
    },
    remedy: { vi: 'Đối chiếu nhật ký ban hành và sổ văn bản.', en: 'Compare with the ledger and the register.' },
    sql: `select p.id, p.kind, d.number from council_paper p join document d on d.id = p.document_id
      where d.kind <> p.kind or d.subject_id <> coalesce(p.meeting_id, p.council_id)`,
  },
  {
    name: 'council-report-of-a-closed-meeting',
    severity: 'fault',
    holds: {
      vi: 'Báo cáo của Hội đồng là về một kỳ họp đã bế mạc của chính Hội đồng đó.',
      en: 'A council’s report is on a closed meeting of that very council.',
    },
    remedy: { vi: 'Bế mạc kỳ họp, hoặc thu báo cáo.', en: 'Close the meeting, or take the report back.' },
    sql: `select p.id, m.name, m.state from council_paper p join meeting m on m.id = p.meeting_id where m.council_id <> p.council_id or m.state <> 'closed'`,
  },
]
