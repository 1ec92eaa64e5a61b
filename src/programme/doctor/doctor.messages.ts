export const doctorMessages = {
  title: { vi: 'Kiểm tra hệ thống', en: 'System check' },
  lead: {
    vi: 'Mỗi dòng là một điều luôn phải đúng của dữ liệu. Trang này không băm lại từng tệp; chạy “ocop doctor” để băm.',
    en: 'Each row is something that must always be true of the data. This page does not hash every file; “ocop doctor” does.',
  },
  sound: {
    vi: 'Đạt: {checks} phép kiểm, {files} tệp, {entries} dòng nhật ký.',
    en: 'Sound: {checks} checks, {files} files, {entries} ledger entries.',
  },
  unsound: { vi: 'Không đạt: {count} phép kiểm có lỗi.', en: 'Not sound: {count} checks found faults.' },
  fault: { vi: 'LỖI', en: 'FAULT' },
  warning: { vi: 'LƯU Ý', en: 'NOTE' },
  check: { vi: 'Điều phải đúng', en: 'What must hold' },
  count: { vi: 'Số dòng sai', en: 'Rows' },
  rows: { vi: 'Dòng đầu', en: 'First rows' },
  remedy: { vi: 'Cách xử lý', en: 'Remedy' },
  severity: { vi: 'Mức', en: 'Severity' },
  unhashed: { vi: '(không băm lại tệp)', en: '(files not hashed)' },
  nothing: { vi: 'Mọi điều đều đúng', en: 'Everything holds' },
} as const satisfies Record<string, { vi: string; en: string }>
