// Plans of the programme, commendation, reports.
import type { ErrorEntry } from '../error-entry.ts'

export const programmeErrors = {
  'report.formInUse': {
    status: 409,
    vi: 'Mẫu báo cáo đã đưa vào dùng thì không sửa.',
    en: 'A report form in use does not change.',
    next: { vi: 'Bấm “Soạn bản sửa” để làm bản mới của mẫu.', en: 'Press “Write a revision” for a new one.' },
  },
  'report.incomplete': {
    status: 422,
    vi: 'Báo cáo còn thiếu: {missing}.',
    en: 'The report lacks: {missingEn}.',
    next: { vi: 'Bổ sung các dòng đã nêu rồi bấm lại.', en: 'Fill the rows named, then press again.' },
  },
  'report.notComputed': {
    status: 409,
    vi: 'Số liệu chưa tính, hoặc báo cáo cấp dưới đã đổi sau lần tính trước.',
    en: 'The figures are not computed, or reports below changed since.',
    next: { vi: 'Bấm “Tính số liệu”, xem lại rồi làm tiếp.', en: 'Press “Compute”, look again, then go on.' },
  },
  'report.computing': {
    status: 409,
    vi: 'Số liệu đang được tính.',
    en: 'The figures are being computed.',
    next: { vi: 'Chờ tính xong rồi bấm lại.', en: 'Wait until it is done, then press again.' },
  },
  'report.notNothing': {
    status: 409,
    vi: 'Không báo “không phát sinh” được: trong kỳ có {rows}.',
    en: '“Nothing to report” does not hold: there is {rows}.',
    next: { vi: 'Báo cáo số liệu đó, hoặc sửa hồ sơ gốc rồi tính lại.', en: 'Report it, or correct the records and compute again.' },
  },
  'report.proposalListed': {
    status: 409,
    vi: '{name} đã nằm trong danh sách khen thưởng nên không bỏ khỏi báo cáo được.',
    en: '{name} stands on a list of commendation and stays in the report.',
    next: { vi: 'Văn phòng đưa ra khỏi danh sách dự thảo trước.', en: 'The office takes it off the draft first.' },
  },
  'report.sameHand': {
    status: 409,
    vi: 'Người lập xong báo cáo không tự duyệt báo cáo đó.',
    en: 'Whoever made the report ready does not approve it.',
    next: { vi: 'Để cán bộ bấm “Đã lập xong”, lãnh đạo duyệt.', en: 'Let the officer make it ready and the leader approve it.' },
  },
  'report.parentLocked': {
    status: 409,
    vi: 'Báo cáo tổng hợp của {unit} đã lập xong hoặc đã duyệt nên báo cáo này không đổi được.',
    en: 'The report of {unit} that sums this up is ready or approved, so this one stays.',
    next: { vi: 'Mở lại báo cáo tổng hợp trước, từ trên xuống.', en: 'Reopen the report above first, from the top down.' },
  },
  'report.callRuns': {
    status: 409,
    vi: 'Chưa kết thúc đợt được: báo cáo của {unit} chưa duyệt.',
    en: 'The call cannot close: the report of {unit} is not approved.',
    next: { vi: 'Duyệt báo cáo tổng hợp trước.', en: 'Approve that report first.' },
  },
  'commendation.taken': {
    status: 409,
    vi: '{count} đề nghị đã chọn không còn dùng được: vừa vào danh sách khác, hoặc báo cáo đã mở lại.',
    en: '{count} of the chosen proposals are on another list by now, or their report is open again.',
    next: { vi: 'Mở lại trang, chọn từ các đề nghị còn lại.', en: 'Open the page again and choose from the rest.' },
  },
  'commendation.empty': {
    status: 409,
    vi: 'Danh sách không còn ai.',
    en: 'Nobody is on the list.',
    next: { vi: 'Thêm đề nghị, hoặc hủy danh sách.', en: 'Add proposals, or cancel the list.' },
  },
  'commendation.reopened': {
    status: 409,
    vi: 'Báo cáo đề nghị của {unit} đã được mở lại.',
    en: 'The report of {unit} that proposes is open again.',
    next: {
      vi: 'Chờ báo cáo được duyệt lại, hoặc đưa đề nghị của đơn vị đó ra khỏi danh sách.',
      en: 'Wait until it is approved again, or take its proposals off.',
    },
  },
  'programmePlan.empty': {
    status: 409,
    vi: 'Kế hoạch chưa có chỉ tiêu hay nhiệm vụ nào.',
    en: 'The plan has no target and no task yet.',
    next: { vi: 'Thêm ít nhất một chỉ tiêu hoặc nhiệm vụ rồi trình.', en: 'Add at least one target or task, then send it.' },
  },
  'programmePlan.faults': {
    status: 422,
    vi: 'Kế hoạch còn chỗ chưa đúng nên chưa trình được.',
    en: 'Some of the plan is not right, so it was not sent.',
    next: { vi: 'Sửa các chỗ được nêu rồi trình lại.', en: 'Mend what is named, then send it again.' },
  },
  'programmePlan.revisionOpen': {
    status: 409,
    vi: 'Kế hoạch này đang có một bản điều chỉnh chưa ban hành.',
    en: 'Another revision of this plan is open.',
    next: { vi: 'Mở bản đó để sửa tiếp, hoặc hủy nó trước.', en: 'Go on with that one, or cancel it first.' },
  },
  'programmePlan.editedSince': {
    status: 409,
    vi: 'Bản dự thảo từ tệp này đã được người khác sửa, nên không ghi đè.',
    en: 'The draft from this file was edited by a person since, so it is not written over.',
    next: { vi: 'Ban hành hoặc hủy bản dự thảo đó trước khi nạp lại.', en: 'Issue or cancel that draft before loading again.' },
  },
  'programmePlan.partNamed': {
    status: 409,
    vi: 'Mục {code} đang trỏ tới mục này.',
    en: '{code} points to this one.',
    next: { vi: 'Sửa mục {code} trước.', en: 'Change {code} first.' },
  },
  'programmePlan.tooMany': {
    status: 409,
    vi: 'Một kế hoạch có nhiều nhất 2.000 mục mỗi loại.',
    en: 'A plan has at most 2,000 parts of a kind.',
    next: { vi: 'Gộp các mục, hoặc lập kế hoạch riêng.', en: 'Join some, or write a plan of their own.' },
  },
  'programmePlan.noIssuer': {
    status: 409,
    vi: 'Chưa có UBND nào được khai báo để ban hành kế hoạch này.',
    en: 'No committee is set up that could issue this plan.',
    next: { vi: 'Quản trị khai báo cơ quan ban hành trước.', en: 'An administrator sets up the issuing body first.' },
  },
} as const satisfies Record<string, ErrorEntry>
