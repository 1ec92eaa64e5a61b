// Decisions, certificates, numbers; visits, objections, recalls, the ministry; inspections, reports from the public.
import type { ErrorEntry } from '../error-entry.ts'

export const afterResultErrors = {
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
  'visit.missing': {
    status: 409,
    vi: 'Chưa chấm được: sản phẩm này phải được kiểm tra thực tế trước, có thành viên Hội đồng chấm điểm tham gia.',
    en: 'Not to be scored yet: this product is visited first, with a scoring member present.',
    next: {
      vi: 'Cơ quan OCOP lập biên bản kiểm tra thực tế rồi mở lại mục này.',
      en: 'The office records the visit; then open the item again.',
    },
  },
  'objection.noPaper': {
    status: 409,
    vi: 'Chưa có thông báo hoặc quyết định về kết quả nên chưa kiến nghị được.',
    en: 'There is no letter or decision on the result yet to object to.',
    next: { vi: 'Chờ thông báo kết quả hoặc quyết định công nhận.', en: 'Wait for the result letter or the decision.' },
  },
  'objection.late': {
    status: 409,
    vi: 'Đã hết thời hạn kiến nghị: {days} ngày kể từ ngày thông báo, đến hết {due}.',
    en: 'The term to object is over: {days} days after the notice, up to {due}.',
    next: { vi: 'Chủ thể có thể đăng ký đánh giá lại ở đợt sau.', en: 'The producer may register again for a later round.' },
  },
  'objection.twice': {
    status: 409,
    vi: 'Kết quả này đã được kiến nghị; mỗi kết quả kiến nghị một lần.',
    en: 'This result has been objected to; each result once.',
    next: { vi: 'Xem nội dung trả lời ở trang kiến nghị.', en: 'See the answer on the page of the objection.' },
  },
  'objection.scoredBefore': {
    status: 409,
    vi: 'Người đã chấm điểm, chốt kết quả hoặc có xung đột lợi ích với sản phẩm này không được giải quyết kiến nghị.',
    en: 'Whoever scored or closed this result, or has a conflict, may not decide the objection.',
    next: { vi: 'Chọn người khác trong danh sách.', en: 'Choose someone else from the list.' },
  },
  'recall.noGround': {
    status: 409,
    vi: 'Chưa có căn cứ thu hồi: cần văn bản yêu cầu của Bộ, hoặc kết quả đánh giá lại dưới 3 sao.',
    en: 'There is no ground: a request of the ministry, or a re-assessment below three stars.',
    next: { vi: 'Ghi nhận văn bản yêu cầu trước.', en: 'Record the request first.' },
  },
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
  'ministry.notAwaited': {
    status: 409,
    vi: 'Hồ sơ không ở bước chờ Bộ trả lời bằng văn bản.',
    en: 'The dossier does not wait for the ministry’s answer on paper.',
    next: {
      vi: 'Ghi nhận đã gửi Bộ trước; nếu Bộ làm việc trên phần mềm thì kết quả tự về hồ sơ.',
      en: 'Record that the pack was sent; where the ministry works in the program, its result comes by itself.',
    },
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
  'inspection.nothingToRank': {
    status: 409,
    vi: 'Chưa có giấy chứng nhận còn giá trị để xếp thứ tự kiểm tra.',
    en: 'There is no certificate in force to put into an order.',
  },
  'inspection.nothingChosen': {
    status: 409,
    vi: 'Kế hoạch chưa chọn sản phẩm nào để kiểm tra.',
    en: 'The plan has chosen no product yet.',
    next: { vi: 'Bấm “Xếp theo rủi ro” rồi ban hành.', en: 'Press “Order by risk”, then issue it.' },
  },
  'inspection.noCertificate': {
    status: 409,
    vi: 'Sản phẩm của vi phạm này không có giấy chứng nhận còn giá trị để thu hồi.',
    en: 'The product of this violation has no certificate that could be withdrawn.',
    next: { vi: 'Chuyển cơ quan có thẩm quyền, hoặc kết thúc xử lý.', en: 'Pass it on to a competent body, or end it.' },
  },
  'inspection.fiveStars': {
    status: 409,
    vi: 'Giấy chứng nhận 5 sao do Bộ trưởng thu hồi (Quyết định 26/2026 Điều 8 khoản 2).',
    en: 'Certificates of five stars are withdrawn by the ministry (QĐ 26/2026 Đ8.2).',
    next: { vi: 'Chuyển kết luận lên Bộ Nông nghiệp và Môi trường.', en: 'Pass the conclusion on to the ministry.' },
  },
  'inspection.noClock': {
    status: 409,
    vi: 'Quy định hiện hành không có thời hạn ra quyết định thu hồi.',
    en: 'The regulation in force sets no time for a withdrawal.',
  },
  'inspection.ownFinding': {
    status: 403,
    vi: 'Người trong đoàn kiểm tra hoặc người đề nghị không quyết định việc thu hồi.',
    en: 'Whoever was of the team, or proposed it, does not decide on the withdrawal.',
    next: { vi: 'Để lãnh đạo khác quyết định.', en: 'Let another leader decide.' },
  },
  'certificate.endTold': {
    status: 409,
    vi: 'Đã gửi thông báo thời hạn Giấy chứng nhận của “{product}”.',
    en: 'The holder of “{product}” was told of the end on paper already.',
    next: { vi: 'Bỏ chọn giấy chứng nhận này; mỗi giấy chứng nhận một thông báo.', en: 'Leave it out: one letter for each certificate.' },
  },
  'certificate.endNotNear': {
    status: 409,
    vi: 'Chưa thông báo được thời hạn của “{product}”: giấy chứng nhận còn trên 180 ngày, hoặc không còn hiệu lực.',
    en: 'No letter for “{product}”: its certificate holds more than 180 days yet, or holds no more.',
    next: { vi: 'Thông báo từ 180 ngày trước ngày hết hạn đến ngày hết hạn.', en: 'Write from 180 days before its last day to that day.' },
  },
  'batch.noSteps': {
    status: 409,
    vi: 'Lô chưa có công đoạn nào nên chưa công bố được.',
    en: 'The batch has no step yet, so it cannot be published.',
    next: { vi: 'Sửa lô, ghi ít nhất một công đoạn với ngày.', en: 'Change it: write at least one step with its day.' },
  },
  'publicReport.aboutNobody': {
    status: 409,
    vi: 'Phản ánh này chưa gắn với sản phẩm hay chủ thể nào nên chưa gộp vào vụ việc được.',
    en: 'This report is not linked to a product or producer yet, so it cannot join a case.',
    next: { vi: 'Gắn sản phẩm hoặc chủ thể trước.', en: 'Link a product or a producer first.' },
  },
} as const satisfies Record<string, ErrorEntry>
