// Kinds of evidence papers as data: their words, and which rows of mẫu 02's table (26/2026 Phụ lục III) they serve.
// The decision names the rows; which everyday papers belong to a row is interpretation, see docs/law.md.
import type { Words } from '../fields.ts'

export type PaperKind = {
  id: string
  title: Words
  /** Row numbers of mẫu 02's evidence table. */
  rows: readonly number[]
  /** Papers that run out carry an end date. */
  hasTerm: boolean
  /** Papers that the producer may not want seen by everyone who scores (accounts, contracts). */
  confidential?: boolean
}

export const paperKinds = [
  {
    id: 'businessRegistration',
    rows: [1],
    hasTerm: false,
    title: { vi: 'Giấy đăng ký kinh doanh, đăng ký hợp tác xã', en: 'Business registration' },
  },
  {
    id: 'foodSafetyCertificate',
    rows: [2],
    hasTerm: true,
    title: { vi: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm', en: 'Food safety certificate' },
  },
  {
    id: 'productionLicence',
    rows: [2],
    hasTerm: true,
    title: { vi: 'Giấy phép, giấy chứng nhận điều kiện sản xuất', en: 'Production licence' },
  },
  { id: 'foodSafetyPledge', rows: [2], hasTerm: true, title: { vi: 'Bản cam kết sản xuất thực phẩm an toàn', en: 'Food safety pledge' } },
  {
    id: 'materialOrigin',
    rows: [3],
    hasTerm: false,
    title: { vi: 'Xác nhận nguồn gốc, vùng nguyên liệu', en: 'Proof of origin of materials' },
  },
  {
    id: 'linkageContract',
    rows: [3, 8],
    hasTerm: true,
    confidential: true,
    title: { vi: 'Hợp đồng liên kết, mua bán nguyên liệu', en: 'Linkage or supply contract' },
  },
  {
    id: 'growingAreaCode',
    rows: [3],
    hasTerm: true,
    title: { vi: 'Mã số vùng trồng, VietGAP, hữu cơ', en: 'Growing area code, VietGAP, organic' },
  },
  { id: 'environment', rows: [4], hasTerm: true, title: { vi: 'Hồ sơ môi trường', en: 'Environmental papers' } },
  {
    id: 'technology',
    rows: [4],
    hasTerm: false,
    title: { vi: 'Ảnh, mô tả công nghệ, công trình xử lý chất thải', en: 'Technology and waste treatment' },
  },
  {
    id: 'workerList',
    rows: [5],
    hasTerm: false,
    confidential: true,
    title: { vi: 'Danh sách lao động, nơi thường trú', en: 'List of workers and residence' },
  },
  { id: 'cooperativeGrade', rows: [6], hasTerm: false, title: { vi: 'Kết quả phân loại hợp tác xã', en: 'Co-operative grade' } },
  {
    id: 'financialStatement',
    rows: [6],
    hasTerm: false,
    confidential: true,
    title: { vi: 'Báo cáo tài chính', en: 'Financial statement' },
  },
  {
    id: 'trademarkApplication',
    rows: [7],
    hasTerm: false,
    title: { vi: 'Quyết định chấp nhận đơn đăng ký nhãn hiệu', en: 'Accepted trademark application' },
  },
  { id: 'trademarkCertificate', rows: [7], hasTerm: true, title: { vi: 'Giấy chứng nhận đăng ký nhãn hiệu', en: 'Trademark certificate' } },
  {
    id: 'originSign',
    rows: [7],
    hasTerm: true,
    title: { vi: 'Văn bản cho phép dùng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận', en: 'Right to use a sign of origin' },
  },
  {
    id: 'designOrPatent',
    rows: [7],
    hasTerm: true,
    title: { vi: 'Bằng độc quyền sáng chế, kiểu dáng, giải pháp; quyền tác giả', en: 'Patent, design or copyright' },
  },
  {
    id: 'salesContract',
    rows: [8],
    hasTerm: true,
    confidential: true,
    title: { vi: 'Hợp đồng phân phối, bán hàng, hóa đơn', en: 'Sales contract or invoices' },
  },
  {
    id: 'exportContract',
    rows: [8],
    hasTerm: true,
    confidential: true,
    title: { vi: 'Hợp đồng, chứng từ xuất khẩu', en: 'Export contract' },
  },
  {
    id: 'tradePromotion',
    rows: [8, 9],
    hasTerm: false,
    title: { vi: 'Minh chứng hội chợ, xúc tiến thương mại', en: 'Trade fairs and promotion' },
  },
  { id: 'promotion', rows: [9], hasTerm: false, title: { vi: 'Trang thông tin, quảng bá', en: 'Website and promotion' } },
  { id: 'story', rows: [10], hasTerm: false, title: { vi: 'Câu chuyện sản phẩm (tờ rơi, hình ảnh, phim)', en: 'Product story' } },
  {
    id: 'qualityDeclaration',
    rows: [11],
    hasTerm: false,
    title: { vi: 'Bản công bố, tự công bố chất lượng sản phẩm', en: 'Quality declaration' },
  },
  { id: 'testReport', rows: [12], hasTerm: true, title: { vi: 'Phiếu kiểm nghiệm', en: 'Test report' } },
  { id: 'barcode', rows: [13], hasTerm: true, title: { vi: 'Mã số mã vạch', en: 'Barcode' } },
  { id: 'label', rows: [13], hasTerm: false, title: { vi: 'Nhãn hàng hóa, tem truy xuất nguồn gốc', en: 'Label and trace stamp' } },
  {
    id: 'qualitySystem',
    rows: [14],
    hasTerm: true,
    title: { vi: 'Chứng nhận hệ thống quản lý chất lượng (HACCP, ISO 22000…)', en: 'Quality system certificate' },
  },
  { id: 'award', rows: [15], hasTerm: false, title: { vi: 'Giải thưởng, bình chọn', en: 'Award' } },
  {
    id: 'other',
    rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    hasTerm: false,
    title: { vi: 'Giấy tờ khác', en: 'Other paper' },
  },
] as const satisfies readonly PaperKind[]

export type PaperKindId = (typeof paperKinds)[number]['id']
export const paperKindIds: readonly PaperKindId[] = paperKinds.map((kind) => kind.id)

export function paperKind(id: string): PaperKind | undefined {
  return paperKinds.find((kind) => kind.id === id)
}

/** Kinds that can serve a criterion, narrowest first; everything when the form names no row. */
export function kindsForRows(rows: readonly number[] | undefined): readonly PaperKind[] {
  if (rows === undefined || rows.length === 0) return paperKinds
  return paperKinds.filter((kind) => kind.id !== 'other' && kind.rows.some((row) => rows.includes(row)))
}
