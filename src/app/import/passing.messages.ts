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
    vi: 'Khi sắp xếp đơn vị hành chính: vai trò ở cơ quan cũ hết vào ngày cuối và bắt đầu ở cơ quan kế thừa ngày hôm sau; chủ thể và hồ sơ đang giải quyết của xã theo về đơn vị mới.',
    en: 'When units change: roles in the old body end on its last day and begin in the successor on the next; producers and dossiers under way follow to the new unit.',
  },
  above: { vi: 'Nhập dữ liệu cũ', en: 'Past records' },
  body: { vi: 'Cơ quan kết thúc', en: 'Body that ends' },
  successor: { vi: 'Cơ quan kế thừa', en: 'Successor' },
  lastDay: { vi: 'Ngày hoạt động cuối cùng', en: 'Last day' },
  divided: {
    vi: 'Địa bàn xã bị chia cho nhiều đơn vị: để người quản lý chọn đơn vị mới cho từng chủ thể',
    en: 'The commune’s land was divided: a person chooses the new unit of each producer',
  },
  follows: {
    vi: '{producers} chủ thể và {dossiers} hồ sơ đang giải quyết chuyển về {unit}.',
    en: '{producers} producers and {dossiers} dossiers under way follow to {unit}.',
  },
  leftToPerson: {
    vi: '{producers} chủ thể và {dossiers} hồ sơ đang giải quyết giữ nguyên: xã bị chia, hoặc không rõ đơn vị nhận. Cơ quan OCOP sửa địa chỉ của từng chủ thể; hồ sơ của chủ thể theo sau.',
    en: '{producers} producers and {dossiers} dossiers under way stay: the commune was divided, or the heir is not known. The office corrects each producer’s address; its dossiers follow.',
  },
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
