import type { Text } from '../ui/language.ts'

/** Words of the page behind the QR code and of its JSON twin. */
export const verifyWords = {
  skip: { vi: 'Tới nội dung chính', en: 'Skip to main content' },
  mainNav: { vi: 'Chính', en: 'Main' },
  catalogue: { vi: 'Danh mục', en: 'Catalogue' },
  checkCode: { vi: 'Kiểm tra mã', en: 'Check a code' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  result: { vi: 'Kết quả kiểm tra', en: 'Result' },
  demo: {
    vi: 'Dữ liệu trình diễn: sản phẩm và chủ thể này không có thật.',
    en: 'Demonstration data: this product and producer are not real.',
  },

  valid: { vi: 'Đang có hiệu lực', en: 'In force' },
  validUntil: { vi: 'đến hết ngày {date}', en: 'up to and including {date}' },
  underReview: { vi: 'Đang xem xét', en: 'Under review' },
  underReviewSince: {
    vi: 'kết quả được xem xét lại từ {date}; giấy còn hiệu lực đến hết {until} nếu không có kết luận khác',
    en: 'the result is looked at again since {date}; in force up to {until} unless concluded otherwise',
  },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  expiredSince: { vi: 'sau ngày {date}, cách đây {days} ngày', en: 'after {date}, {days} days ago' },
  withdrawn: { vi: 'Đã bị thu hồi', en: 'Withdrawn' },
  withdrawnBy: { vi: 'theo Quyết định số {number} ngày {date}', en: 'by Decision {number} of {date}' },
  withdrawnPlain: { vi: 'theo quyết định của cơ quan có thẩm quyền', en: 'by decision of the competent authority' },
  annulled: { vi: 'Đã bị hủy bỏ', en: 'Annulled' },
  annulledBy: {
    vi: 'việc công nhận bị thu hồi theo Quyết định số {number} ngày {date}',
    en: 'the recognition was recalled by Decision {number} of {date}',
  },
  replaced: { vi: 'Đã được thay thế', en: 'Replaced' },
  replacedBy: { vi: 'bằng giấy chứng nhận mới hơn', en: 'by a newer certificate' },
  notYet: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' },
  notYetFrom: { vi: 'có hiệu lực từ ngày {date}', en: 'in force from {date}' },
  unknown: { vi: 'Không có mã này', en: 'No such code' },
  unknownDetail: { vi: 'trong sổ của tỉnh', en: "in the province's register" },

  stars: { vi: '{n} sao', en: '{n} stars' },
  wasStars: { vi: 'Từng đạt {n} sao', en: 'Once held {n} stars' },
  checkedAt: { vi: 'Kiểm tra lúc {time} ngày {date} trong sổ của tỉnh.', en: "Checked at {time} on {date} in the province's register." },
  photoNote: { vi: 'Ảnh bao bì đã đăng ký trong hồ sơ', en: 'Photo of the packaging as registered' },

  inHand: { vi: 'So với sản phẩm trên tay', en: 'Compare with what you hold' },
  nameIs: { vi: 'Tên trên nhãn đúng là', en: 'The name on the label is exactly' },
  nameRest: { vi: 'Sản phẩm khác của cùng chủ thể không thuộc giấy này.', en: 'Other products of the same producer are not covered.' },
  packsAre: { vi: 'Quy cách:', en: 'Packs:' },
  or: { vi: 'hoặc', en: 'or' },
  packsRest: { vi: 'Quy cách khác không thuộc giấy này.', en: 'Other packs are not covered.' },
  codeIs: { vi: 'Mã trên nhãn:', en: 'Code on the label:' },
  differs: {
    vi: 'Thấy khác? Giữ lại nhãn và nơi bán, rồi báo cho UBND cấp xã nơi bán hoặc cơ quan OCOP của tỉnh.',
    en: 'Something differs? Keep the label and note the shop, then tell the commune or the provincial OCOP office.',
  },

  noLonger: { vi: 'Hạng {n} sao ghi trên giấy này không còn giá trị.', en: 'The {n} stars on this certificate no longer hold.' },
  expiredNote: {
    vi: 'Khi có quyết định công nhận lại, chủ thể nhận giấy mới với mã QR mới.',
    en: 'When the product is recognised again, the producer receives a new certificate with a new QR code.',
  },
  withdrawnNote: {
    vi: 'Chủ thể không được dùng giấy này và nhãn hiệu chứng nhận OCOP cho sản phẩm.',
    en: 'The producer may not use this certificate or the OCOP mark for the product.',
  },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  openNew: { vi: 'Xem giấy chứng nhận mới', en: 'Open the new certificate' },
  findValid: { vi: 'Tìm sản phẩm đang có hiệu lực', en: 'Find products in force' },

  certificate: { vi: 'Giấy chứng nhận', en: 'Certificate' },
  rank: { vi: 'Hạng', en: 'Rank' },
  rankWas: { vi: 'Hạng khi công nhận', en: 'Rank when recognised' },
  productCode: { vi: 'Mã số sản phẩm', en: 'Product code' },
  oldCodeNote: { vi: 'Mã in trên giấy, giữ nguyên sau sắp xếp đơn vị hành chính', en: 'As printed; kept after the units were rearranged' },
  decision: { vi: 'Quyết định công nhận', en: 'Recognition decision' },
  decisionText: { vi: 'Số {number} ngày {date}', en: 'No. {number} of {date}' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  lastDay: { vi: 'Có giá trị đến hết ngày', en: 'Valid up to and including' },
  monthsNote: { vi: '{n} tháng kể từ ngày cấp', en: '{n} months from the day of issue' },
  producer: { vi: 'Chủ thể', en: 'Producer' },
  place: { vi: 'Nơi sản xuất', en: 'Place of production' },
  placeNow: { vi: 'Nay là {names}', en: 'Now {names}' },
  placeSplit: { vi: 'Nay thuộc một trong: {names}', en: 'Now in one of: {names}' },
  group: { vi: 'Nhóm sản phẩm', en: 'Product group' },
  set: { vi: 'Bộ {no}: {title}', en: 'Set {no}: {title}' },
  regulation: { vi: 'Đánh giá theo', en: 'Assessed under' },
  productPage: { vi: 'Trang sản phẩm trong danh mục', en: 'Product page in the catalogue' },

  course: { vi: 'Diễn biến', en: 'Course' },
  recognised: { vi: 'Được công nhận {n} sao', en: 'Recognised with {n} stars' },
  today: { vi: 'hôm nay, {date}', en: 'today, {date}' },
  renewalOpens: { vi: 'Mở nhận hồ sơ đánh giá lại', en: 'Dossiers for re-assessment accepted' },
  fromTo: { vi: 'từ {from} đến {to}', en: 'from {from} to {to}' },
  ends: { vi: 'Hết hạn', en: 'Ends' },

  qrLabel: { vi: 'Mã QR của trang này', en: 'QR code of this page' },
  qrText: {
    vi: 'Trang này mở từ mã QR trên giấy chứng nhận. Địa chỉ đúng luôn bắt đầu bằng',
    en: 'This page opens from the QR code of the certificate. The right address always begins with',
  },
  qrRest: { vi: 'địa chỉ khác không phải của tỉnh.', en: 'any other address is not the province’s.' },
  verifyCode: { vi: 'Mã kiểm tra', en: 'Verification code' },
  json: { vi: 'Dữ liệu của trang (JSON)', en: 'Data of this page (JSON)' },

  unknownLead: {
    vi: 'Trong sổ không có giấy chứng nhận nào mang mã “{code}”. Đây chưa phải là kết luận hàng giả: mã có thể bị đọc hoặc gõ sai.',
    en: 'No certificate in the register carries the code “{code}”. This does not yet mean a fake: the code may have been misread or mistyped.',
  },
  whatToDo: { vi: 'Nên làm gì', en: 'What to do' },
  doScan: { vi: 'Quét lại mã QR ở nơi đủ sáng, giữ máy vuông góc với nhãn.', en: 'Scan again in good light, holding the phone straight.' },
  doType: {
    vi: 'Hoặc gõ mã: 16 chữ và số in dưới mã QR, hoặc mã số sản phẩm như 38-16531-05-2026.',
    en: 'Or type the code: the 16 signs printed under the QR code, or the product code such as 38-16531-05-2026.',
  },
  report: { vi: 'Phản ánh vi phạm', en: 'Report misuse' },
  doReport: {
    vi: 'Vẫn không có? Giữ lại nhãn và nơi bán, báo cho UBND cấp xã hoặc cơ quan OCOP của tỉnh.',
    en: 'Still nothing? Keep the label, note the shop, and tell the commune or the provincial OCOP office.',
  },
  typeAgain: { vi: 'Gõ mã khác', en: 'Type another code' },
  tooMany: {
    vi: 'Máy này vừa tra cứu quá nhiều lần. Chờ {seconds} giây rồi thử lại.',
    en: 'Too many look-ups from this device. Wait {seconds} seconds and try again.',
  },
  office: { vi: 'Cơ quan tham mưu quản lý Chương trình OCOP {province}', en: 'OCOP programme office of {name}' },
  openData: { vi: 'Dữ liệu mở (API)', en: 'Open data (API)' },
  menu: { vi: 'Mục lục', en: 'Menu' },
} satisfies Record<string, Text>

/** Puts `{name}` parts into a text. */
export function fillIn(text: string, parts: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in parts ? String(parts[name]) : whole))
}
