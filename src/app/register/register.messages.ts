import type { Text } from '../ui/language.ts'

export const words = {
  registers: { vi: 'Sổ theo dõi', en: 'Registers' },
  registersLead: {
    vi: 'Những gì các chỉ tiêu cần mà hồ sơ không có: kênh bán, liên kết, vùng nguyên liệu, tư vấn, truyền thông. Mỗi dòng có lịch sử; không dòng nào bị xóa.',
    en: 'What the targets need and dossiers do not hold. Every line has its history; none is deleted.',
  },
  register: { vi: 'Sổ', en: 'Register' },
  holds: { vi: 'Ghi gì', en: 'Holds' },
  open: { vi: 'Đang theo dõi', en: 'Open' },
  waits: { vi: 'Chờ kiểm tra', en: 'To check' },
  add: { vi: 'Thêm {one}', en: 'Add {one}' },
  bringIn: { vi: 'Nhập từ Excel', en: 'Bring in Excel' },
  change: { vi: 'Sửa', en: 'Change' },
  changeOne: { vi: 'Sửa {one}', en: 'Change {one}' },
  save: { vi: 'Lưu', en: 'Save' },
  searchIn: { vi: 'Tìm theo tên, chủ thể, xã', en: 'Search names, producers, communes' },
  state: { vi: 'Tình trạng', en: 'State' },
  stateOpen: { vi: 'Đang theo dõi', en: 'Open' },
  stateEnded: { vi: 'Đã kết thúc', en: 'Ended' },
  stateAll: { vi: 'Tất cả', en: 'All' },
  year: { vi: 'Năm', en: 'Year' },
  all: { vi: 'Tất cả', en: 'All' },
  checked: { vi: 'Đã kiểm tra', en: 'Checked' },
  unchecked: { vi: 'Chờ kiểm tra', en: 'To be checked' },
  noRecords: { vi: 'Sổ chưa có dòng nào', en: 'Nothing in the register yet' },
  exportExcel: { vi: 'Tải Excel ({n} dòng)', en: 'Excel ({n} rows)' },
  exportCut: { vi: 'Tải Excel ({n} dòng đầu; lọc theo năm để tải hết)', en: 'Excel (first {n} rows; filter by year for all)' },
  endedOn: { vi: 'Kết thúc từ ngày', en: 'Ended from' },
  endedHint: {
    vi: 'Ngày đầu tiên không còn; những báo cáo đến trước ngày đó vẫn tính dòng này.',
    en: 'The first day it no longer holds; reports up to the day before still count it.',
  },
  reopen: { vi: 'Mở lại', en: 'Open again' },
  reopenLead: {
    vi: 'Khi kết thúc nhầm, hoặc việc đã kết thúc nay tiếp tục. Lịch sử của dòng vẫn ghi lần kết thúc.',
    en: 'Where it ended by mistake, or what ended goes on. The history keeps the end.',
  },
  end: { vi: 'Kết thúc theo dõi', en: 'End this record' },
  endLead: {
    vi: 'Dòng vẫn đọc được, không sửa được nữa; có thể mở lại kèm lý do.',
    en: 'The line can still be read, no longer changed; it can be opened again with a reason.',
  },
  check: { vi: 'Xác nhận đã kiểm tra', en: 'Confirm as checked' },
  checkLead: {
    vi: 'Đối chiếu với gian hàng, hóa đơn hoặc hợp đồng trước khi xác nhận.',
    en: 'Compare with listing, invoice or contract first.',
  },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  notSaid: { vi: 'Chưa rõ', en: 'Not known' },
  reason: { vi: 'Lý do', en: 'Reason' },
  named: { vi: 'Các sổ có nêu', en: 'Named in' },
} satisfies Record<string, Text>

export const verbWords: Readonly<Record<string, Text>> = {
  'register.added': { vi: 'Ghi vào sổ', en: 'Added' },
  'register.imported': { vi: 'Ghi vào sổ từ bảng nhập', en: 'Added from a sheet' },
  'register.changed': { vi: 'Sửa', en: 'Changed' },
  'register.checked': { vi: 'Đã kiểm tra', en: 'Checked' },
  'register.reopened': { vi: 'Mở lại', en: 'Opened again' },
  'register.ended': { vi: 'Kết thúc theo dõi', en: 'Ended' },
}

export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}
