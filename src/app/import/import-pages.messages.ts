import type { Outcome } from '#/programme/import/plan.ts'
import type { BatchState } from '#/programme/import/batch.store.ts'
import type { PastStatus } from '#/programme/import/past-status.ts'

type Words = { vi: string; en: string }

export const outcomeWords: Record<Outcome, Words> = {
  new: { vi: 'Thêm mới', en: 'New' },
  unchanged: { vi: 'Đã có, không đổi', en: 'Unchanged' },
  changed: { vi: 'Cập nhật', en: 'Changed' },
  person: { vi: 'Cần người quyết định', en: 'Needs a person' },
  bad: { vi: 'Dòng lỗi', en: 'Bad' },
}

export const batchStateWords: Record<BatchState, Words> = {
  checked: { vi: 'Đã kiểm tra, chưa nhập', en: 'Checked, not brought in' },
  running: { vi: 'Đang nhập', en: 'Under way' },
  done: { vi: 'Đã nhập xong', en: 'Done' },
  cancelled: { vi: 'Đã hủy', en: 'Dropped' },
}

export const statusWords: Record<PastStatus['kind'], Words> = {
  notRecognised: { vi: 'Chưa phải kết quả công nhận', en: 'Not yet a recognition' },
  notStated: { vi: 'Không rõ đã công nhận hay chưa', en: 'Recognition not stated' },
  unknown: { vi: 'Không rõ thời hạn', en: 'Term unknown' },
  expired: { vi: 'Hết hạn từ sau ngày {date}', en: 'Ended after {date}' },
  termRuns: { vi: 'Thời hạn theo quyết định đến {date}; chưa đối chiếu', en: 'Term by the decision to {date}; not verified' },
}

export const importWords = {
  title: { vi: 'Nhập kết quả công nhận trước đây', en: 'Bring in past recognitions' },
  lead: {
    vi: 'Tải tệp lên, xem từng dòng sẽ thế nào, rồi mới nhập. Ô trống được giữ là không rõ.',
    en: 'Send a file, see what each row will do, then bring it in. An empty cell stays unknown.',
  },
  file: { vi: 'Tệp CSV (UTF-8) hoặc Excel', en: 'CSV (UTF-8) or Excel file' },
  fileHint: {
    vi: 'Tối đa 50.000 dòng. Dòng đầu là tên 21 cột: {columns}.',
    en: 'At most 50,000 rows. The first line names the 21 columns: {columns}.',
  },
  check: { vi: 'Tải lên và kiểm tra', en: 'Send and check' },
  files: { vi: 'Các tệp đã tải lên', en: 'Files sent' },
  noFiles: { vi: 'Chưa có tệp nào', en: 'No files yet' },
  fileName: { vi: 'Tệp', en: 'File' },
  sent: { vi: 'Tải lên lúc', en: 'Sent' },
  state: { vi: 'Trạng thái', en: 'State' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  queue: { vi: 'Việc cần quyết định ({n})', en: 'To decide ({n})' },
  all: { vi: 'Tất cả', en: 'All' },
  line: { vi: 'Dòng', en: 'Line' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  producer: { vi: 'Chủ thể', en: 'Producer' },
  place: { vi: 'Nơi sản xuất', en: 'Place' },
  placeThen: { vi: 'Nơi sản xuất ghi trong nguồn', en: 'Place as the source prints it' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  star: { vi: 'Hạng', en: 'Stars' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  reason: { vi: 'Lý do', en: 'Reason' },
  unknown: { vi: 'không rõ', en: 'unknown' },
  confirm: { vi: 'Nhập {n} dòng', en: 'Bring {n} rows in' },
  cancel: { vi: 'Hủy tệp này', en: 'Drop this file' },
  resume: { vi: 'Chạy tiếp', en: 'Go on' },
  confirmLead: {
    vi: 'Dòng lỗi bị bỏ qua. Dòng cần quyết định được đưa vào hàng chờ. Việc đã qua không phát sinh thông báo hay khen thưởng.',
    en: 'Bad rows are left out. Rows for a person join the queue. The past fires no notices or rewards.',
  },
  running: { vi: 'Đã ghi {done} trên {total} dòng.', en: '{done} of {total} rows written.' },
  reload: { vi: 'Xem số mới', en: 'See the new count' },
  stands: {
    vi: 'Nếu số dòng không tăng sau vài phút, bấm “Chạy tiếp”: phần đã ghi không ghi lại.',
    en: 'If it stands still for minutes, press “Go on”: nothing is written twice.',
  },
  done: { vi: 'Đã nhập xong {n} dòng.', en: '{n} rows are in.' },
  badRows: { vi: 'Tải các dòng lỗi (CSV)', en: 'Bad rows (CSV)' },
  noRows: { vi: 'Không có dòng nào loại này', en: 'No rows of this kind' },
  questions: { vi: 'Việc cần quyết định', en: 'To decide' },
  questionsLead: {
    vi: 'Chương trình không tự đoán đơn vị hành chính, cũng không tự gộp hai dòng gần giống nhau.',
    en: 'The program guesses no unit and joins no two rows that are merely alike.',
  },
  unitKind: { vi: 'Đơn vị hành chính', en: 'Unit' },
  nearKind: { vi: 'Gần giống', en: 'Alike' },
  nothing: { vi: 'Không còn việc nào', en: 'Nothing left' },
  nothingHint: { vi: 'Mọi dòng đã nhập đều rõ.', en: 'Every row is settled.' },
  fromRow: { vi: 'Nội dung trong tệp', en: 'What the file says' },
  onRecord: { vi: 'Bản ghi đã có', en: 'On record' },
  chooseUnit: { vi: 'Đơn vị đúng là', en: 'The right unit is' },
  otherUnit: { vi: 'Hoặc mã khác', en: 'Or another code' },
  otherUnitHint: {
    vi: 'Dạng e2023:15772 (trước 01/07/2025) hoặc e2025:16531 (từ 01/07/2025).',
    en: 'As e2023:15772 (before 01/07/2025) or e2025:16531 (since).',
  },
  findUnit: { vi: 'Tìm đơn vị theo tên', en: 'Find a unit by name' },
  until: { vi: 'đến 30/06/2025', en: 'until 30/06/2025' },
  since: { vi: 'từ 01/07/2025', en: 'since 01/07/2025' },
  assign: { vi: 'Gán đơn vị', en: 'Assign the unit' },
  leave: { vi: 'Để không rõ', en: 'Leave unknown' },
  mergeWith: { vi: 'Gộp với bản ghi', en: 'Merge with' },
  merge: { vi: 'Gộp, chỉ điền ô còn trống', en: 'Merge, fill blanks only' },
  separate: { vi: 'Là kết quả khác, thêm mới', en: 'Another recognition, add it' },
  reject: { vi: 'Bỏ dòng này', en: 'Drop this row' },
  why: { vi: 'Căn cứ quyết định', en: 'Grounds' },
  pastTitle: { vi: 'Kết quả công nhận trước đây', en: 'Past recognitions' },
  pastLead: {
    vi: 'Ghi theo quyết định và tin đã đăng. Đây không phải giấy chứng nhận còn hiệu lực; muốn kiểm tra giấy chứng nhận, dùng mã trên sản phẩm.',
    en: 'As decisions and the press print them. These are not certificates in force; check a certificate by the code on the product.',
  },
  pastSearch: { vi: 'Tìm sản phẩm, nơi sản xuất, số quyết định', en: 'Search product, place, decision' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  provinceNow: { vi: 'Tỉnh, thành phố hiện nay', en: 'Province today' },
  provinceThen: { vi: 'Trong đó, theo tỉnh trước 01/07/2025', en: 'Of them, by province before 01/07/2025' },
  results: { vi: 'Số kết quả', en: 'Recognitions' },
  found: { vi: '{n} kết quả', en: '{n} found' },
  privateName: { vi: 'không công bố tên', en: 'name not published' },
  nothingFound: { vi: 'Chưa có kết quả công nhận trước đây nào', en: 'No past recognition was brought in yet' },
  now: { vi: 'nay thuộc {place}', en: 'now {place}' },
  sourceGrade: { vi: 'Mức tin cậy của nguồn', en: 'Grade of the source' },
  term: { vi: 'Thời hạn', en: 'Term' },
} as const satisfies Record<string, Words>

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
