// Councils: set-up, meetings, conflicts, sheets, closing, results.
import type { ErrorEntry } from '../error-entry.ts'

export const councilErrors = {
  'council.rulesInUse': {
    status: 409,
    vi: 'Không đổi quy chế được: đã có phiếu hoàn tất trong một kỳ họp chưa bế mạc.',
    en: 'The rules cannot change: a sheet is already final in a meeting that is not closed.',
    next: { vi: 'Đổi quy chế sau khi bế mạc kỳ họp đó.', en: 'Change the rules after that meeting is closed.' },
  },
  'council.incomplete': {
    status: 409,
    vi: 'Chưa đủ thành phần Hội đồng: {missing}.',
    en: 'The council is not complete: {missing}.',
    next: { vi: 'Bổ sung thành viên rồi ban hành quyết định.', en: 'Add members, then issue the decision.' },
  },
  'agenda.dossierNotReady': {
    status: 409,
    vi: 'Chỉ đưa vào chương trình được hồ sơ đã tiếp nhận vào đúng đợt của kỳ họp.',
    en: 'Only dossiers accepted into the meeting’s round can be put on the agenda.',
    next: { vi: 'Tải lại danh sách hồ sơ chờ họp.', en: 'Reload the list of waiting dossiers.' },
  },
  'meeting.noQuorum': {
    status: 409,
    vi: 'Chưa đủ điều kiện khai mạc: có mặt {present} trong {voting} thành viên có quyền chấm, cần {needed}{chair}.',
    en: 'The session cannot open: {present} of {voting} voting members are present, {needed} are needed{chair}.',
    next: { vi: 'Ghi nhận thành viên có mặt, rồi khai mạc lại.', en: 'Record who is present, then open again.' },
  },
  'meeting.invalidCouncil': {
    status: 409,
    vi: 'Hội đồng chưa hợp lệ: {reasons}.',
    en: 'The council is not valid: {reasonsEn}.',
    next: { vi: 'Bổ sung hoặc sửa đúng điều đã nêu, rồi làm lại.', en: 'Put right what is named, then try again.' },
  },
  'session.itemInHand': {
    status: 409,
    vi: 'Một mục khác đang được xem xét.',
    en: 'Another item is in hand.',
    next: {
      vi: 'Bấm “Xong mục” ở mục đang xem xét, rồi bắt đầu mục này.',
      en: 'Press “Item done” on the item in hand, then start this one.',
    },
  },
  'meeting.itemsOpen': {
    status: 409,
    vi: 'Chưa bế mạc được: còn {count} mục chưa có kết luận.',
    en: 'The meeting cannot be closed: {count} items have no conclusion.',
    next: { vi: 'Chốt, dừng hoặc đưa các mục đó ra khỏi chương trình.', en: 'Close, end or remove those items.' },
  },
  'conflict.undecided': {
    status: 409,
    vi: 'Mục này đang có khả năng xung đột lợi ích chưa được xem xét, nên chưa mở hồ sơ và phiếu được.',
    en: 'A likely conflict on this item has not been decided yet, so pack and sheet stay shut.',
    next: { vi: 'Chờ cơ quan thường trực hoặc người chủ trì kết luận.', en: 'Wait for the office or the chair of the item.' },
  },
  'conflict.notDeclared': {
    status: 409,
    vi: 'Bạn cần khai về xung đột lợi ích với mục này trước.',
    en: 'Please declare first whether you have a conflict on this item.',
    next: { vi: 'Bấm khai "Tôi không có xung đột" hoặc "Tôi có xung đột".', en: 'Press one of the two declarations.' },
  },
  'conflict.standIn': {
    status: 409,
    vi: 'Người được cử thay phải là thành viên có quyền chấm, đang tại nhiệm, không phải Chủ tịch và không có xung đột ở mục này.',
    en: 'The stand-in must be a seated voting member, not the chair, without a conflict on this item.',
    next: { vi: 'Chọn người khác trong danh sách.', en: 'Choose another from the list.' },
  },
  'ballot.late': {
    status: 409,
    vi: 'Đã hết hạn gửi phiếu lấy ý kiến (hết ngày {due}); phiếu gửi muộn không được nhận.',
    en: 'The last day for ballots ({due}) is over; late ballots are not taken.',
    next: { vi: 'Trao đổi với người chủ trì nếu cần gia hạn.', en: 'Talk to the one who chairs if more time is needed.' },
  },
  'closing.blocked': {
    status: 409,
    vi: 'Chưa làm được bước này: {reasons}.',
    en: 'This step is not possible yet: {reasonsEn}.',
    next: { vi: 'Xử lý từng điểm nêu trên rồi bấm lại.', en: 'Settle each point, then press again.' },
  },
  'closing.already': {
    status: 409,
    vi: 'Việc này đã được {who} thực hiện lúc {when}.',
    en: '{who} has already done this at {when}.',
    next: { vi: 'Tải lại trang để xem tình trạng mới nhất.', en: 'Reload the page to see the newest state.' },
  },
  'closing.notNow': {
    status: 409,
    vi: 'Chưa làm được lúc này: {state}.',
    en: 'This is not possible now: {stateEn}.',
    next: { vi: 'Tải lại trang để xem tình trạng mới nhất của mục.', en: 'Reload the page to see the newest state of the item.' },
  },
  'reconciliation.limit': {
    status: 409,
    vi: 'Quy chế cho thảo luận, thống nhất nhiều nhất {times} lần; các lần này đã dùng hết.',
    en: 'The rules allow {times} reconciliations; all have been used.',
    next: { vi: 'Thực hiện bước sau lần thảo luận cuối theo quy chế.', en: 'Take the step the rules set after the last one.' },
  },
  'reconciliation.unfinished': {
    status: 409,
    vi: 'Còn {count} thành viên có mặt chưa hoàn tất phần xem lại.',
    en: '{count} present members have not finished their second pass.',
    next: { vi: 'Chờ các thành viên hoàn tất, rồi kết thúc thảo luận.', en: 'Wait for them, then finish the reconciliation.' },
  },
  'vote.notInSet': {
    status: 409,
    vi: 'Chỉ thành viên có mặt, có quyền chấm và không hồi tỵ ở mục này được biểu quyết.',
    en: 'Only present, voting, unconflicted members of this item vote.',
    next: { vi: 'Báo thư ký ghi nhận có mặt nếu bạn đang dự họp.', en: 'Ask the secretary to record your presence if you are here.' },
  },
  'vote.open': {
    status: 409,
    vi: 'Chưa kết luận được: còn {left} trong {voters} thành viên chưa biểu quyết.',
    en: 'The vote is not decided: {left} of {voters} members have not voted.',
    next: { vi: 'Chờ các thành viên bấm biểu quyết.', en: 'Wait for the members to vote.' },
  },
  'vote.closed': {
    status: 409,
    vi: 'Lần biểu quyết này đã có kết luận.',
    en: 'This vote has been concluded.',
    next: { vi: 'Tải lại trang để xem kết luận.', en: 'Reload the page to see the conclusion.' },
  },
  'ending.open': {
    status: 409,
    vi: 'Mục này đang có một đề nghị kết thúc đánh giá chưa kết luận.',
    en: 'An ending is already raised on this item and not concluded.',
    next: { vi: 'Biểu quyết đề nghị đó trước.', en: 'Vote on that one first.' },
  },
  'result.answered': {
    status: 409,
    vi: 'Không thay được kết quả này: {paper} đã ban hành.',
    en: 'This result cannot be replaced: {paperEn} has been issued.',
    next: {
      vi: 'Sai sót phát hiện sau khi ban hành được xử lý bằng khiếu nại hoặc thu hồi theo Điều 10.',
      en: 'What is found afterwards goes by objection or withdrawal (Đ10).',
    },
  },
} as const satisfies Record<string, ErrorEntry>
