// Code → status, words, next step. Nouns add their own codes in errors.<noun>.ts files merged here.
export type ErrorEntry = { status: number; vi: string; en: string; next?: { vi: string; en: string } }

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
    next: {
      vi: 'Tải lại trang để xem bản mới; nội dung bạn vừa gõ vẫn hiện bên dưới để so sánh.',
      en: 'Reload to see the new state; what you typed is shown below to compare.',
    },
  },
  stateConflict: {
    status: 409,
    vi: 'Việc này không làm được ở trạng thái hiện tại: {state}.',
    en: 'This cannot be done in the present state: {state}.',
    next: { vi: 'Tải lại trang để xem trạng thái mới nhất.', en: 'Reload the page to see the newest state.' },
  },
  idempotencyReused: {
    status: 409,
    vi: 'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.',
    en: 'This Idempotency-Key was used for another request.',
  },
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
  // Closing: the two presses, reconciliation, endings, results.
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
    next: {
      vi: 'Kết luận từng mục, hoặc trả lại hồ sơ để bổ sung các mục thiếu, sai.',
      en: 'Decide each line, or return the dossier for what is missing or wrong.',
    },
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
    next: {
      vi: 'Lập biên bản bàn giao, kể cả khi không có mẫu, rồi gửi hồ sơ.',
      en: 'Record the hand-over, even when there are none, then send.',
    },
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
    next: {
      vi: 'Tiếp nhận vào đợt sau, hoặc ghi lý do ngoại lệ.',
      en: 'Accept it into the next round, or give the reason for an exception.',
    },
  },
  'round.inUse': {
    status: 409,
    vi: 'Đợt còn {count} hồ sơ chưa có kết quả nên chưa đóng được.',
    en: 'The round still holds {count} dossiers without a result, so it cannot be closed.',
    next: { vi: 'Hoàn tất hoặc chuyển các hồ sơ đó trước.', en: 'Finish or move them first.' },
  },
  // Decisions, certificates, numbers, signed copies.
  'decision.resultTaken': {
    status: 409,
    vi: 'Có sản phẩm trong danh sách không còn chờ quyết định: đã nằm ở danh sách khác, hoặc kết quả đã thay đổi.',
    en: 'A product on the list no longer waits for a decision: it is on another list, or its result changed.',
    next: { vi: 'Tải lại trang để xem các sản phẩm đang chờ.', en: 'Reload the page to see what is waiting.' },
  },
  'decision.wrongRoute': {
    status: 409,
    vi: 'Sản phẩm “{product}” không thuộc loại quyết định này: 3, 4 sao dưới 90 điểm thì công nhận; từ 90 điểm thì phê duyệt và trình Bộ; 1, 2 sao chỉ có thông báo kết quả (Điều 4 khoản 1, Điều 7 khoản 3).',
    en: 'The product “{product}” does not belong to this kind of decision: 3 and 4 stars under 90 points are recognised; 90 points and more are approved and sent up; 1 and 2 stars get a letter (Đ4.1, Đ7.3).',
    next: { vi: 'Bỏ sản phẩm đó khỏi danh sách.', en: 'Take that product off the list.' },
  },
  'decision.noBody': {
    status: 409,
    vi: 'Chưa khai báo UBND tỉnh hoặc cơ quan OCOP của tỉnh nên chưa ban hành văn bản được.',
    en: 'The province’s committee or its OCOP office is not set up, so no paper can be issued.',
    next: { vi: 'Đề nghị quản trị thêm hai cơ quan này.', en: 'Ask an administrator to add both bodies.' },
  },
  'ministry.notApproved': {
    status: 409,
    vi: 'Chưa có quyết định phê duyệt kết quả của Chủ tịch UBND tỉnh cho sản phẩm này.',
    en: 'The chairman’s decision approving this result is not issued yet.',
    next: { vi: 'Trình ban hành quyết định phê duyệt trước.', en: 'Have the approval issued first.' },
  },
  'signedCopy.late': {
    status: 409,
    vi: 'Đã hết hạn đính bản ký của văn bản này (đến hết ngày {until}).',
    en: 'The time to attach the signed scan of this paper has ended (up to {until}).',
    next: { vi: 'Đề nghị cơ quan OCOP gia hạn trong phần thiết lập.', en: 'Ask the OCOP office to lengthen the term in the settings.' },
  },
  'certificate.notInForce': {
    status: 409,
    vi: 'Giấy chứng nhận này không còn ở trạng thái có thể thu hồi.',
    en: 'This certificate can no longer be withdrawn.',
    next: { vi: 'Tải lại trang để xem trạng thái hiện nay.', en: 'Reload the page to see its present state.' },
  },
  // Producer, products, papers, dossiers of the producer.
  'dossier.incomplete': {
    status: 422,
    vi: 'Hồ sơ còn {count} mục chưa xong nên chưa nộp được.',
    en: '{count} tasks of the dossier are open, so it cannot be filed.',
    next: { vi: 'Mở danh sách việc để làm nốt các mục chưa xong.', en: 'Open the task list and finish them.' },
  },
  'dossier.alreadyOpen': {
    status: 409,
    vi: 'Sản phẩm này đang có một hồ sơ chưa kết thúc; mỗi sản phẩm chỉ mở một hồ sơ.',
    en: 'This product already has an open dossier; one at a time.',
    next: { vi: 'Mở hồ sơ đang có để làm tiếp, hoặc rút hồ sơ đó trước.', en: 'Go on with that dossier, or withdraw it first.' },
  },
  'dossier.alreadyCertified': {
    status: 409,
    vi: 'Sản phẩm đang có giấy chứng nhận còn hiệu lực nên không mở hồ sơ lần đầu.',
    en: 'The product holds a valid certificate, so no first dossier is opened.',
    next: { vi: 'Chọn hồ sơ nâng hạng hoặc đánh giá lại khi đến kỳ.', en: 'Use an upgrade or a re-assessment when it is due.' },
  },
  'dossier.kindNotOpen': {
    status: 422,
    vi: 'Hiện chỉ mở hồ sơ đánh giá lần đầu trên hệ thống này.',
    en: 'Only first assessments are opened in this system for now.',
    next: { vi: 'Chọn loại hồ sơ “Lần đầu”.', en: 'Choose “First assessment”.' },
  },
  'dossier.setNeeded': {
    status: 422,
    vi: 'Sản phẩm chưa chọn bộ sản phẩm nên chưa có phiếu đánh giá.',
    en: 'The product has no product set yet, so there is no form.',
    next: { vi: 'Tìm và chọn bộ sản phẩm trong trang sản phẩm.', en: 'Find and choose the set on the product’s page.' },
  },
  'dossier.legalForm': {
    status: 422,
    vi: 'Loại hình của chủ thể không đăng ký được bộ sản phẩm {set} (QĐ 26/2026/QĐ-TTg, Điều 2).',
    en: 'This legal form may not register product set {set} (Decision 26/2026, Article 2).',
    next: { vi: 'Xem lại loại hình trong hồ sơ chủ thể, hoặc chọn bộ sản phẩm khác.', en: 'Check the legal form, or choose another set.' },
  },
  'dossier.notAsked': {
    status: 409,
    vi: 'Phần này không nằm trong yêu cầu bổ sung nên giữ nguyên như đã nộp.',
    en: 'This part was not asked for, so it stays as filed.',
    next: {
      vi: 'Chỉ sửa các mục được yêu cầu; mục khác cần sửa thì trao đổi với cơ quan tiếp nhận.',
      en: 'Change only what was asked; for more, talk to the receiving office.',
    },
  },
  'dossier.declarationNeeded': {
    status: 422,
    vi: 'Cần đánh dấu cam kết trước khi nộp.',
    en: 'The declaration must be ticked before filing.',
    next: { vi: 'Đọc và đánh dấu ô cam kết rồi bấm nộp.', en: 'Read it, tick the box and file.' },
  },
  'dossier.changedSinceCheck': {
    status: 409,
    vi: 'Hồ sơ đã thay đổi sau khi bạn mở trang kiểm tra, nên chưa nộp.',
    en: 'The dossier changed after you opened the check page, so it was not filed.',
    next: { vi: 'Xem lại các câu trả lời mới nhất rồi bấm nộp.', en: 'Read the newest answers, then file.' },
  },
  'supplement.unanswered': {
    status: 422,
    vi: 'Còn {count} mục chưa trả lời trong yêu cầu bổ sung.',
    en: '{count} items of the request are not answered.',
    next: { vi: 'Ghi câu trả lời cho từng mục rồi nộp lại.', en: 'Answer each item, then file again.' },
  },
  'supplement.late': {
    status: 409,
    vi: 'Hạn bổ sung {due} đã qua.',
    en: 'The day for the supplement, {due}, has passed.',
    next: { vi: 'Liên hệ cơ quan đã yêu cầu bổ sung.', en: 'Contact the office that asked.' },
  },
  'product.inDossier': {
    status: 409,
    vi: 'Bộ sản phẩm không đổi được khi sản phẩm đang có hồ sơ.',
    en: 'The product set cannot change while a dossier is open.',
    next: { vi: 'Rút hồ sơ đang mở rồi đổi bộ sản phẩm.', en: 'Withdraw the open dossier first.' },
  },
  // Backup, restore.
  'backup.folderNotEmpty': {
    status: 409,
    vi: 'Thư mục {folder} không trống.',
    en: 'The folder {folder} is not empty.',
    next: { vi: 'Chọn thư mục mới cho bản sao lưu.', en: 'Name a new folder for the backup.' },
  },
  'backup.unreadable': {
    status: 422,
    vi: 'Thư mục {folder} không phải một bản sao lưu trọn vẹn (thiếu hoặc hỏng manifest.json).',
    en: 'The folder {folder} is not a finished backup (manifest.json is absent or damaged).',
  },
  'backup.damaged': {
    status: 422,
    vi: 'Bản sao lưu bị hỏng ở {part}: không khớp mã băm. Chưa khôi phục gì.',
    en: 'The backup is damaged at {part}: its hash does not match. Nothing was restored.',
    next: { vi: 'Dùng bản sao lưu khác.', en: 'Use another backup.' },
  },
  'backup.newer': {
    status: 409,
    vi: 'Bản sao lưu được tạo bởi phiên bản khác: không có bước nâng cấp {name} như vậy ở đây.',
    en: 'The backup was made by another release: migration {name} is not known here in that form.',
    next: { vi: 'Khôi phục bằng đúng phiên bản đã sao lưu, hoặc mới hơn.', en: 'Restore with the release that made it, or a newer one.' },
  },
  'restore.notEmpty': {
    status: 409,
    vi: 'Cơ sở dữ liệu đích đã có dữ liệu.',
    en: 'The target database is not empty.',
    next: {
      vi: 'Thêm --force để xóa dữ liệu hiện có và thay bằng bản sao lưu.',
      en: 'Add --force to erase what is there and put the backup in its place.',
    },
  },
  // API.
  'api.tokenNeeded': {
    status: 401,
    vi: 'Cần khóa truy cập (Authorization: Bearer …) còn hiệu lực.',
    en: 'A valid access token is needed (Authorization: Bearer …).',
    next: { vi: 'Lấy khóa bằng POST /api/v1/tokens hoặc ở trang tài khoản.', en: 'Get one by POST /api/v1/tokens or on the account page.' },
  },
  'api.mediaType': { status: 415, vi: 'Nội dung gửi lên phải là {wanted}.', en: 'The body must be {wanted}.' },
  'api.tooLarge': { status: 413, vi: 'Nội dung gửi lên quá lớn (tối đa {size} MB).', en: 'The body is too large ({size} MB at most).' },
  'api.internal': {
    status: 500,
    vi: 'Có lỗi phía máy chủ; chưa có gì được lưu.',
    en: 'Something went wrong on the server; nothing was saved.',
    next: { vi: 'Thử lại sau ít phút; nếu còn lỗi, báo quản trị.', en: 'Try again in a few minutes, or tell an administrator.' },
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorTable
