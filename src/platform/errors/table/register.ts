// Registers, yearly figures, sheets, training, promotion, points of sale.
import type { ErrorEntry } from '../error-entry.ts'

export const registerErrors = {
  'sheet.nothing': {
    status: 409,
    vi: 'Không có dòng nào để ghi: các dòng đều đã có, hoặc đều lỗi.',
    en: 'There is nothing to write: every row is on record already, or bad.',
    next: { vi: 'Tải các dòng lỗi, sửa rồi tải lên lại.', en: 'Take the bad rows, mend them and send them again.' },
  },
  'sheet.absent': {
    status: 409,
    vi: 'Phiếu chỉ được hoàn tất khi kỳ họp đang diễn ra và bạn được ghi nhận có mặt. Phần đã chấm vẫn được lưu.',
    en: 'A sheet can be finalised only while the meeting runs and you are recorded as present. What you scored is kept.',
    next: { vi: 'Báo thư ký ghi nhận có mặt, rồi hoàn tất lại.', en: 'Ask the secretary to record your presence, then finalise again.' },
  },
  'sheet.closed': {
    status: 409,
    vi: 'Phiếu này không còn sửa được.',
    en: 'This sheet can no longer be changed.',
    next: { vi: 'Tải lại trang để xem trạng thái của mục.', en: 'Reload the page to see the state of the item.' },
  },
  'sheet.incomplete': {
    status: 422,
    vi: 'Chưa hoàn tất được: còn {count} tiêu chí cần chấm hoặc sửa. Chấm 0 cũng phải chọn bằng tay.',
    en: 'The sheet is not complete: {count} criteria are unanswered or need correcting. A 0 is also chosen by hand.',
    next: { vi: 'Chấm nốt các tiêu chí được liệt kê.', en: 'Answer the listed criteria.' },
  },
  'sheet.outOfScope': {
    status: 409,
    vi: 'Lần thảo luận này chỉ mở lại các tiêu chí được nêu tên; tiêu chí {criterion} giữ nguyên.',
    en: 'Only the named criteria are reopened in this reconciliation; criterion {criterion} stays.',
    next: { vi: 'Chỉ sửa các tiêu chí được mở lại.', en: 'Change only the reopened criteria.' },
  },
  'register.same': {
    status: 409,
    vi: 'Sổ đã có một dòng đang theo dõi giống hệt, nên không ghi thêm.',
    en: 'The register already has an open line that says just this, so none was added.',
    next: { vi: 'Mở dòng đã có, hoặc ghi điều khác biệt của dòng này.', en: 'Open that line, or write what sets this one apart.' },
  },
  'register.ended': {
    status: 409,
    vi: 'Dòng này đã kết thúc theo dõi nên chỉ còn xem được.',
    en: 'This line has ended and can only be read.',
    next: { vi: 'Nếu kết thúc nhầm, mở lại dòng này kèm lý do.', en: 'If it ended by mistake, open it again with a reason.' },
  },
  'register.open': {
    status: 409,
    vi: 'Dòng này đang được theo dõi, không cần mở lại.',
    en: 'This line is open already.',
    next: { vi: 'Tải lại trang để xem bản mới nhất.', en: 'Load the page again to see it as it is now.' },
  },
  'promotion.notOver': {
    status: 409,
    vi: 'Hoạt động chưa đến ngày cuối nên chưa ghi là đã tổ chức.',
    en: 'The last day of the event has not come.',
    next: { vi: 'Ghi sau khi kết thúc, hoặc sửa ngày kết thúc.', en: 'Record it afterwards, or change the last day.' },
  },
  'salesPoint.criteria': {
    status: 409,
    vi: 'Điểm bán chưa đạt hoặc chưa được đánh giá: {missing}.',
    en: 'Not met or not judged yet: {missing}.',
    next: { vi: 'Đánh giá đủ tiêu chí ở trang điểm bán, rồi ghi khai trương.', en: 'Judge every criterion on its page first.' },
  },
  'salesPoint.ownMonth': {
    status: 403,
    vi: 'Người gửi báo cáo không tự chấp nhận báo cáo đó.',
    en: 'Who filed a month does not accept it.',
    next: { vi: 'Nhờ cán bộ khác của cơ quan OCOP kiểm tra.', en: 'Ask another person of the office.' },
  },
  'training.pastDay': {
    status: 409,
    vi: 'Hạn đăng ký của lớp đã qua nên không mở đăng ký được.',
    en: 'The last day of registration is over.',
    next: { vi: 'Sửa hạn đăng ký, hoặc bắt đầu lớp ngay.', en: 'Change that day, or start the course.' },
  },
  'training.closed': {
    status: 409,
    vi: 'Lớp đã hết hạn đăng ký (đến hết ngày {day}).',
    en: 'Registration ended with {day}.',
    next: { vi: 'Liên hệ cơ quan OCOP để được ghi vào danh sách.', en: 'Ask the office to put you on the list.' },
  },
  'training.full': {
    status: 409,
    vi: 'Lớp đã đủ {seats} chỗ.',
    en: 'All {seats} seats are taken.',
    next: { vi: 'Đợi có người rút, hoặc liên hệ cơ quan OCOP.', en: 'Wait for someone to withdraw, or ask the office.' },
  },
  'training.notOver': {
    status: 409,
    vi: 'Lớp chưa đến ngày cuối nên chưa ghi là đã tổ chức.',
    en: 'The last day of the course has not come.',
    next: { vi: 'Ghi sau khi lớp kết thúc, hoặc sửa ngày kết thúc.', en: 'Record it afterwards, or change the last day.' },
  },
  'training.nobody': {
    status: 409,
    vi: 'Chưa có ai được ghi là có mặt.',
    en: 'Nobody is recorded as present.',
    next: {
      vi: 'Điểm danh trước, rồi ghi là đã tổ chức. Lớp không diễn ra thì hủy, kèm lý do.',
      en: 'Take presence first. A course that did not happen is cancelled.',
    },
  },
  'training.sessionUsed': {
    status: 409,
    vi: 'Buổi học này đã có điểm danh nên không gỡ được.',
    en: 'Presence was taken at this session, so it stays.',
  },
  'training.noneToCertify': {
    status: 409,
    vi: 'Mọi người có mặt đều đã có giấy chứng nhận.',
    en: 'Everyone who was there has a certificate.',
  },
  'producerYear.notOver': {
    status: 409,
    vi: 'Năm này chưa kết thúc nên chưa khai số liệu cả năm.',
    en: 'This year is not over, so its figures cannot be told yet.',
    next: { vi: 'Khai số liệu của năm trước, hoặc chờ sang năm mới.', en: 'Tell those of the year before, or wait for the new year.' },
  },
  'producerYear.incomplete': {
    status: 422,
    vi: 'Số liệu chưa đủ hoặc chưa khớp nhau nên chưa nộp được.',
    en: 'Some figures are missing or do not fit each other, so nothing was filed.',
    next: { vi: 'Sửa những ô được nêu rồi nộp lại; không có thì ghi 0.', en: 'Mend what is named, then file again; write 0 for none.' },
  },
} as const satisfies Record<string, ErrorEntry>
