// Invariants of the council: who scored, what was counted, what state follows.
import type { Invariant } from './invariant.ts'

export const councilInvariants: readonly Invariant[] = [
  {
    name: 'agenda-item-agrees-with-dossier',
    severity: 'fault',
    holds: {
      vi: 'Trạng thái mục họp và trạng thái hồ sơ khớp nhau.',
      en: 'An agenda item and its dossier are in states that belong together.',
    },
    remedy: { vi: 'Đối chiếu nhật ký của hồ sơ và của mục họp.', en: 'Compare the ledgers of dossier and item.' },
    // A dossier that has gone on to another desk, or is assessed again, leaves the closed item of its former result behind.
    sql: `select i.id, i.state as item_state, d.id::text as dossier, d.state as dossier_state from agenda_item i join dossier d on d.id = i.dossier_id
      where (i.state in ('waiting', 'scoring', 'scored', 'reconciling') and d.state not in ('onAgenda', 'withdrawn'))
         or (i.state = 'closed' and d.state not in ('concluded', 'recognised', 'notRecognised', 'sentToMinistry', 'returned', 'revoked')
           and not exists (select 1 from result r where r.item_id = i.id and (r.state = 'superseded' or r.authority <> d.authority))
           and not exists (select 1 from reassessment a join result f on f.id = a.first_result_id where f.item_id = i.id))
         or (i.state = 'ended' and d.state not in ('ended', 'notRecognised', 'withdrawn', 'revoked')
           and not exists (select 1 from reassessment a join result f on f.id = a.first_result_id where f.item_id = i.id))`,
  },
  {
    name: 'dossier-on-agenda-has-item',
    severity: 'fault',
    holds: { vi: 'Hồ sơ đang ở Hội đồng nằm trên chương trình một kỳ họp.', en: 'A dossier with the council is on a meeting’s agenda.' },
    remedy: {
      vi: 'Đưa hồ sơ vào chương trình, hoặc trả về trạng thái đã tiếp nhận.',
      en: 'Put it on an agenda, or move it back to accepted.',
    },
    sql: `select d.id from dossier d where d.state = 'onAgenda'
      and not exists (select 1 from agenda_item i where i.dossier_id = d.id and i.state in ('waiting', 'scoring', 'scored', 'reconciling'))`,
  },
  {
    name: 'closed-meeting-has-no-open-item',
    severity: 'fault',
    holds: { vi: 'Kỳ họp đã bế mạc không còn mục chưa kết luận.', en: 'A closed meeting has no open item.' },
    remedy: { vi: 'Kết luận hoặc đưa mục đó ra khỏi chương trình.', en: 'Conclude the item or take it off the agenda.' },
    sql: `select i.id, m.name, i.state from agenda_item i join meeting m on m.id = i.meeting_id
      where m.state = 'closed' and i.state in ('waiting', 'scoring', 'scored', 'reconciling')`,
  },
  {
    name: 'sheet-by-member-of-its-council',
    severity: 'fault',
    holds: { vi: 'Phiếu là của thành viên Hội đồng tổ chức kỳ họp đó.', en: 'A sheet belongs to a member of the meeting’s own council.' },
    remedy: { vi: 'Hủy phiếu với lý do.', en: 'Void the sheet with a reason.' },
    sql: `select s.id, s.item_id::text as item, k.name from score_sheet s join agenda_item i on i.id = s.item_id join meeting m on m.id = i.meeting_id
      join council_member k on k.id = s.member_id where k.council_id <> m.council_id`,
  },
  {
    name: 'secretary-never-scores',
    severity: 'fault',
    holds: { vi: 'Thư ký và người không có quyền chấm không có phiếu.', en: 'The secretary and non-voting members have no sheet.' },
    remedy: {
      vi: 'Hủy phiếu với lý do; chốt lại nếu phiếu đã vào kết quả.',
      en: 'Void the sheet with a reason; close again where it was counted.',
    },
    sql: `select s.id, s.item_id::text as item, k.name, k.role from score_sheet s join council_member k on k.id = s.member_id
      where s.state <> 'voided' and (k.role = 'secretary' or not k.voting)`,
  },
  {
    name: 'conflicted-member-has-no-live-sheet',
    severity: 'fault',
    holds: {
      vi: 'Người có xung đột lợi ích đã xác nhận không có phiếu còn hiệu lực ở mục đó.',
      en: 'A member with a confirmed conflict has no live sheet on that item.',
    },
    remedy: { vi: 'Hủy phiếu với lý do xung đột lợi ích.', en: 'Void the sheet, naming the conflict.' },
    sql: `select s.id, s.item_id::text as item, k.name from score_sheet s join council_member k on k.id = s.member_id
      join conflict c on c.item_id = s.item_id and c.account_id = k.account_id and c.state = 'confirmed' where s.state <> 'voided'`,
  },
  {
    name: 'conflict-names-its-member',
    severity: 'fault',
    holds: { vi: 'Xung đột ghi đúng tài khoản của thành viên.', en: 'A conflict’s member and account are the same person.' },
    remedy: { vi: 'Sửa liên kết theo nhật ký.', en: 'Mend the link by the ledger.' },
    sql: `select c.id, c.account_id, k.account_id as member_account from conflict c join council_member k on k.id = c.member_id where k.account_id <> c.account_id`,
  },
  {
    name: 'stand-in-is-fit',
    severity: 'fault',
    holds: {
      vi: 'Người chủ trì thay là thành viên có quyền chấm của Hội đồng đó và không có xung đột.',
      en: 'A stand-in is a voting member of that council without a conflict on the item.',
    },
    remedy: { vi: 'Cử người khác.', en: 'Appoint another.' },
    sql: `select i.id, k.name, k.role from agenda_item i join meeting m on m.id = i.meeting_id join council_member k on k.id = i.stand_in_id
      where k.council_id <> m.council_id or not k.voting or k.role = 'chair'
         or exists (select 1 from conflict c where c.item_id = i.id and c.account_id = k.account_id and c.state = 'confirmed')`,
  },
  {
    name: 'final-sheet-is-answered',
    severity: 'fault',
    holds: { vi: 'Phiếu hoàn tất có ít nhất một mức được chọn và không còn ô trống.', en: 'A final sheet has answers and none is blank.' },
    remedy: { vi: 'Mở lại phiếu qua thảo luận, hoặc hủy với lý do.', en: 'Reopen it in a reconciliation, or void it with a reason.' },
    sql: `select s.id, s.item_id::text as item from score_sheet s where s.state = 'final'
      and (not exists (select 1 from score_sheet_answer a where a.sheet_id = s.id)
        or exists (select 1 from score_sheet_answer a where a.sheet_id = s.id and a.option is null))`,
  },
  {
    name: 'second-sheet-follows-reconciliation',
    severity: 'fault',
    holds: {
      vi: 'Phiếu lần hai chỉ có sau thảo luận và phiếu lần một còn lưu.',
      en: 'A second sheet follows a reconciliation, and the first is kept.',
    },
    remedy: { vi: 'Hủy phiếu thừa với lý do.', en: 'Void the extra sheet with a reason.' },
    sql: `select s.id, s.item_id::text as item, s.pass from score_sheet s where s.pass > 1
      and (not exists (select 1 from reconciliation r where r.item_id = s.item_id)
        or not exists (select 1 from score_sheet f where f.item_id = s.item_id and f.member_id = s.member_id and f.pass = s.pass - 1))`,
  },
  {
    name: 'finished-item-has-no-open-reconciliation',
    severity: 'fault',
    holds: { vi: 'Mục đã kết luận không còn thảo luận đang mở.', en: 'A concluded item has no open reconciliation.' },
    remedy: { vi: 'Đóng lần thảo luận.', en: 'Close the reconciliation.' },
    sql: `select r.id, r.item_id::text as item, i.state from reconciliation r join agenda_item i on i.id = r.item_id
      where r.closed_at is null and i.state in ('closed', 'ended', 'removed')`,
  },
  {
    name: 'concluded-item-has-result',
    severity: 'fault',
    holds: { vi: 'Mục đã chốt hoặc dừng có đúng một kết quả còn giá trị.', en: 'A closed or ended item has exactly one valid result.' },
    remedy: {
      vi: 'Khôi phục kết quả từ bản sao lưu, hoặc mở lại mục với lý do.',
      en: 'Restore the result from a backup, or reopen the item with a reason.',
    },
    sql: `select i.id, i.state, d.id::text as dossier from agenda_item i join dossier d on d.id = i.dossier_id
      where i.state in ('closed', 'ended') and (select count(*) from result r where r.item_id = i.id and r.state = 'valid') <> 1
        and not exists (select 1 from result r join transfer t on t.dossier_id = r.dossier_id and t.to_authority = r.authority
          where r.item_id = i.id and r.state = 'superseded' and t.way = 'down' and t.choice in ('reassess', 'completeAndAssess'))
        and not exists (select 1 from reassessment a join result f on f.id = a.first_result_id where f.item_id = i.id)`,
  },
  {
    name: 'result-of-its-item',
    severity: 'fault',
    holds: {
      vi: 'Kết quả còn giá trị thuộc mục đã kết luận của chính hồ sơ đó.',
      en: 'A valid result belongs to a concluded item of the same dossier.',
    },
    remedy: { vi: 'Đánh dấu kết quả là đã thay thế, có lý do.', en: 'Mark the result superseded, with a reason.' },
    sql: `select r.id, r.dossier_id::text as dossier, i.state from result r join agenda_item i on i.id = r.item_id
      where r.state = 'valid' and (i.dossier_id <> r.dossier_id or i.state not in ('closed', 'ended'))`,
  },
  {
    name: 'result-counts-final-sheets',
    severity: 'fault',
    holds: {
      vi: 'Kết quả chỉ tính phiếu hoàn tất; phiếu nháp và phiếu đã hủy không bao giờ được tính.',
      en: 'A result counts final sheets only, never a draft or a voided one.',
    },
    remedy: { vi: 'Không sửa tay: mở lại mục và chốt lại.', en: 'Do not edit: reopen the item and close it again.' },
    sql: `select r.id, b->>'name' as member, b->>'pass' as pass from result r, jsonb_array_elements(coalesce(r.basis->'sheets', '[]')) b
      where r.state = 'valid' and not exists (select 1 from score_sheet s
        where s.item_id = r.item_id and s.member_id::text = b->>'memberId' and s.pass::text = b->>'pass' and s.state = 'final')`,
  },
  {
    name: 'result-answers-are-the-sheets',
    severity: 'fault',
    holds: { vi: 'Mức được tính trong kết quả đúng là mức trên phiếu.', en: 'The options a result counts are those on the sheets.' },
    remedy: {
      vi: 'Phiếu đã bị sửa sau khi chốt: khôi phục từ bản sao lưu.',
      en: 'A sheet was altered after closing: restore it from a backup.',
    },
    sql: `select r.id, b->>'name' as member, a->>'criterion' as criterion, a->>'option' as counted, w.option as on_sheet
      from result r cross join lateral jsonb_array_elements(coalesce(r.basis->'sheets', '[]')) b cross join lateral jsonb_array_elements(coalesce(b->'answers', '[]')) a
      join lateral (select s.id from score_sheet s where s.item_id = r.item_id and s.member_id::text = b->>'memberId' and s.pass::text = b->>'pass' and s.state = 'final') s on true
      left join score_sheet_answer w on w.sheet_id = s.id and w.criterion = a->>'criterion'
      where r.state = 'valid' and w.option::text is distinct from a->>'option'`,
  },
  {
    name: 'result-without-the-recused',
    severity: 'fault',
    holds: {
      vi: 'Thư ký và người có xung đột lợi ích không bao giờ có trong kết quả.',
      en: 'Neither the secretary nor a conflicted member is ever counted in a result.',
    },
    remedy: { vi: 'Hủy phiếu với lý do, mở lại mục và chốt lại.', en: 'Void the sheet, reopen the item and close it again.' },
    sql: `select r.id, k.name, k.role from result r cross join lateral jsonb_array_elements(coalesce(r.basis->'sheets', '[]')) b
      join council_member k on k.id::text = b->>'memberId'
      where r.state = 'valid' and (k.role = 'secretary' or not k.voting
        or exists (select 1 from conflict c where c.item_id = r.item_id and c.account_id = k.account_id and c.state = 'confirmed'))`,
  },
  {
    name: 'result-mean-is-printed-right',
    severity: 'fault',
    holds: {
      vi: 'Điểm trung bình in ra là phân số chính xác làm tròn hai chữ số.',
      en: 'The printed mean is the exact fraction rounded to two decimals, half up.',
    },
    remedy: { vi: 'Không sửa tay: mở lại mục và chốt lại.', en: 'Do not edit: reopen the item and close it again.' },
    sql: `select id, mean_numerator, mean_denominator, mean_printed from result where outcome = 'scored'
      and (mean_numerator is null or coalesce(mean_denominator, 0) = 0 or mean_printed is null
        or round(mean_numerator::numeric / nullif(mean_denominator, 0), 2) <> replace(mean_printed, ',', '.')::numeric)`,
  },
  {
    name: 'ended-result-has-no-star',
    severity: 'fault',
    holds: {
      vi: 'Kết quả dừng, bị loại không có hạng sao; hạng sao không vượt hạng theo điểm.',
      en: 'An ended assessment has no star; a star is never above the points’ star.',
    },
    remedy: { vi: 'Không sửa tay: mở lại mục và chốt lại.', en: 'Do not edit: reopen the item and close it again.' },
    sql: `select id, outcome, points_star, star from result where (outcome <> 'scored' and star is not null) or star > points_star`,
  },
  {
    name: 'confirmed-ending-stands-in-result',
    severity: 'fault',
    holds: { vi: 'Kết luận dừng đã được biểu quyết thì mục mang đúng kết cục đó.', en: 'A confirmed ending is the outcome of its item.' },
    remedy: { vi: 'Đối chiếu biểu quyết và kết quả.', en: 'Compare the vote and the result.' },
    sql: `select e.id, e.kind, i.state, r.outcome from ending e join agenda_item i on i.id = e.item_id left join result r on r.item_id = i.id and r.state = 'valid'
      where e.state = 'confirmed' and i.state <> 'removed' and (i.state <> 'ended' or r.outcome is distinct from e.kind)`,
  },
  {
    name: 'closed-meeting-has-nothing-in-hand',
    severity: 'fault',
    holds: { vi: 'Kỳ họp đã bế mạc không còn mục đang xem xét.', en: 'A closed meeting has no item in hand.' },
    remedy: { vi: 'Ghi giờ kết thúc của mục theo biên bản.', en: 'Enter when the item ended, by the minutes.' },
    sql: `select s.id, s.item_id::text as item, m.name from item_sitting s join meeting m on m.id = s.meeting_id where m.state = 'closed' and s.ended_at is null`,
  },
  {
    name: 'sitting-of-its-meeting',
    severity: 'fault',
    holds: { vi: 'Giờ xem xét thuộc mục của chính kỳ họp đó.', en: 'A stretch in hand is of an item of the same meeting.' },
    remedy: { vi: 'Sửa liên kết theo nhật ký.', en: 'Mend the link by the ledger.' },
    sql: `select s.id, s.item_id::text as item from item_sitting s join agenda_item i on i.id = s.item_id where i.meeting_id <> s.meeting_id`,
  },
  {
    name: 'recused-member-has-minutes-copy',
    severity: 'warning',
    holds: {
      vi: 'Thành viên hồi tỵ ở một mục có bản trích biên bản không hiển thị mục đó.',
      en: 'A member recused from an item has a copy of the minutes that leaves it out.',
    },
    remedy: {
      vi: 'Kỳ họp bế mạc trước khi có bản trích: thành viên xem trang từng mục.',
      en: 'Meetings closed before there were copies have none: the member reads the item pages.',
    },
    sql: `select distinct m.id, m.name, k.name as member from meeting m join agenda_item i on i.meeting_id = m.id and i.state <> 'removed'
      join conflict c on c.item_id = i.id and c.state = 'confirmed' join council_member k on k.id = c.member_id
      where m.state = 'closed' and exists (select 1 from document d where d.subject_id = m.id and d.kind = 'minutes')
        and not exists (select 1 from minutes_copy p where p.meeting_id = m.id and p.withheld @> to_jsonb(i.id::text))`,
  },
]
