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
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof errorTable
