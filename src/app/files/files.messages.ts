export const uploadMessages = {
  signIn: {
    vi: 'Phiên đăng nhập đã hết. Đăng nhập lại rồi tải tiếp; phần đã gửi vẫn còn.',
    en: 'You are signed out. Sign in and go on; what was sent is kept.',
  },
  unreadable: { vi: 'Yêu cầu tải lên không đọc được. Chọn lại tệp.', en: 'The upload could not be read. Choose the file again.' },
  badSize: { vi: 'Tệp rỗng. Chọn tệp khác.', en: 'The file is empty. Choose another.' },
  tooLarge: {
    vi: 'Tệp quá lớn. Giấy tờ, ảnh tối đa 25 MB; phim tối đa 200 MB.',
    en: 'The file is too large: papers and photos 25 MB, films 200 MB.',
  },
  tooManyOpen: { vi: 'Đang có quá nhiều tệp tải dở. Chờ các tệp đó xong đã.', en: 'Too many uploads are open. Let them finish first.' },
  tooMuch: {
    vi: 'Nhận nhiều dữ liệu hơn dung lượng đã báo. Chọn lại tệp.',
    en: 'More data came than was announced. Choose the file again.',
  },
  notFound: { vi: 'Lần tải này đã hết hạn. Chọn lại tệp.', en: 'This upload has run out. Choose the file again.' },
} as const satisfies Record<string, { vi: string; en: string }>

export const attachmentWords = {
  files: { vi: 'Tệp đính kèm', en: 'Attached files' },
  add: { vi: 'Tệp đính kèm', en: 'Files' },
  hint: {
    vi: 'PDF, ảnh, Word, Excel; tối đa 10 tệp mỗi lần, mỗi tệp không quá 25 MB',
    en: 'PDF, photos, Word, Excel; 10 files at a time, 25 MB each',
  },
  caption: { vi: 'Nội dung tệp', en: 'What they are' },
  captionHint: { vi: 'Hiện thay tên tệp, ví dụ: Quyết định thành lập', en: 'Shown instead of the name, such as: Founding decision' },
  none: { vi: 'Chưa có giấy tờ nào.', en: 'No papers yet.' },
  remove: { vi: 'Gỡ tệp', en: 'Take away' },
} as const satisfies Record<string, { vi: string; en: string }>

export const fileMessages = {
  noWordCopy: {
    vi: 'Văn bản này không có bản Word: là giấy chứng nhận, bảng tính, hoặc được ban hành trước khi hệ thống lưu dữ liệu lập văn bản. Dùng bản PDF.',
    en: 'There is no Word copy of this paper: it is a certificate or a workbook, or was issued before its data were kept. Use the PDF.',
  },
} as const satisfies Record<string, { vi: string; en: string }>
