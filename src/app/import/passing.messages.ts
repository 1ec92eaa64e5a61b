import type { RecordKind } from '#/programme/units/passing.ts'

type Words = { vi: string; en: string }

export const recordKindWords: Record<RecordKind, Words> = {
  certificate: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  openDossier: { vi: 'Hồ sơ đang giải quyết', en: 'Dossiers under way' },
  numberSeries: { vi: 'Sổ số văn bản', en: 'Number registers' },
  target: { vi: 'Chỉ tiêu', en: 'Targets' },
  report: { vi: 'Báo cáo đã gửi', en: 'Filed reports' },
  duty: { vi: 'Nhiệm vụ của cấp huyện', en: 'Duties of districts' },
  roleGrant: { vi: 'Vai trò của tài khoản', en: 'Roles of accounts' },
  body: { vi: 'Cơ quan', en: 'Bodies' },
}

export const passingWords = {
  title: { vi: 'Cơ quan kết thúc, chuyển vai trò', en: 'A body ends, its roles pass' },
  lead: {
    vi: 'Khi sắp xếp đơn vị hành chính: vai trò ở cơ quan cũ hết vào ngày cuối và bắt đầu ở cơ quan kế thừa ngày hôm sau.',
    en: 'When units change: roles in the old body end on its last day and begin in the successor on the next.',
  },
  above: { vi: 'Nhập dữ liệu cũ', en: 'Past records' },
  body: { vi: 'Cơ quan kết thúc', en: 'Body that ends' },
  successor: { vi: 'Cơ quan kế thừa', en: 'Successor' },
  lastDay: { vi: 'Ngày hoạt động cuối cùng', en: 'Last day' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  willEnd: { vi: '{n} vai trò hết vào ngày {date}.', en: '{n} roles end on {date}.' },
  roles: { vi: 'Vai trò sẽ chuyển', en: 'Roles that pass' },
  person: { vi: 'Người giữ', en: 'Holder' },
  role: { vi: 'Vai trò', en: 'Role' },
  passesTo: { vi: 'Chuyển sang', en: 'Passes to' },
  endsForGood: { vi: 'Không chuyển, kết thúc', en: 'Does not pass, ends' },
  reason: { vi: 'Căn cứ (số nghị quyết, quyết định)', en: 'Grounds (number of the resolution or decision)' },
  run: { vi: 'Kết thúc cơ quan và chuyển vai trò', en: 'End the body and pass the roles' },
  done: { vi: 'Đã kết thúc cơ quan; {n} vai trò đã xử lý.', en: 'The body has ended; {n} roles were dealt with.' },
  rules: { vi: 'Quy tắc theo loại hồ sơ', en: 'Rules by kind of record' },
  record: { vi: 'Loại', en: 'Kind' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
} as const satisfies Record<string, Words>
