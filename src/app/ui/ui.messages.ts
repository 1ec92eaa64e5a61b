import type { Text } from './language.ts'

/** Words of the frame and of the components themselves; words of a page live beside that page. */
export const words = {
  confidential: { vi: 'Bí mật kinh doanh', en: 'Business secret' },
  confidentialHint: {
    vi: 'Chỉ người thẩm tra, tổ tư vấn và thành viên chấm mở được; mỗi lần mở được ghi nhật ký.',
    en: 'Only those who judge it may open it; every opening is logged.',
  },
  wordCopy: { vi: 'Tải bản Word', en: 'Word copy' },
  skip: { vi: 'Tới nội dung chính', en: 'Skip to main content' },
  mainNav: { vi: 'Chính', en: 'Main' },
  sectionNav: { vi: 'Trong Chương trình', en: 'Within the programme' },
  youAreAt: { vi: 'Bạn đang ở', en: 'You are here' },
  menu: { vi: 'Mục lục', en: 'Menu' },
  office: { vi: 'Cơ quan tham mưu quản lý Chương trình OCOP', en: 'OCOP programme office,' },
  openData: { vi: 'Dữ liệu mở (API)', en: 'Open data (API)' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  notices: { vi: 'Thông báo', en: 'Notices' },
  unreadNotices: { vi: 'thông báo chưa đọc', en: 'unread notices' },
  stars: { vi: 'sao', en: 'stars' },
  wasStars: { vi: 'Từng đạt', en: 'Once held' },
  points: { vi: 'điểm', en: 'points' },
  max: { vi: 'tối đa', en: 'at most' },
  history: { vi: 'Lịch sử', en: 'History' },
  search: { vi: 'Tìm', en: 'Search' },
  filter: { vi: 'Lọc', en: 'Filter' },
  applyFilter: { vi: 'Áp dụng', en: 'Apply' },
  clearFilter: { vi: 'Bỏ hết lọc', en: 'Clear filters' },
  removeFilter: { vi: 'Bỏ lọc', en: 'Remove filter' },
  closeFilter: { vi: 'Đóng bộ lọc', en: 'Close filters' },
  all: { vi: 'Tất cả', en: 'All' },
  noMatch: { vi: 'Không có kết quả phù hợp', en: 'Nothing matches' },
  noMatchHint: { vi: 'Thử ít chữ hơn, không cần gõ dấu, hoặc bỏ bộ lọc.', en: 'Try fewer words, without accents, or clear the filters.' },
  excel: { vi: 'Tải Excel ({n} dòng)', en: 'Download Excel ({n} rows)' },
  excelFirst: { vi: 'Tải Excel ({n} dòng đầu; lọc bớt để tải hết)', en: 'Download Excel (first {n} rows; filter to get all)' },
  pages: { vi: 'Trang', en: 'Pages' },
  page: { vi: 'Trang', en: 'Page' },
  next: { vi: 'Trang sau', en: 'Next page' },
  choose: { vi: 'Chọn…', en: 'Choose…' },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  dateHint: { vi: 'Ngày/tháng/năm, ví dụ 08/10/2026', en: 'Day/month/year, for example 08/10/2026' },
  dong: { vi: 'đồng', en: 'VND' },
  selfMark: { vi: 'Chủ thể tự chấm', en: 'Self-assessed' },
  gateFor: { vi: 'Mức tối thiểu để đạt', en: 'Least level for' },
  likeLevel: { vi: 'Như mức', en: 'As level' },
  yes: { vi: 'Đạt', en: 'Met' },
  no: { vi: 'Chưa đạt', en: 'Not met' },
  offline: { vi: 'Chưa lưu: mất mạng, đang giữ trên máy', en: 'Not saved: offline, kept on this device' },
  saved: { vi: 'Đã lưu', en: 'Saved' },
  sending: { vi: 'Đang gửi', en: 'Sending' },
  sent: { vi: 'Đã gửi xong', en: 'Sent' },
  sendRetry: { vi: 'Mất mạng, sẽ gửi tiếp', en: 'Offline, will go on' },
  sendFailed: { vi: 'Chưa gửi được tệp', en: 'The file could not be sent' },
  print: { vi: 'In trang này', en: 'Print this page' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
} satisfies Record<string, Text>

export const errorPages = {
  notFound: {
    title: { vi: 'Không tìm thấy trang này', en: 'This page was not found' },
    lead: {
      vi: 'Địa chỉ có thể gõ thiếu, đã đổi, hoặc nội dung không dành cho tài khoản đang dùng.',
      en: 'The address may be incomplete or out of date, or the content is not meant for the account in use.',
    },
  },
  forbidden: {
    title: { vi: 'Tài khoản này không có quyền làm việc đó', en: 'This account may not do that' },
    lead: {
      vi: 'Việc này thuộc vai trò khác. Nếu đây là việc của bạn, hãy nhờ cơ quan OCOP cấp tỉnh kiểm tra lại vai trò của tài khoản.',
      en: 'Another role does this. If it is your duty, ask the provincial OCOP office to check the roles of your account.',
    },
  },
  signIn: {
    title: { vi: 'Cần đăng nhập', en: 'Please sign in' },
    lead: {
      vi: 'Trang này chỉ mở cho người đã đăng nhập. Đăng nhập xong sẽ về lại đây.',
      en: 'This page is open to signed-in people only. You will come back here afterwards.',
    },
  },
  tooMany: {
    title: { vi: 'Đang có quá nhiều yêu cầu', en: 'Too many requests' },
    lead: {
      vi: 'Hãy chờ một phút rồi thử lại. Nội dung đã nhập vẫn còn khi quay lại trang trước.',
      en: 'Wait a minute and try again. What you typed is still there when you go back.',
    },
  },
  refused: {
    title: { vi: 'Yêu cầu không thực hiện được', en: 'The request could not be done' },
    lead: { vi: 'Quay lại trang trước, kiểm tra nội dung đã nhập rồi gửi lại.', en: 'Go back, check what you typed and send it again.' },
  },
  fault: {
    title: { vi: 'Phần mềm gặp lỗi', en: 'Something went wrong' },
    lead: {
      vi: 'Lỗi thuộc về phần mềm và đã được ghi lại. Những gì đã lưu vẫn còn. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo cho cơ quan OCOP cấp tỉnh.',
      en: 'The fault is ours and has been recorded. What was saved is safe. Try again in a few minutes; if it stays, tell the provincial OCOP office.',
    },
  },
  goHome: { vi: 'Về trang chủ', en: 'Go to the home page' },
  goSignIn: { vi: 'Đăng nhập', en: 'Sign in' },
  searchCatalogue: { vi: 'Tìm trong danh mục sản phẩm', en: 'Search the product catalogue' },
} as const
