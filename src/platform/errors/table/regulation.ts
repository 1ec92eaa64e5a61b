// Regulations, their words and corrections.
import type { ErrorEntry } from '../error-entry.ts'

export const regulationErrors = {
  'regulation.noneForDay': {
    status: 409,
    vi: 'Ngày {day} không có quy định nào đang hiệu lực để mở hồ sơ hoặc đợt mới.',
    en: 'On {day} no regulation is in force for a new dossier or round.',
    next: {
      vi: 'Chọn ngày khác, hoặc đề nghị quản trị chỉ định quy định với lý do.',
      en: 'Choose another day, or have a regulation named with a reason.',
    },
  },
  'regulation.unreadable': {
    status: 422,
    vi: 'Tệp không đọc được: {reason}',
    en: 'The file cannot be read: {reason}',
    next: { vi: 'Sửa tệp YAML rồi tải lại.', en: 'Correct the YAML file and send it again.' },
  },
  'regulation.faulty': {
    status: 422,
    vi: 'Bản quy định còn {count} lỗi; chưa có gì được lưu hay công bố.',
    en: 'This version has {count} faults; nothing was stored or published.',
    next: { vi: 'Sửa hết các lỗi dưới đây.', en: 'Correct every fault below.' },
  },
  'regulation.unchanged': {
    status: 422,
    vi: 'Bản này không khác bản gốc.',
    en: 'This version does not differ from the one it comes from.',
    next: { vi: 'Sửa nội dung rồi trình lại.', en: 'Change something, then propose it.' },
  },
  'regulation.secondPerson': {
    status: 409,
    vi: 'Người trình không tự xác nhận; cần một quản trị khác.',
    en: 'Who proposed it does not confirm it; another administrator must.',
    next: { vi: 'Nhờ quản trị thứ hai mở trang này và xác nhận.', en: 'Ask a second administrator to open this page.' },
  },
  'regulation.step': {
    status: 409,
    vi: 'Bản này không còn ở bước đó.',
    en: 'This version is no longer at that step.',
    next: { vi: 'Tải lại trang để xem tình trạng mới nhất.', en: 'Reload the page to see where it stands.' },
  },
  'regulation.baseChanged': {
    status: 409,
    vi: 'Bản gốc đã được thay bằng một bản khác từ khi soạn.',
    en: 'The version it comes from has been replaced meanwhile.',
    next: { vi: 'Soạn lại từ bản đang dùng.', en: 'Begin again from the version in use.' },
  },
  'regulation.wordsUnfit': {
    status: 409,
    vi: 'Lời văn Công báo đang dùng không khớp bản này: {count} chỗ. Chưa công bố.',
    en: 'The gazette’s words in use do not fit this version in {count} places. Nothing was published.',
    next: {
      vi: 'Sửa bản này cho khớp, hoặc đưa lời văn về bản của chương trình (trang Lời văn), công bố, rồi nạp lời văn mới.',
      en: 'Change this version, or take the words back to the program’s own, publish, then load the new words.',
    },
  },
  'wording.refused': {
    status: 422,
    vi: 'Lời văn không khớp mã và số mức của bộ tiêu chí: {count} chỗ. Chưa lưu gì.',
    en: 'The words do not match the codes and option counts in {count} places. Nothing is stored.',
    next: { vi: 'Sửa hết các chỗ dưới đây rồi tải lại.', en: 'Correct every place below and send it again.' },
  },
  'wording.same': {
    status: 409,
    vi: 'Đây là lời văn đang dùng.',
    en: 'These are the words in use.',
    next: { vi: 'Không cần làm gì thêm.', en: 'Nothing needs doing.' },
  },
  'correction.none': {
    status: 409,
    vi: 'Đợt này đang dùng đúng nội dung mới nhất; không có bản đính chính nào để áp dụng.',
    en: 'The round already uses the newest content; there is no correction to adopt.',
    next: { vi: 'Không cần làm gì thêm.', en: 'Nothing needs doing.' },
  },
  'correction.tooLate': {
    status: 409,
    vi: 'Đợt đã có phiếu chấm chính thức nên không áp dụng đính chính được nữa.',
    en: 'A final sheet exists in this round: a correction can no longer be adopted.',
    next: {
      vi: 'Đợt tiếp tục theo nội dung đã ghim; bản đính chính dùng cho đợt sau.',
      en: 'The round goes on as pinned; the next one takes the correction.',
    },
  },
  'correction.shifts': {
    status: 422,
    vi: 'Bản mới làm {count} tiêu chí khác mã, số mức hoặc thứ tự mức nên không phải bản đính chính.',
    en: 'The new version changes codes, option counts or their order in {count} criteria: it is no correction.',
    next: {
      vi: 'Đợt này giữ nội dung đã ghim; bản mới dùng cho đợt sau.',
      en: 'This round keeps what it pinned; the next one takes the new version.',
    },
  },
  'correction.unknown': {
    status: 409,
    vi: 'Chương trình không còn nội dung mà đợt này đã ghim nên không so sánh được.',
    en: 'The content this round pinned is not kept here, so nothing can be compared.',
    next: { vi: 'Báo quản trị: khôi phục bản quy định cũ rồi làm lại.', en: 'Tell an administrator to bring the older text back first.' },
  },
} as const satisfies Record<string, ErrorEntry>
