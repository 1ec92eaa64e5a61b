// Code → status, words, next step. Nouns add their own codes in errors.<noun>.ts files merged here.
type Entry = { status: number; vi: string; en: string; next?: { vi: string; en: string } }

export const errorTable = {
  notFound: {
    status: 404,
    vi: 'Không tìm thấy nội dung này, hoặc tài khoản của bạn không được xem.',
    en: 'This was not found, or your account may not see it.',
    next: { vi: 'Kiểm tra lại đường dẫn, hoặc quay về trang chính.', en: 'Check the address, or go back to the start page.' },
  },
  forbidden: {
    status: 403,
    vi: 'Tài khoản của bạn không có quyền làm việc này.',
    en: 'Your account may not do this.',
    next: { vi: 'Liên hệ cơ quan OCOP cấp tỉnh nếu bạn cần quyền này.', en: 'Ask the provincial OCOP office if you need this right.' },
  },
  signInNeeded: {
    status: 401,
    vi: 'Bạn cần đăng nhập để tiếp tục.',
    en: 'Please sign in to go on.',
    next: { vi: 'Đăng nhập rồi mở lại trang này.', en: 'Sign in and open this page again.' },
  },
  signInFailed: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or password is wrong.',
    next: { vi: 'Kiểm tra lại, hoặc nhờ cơ quan OCOP đặt lại mật khẩu.', en: 'Check both, or ask the OCOP office for a new password.' },
  },
  tooMany: {
    status: 429,
    vi: 'Bạn thao tác quá nhiều lần trong thời gian ngắn.',
    en: 'Too many tries in a short time.',
    next: { vi: 'Chờ {seconds} giây rồi thử lại.', en: 'Wait {seconds} seconds and try again.' },
  },
  csrf: {
    status: 403,
    vi: 'Phiên làm việc của trang này đã hết hạn nên chưa lưu được.',
    en: 'This page has grown too old, so nothing was saved.',
    next: { vi: 'Nội dung bạn gõ vẫn còn bên dưới; bấm gửi lại một lần nữa.', en: 'What you typed is still below; press send once more.' },
  },
  invalid: {
    status: 422,
    vi: 'Có nội dung chưa đúng, chưa lưu được.',
    en: 'Some of it is not right, so it was not saved.',
    next: { vi: 'Sửa các ô được đánh dấu rồi gửi lại.', en: 'Mend the marked fields and send again.' },
  },
  badRequest: { status: 400, vi: 'Yêu cầu không đọc được: {reason}', en: 'The request could not be read: {reason}' },
  versionConflict: {
    status: 409,
    vi: 'Nội dung này đã được sửa ở nơi khác sau khi bạn mở trang.',
    en: 'This was changed elsewhere after you opened the page.',
    next: { vi: 'Tải lại trang để xem bản mới; nội dung bạn vừa gõ vẫn hiện bên dưới để so sánh.', en: 'Reload to see the new state; what you typed is shown below to compare.' },
  },
  stateConflict: {
    status: 409,
    vi: 'Việc này không làm được ở trạng thái hiện tại: {state}.',
    en: 'This cannot be done in the present state: {state}.',
    next: { vi: 'Tải lại trang để xem trạng thái mới nhất.', en: 'Reload the page to see the newest state.' },
  },
  idempotencyReused: { status: 409, vi: 'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.', en: 'This Idempotency-Key was used for another request.' },
  'number.taken': {
    status: 409,
    vi: 'Số {number} đã được dùng trong sổ đăng ký văn bản; số đã dùng hoặc đã hủy không cấp lại.',
    en: 'Number {number} has been used in the register; used or cancelled numbers are never given again.',
    next: { vi: 'Lấy số kế tiếp, hoặc nhập số khác.', en: 'Take the next number, or enter another.' },
  },
  'number.notReserved': {
    status: 409,
    vi: 'Số văn bản này không còn ở trạng thái giữ chỗ.',
    en: 'This number is no longer reserved.',
    next: { vi: 'Tải lại trang để xem sổ đăng ký.', en: 'Reload the page to see the register.' },
  },
  'database.inUse': {
    status: 503,
    vi: 'Thư mục dữ liệu {folder} đang được một tiến trình khác (pid {pid}) sử dụng.',
    en: 'The data folder {folder} is in use by another process (pid {pid}).',
    next: { vi: 'Dừng tiến trình đó, hoặc đặt DATA_DIR khác.', en: 'Stop that process, or set another DATA_DIR.' },
  },
  'database.migrationChanged': {
    status: 500,
    vi: 'Tệp nâng cấp {name} đã thay đổi sau khi được áp dụng.',
    en: 'Migration {name} was changed after it had been applied.',
  },
  // Council: set-up, meetings, conflicts, sheets.
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
  'pack.tooLate': {
    status: 409,
    vi: 'Quy chế yêu cầu gửi tài liệu trước kỳ họp {needed} ngày làm việc; hôm nay chỉ còn {days} ngày làm việc.',
    en: 'The rules ask for {needed} working days between release and meeting; {days} are left.',
    next: { vi: 'Dời ngày họp, hoặc sửa quy chế.', en: 'Move the meeting, or change the rules.' },
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
  'pack.notOpened': {
    status: 409,
    vi: 'Bạn chưa mở hồ sơ của mục này.',
    en: 'You have not opened this item’s pack yet.',
    next: { vi: 'Bấm "Mở hồ sơ" rồi chấm điểm.', en: 'Press “Open the pack”, then score.' },
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
  // Commune, supplements, rounds and reception.
  'commune.noBody': {
    status: 409,
    vi: 'Chưa khai báo cơ quan UBND của xã, phường này nên chưa có sổ văn bản để lấy số.',
    en: 'The committee of this commune is not set up yet, so there is no register to take a number from.',
    next: { vi: 'Đề nghị quản trị thêm cơ quan UBND cấp xã.', en: 'Ask an administrator to add the commune committee.' },
  },
  'commune.notChecked': {
    status: 409,
    vi: 'Chưa kiểm tra xong thành phần hồ sơ: {left} mục.',
    en: 'The check of components is not finished: {left} left.',
    next: { vi: 'Kết luận từng mục, hoặc trả lại hồ sơ để bổ sung các mục thiếu, sai.', en: 'Decide each line, or return the dossier for what is missing or wrong.' },
  },
  'commune.reportUnfinished': {
    status: 422,
    vi: 'Báo cáo mẫu 03 chưa đủ nội dung.',
    en: 'The report (mẫu 03) is not complete.',
    next: { vi: 'Điền các ô được đánh dấu; nội dung đã ghi vẫn được giữ.', en: 'Fill the marked fields; what was written is kept.' },
  },
  'commune.reportMoved': {
    status: 409,
    vi: 'Báo cáo không còn ở bước này.',
    en: 'The report is no longer at this step.',
    next: { vi: 'Tải lại trang để xem báo cáo đang ở đâu.', en: 'Reload the page to see where the report stands.' },
  },
  'commune.samplesNeeded': {
    status: 409,
    vi: 'Chưa lập biên bản bàn giao mẫu sản phẩm.',
    en: 'The hand-over of samples is not recorded.',
    next: { vi: 'Lập biên bản bàn giao, kể cả khi không có mẫu, rồi gửi hồ sơ.', en: 'Record the hand-over, even when there are none, then send.' },
  },
  'supplement.open': {
    status: 409,
    vi: 'Hồ sơ đang chờ chủ thể bổ sung theo yêu cầu trước.',
    en: 'The dossier still waits for the answer to an earlier request.',
    next: { vi: 'Chờ chủ thể trả lời, hoặc từ chối hồ sơ với lý do.', en: 'Wait for the answer, or refuse the dossier with reasons.' },
  },
  'round.stateConflict': {
    status: 409,
    vi: 'Đợt này không còn ở bước đó.',
    en: 'The round is no longer at that step.',
    next: { vi: 'Tải lại trang để xem tình trạng mới nhất của đợt.', en: 'Reload the page to see the newest state of the round.' },
  },
  'round.notConfirmed': {
    status: 422,
    vi: 'Bộ tiêu chí có phiếu cần xác nhận trước khi dùng: bộ {sets}.',
    en: 'Some forms of this regulation need a confirmation before use: sets {sets}.',
    next: { vi: 'Xem các điểm còn nghi vấn rồi tích ô xác nhận.', en: 'Read the doubtful points, then tick the confirmation.' },
  },
  'round.packChanged': {
    status: 409,
    vi: 'Bộ quy định của đợt này khác bản chương trình đang có.',
    en: 'The regulation pinned by the round differs from the one the program holds.',
    next: { vi: 'Báo quản trị; đợt chỉ dùng bản quy định đã ghim.', en: 'Tell an administrator; a round only uses the pack it pinned.' },
  },
  'round.afterCutOff': {
    status: 409,
    vi: 'Hồ sơ đề nghị ngày {proposed}, sau hạn {due} của đợt này.',
    en: 'The dossier was proposed on {proposed}, after the cut-off {due} of this round.',
    next: { vi: 'Tiếp nhận vào đợt sau, hoặc ghi lý do ngoại lệ.', en: 'Accept it into the next round, or give the reason for an exception.' },
  },
  'round.inUse': {
    status: 409,
    vi: 'Đợt còn {count} hồ sơ chưa có kết quả nên chưa đóng được.',
    en: 'The round still holds {count} dossiers without a result, so it cannot be closed.',
    next: { vi: 'Hoàn tất hoặc chuyển các hồ sơ đó trước.', en: 'Finish or move them first.' },
  },
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof errorTable
