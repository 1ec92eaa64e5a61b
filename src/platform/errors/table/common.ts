// What any page or call may be refused for, the API, the database, backups.
import type { ErrorEntry } from '../error-entry.ts'

export const commonErrors = {
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
  'boundaries.unreadable': {
    status: 500,
    vi: 'Không đọc được tệp ranh giới {path} (biến OCOP_BOUNDARIES), hoặc tệp lớn hơn {megabytes} MB.',
    en: 'The boundary file {path} (OCOP_BOUNDARIES) cannot be read, or is larger than {megabytes} MB.',
    next: {
      vi: 'Sửa đường dẫn, hoặc bỏ biến này để vẽ bản đồ ô.',
      en: 'Correct the path, or leave the variable out: the country is then drawn as tiles.',
    },
  },
  'boundaries.wrong': {
    status: 500,
    vi: 'Tệp ranh giới (biến OCOP_BOUNDARIES) không đúng: {vi}.',
    en: 'The boundary file (OCOP_BOUNDARIES) is not right: {en}.',
    next: {
      vi: 'Cần GeoJSON FeatureCollection; mỗi tỉnh hoặc xã một Feature có properties.code, properties.name và Polygon hoặc MultiPolygon.',
      en: 'A GeoJSON FeatureCollection is needed: a Feature for every province or commune with properties.code, properties.name and a Polygon or MultiPolygon.',
    },
  },
  'desk.ended': {
    status: 422,
    vi: 'Cấp huyện kết thúc hoạt động ngày 30/06/2025; việc này nay thuộc cấp tỉnh.',
    en: 'Districts ended on 30/06/2025; this is now the province’s work.',
    next: { vi: 'Đăng nhập bằng tài khoản của cơ quan cấp tỉnh.', en: 'Sign in as the province’s office.' },
  },
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
  'calendar.deadlines': {
    status: 409,
    vi: 'Sửa lịch này làm {count} hạn đã giao lùi lại; cần xác nhận từng hạn.',
    en: 'This change makes {count} promised days later; each must be confirmed.',
    next: {
      vi: 'Xem các hạn bị ảnh hưởng, chọn hạn được lùi rồi xác nhận.',
      en: 'Look at the days named, choose which move, and confirm.',
    },
  },
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
