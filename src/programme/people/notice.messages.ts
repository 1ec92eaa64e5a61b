// Words of every notice, by kind. {name} is filled from the notice's params. Nouns add theirs here, one block each.
export const noticeMessages = {
  // Money. None names who is paid.
  'money.waits': { vi: 'Có bút toán kinh phí chờ duyệt.', en: 'Entries of the programme’s money wait for approval.' },
  'support.asked': { vi: 'Có đề nghị hỗ trợ chờ xét.', en: 'A request for support waits.' },
  'support.approved': { vi: 'Đề nghị hỗ trợ của bạn được duyệt: {amount}.', en: 'Your support was approved: {amount}.' },
  'support.refused': { vi: 'Đề nghị hỗ trợ của bạn không được duyệt, xem lý do.', en: 'Your request was refused, see the reason.' },
  'support.signed': { vi: 'Hợp đồng hỗ trợ {number} bắt đầu thực hiện.', en: 'Support contract {number} is running.' },
  'support.suspended': { vi: 'Hợp đồng hỗ trợ của bạn tạm dừng, xem lý do.', en: 'Your support is suspended, see the reason.' },
  'support.resumed': { vi: 'Hợp đồng hỗ trợ của bạn được tiếp tục.', en: 'Your support goes on.' },
  'support.closed': { vi: 'Hợp đồng hỗ trợ của bạn đã thanh lý.', en: 'Your support is closed.' },
  'support.terminated': { vi: 'Hợp đồng hỗ trợ của bạn bị chấm dứt, xem lý do.', en: 'Your support was terminated, see the reason.' },
  'support.milestoneFiled': { vi: 'Chủ thể đã nộp kết quả một mốc hỗ trợ.', en: 'A milestone of support was filed.' },
  'support.milestoneAccepted': { vi: 'Kết quả mốc hỗ trợ của bạn được chấp nhận.', en: 'Your milestone was accepted.' },
  'support.milestoneReturned': { vi: 'Kết quả mốc hỗ trợ cần bổ sung.', en: 'Your milestone was sent back.' },
  'support.milestoneMissed': { vi: 'Một mốc hỗ trợ được ghi là không thực hiện.', en: 'A milestone was marked as missed.' },
  'support.milestoneExtended': { vi: 'Mốc hỗ trợ được gia hạn đến hết {date}.', en: 'Your milestone is now due on {date}.' },
  'support.milestoneDue': { vi: 'Mốc hỗ trợ “{title}” đến hạn ngày {date}.', en: 'Milestone “{title}” is due on {date}.' },
  'support.milestoneLate': { vi: 'Mốc hỗ trợ “{title}” đã quá hạn {date}.', en: 'Milestone “{title}” was due on {date}.' },
  'receivable.made': { vi: 'Bạn phải hoàn trả {amount}, chậm nhất ngày {date}.', en: '{amount} is to be paid back by {date}.' },
  'receivable.due': { vi: 'Khoản hoàn trả {amount} đến hạn ngày {date}.', en: '{amount} to be paid back is due on {date}.' },
  'receivable.late': { vi: 'Khoản hoàn trả {amount} đã quá hạn {date}.', en: '{amount} to be paid back was due on {date}.' },
  'reward.decided': {
    vi: 'Bạn có sản phẩm được thưởng theo Quyết định {number}.',
    en: 'A product of yours is rewarded by decision {number}.',
  },
  'money.refused': { vi: '{kind} {amount}: không được duyệt, xem lý do.', en: '{kind} {amount}: not approved, see the reason.' },
  // Yearly figures.
  'producerYear.due': { vi: 'Số liệu năm {year} cần nộp trước hết ngày {date}.', en: 'The figures of {year} are due by {date}.' },
  'producerYear.broughtIn': {
    vi: '{by} đã nhập số liệu năm {year} của bạn từ bảng. Xem lại; nếu sai, lấy lại để sửa.',
    en: '{by} brought in your figures of {year} by a sheet. Look at them; take them back to mend them.',
  },
  'producerYear.late': {
    vi: 'Số liệu năm {year} chưa nộp, đã quá hạn ngày {date}.',
    en: 'The figures of {year} are not filed; they were due on {date}.',
  },
  'producerYear.filed': { vi: '{producer} đã nộp số liệu năm {year}, chờ kiểm tra.', en: '{producer} filed its figures of {year}.' },
  'producerYear.returned': {
    vi: 'Số liệu năm {year} của {producer} được trả lại để sửa.',
    en: 'The figures of {year} of {producer} were sent back.',
  },
  // Work of programme plans.
  'task.dueSoon': { vi: 'Việc “{title}” đến hạn ngày {date}.', en: '“{title}” is due on {date}.' },
  'task.dueToday': { vi: 'Hôm nay là hạn của việc “{title}”.', en: '“{title}” is due today.' },
  'task.late': { vi: 'Việc “{title}” đã quá hạn ngày {date}.', en: '“{title}” was due on {date} and is late.' },
  'task.lateOffice': { vi: 'Việc “{title}” (hạn {date}): {count} đơn vị chưa xong.', en: '“{title}” (due {date}): {count} are not done.' },
  'task.lateLeader': {
    vi: 'Việc “{title}” quá hạn từ {date}: {count} đơn vị chưa xong.',
    en: '“{title}” is late since {date}: {count} are not done.',
  },
  // Programme plans.
  'programmePlan.submitted': { vi: 'Kế hoạch “{title}” chờ ký ban hành.', en: 'The plan “{title}” waits to be signed.' },
  'programmePlan.returned': { vi: 'Kế hoạch “{title}” được trả lại: {reason}', en: 'The plan “{title}” was sent back: {reason}' },
  'programmePlan.issued': { vi: 'Kế hoạch “{title}” đã ban hành ({number}).', en: 'The plan “{title}” was issued ({number}).' },
  'programmePlan.opinionsAsked': { vi: 'Mời góp ý dự thảo “{title}”.', en: 'Your opinion is asked on the draft “{title}”.' },
  // Promotion.
  'promotion.invited': { vi: '“{product}” được mời tham gia “{event}”, chờ bạn trả lời.', en: '“{product}” is invited to “{event}”.' },
  'promotion.stall': { vi: 'Gian hàng của bạn tại “{event}”: {stall}.', en: 'Your stall at “{event}”: {stall}.' },
  // Points of sale.
  'salesPoint.monthLate': {
    vi: '“{point}”: chưa có báo cáo tháng {month}, đã quá hạn.',
    en: '“{point}”: the report of {month} is overdue.',
  },
  'salesPoint.monthReturned': {
    vi: '“{point}”: báo cáo tháng {month} được trả lại để sửa.',
    en: '“{point}”: the report of {month} came back.',
  },
  'certificate.endTold': {
    vi: 'Thông báo số {number}: thời hạn Giấy chứng nhận của “{product}” và việc cần làm.',
    en: 'Letter {number}: when the certificate of “{product}” ends and what to do.',
  },
  // Batches.
  'batch.recalled': { vi: 'Lô {number} đã bị thu hồi, xem lý do.', en: 'Batch {number} was recalled, see why.' },
  // Reports from the public. None names who reported, or what.
  'publicReport.received': { vi: 'Có phản ánh mới của người dân, chờ xem xét.', en: 'A new report from the public waits.' },
  'publicReport.assigned': { vi: 'Bạn được giao xem xét một phản ánh.', en: 'A report was given to you.' },
  'publicReport.late': { vi: 'Một phản ánh đã quá hạn trả lời.', en: 'A report has passed the day of its answer.' },
  'publicReport.told': {
    vi: 'Cơ quan OCOP có thông báo về sản phẩm của bạn.',
    en: 'The OCOP office tells you something about a product of yours.',
  },
  // Training.
  'training.cancelled': { vi: '“{course}” đã hủy, xem lý do.', en: '“{course}” was cancelled, see why.' },
  'training.certified': { vi: 'Đã có giấy chứng nhận tham gia “{course}”.', en: 'Certificates of “{course}” are there.' },
  'training.begins': { vi: '“{course}” bắt đầu ngày {day}.', en: '“{course}” begins on {day}.' },
  // Between levels of assessment.
  'level.arrived': { vi: 'Có hồ sơ từ cấp dưới chuyển lên {level}.', en: 'A dossier has come up to {level}.' },
  'level.cameBack': { vi: 'Có hồ sơ cấp trên chuyển về {level}, chờ xử lý.', en: 'A dossier has come back to {level}.' },
  'level.sentUp': { vi: 'Hồ sơ của bạn được chuyển lên {level} để đánh giá.', en: 'Your dossier went up to {level}.' },
  'level.sentToMinistry': { vi: 'Hồ sơ của bạn được chuyển lên Bộ để đánh giá 5 sao.', en: 'Your dossier went up to the ministry.' },
  'level.returned': { vi: 'Hồ sơ của bạn được chuyển về {level} để xử lý tiếp.', en: 'Your dossier came back to {level}.' },
  // Council: closing, reconciliation, endings. No product, no score: a notice may be read over a shoulder.
  'ending.raised': {
    vi: 'Mục {item}: có đề nghị kết thúc đánh giá, mời bạn biểu quyết.',
    en: 'Item {item}: an ending was raised, please vote.',
  },
  'spread.voteOpened': {
    vi: 'Mục {item}: mời bạn biểu quyết về chênh lệch điểm.',
    en: 'Item {item}: please vote on the spread.',
  },
  'council.reconciliationOpened': {
    vi: 'Mục {item}: mời bạn xem lại một số tiêu chí sau thảo luận.',
    en: 'Item {item}: please look again at some criteria after the discussion.',
  },
  'council.resultClosed': { vi: 'Mục {item}: Hội đồng đã chốt kết quả.', en: 'Item {item}: the council has closed the result.' },
  'council.resultSuperseded': {
    vi: 'Mục {item}: kết quả đã được thu lại để chốt lại.',
    en: 'Item {item}: the result was taken back to be closed anew.',
  },
  'opinion.extended': {
    vi: '{meeting}: hạn gửi phiếu lấy ý kiến được lùi đến hết ngày {due}.',
    en: '{meeting}: the last day for ballots is now {due}.',
  },
  'opinion.called': {
    vi: 'Mục {item}: ý kiến bằng văn bản chưa kết luận được, sẽ họp Hội đồng.',
    en: 'Item {item}: not concluded in writing, it goes to a meeting.',
  },
  'opinion.calledOffice': {
    vi: 'Mục {item} của đợt lấy ý kiến bằng văn bản được chuyển sang họp; đã lập dự thảo kỳ họp, cần định ngày và gửi tài liệu.',
    en: 'Item {item} of a written opinion goes to a meeting; a draft meeting waits for its day and release.',
  },
  'opinion.ballotDue': {
    vi: '{meeting}: còn mục bạn chưa gửi phiếu; hạn gửi phiếu đến hết ngày {due}. Không gửi không phải là đồng ý.',
    en: '{meeting}: you have not sent every ballot; the last day is {due}. Silence is not consent.',
  },
  'renewal.clockEnding': {
    vi: 'Mục {item} của {meeting}: thời hạn 45 ngày đánh giá lại đến hết ngày {due} (QĐ 26/2026/QĐ-TTg, Đ7.6).',
    en: 'Item {item} of {meeting}: the 45 days of the re-assessment end with {due} (Decision 26/2026, Article 7.6).',
  },
  'renewal.clockEndingOffice': {
    vi: 'Một hồ sơ đánh giá lại chưa có kết quả; thời hạn 45 ngày đến hết ngày {due} (QĐ 26/2026/QĐ-TTg, Đ7.6).',
    en: 'A re-assessment has no result yet; its 45 days end with {due} (Decision 26/2026, Article 7.6).',
  },
  'council.itemDeferred': {
    vi: 'Mục {item}: hồ sơ được chuyển sang kỳ họp sau.',
    en: 'Item {item}: the dossier goes to a later meeting.',
  },
  // Council. None names a product: a notice may reach someone who is recused later.
  'council.seated': { vi: 'Bạn có tên trong {council}.', en: 'You have a seat in {council}.' },
  'council.standIn': { vi: 'Bạn được cử chủ trì mục {item} thay Chủ tịch Hội đồng.', en: 'You chair item {item} in place of the chair.' },
  'meeting.invited': { vi: 'Giấy mời {number}: {meeting}, {when}.', en: 'Invitation {number}: {meeting}, {when}.' },
  'meeting.invitedAgain': {
    vi: 'Giấy mời {number} thay giấy mời trước: {meeting}, {when}.',
    en: 'Invitation {number} replaces the one before: {meeting}, {when}.',
  },
  'council.substitute': {
    vi: 'Bạn được cử dự thay {member} tại {meeting}; hãy khai về xung đột lợi ích trước khi mở hồ sơ.',
    en: 'You sit for {member} at {meeting}; declare on conflicts before opening the pack.',
  },
  'council.presentation': {
    vi: 'Hội đồng mời bạn trình bày sản phẩm: {from} đến {to}, tại {place}.',
    en: 'The council invites you to present your product: {from} to {to}, at {place}.',
  },
  'meeting.released': {
    vi: 'Tài liệu {meeting} ({when}) đã gửi tới bạn; hãy khai về xung đột lợi ích trước khi mở hồ sơ.',
    en: 'The pack of {meeting} ({when}) is out; declare on conflicts before opening it.',
  },
  'conflict.proposed': {
    vi: 'Mục {item} có khả năng xung đột lợi ích cần kết luận.',
    en: 'Item {item} has a likely conflict of interest to decide.',
  },
  'conflict.recused': { vi: 'Bạn hồi tỵ ở mục {item}.', en: 'You are recused from item {item}.' },
  // Certificates about to end.
  'certificate.ending': {
    vi: 'Giấy chứng nhận của “{product}” còn giá trị đến hết {until}; hồ sơ đánh giá lại nộp từ {from} đến {to}.',
    en: 'The certificate of “{product}” is valid until {until}; a re-assessment is filed from {from} to {to}.',
  },
  'certificate.endingOfOthers': {
    vi: 'Giấy chứng nhận của “{product}” trên địa bàn còn giá trị đến hết {until}.',
    en: 'The certificate of “{product}” in your area is valid until {until}.',
  },
  // Visits, laboratory tests, objections, recalls. Those to staff name no product.
  'visit.planned': {
    vi: 'Bạn được phân công kiểm tra thực tế ngày {date} tại {place}.',
    en: 'You are to go on a field visit on {date} at {place}.',
  },
  'visit.announced': { vi: 'Đoàn kiểm tra thực tế sẽ đến ngày {date}, tại {place}.', en: 'A field visit comes on {date}, at {place}.' },
  'visit.recorded': { vi: 'Đã có biên bản kiểm tra thực tế số {number}.', en: 'The record of the field visit is there, {number}.' },
  'labTest.late': {
    vi: 'Quá hạn {date}: {laboratory} chưa trả kết quả kiểm nghiệm.',
    en: 'Overdue since {date}: no result from {laboratory}.',
  },
  'objection.filed': { vi: 'Có kiến nghị mới về kết quả đánh giá, chờ tiếp nhận.', en: 'An objection to a result waits to be received.' },
  'objection.toName': {
    vi: 'Có kiến nghị về kết quả chờ phân công người giải quyết.',
    en: 'An objection waits for its deciders to be named.',
  },
  'objection.toDecide': { vi: 'Bạn được phân công giải quyết một kiến nghị về kết quả.', en: 'You are to decide an objection.' },
  'objection.answerDue': {
    vi: 'Một kiến nghị về kết quả phải được trả lời chậm nhất ngày {due}.',
    en: 'An objection to a result must be answered by {due}.',
  },
  'objection.received': { vi: 'Kiến nghị của bạn đã được tiếp nhận.', en: 'Your objection has been received.' },
  'objection.answered': { vi: 'Kiến nghị của bạn đã được trả lời tại văn bản số {number}.', en: 'Your objection was answered, {number}.' },
  'recall.prepared': {
    vi: 'Có dự thảo thu hồi một quyết định công nhận chờ bạn ký.',
    en: 'A draft that recalls a recognition waits for you.',
  },
  'ministry.recognised': {
    vi: 'Bộ Nông nghiệp và Môi trường công nhận sản phẩm của bạn {star} sao, Quyết định số {number}.',
    en: 'The ministry recognised your product with {star} stars, Decision {number}.',
  },
  decisionPrepared: { vi: 'Dự thảo “{title}” chờ ký ban hành.', en: 'The draft “{title}” waits to be issued.' },
  recognised: {
    vi: 'Sản phẩm của bạn được công nhận {star} sao theo Quyết định số {number}.',
    en: 'Your product was recognised with {star} stars by Decision {number}.',
  },
  recognisedInCommune: {
    vi: 'Sản phẩm “{product}” trên địa bàn được công nhận {star} sao theo Quyết định số {number}.',
    en: '“{product}” of your commune was recognised with {star} stars by Decision {number}.',
  },
  certificateWithdrawn: {
    vi: 'Giấy chứng nhận của bạn bị thu hồi, xem quyết định và lý do.',
    en: 'Your certificate was withdrawn, see the decision and its reason.',
  },
  'producer.unitFollowed': {
    vi: 'Địa bàn của {producer} nay là {unit}. Giấy chứng nhận đã cấp giữ tên cũ và vẫn có hiệu lực.',
    en: '{producer} is now in {unit}. Certificates keep the former name and remain in force.',
  },
  recognitionRecalled: {
    vi: 'Việc công nhận sản phẩm của bạn bị thu hồi theo Quyết định số {number}.',
    en: 'The recognition of your product was recalled by Decision {number}.',
  },
  // Dossiers of the producer.
  'dossier.filed': {
    vi: '{producer} đã nộp hồ sơ “{product}”, số tiếp nhận {receipt}.',
    en: '{producer} filed “{product}”, receipt {receipt}.',
  },
  'dossier.resubmitted': {
    vi: '{producer} đã nộp bổ sung hồ sơ “{product}”, số tiếp nhận {receipt}.',
    en: '{producer} answered the request on “{product}”, receipt {receipt}.',
  },
  'dossier.withdrawn': { vi: 'Chủ thể đã rút hồ sơ “{product}”.', en: 'The producer withdrew “{product}”.' },
  'dossier.unfiled': {
    vi: 'Hồ sơ “{product}” đã đủ nhưng chưa nộp; {round} nhận đề nghị đến {due}.',
    en: '“{product}” is complete but not filed; {round} takes proposals until {due}.',
  },
  'dossier.unfiledCount': {
    vi: '{count} hồ sơ đã đủ nhưng chưa nộp trước hạn {due} của {round}.',
    en: '{count} dossiers are complete but not filed before {due}, {round}.',
  },
  // Commune and province: supplements, reports, reception.
  'supplement.asked': {
    vi: 'Hồ sơ “{product}” cần bổ sung {count} nội dung, hạn {dueOn}.',
    en: '“{product}”: {count} items to supplement by {dueOn}.',
  },
  'supplement.askedByProvince': {
    vi: 'Cơ quan OCOP trả lại một hồ sơ của xã, phường để bổ sung.',
    en: 'The office returned a dossier of your commune.',
  },
  'supplement.lapsed': {
    vi: 'Hồ sơ “{product}” kết thúc vì hết hạn bổ sung mà không có trả lời.',
    en: '“{product}” has ended: no answer by the last day.',
  },
  'supplement.passedOver': {
    vi: 'Hồ sơ “{product}” hết hạn bổ sung, được xem xét tiếp theo nội dung đã nộp.',
    en: '“{product}” goes on without the supplement.',
  },
  'deadline.moved': {
    vi: 'Hạn của hồ sơ “{product}” lùi từ {from} đến {to} vì lịch nghỉ thay đổi.',
    en: 'The day for “{product}” moved from {from} to {to}: the calendar of days off has changed.',
  },
  'commune.reportReady': { vi: 'Báo cáo mẫu 03 của “{product}” chờ bạn ban hành.', en: 'Mẫu 03 of “{product}” waits for you to issue it.' },
  'commune.reportSentBack': { vi: 'Lãnh đạo trả lại báo cáo mẫu 03: {remark}', en: 'Mẫu 03 was sent back: {remark}' },
  'dossier.rejected': { vi: 'Hồ sơ bị từ chối: {reason}', en: 'The dossier was refused: {reason}' },
  'dossier.notProposed': {
    vi: 'UBND cấp xã không đề nghị sản phẩm “{product}”: {reason}',
    en: 'The commune does not propose “{product}”: {reason}',
  },
  'dossier.proposed': {
    vi: '“{product}” ({commune}) đã được đề nghị đánh giá, phân hạng.',
    en: '“{product}” ({commune}) was proposed for assessment.',
  },
  'dossier.accepted': { vi: '“{product}” đã được tiếp nhận vào {round}.', en: '“{product}” was accepted into {round}.' },
  // Ideas and business plans.
  'ideaCall.opened': {
    vi: 'Nhận đăng ký ý tưởng sản phẩm: {call}, hạn cuối {closesOn}.',
    en: 'Ideas are being registered: {call}, until {closesOn}.',
  },
  'ideaCall.listed': {
    vi: '{call}: đã gửi danh sách, {selected}/{count} ý tưởng của địa phương được chọn.',
    en: '{call}: the list was sent; {selected} of your {count} ideas were selected.',
  },
  'idea.submitted': { vi: 'Phiếu đăng ký “{name}” chờ xác nhận.', en: 'The registration of “{name}” waits to be confirmed.' },
  'idea.withdrawn': { vi: 'Chủ thể đã rút ý tưởng “{name}”.', en: 'The producer withdrew the idea “{name}”.' },
  'idea.confirmed': { vi: 'UBND cấp xã đã xác nhận phiếu đăng ký “{name}”.', en: 'The commune confirmed “{name}”.' },
  'idea.returned': { vi: 'UBND cấp xã trả lại phiếu đăng ký “{name}”: {reason}', en: 'The commune returned “{name}”: {reason}' },
  'idea.selected': {
    vi: 'Ý tưởng “{name}” được chọn. Bước tiếp theo: lập phương án sản xuất kinh doanh.',
    en: '“{name}” was selected. Next: write the business plan.',
  },
  'idea.later': { vi: 'Ý tưởng “{name}” để xét kỳ sau: {reason}', en: '“{name}” is kept for later: {reason}' },
  'idea.notSelected': { vi: 'Ý tưởng “{name}” không được chọn: {reason}', en: '“{name}” was not selected: {reason}' },
  'plan.submitted': { vi: 'Phương án “{name}” chờ tiếp nhận.', en: 'The plan of “{name}” waits to be received.' },
  'plan.received': { vi: 'Phương án “{name}” đã được tiếp nhận.', en: 'The plan of “{name}” was received.' },
  'plan.returned': { vi: 'Phương án “{name}” cần hoàn thiện {count} nội dung.', en: 'The plan of “{name}”: {count} parts to change.' },
  'plan.approved': {
    vi: 'Phương án “{name}” được phê duyệt tại Thông báo số {number}.',
    en: 'The plan of “{name}” was approved, {number}.',
  },
  'plan.approvedInCommune': {
    vi: 'Phương án “{name}” trên địa bàn được phê duyệt, số {number}.',
    en: 'The plan of “{name}” in your commune was approved, {number}.',
  },
  'plan.reported': {
    vi: 'Có báo cáo triển khai phương án “{name}” chờ xác nhận.',
    en: 'A report on the plan of “{name}” waits to be confirmed.',
  },
  // Reports by level.
  'report.asked': { vi: '{call}: đến hạn báo cáo ngày {due}.', en: '{call}: a report is due on {due}.' },
  'report.toApprove': { vi: '{call}: báo cáo của {unit} chờ bạn duyệt.', en: '{call}: the report of {unit} waits for your approval.' },
  'report.sentUp': { vi: '{call}: {unit} đã gửi báo cáo.', en: '{call}: {unit} sent its report.' },
  'report.sentBack': { vi: '{call}: báo cáo của {unit} được trả lại để sửa.', en: '{call}: the report of {unit} was sent back.' },
  'report.reopened': { vi: '{call}: báo cáo của {unit} được mở lại.', en: '{call}: the report of {unit} was reopened.' },
  'report.extended': { vi: '{call}: hạn của {unit} được lùi đến {due}.', en: '{call}: {unit} has until {due}.' },
  'report.opened': { vi: '{call}: các đơn vị đã báo cáo đủ, có thể tổng hợp.', en: '{call}: all units have reported; sum up now.' },
  'report.soon': { vi: '{call}: báo cáo của {unit} đến hạn ngày {due}.', en: '{call}: the report of {unit} is due on {due}.' },
  'report.commended': { vi: '{call}: đề nghị khen thưởng của {unit} đã có quyết định.', en: '{call}: whom {unit} proposed was commended.' },
  'report.late': { vi: '{call}: báo cáo của {unit} đã quá hạn {due}.', en: '{call}: the report of {unit} was due on {due}.' },
  // Inspections after recognition.
  'inspection.planIssued': {
    vi: 'Kế hoạch kiểm tra “{title}” ({number}) đã ban hành.',
    en: 'The inspection plan “{title}” ({number}) was issued.',
  },
  'inspection.planned': {
    vi: 'Bạn ở trong đoàn kiểm tra ngày {date} tại {place}.',
    en: 'You are of the team that inspects {place} on {date}.',
  },
  'inspection.announced': { vi: 'Đoàn kiểm tra làm việc ngày {date} tại {place}.', en: 'An inspection comes to {place} on {date}.' },
  'inspection.cancelled': { vi: 'Cuộc kiểm tra ngày {date} đã hủy.', en: 'The inspection of {date} was called off.' },
  'inspection.recorded': {
    vi: 'Biên bản kiểm tra {number} chờ bạn đọc và ký, hoặc ghi lý do không ký.',
    en: 'Record {number} waits for you to read and sign it, or to say why not.',
  },
  'inspection.recordedDesk': { vi: 'Đã có biên bản kiểm tra {number} ngày {date}.', en: 'Record {number} of {date} is written.' },
  'inspection.signed': { vi: 'Biên bản kiểm tra {number} đã được ký.', en: 'Record {number} was signed.' },
  'inspection.unsigned': {
    vi: 'Biên bản kiểm tra {number} không được ký, có ghi lý do.',
    en: 'Record {number} was not signed; the reason is on it.',
  },
  'inspection.sampleResult': { vi: 'Có kết quả kiểm nghiệm mẫu kiểm tra, phiếu {number}.', en: 'A sample was tested, result {number}.' },
  'inspection.sampleLate': { vi: 'Kết quả kiểm nghiệm mẫu “{what}” đã quá hẹn {date}.', en: 'The result of “{what}” was due on {date}.' },
  'violation.found': { vi: 'Ghi nhận vi phạm về {kind}: {remedy}.', en: 'A violation was recorded.' },
  'violation.toRemedy': { vi: 'Vi phạm về {kind} phải khắc phục trước hết ngày {date}.', en: 'A violation is to be remedied by {date}.' },
  'violation.answered': { vi: 'Chủ thể đã giải trình việc khắc phục vi phạm, chờ xét.', en: 'A producer answered a violation; judge it.' },
  'violation.returned': {
    vi: 'Giải trình chưa đạt, khắc phục tiếp đến ngày {date}.',
    en: 'The answer is not enough; you have until {date}.',
  },
  'violation.settled': { vi: 'Việc xử lý vi phạm đã kết thúc.', en: 'The violation is settled.' },
  'violation.forwarded': { vi: 'Vi phạm đã chuyển cơ quan có thẩm quyền.', en: 'The violation was passed on to a competent body.' },
  'violation.lifted': { vi: 'Đã bỏ ghi nhận vi phạm.', en: 'The violation was lifted.' },
  'violation.extended': { vi: 'Hạn khắc phục được lùi đến ngày {date}.', en: 'You have until {date} to remedy it.' },
  'violation.due': { vi: 'Vi phạm phải khắc phục trước hết ngày {date}.', en: 'A violation is to be remedied by {date}.' },
  'violation.late': { vi: 'Vi phạm đã quá hạn khắc phục {date}.', en: 'A violation was to be remedied by {date}.' },
  'violation.toDecide': {
    vi: 'Có đề nghị thu hồi công nhận chờ quyết định, hạn {date}.',
    en: 'A proposed withdrawal is to be decided by {date}.',
  },
  'violation.decisionLate': {
    vi: 'Đề nghị thu hồi công nhận đã quá hạn quyết định {date}.',
    en: 'A proposed withdrawal was to be decided by {date}.',
  },
  'violation.withdrawn': { vi: 'Lãnh đạo đồng ý thu hồi công nhận.', en: 'The leader agreed to the withdrawal.' },
  'violation.proposalRefused': { vi: 'Lãnh đạo không đồng ý thu hồi công nhận.', en: 'The leader refused the withdrawal.' },
  'violation.notWithdrawn': {
    vi: 'Sản phẩm không bị thu hồi công nhận; tiếp tục khắc phục vi phạm.',
    en: 'Your product keeps its certificate; go on with the remedy.',
  },
} as const satisfies Record<string, { vi: string; en: string }>
