import type { Text } from '../ui/language.ts'

export const publicWords = {
  catalogueTitle: { vi: 'Danh mục sản phẩm OCOP {province}', en: 'OCOP products of {name}' },
  catalogueDescription: {
    vi: 'Sản phẩm OCOP đang có hiệu lực của {province}: tìm theo tên, hạng sao, nhóm sản phẩm, xã, phường.',
    en: 'OCOP products in force in {name}: search by name, stars, sector, commune.',
  },
  inForceLead: {
    vi: 'Chỉ có sản phẩm đang có hiệu lực hôm nay, {date}, đọc thẳng từ sổ công nhận.',
    en: 'Only products in force today, {date}, read straight from the register.',
  },
  searchLabel: { vi: 'Tìm theo tên sản phẩm, chủ thể hoặc xã', en: 'Search by product, producer or commune' },
  searchPlaceholder: { vi: 'Tên sản phẩm, chủ thể, xã', en: 'Product, producer, commune' },
  searchHint: {
    vi: 'Gõ không dấu cũng được: “nuoc mam”, “mat ong”. Tên xã cũ trước 01/7/2025 vẫn tìm thấy.',
    en: 'Accents are not needed: “nuoc mam”, “mat ong”. Names of communes before 01/7/2025 are found too.',
  },
  filterTitle: { vi: 'Lọc kết quả', en: 'Filter' },
  stars: { vi: 'Hạng sao', en: 'Stars' },
  sector: { vi: 'Nhóm sản phẩm', en: 'Sector' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  allCommunes: { vi: 'Tất cả xã, phường', en: 'All communes' },
  order: { vi: 'Sắp xếp', en: 'Order' },
  byStar: { vi: 'Hạng sao cao trước', en: 'Most stars first' },
  byName: { vi: 'Theo tên', en: 'By name' },
  byNewest: { vi: 'Mới công nhận trước', en: 'Newest first' },
  found: { vi: '{n} sản phẩm', en: '{n} products' },
  noneTitle: { vi: 'Không có sản phẩm nào khớp', en: 'No product matches' },
  noneHint: {
    vi: 'Thử ít từ hơn, hoặc bỏ bớt bộ lọc. Danh mục chỉ có sản phẩm đang có hiệu lực; giấy đã hết hạn xem bằng mã kiểm tra.',
    en: 'Try fewer words or fewer filters. Only products in force are listed; look up ended certificates by their code.',
  },
  seeAll: { vi: 'Xem toàn bộ danh mục', en: 'See the whole catalogue' },
  formerly: { vi: 'trước đây: {name}', en: 'formerly {name}' },

  packs: { vi: 'Quy cách đã công nhận', en: 'Recognised packs' },
  story: { vi: 'Về sản phẩm', en: 'About the product' },
  producer: { vi: 'Chủ thể', en: 'Producer' },
  place: { vi: 'Nơi sản xuất', en: 'Place of production' },
  group: { vi: 'Nhóm sản phẩm', en: 'Product group' },
  code: { vi: 'Mã số sản phẩm', en: 'Product code' },
  certificates: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  verify: { vi: 'Kiểm tra hiệu lực hôm nay', en: 'Check validity today' },
  catalogue: { vi: 'Danh mục', en: 'Catalogue' },
  validUntil: { vi: 'Đang có hiệu lực đến hết ngày {date}', en: 'In force up to and including {date}' },
  expiredOn: { vi: 'Hết hạn sau ngày {date}', en: 'Expired after {date}' },
  withdrawn: { vi: 'Đã bị thu hồi', en: 'Withdrawn' },
  annulled: { vi: 'Đã bị hủy bỏ', en: 'Annulled' },
  replaced: { vi: 'Đã được thay bằng giấy mới', en: 'Replaced by a newer certificate' },
  notYet: { vi: 'Có hiệu lực từ ngày {date}', en: 'In force from {date}' },
  sample: { vi: 'Dữ liệu mẫu', en: 'Sample data' },
  demo: {
    vi: 'Dữ liệu trình diễn: sản phẩm và chủ thể này không có thật.',
    en: 'Demonstration data: this product and producer are not real.',
  },
  decision: { vi: 'Quyết định số {number} ngày {date}', en: 'Decision {number} of {date}' },

  checkTitle: { vi: 'Kiểm tra giấy chứng nhận', en: 'Check a certificate' },
  checkLead: {
    vi: 'Gõ 16 chữ và số in dưới mã QR, hoặc mã số sản phẩm in trên nhãn. Dấu cách, gạch nối, chữ thường đều được.',
    en: 'Type the 16 signs printed under the QR code, or the product code on the label. Blanks, dashes and small letters are fine.',
  },
  checkLabel: { vi: 'Mã kiểm tra hoặc mã số sản phẩm', en: 'Verification code or product code' },
  checkHint: { vi: 'Ví dụ 7KQM-3RTB-9WXC-2HND hoặc 38-16531-05-2026', en: 'For example 7KQM-3RTB-9WXC-2HND or 38-16531-05-2026' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  checkNone: { vi: 'Trong sổ không có mã “{code}”.', en: 'The register has no code “{code}”.' },
  checkNoneNext: {
    vi: 'Xem lại từng chữ trên nhãn rồi gõ lại. Mã kiểm tra không có chữ O, I, L, U và số 0, 1. Vẫn không có thì giữ lại nhãn, nơi bán và báo cho UBND cấp xã hoặc cơ quan OCOP của tỉnh.',
    en: 'Compare each sign and type again. The code has no O, I, L, U, 0 or 1. If it is still not found, keep the label, note the shop and tell the commune or the provincial OCOP office.',
  },
  checkSeveral: { vi: 'Mã số sản phẩm này có {n} giấy chứng nhận', en: 'This product code has {n} certificates' },

  homeTitle: { vi: 'Mỗi xã một sản phẩm', en: 'One commune, one product' },
  homeTab: { vi: 'Chương trình OCOP', en: 'OCOP programme' },
  homeLead: {
    vi: 'Chương trình OCOP {province} đánh giá, phân hạng và công nhận sản phẩm do người dân, hợp tác xã, doanh nghiệp nhỏ làm ra từ nguyên liệu và nghề của quê mình.',
    en: 'The OCOP programme of {name} assesses, ranks and recognises products that people, co-operatives and small firms make from the materials and crafts of their home.',
  },
  newest: { vi: 'Mới được công nhận', en: 'Newly recognised' },
  figureProducts: { vi: 'sản phẩm đang có hiệu lực', en: 'products in force' },
  figureProducers: { vi: 'chủ thể', en: 'producers' },
  figureCommunes: { vi: 'xã, phường có sản phẩm', en: 'communes with products' },
  figureTitle: { vi: 'Hôm nay trong sổ công nhận', en: 'Today in the register' },
  starProducts: { vi: 'sản phẩm {n} sao', en: 'products with {n} stars' },
  howTitle: { vi: 'Hạng sao nghĩa là gì', en: 'What the stars mean' },
  how1: {
    vi: 'Sản phẩm được chấm trên 100 điểm: sản phẩm và sức mạnh cộng đồng, khả năng tiếp thị, chất lượng.',
    en: 'A product is scored out of 100: the product and its community, marketing, quality.',
  },
  how2: {
    vi: '3 sao từ 50 điểm, 4 sao từ 70 điểm, do Chủ tịch UBND tỉnh công nhận; 5 sao từ 90 điểm, cấp quốc gia. Mỗi hạng còn có các yêu cầu tối thiểu phải đạt.',
    en: '3 stars from 50 points and 4 from 70, recognised by the province; 5 from 90, by the ministry. Each rank also has minimum requirements.',
  },
  how3: {
    vi: 'Giấy chứng nhận có giá trị 36 tháng. Quét mã QR trên giấy hoặc nhãn để biết còn hiệu lực hay không.',
    en: 'A certificate holds for 36 months. Scan its QR code to see whether it is still in force.',
  },
  producersTitle: { vi: 'Dành cho chủ thể', en: 'For producers' },
  producersText: {
    vi: 'Khai hồ sơ trên điện thoại, biết ngay còn thiếu gì và điều gì ngăn sản phẩm lên hạng. Tài khoản do UBND cấp xã hoặc cơ quan OCOP cấp.',
    en: 'Fill in the dossier on a phone and see at once what is missing. Accounts are given by the commune or the OCOP office.',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  checkCode: { vi: 'Kiểm tra mã', en: 'Check a code' },
  source: { vi: 'Quyết định 26/2026/QĐ-TTg, Điều 3, Điều 4', en: 'Decision 26/2026/QĐ-TTg, Articles 3 and 4' },
} satisfies Record<string, Text>

export { fillIn } from './verify.messages.ts'
