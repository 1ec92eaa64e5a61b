/** The demo province's plan of a year as a plan file; `year` is today's, so that its days are always around now. All invented. */
export function demoPlanText(year: string): string {
  return `
id: thanh-hoa-trinh-dien
title: "Kế hoạch thực hiện Chương trình OCOP năm ${year}, tỉnh Thanh Hóa (trình diễn)"
kind: year
desk: "38"
committee: "Ủy ban nhân dân tỉnh Thanh Hóa"
from: "${year}-01-01"
to: "${year}-12-31"
signer: { post: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Trần Quốc Huy" }
archive: "VT, NNMT"
basis:
  - { text: "Quyết định số 26/2026/QĐ-TTg của Thủ tướng Chính phủ về Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm OCOP", source: "S3:7" }
purposes:
  - { text: "Nâng chất lượng và giá trị sản phẩm OCOP của tỉnh; củng cố hợp tác xã, doanh nghiệp nhỏ và vừa", source: "S3:15" }
requirements:
  - { text: "Các ngành, địa phương và chủ thể phối hợp thực hiện tốt", source: "S3:25" }
aims:
  - { text: "Phát triển sản phẩm OCOP theo chuỗi giá trị, gắn với vùng nguyên liệu và thị trường", source: "S3:15" }
bodies:
  vpdp: { name: "VPĐP" }
  congThuong: { name: "Sở Công Thương" }
  nongNghiep: { name: "Sở Nông nghiệp và Môi trường" }
  yTe: { name: "Sở Y tế" }
  lienMinh: { name: "Liên minh Hợp tác xã tỉnh" }
  xa: { name: "UBND các xã, phường", roster: communes }
targets:
  - { code: T01, title: "Sản phẩm mới đạt từ 3 sao", quote: "80 sản phẩm", source: "S3:89", op: min, min: 80, unit: product, indicator: recognised-new, params: { star: 3 }, lead: vpdp }
  - { code: T02, title: "Sản phẩm được đề nghị công nhận 5 sao", quote: "03 sản phẩm", source: "S3:89", op: min, min: 3, unit: product, indicator: proposed-to-ministry, partOf: T01, lead: vpdp }
  - { code: T03, title: "Chủ thể được tập huấn", quote: "tập huấn", source: "S3:45", op: min, min: 90, unit: percent, indicator: producers-trained, lead: vpdp }
  - { code: T04, title: "Điểm giới thiệu và bán sản phẩm mới", quote: "điểm giới thiệu và bán", source: "S3:131", op: range, min: 5, max: 8, unit: salesPoint, indicator: sales-points-new, condition: "Khi có kinh phí hỗ trợ từ ngân sách tỉnh", lead: congThuong }
tasks:
  - { code: N01, section: "Tuyên truyền, tập huấn", title: "Tập huấn cán bộ và chủ thể", when: "${year}-H2", lead: [vpdp], co: [nongNghiep], target: T03, money: K02, source: "S3:45" }
  - { code: N02, section: "Chu trình OCOP", title: "Rà soát sản phẩm tiềm năng, hướng dẫn chủ thể đăng ký", when: "<${year}-12-15", lead: [xa], co: [vpdp], target: T01, source: "S3:71" }
  - { code: N03, section: "Chu trình OCOP", title: "Các đợt đánh giá, phân hạng", when: "${year}", repeat: halfYear, lead: [vpdp], target: T01, source: "S3:187" }
  - { code: N04, section: "Xúc tiến thương mại", title: "Phiên chợ, hội chợ sản phẩm OCOP", when: "${year}", repeat: quarterly, lead: [congThuong], co: [lienMinh], money: K03, source: "S3:199" }
  - { code: N05, section: "Xúc tiến thương mại", title: "Đưa sản phẩm vào siêu thị", when: "${year}-Q3..", lead: [congThuong], source: "S3:137" }
  - { code: N06, section: "Chất lượng", title: "Hướng dẫn an toàn thực phẩm, công bố chất lượng", when: allYear, lead: [yTe], source: "S3:229" }
organisation:
  - { body: lienMinh, lines: [{ text: "Vận động thành viên tham gia Chương trình", source: "S3:261" }] }
money:
  - { code: K01, title: "Kinh phí thực hiện", amount: 1800000000, sources: [central, province], source: "S3:175" }
  - { code: K02, title: "Tập huấn, tuyên truyền", amount: 400000000, partOf: K01, source: "S3:175" }
  - { code: K03, title: "Xúc tiến thương mại", amount: 600000000, partOf: K01, source: "S3:175" }
  - { code: K04, title: "Hỗ trợ nâng cấp sản phẩm, thưởng sao", amount: 800000000, partOf: K01, source: "S3:111" }
recipients: ["Bộ Nông nghiệp và Môi trường (để báo cáo)", "Các sở, ban, ngành cấp tỉnh", "UBND các xã, phường"]
`
}
