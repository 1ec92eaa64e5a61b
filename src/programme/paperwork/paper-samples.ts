/** Invented but plausible facts for tests of the papers: one product of set 9 from the slip to the certificate. */
import type { AdvisoryReportData } from './advisory-report.ts'
import type { AnnexData } from './annex.ts'
import type { CertificateData } from './certificate.ts'
import type { CommuneProposalData, CommuneReportData, SampleHandoverData, SupplementRequestData } from './commune-papers.ts'
import type { CouncilDecisionData } from './council-decision.ts'
import type { FilingReceiptData } from './filing-receipt.ts'
import type { MemberSheetData } from './member-sheet.ts'
import type { MinutesData } from './minutes.ts'
import type { Letterhead } from './paper.ts'
import type { ProofSheetData } from './proof-sheet.ts'
import type { RegistrationSlipData } from './registration-slip.ts'
import type { MinistrySubmissionData, RecognitionDecisionData, ResultLetterData } from './result-papers.ts'
import type { SelfAssessmentData } from './self-assessment.ts'
import type { SummaryTableData } from './summary-table.ts'

const REGULATION = 'Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ'
const createdAt = '2026-12-22T03:15:00Z'
const product = { name: 'Nước mắm cốt nhĩ Vạn Triều', set: { number: 9, title: 'Tương, nước mắm, gia vị dạng lỏng khác' } }
const producer = { name: 'Hợp tác xã Nước mắm Vạn Triều', address: 'Tổ dân phố Trung Kỳ, phường Sầm Sơn, tỉnh Thanh Hóa' }
const hash = (seed: string) => seed.repeat(64).slice(0, 64)
const regulation = { id: 'qd-26-2026', title: REGULATION, contentHash: hash('9c41e07b') }
const dossierCode = 'HS-38-16531-0005-2026'
const session = 'Đợt 2 năm 2026, kỳ họp ngày 10/12/2026'

const province = (symbol: string, number: string | null, date: string | null): Letterhead => ({
  body: 'Ủy ban nhân dân tỉnh Thanh Hóa',
  number,
  symbol,
  place: 'Thanh Hóa',
  date,
})
const commune = (symbol: string, number: string | null, date: string | null): Letterhead => ({
  parentBody: 'Tỉnh Thanh Hóa',
  body: 'Ủy ban nhân dân phường Sầm Sơn',
  number,
  symbol,
  place: 'Sầm Sơn',
  date,
})
const council = (symbol: string, number: string | null): Letterhead => ({
  parentBody: 'Ủy ban nhân dân tỉnh Thanh Hóa',
  body: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh',
  number,
  symbol,
  place: 'Thanh Hóa',
  date: '2026-12-10',
})

type Row = { code: string; title: string; max: number; option: string }
const row = (code: string, title: string, max: number, option: string): Row => ({ code, title, max, option })

/** Parts and criteria of set 9, shortened. */
export const PARTS: { code: string; title: string; max: number; rows: Row[] }[] = [
  {
    code: 'A',
    title: 'Sản phẩm và sức mạnh của cộng đồng',
    max: 40,
    rows: [
      row('1.1', 'Nguồn nguyên liệu', 5, 'Nguyên liệu nguồn gốc trong tỉnh: dùng từ 50% đến dưới 75%'),
      row('1.2', 'Gia tăng giá trị', 3, 'Chế biến'),
      row('1.3', 'Năng lực sản xuất', 3, 'Sản xuất với năng lực, quy mô trung bình'),
      row('1.4', 'Liên kết chuỗi trong sản xuất', 3, 'Liên kết bằng hợp đồng: trên 75% sản lượng tiêu thụ'),
      row('1.5', 'Bảo vệ môi trường trong quá trình sản xuất', 3, 'Có hồ sơ, thủ tục môi trường và công trình thu gom chất thải'),
      row('1.6', 'Công nghệ theo hướng bền vững', 1, 'Có áp dụng'),
      row('2.1', 'Nguồn gốc ý tưởng sản phẩm', 3, 'Phát triển từ sản phẩm truyền thống của địa phương'),
      row('2.2', 'Đóng gói, bao bì', 3, 'Bao bì phù hợp, thuận tiện'),
      row('2.3', 'Phong cách, ghi nhãn hàng hóa', 3, 'Nhãn đủ nội dung bắt buộc, có phong cách riêng'),
      row('2.4', 'Nhãn song ngữ', 1, 'Không có'),
      row('3.1', 'Loại hình tổ chức', 3, 'Hợp tác xã'),
      row('3.2', 'Đại diện là nữ, dân tộc thiểu số, người khuyết tật', 1, 'Có'),
      row('3.3', 'Lao động địa phương', 2, 'Từ 50% lao động là người địa phương'),
      row('3.4', 'Tăng trưởng sản xuất kinh doanh', 3, 'Doanh thu tăng so với năm trước'),
      row('3.5', 'Sở hữu trí tuệ', 3, 'Có giấy chứng nhận đăng ký nhãn hiệu'),
    ],
  },
  {
    code: 'B',
    title: 'Khả năng tiếp thị',
    max: 25,
    rows: [
      row('4.1', 'Khu vực phân phối chính', 5, 'Trong tỉnh và ngoài tỉnh'),
      row('4.2', 'Tổ chức phân phối', 3, 'Có người, bộ phận phụ trách phân phối'),
      row('4.3', 'Quảng bá sản phẩm', 5, 'Có quảng bá ngoài tỉnh'),
      row('5.1', 'Câu chuyện về sản phẩm', 5, 'Có tài liệu câu chuyện, truyền thông'),
      row('5.2', 'Cấu trúc câu chuyện', 2, 'Đủ nội dung'),
      row('5.3', 'Trí tuệ, bản sắc địa phương', 5, 'Sản phẩm thể hiện bản sắc địa phương'),
    ],
  },
  {
    code: 'C',
    title: 'Chất lượng sản phẩm',
    max: 35,
    rows: [
      row('6.1', 'Tạp chất', 3, 'Không có tạp chất nhìn thấy'),
      row('6.2', 'Thể chất', 3, 'Sánh, trong'),
      row('6.3', 'Màu sắc', 3, 'Cánh gián, đặc trưng'),
      row('6.4', 'Mùi', 3, 'Thơm đặc trưng, không mùi lạ'),
      row('6.5', 'Vị', 3, 'Ngọt đạm, có hậu vị'),
      row('7', 'Tính độc đáo', 5, 'Có tính đặc sắc của vùng'),
      row('8', 'Công bố chất lượng sản phẩm', 5, 'Có bản tự công bố còn hiệu lực'),
      row('9', 'Đảm bảo chất lượng sản phẩm', 5, 'Có HACCP'),
      row('10', 'Hướng dẫn sử dụng sản phẩm', 2, 'Đầy đủ'),
      row('11', 'Cơ hội thị trường toàn cầu', 3, 'Đạt tiêu chuẩn xuất khẩu'),
    ],
  },
]
const pointsOf = (r: Row, turn = 0) => (r.code === '2.4' ? 0 : Math.max(0, Math.min(r.max, Math.ceil(r.max * 0.66) + turn)))

const signChair = { capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Minh Khôi' }
const signCommune = { capacity: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Lê Thị Hòa' }

export const registrationSlip: RegistrationSlipData = {
  createdAt,
  demo: true,
  addressees: ['Ủy ban nhân dân phường Sầm Sơn'],
  place: 'Sầm Sơn',
  date: '2026-10-05',
  producer: {
    ...producer,
    legalForm: 'Hợp tác xã',
    head: { name: 'Trần Văn Vạn', post: 'Giám đốc' },
    phone: '(0237) 000 0000',
    email: 'vantrieu@example.vn',
  },
  product: { ...product, sector: 'Thực phẩm', group: 'Gia vị', packs: 'Chai thủy tinh 500 ml; chai 250 ml' },
  kind: 'first',
  enclosures: [
    'Báo cáo tự đánh giá (mẫu số 02): 01 bản gốc và 01 bản điện tử',
    'Minh chứng: 12 giấy tờ, 19 tệp',
    'Mẫu sản phẩm: 05 đơn vị',
  ],
  regulation: REGULATION,
  commune: { slipNumber: '05/PĐK-38-16531-2026', receivedOn: '2026-10-06', receivedBy: 'Phạm Thị Thanh' },
  province: null,
}

export const selfAssessment: SelfAssessmentData = {
  createdAt,
  place: 'Sầm Sơn',
  date: '2026-10-05',
  producer: {
    ...producer,
    legalForm: 'Hợp tác xã',
    head: { name: 'Trần Văn Vạn', post: 'Giám đốc', sex: 'nam', ethnicity: 'Kinh' },
    registration: { number: '2800000000', issuer: 'Phòng Kinh tế, Hạ tầng và Đô thị', issuedOn: '2019-03-12' },
    phone: '(0237) 000 0000',
    email: null,
  },
  product: {
    ...product,
    description: 'Nước mắm rút nỉ từ cá cơm than ủ chượp 18 tháng trong thùng gỗ bời lời.\nĐộ đạm 40 N, không chất bảo quản.',
    packs: 'Chai thủy tinh 500 ml; chai 250 ml',
  },
  papers: [
    { label: 'Giấy chứng nhận đăng ký hợp tác xã', state: 'present', detail: 'Số 2800000000, ngày 12/03/2019' },
    { label: 'Bản tự công bố sản phẩm', state: 'present', detail: 'Số 01/VT/2025, ngày 05/02/2025' },
    { label: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm', state: 'present', detail: 'Số 112/2024/NNPTNT-TH' },
    { label: 'Chỉ dẫn địa lý', state: 'absent', detail: null },
    { label: 'Giấy chứng nhận điều kiện sản xuất bắt buộc khác', state: 'notApplicable', detail: null },
  ],
  since: {
    certificate: 'hạng 4 sao, sản phẩm 38-16531-0007-2023, cấp ngày 12 tháng 12 năm 2023, giá trị đến hết ngày 12 tháng 12 năm 2026',
    changes: [
      {
        title: 'Nguyên liệu',
        changed: true,
        text: 'Thêm 6 tàu cung cấp cá.\nGhi nhật ký từng mẻ.',
        evidence: ['Hợp đồng mua bán cá nguyên liệu'],
      },
      { title: 'Bao bì', changed: false, text: '', evidence: [] },
    ],
  },
  history: 'Làng nghề ven biển có nghề làm mắm từ nhiều đời; hợp tác xã thành lập năm 2019 với 9 thành viên.',
  structure: 'Giám đốc, kế toán, tổ ủ chượp (6 người), tổ đóng chai (8 người), tổ bán hàng (3 người).',
  resultYears: ['Năm 2024', 'Năm 2025'],
  results: [
    { label: 'Sản lượng (lít)', values: ['18.500', '23.000'] },
    { label: 'Doanh thu (triệu đồng)', values: ['2.775', '3.680'] },
    { label: 'Lao động thường xuyên (người)', values: ['15', '18'] },
  ],
  resultText: 'Sản phẩm có mặt tại 42 điểm bán trong tỉnh và 7 tỉnh, thành phố; đơn hàng trực tuyến chiếm 18% doanh thu.',
  regulation: REGULATION,
  parts: PARTS.map((part) => ({
    code: part.code,
    title: part.title,
    max: part.max,
    points: part.rows.reduce((sum, r) => sum + pointsOf(r), 0),
    groups: [...new Set(part.rows.map((r) => r.code.split('.')[0] ?? ''))].map((code) => {
      const rows = part.rows.filter((r) => r.code.split('.')[0] === code)
      return {
        code,
        title: `Nhóm tiêu chí ${code}`,
        max: rows.reduce((sum, r) => sum + r.max, 0),
        points: rows.reduce((sum, r) => sum + pointsOf(r), 0),
        criteria: rows.map((r) => ({
          code: r.code,
          title: r.title,
          max: r.max,
          points: pointsOf(r),
          option: r.option,
          description: r.code === '1.1' ? 'Cá cơm mua của 14 tàu trong phường theo hợp đồng, chiếm 68% nguyên liệu năm 2025.' : '',
          evidence: r.code === '1.1' ? ['Hợp đồng mua bán cá nguyên liệu', 'Giấy xác nhận vùng nguyên liệu'] : [],
        })),
      }
    }),
  })),
  total: PARTS.flatMap((part) => part.rows).reduce((sum, r) => sum + pointsOf(r), 0),
  pointsStar: 4,
  star: 4,
  plan: [
    { heading: 'Sản xuất', text: 'Tăng sản lượng lên 30.000 lít năm 2028; thêm 40 thùng gỗ.' },
    { heading: 'Thị trường', text: 'Mở 20 điểm bán mới; hoàn thiện nhãn song ngữ.' },
  ],
  evidence: [
    {
      title: 'Hợp đồng mua bán cá nguyên liệu',
      source: 'Số 03/2025/HĐ',
      issuedOn: '2025-02-01',
      criteria: ['1.1', '1.4'],
      files: [{ name: 'hop-dong-03.pdf', sha256: hash('4f1c09be') }],
    },
    {
      title: 'Giấy chứng nhận đăng ký nhãn hiệu',
      source: 'Số 456789, Cục Sở hữu trí tuệ',
      issuedOn: '2023-08-15',
      criteria: ['3.5'],
      files: [{ name: 'nhan-hieu.jpg', sha256: hash('77a2e310') }],
    },
  ],
}

export const filingReceipt: FilingReceiptData = {
  createdAt,
  letterhead: { ...commune('', null, '2026-10-05') },
  dossierCode,
  filedAt: '2026-10-05T08:42:17Z',
  kind: 'first',
  product,
  producer,
  receiver: 'Ủy ban nhân dân phường Sầm Sơn',
  regulation,
  due: { on: '2026-10-26', rule: '15 ngày làm việc, Điều 7' },
  components: [
    { title: 'Phiếu đăng ký (mẫu số 01)', hashes: [hash('aa10')] },
    { title: 'Báo cáo tự đánh giá (mẫu số 02)', hashes: [hash('bb20')] },
    { title: 'Minh chứng nguồn gốc nguyên liệu, liên kết', hashes: [hash('cc30'), hash('dd40')] },
    { title: 'Phiếu kiểm nghiệm', hashes: [hash('ee50')] },
  ],
  snapshotHash: hash('1b5e3d77'),
}

export const communeReport: CommuneReportData = {
  createdAt,
  letterhead: commune('BC-UBND', '7', '2026-10-20'),
  addressees: ['Ủy ban nhân dân tỉnh Thanh Hóa', 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh'],
  body: 'Ủy ban nhân dân phường Sầm Sơn',
  regulation: REGULATION,
  product,
  producer,
  kind: 'first',
  receivedOn: '2026-10-06',
  componentCheck: 'đủ thành phần theo quy định sau khi bổ sung 02 nội dung',
  opinions: [
    {
      title: 'Sử dụng nguyên liệu địa phương',
      criteria: ['1.1'],
      opinion: 'Cá cơm do 14 tàu trong phường cung cấp theo hợp đồng; đối chiếu hóa đơn 6 tháng, tỷ lệ nguyên liệu trong tỉnh khoảng 68%.',
    },
    { title: 'Sử dụng lao động địa phương', criteria: ['3.3'], opinion: '15/18 lao động thường trú tại phường, có danh sách kèm theo.' },
    { title: 'Nguồn gốc ý tưởng sản phẩm', criteria: ['2.1'], opinion: 'Phát triển từ nghề làm mắm truyền thống của làng Trung Kỳ.' },
    { title: 'Trí tuệ, bản sắc địa phương', criteria: ['5.3'], opinion: 'Giữ cách ủ chượp thùng gỗ, gài nén bằng tre của địa phương.' },
  ],
  conclusion:
    'Sản phẩm đáp ứng các nội dung thuộc thẩm quyền đánh giá của phường. Đề nghị Ủy ban nhân dân tỉnh xem xét, đánh giá, phân hạng.',
  photos: [],
  recipients: ['Như trên', 'Chủ thể sản phẩm'],
  archive: 'VT, KT',
  signature: signCommune,
}

export const advisoryReport: AdvisoryReportData = {
  createdAt,
  letterhead: {
    parentBody: 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh Thanh Hóa',
    body: 'Tổ tư vấn',
    number: '09',
    symbol: 'BC-TTV',
    place: 'Thanh Hóa',
    date: '2026-12-01',
  },
  addressees: ['Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh'],
  regulation: REGULATION,
  dossierCode,
  product,
  producer,
  kind: 'first',
  filing: { ordinal: 2, filedOn: '2026-10-15' },
  selfTotal: 74,
  criteria: PARTS.flatMap((part) =>
    part.rows.map((one, index) => ({
      code: one.code,
      title: one.title,
      points: 1,
      max: one.max,
      seen: index !== 2,
      remark: index === 0 ? 'Hợp đồng mua cá với 14 tàu còn hạn đến 31/12/2026.\nTỷ lệ 68% do chủ thể tự tính.' : '',
      bringToCouncil: index === 0,
    })),
  ),
  summary: 'Hồ sơ đủ thành phần. Đề nghị Hội đồng làm rõ tỷ lệ nguyên liệu trước khi cho điểm tiêu chí 1.1.',
  frozenOn: '2026-12-01',
  replaces: '05/BC-TTV',
  recipients: ['Như trên', 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh'],
  archive: 'Hồ sơ',
  signature: { capacity: ['TM. TỔ TƯ VẤN'], name: 'Lê Minh Đức' },
}

export const communeProposal: CommuneProposalData = {
  createdAt,
  letterhead: commune('UBND-KT', '312', '2026-10-20'),
  addressees: ['Ủy ban nhân dân tỉnh Thanh Hóa'],
  body: 'Ủy ban nhân dân phường Sầm Sơn',
  asked: 'Ủy ban nhân dân tỉnh',
  regulation: REGULATION,
  products: [
    { product: product.name, producer: producer.name, address: producer.address, set: 9, kind: 'first', samples: 5 },
    {
      product: 'Tham quan làng chài Trường Lệ',
      producer: 'Hợp tác xã Du lịch Trường Lệ',
      address: 'Phường Sầm Sơn, tỉnh Thanh Hóa',
      set: 26,
      kind: 'first',
      samples: null,
    },
  ],
  enclosures: [
    'Báo cáo đánh giá của Ủy ban nhân dân phường (mẫu số 03)',
    'Hồ sơ sản phẩm của chủ thể (mẫu số 01, mẫu số 02 và minh chứng)',
    '05 mẫu sản phẩm',
  ],
  recipients: ['Như trên', 'Chủ thể sản phẩm'],
  archive: 'VT, KT',
  signature: signCommune,
}

export const supplementRequest: SupplementRequestData = {
  createdAt,
  letterhead: commune('TB-UBND', '41', '2026-10-08'),
  addressees: [producer.name],
  body: 'Ủy ban nhân dân phường Sầm Sơn',
  regulation: REGULATION,
  dossierCode,
  product,
  producer,
  receivedOn: '2026-10-06',
  items: [
    {
      component: 'Phiếu kiểm nghiệm',
      finding: 'Phiếu ngày 12/01/2025 đã quá thời hạn chủ thể tự công bố.',
      request: 'Nộp phiếu kiểm nghiệm còn giá trị của phòng thử nghiệm được công nhận.',
      rule: 'Phụ lục III, mẫu số 02, mục minh chứng',
    },
    { component: 'Hợp đồng nguyên liệu', finding: 'Trang 3 mờ, không đọc được số lượng.', request: 'Chụp lại trang 3 hoặc nộp bản quét.' },
  ],
  dueOn: '2026-10-15',
  outcome: 'hồ sơ được trả lại chủ thể và có thể nộp lại ở đợt sau',
  stoppedOn: '2026-10-08',
  workingDaysLeft: 13,
  contact: 'bà Phạm Thị Thanh, điện thoại (0237) 000 0000',
  recipients: ['Như trên', 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh'],
  archive: 'VT, KT',
  signature: signCommune,
}

export const sampleHandover: SampleHandoverData = {
  createdAt,
  letterhead: commune('BB-UBND', '12', '2026-10-21'),
  handedAt: '2026-10-21T02:05:00Z',
  at: 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh',
  giver: { name: 'Phạm Thị Thanh', post: 'Chuyên viên', body: 'Ủy ban nhân dân phường Sầm Sơn' },
  receiver: { name: 'Vũ Tiến Dũng', post: 'Chuyên viên', body: 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh' },
  dossierCode,
  product,
  producer,
  samples: [{ quantity: 5, unit: 'chai', pack: 'Chai thủy tinh 500 ml', lot: 'VT-0926', expiresOn: '2028-09-01' }],
  condition: 'nguyên vẹn, đủ nhãn, niêm phong nắp chai',
}

export const councilDecision: CouncilDecisionData = {
  createdAt,
  letterhead: province('QĐ-UBND', '1205', '2026-02-05'),
  council: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
    `Căn cứ ${REGULATION}`,
    'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường',
  ],
  term: '2026 - 2030',
  members: [
    { name: 'Trịnh Văn Khải', post: 'Phó Chủ tịch', body: 'Ủy ban nhân dân tỉnh', role: 'Chủ tịch Hội đồng', voting: true },
    { name: 'Lê Thị Thu', post: 'Phó Giám đốc', body: 'Sở Nông nghiệp và Môi trường', role: 'Phó Chủ tịch Hội đồng', voting: true },
    { name: 'Phạm Hoàng Lâm', post: 'Trưởng phòng', body: 'Sở Công Thương', role: 'Ủy viên', voting: true },
    { name: 'Đỗ Kim Ngân', post: 'Phó Trưởng phòng', body: 'Sở Y tế', role: 'Ủy viên', voting: true },
    {
      name: 'Vũ Tiến Dũng',
      post: 'Chuyên viên',
      body: 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh',
      role: 'Thư ký',
      voting: false,
    },
  ],
  duties: [
    'Đánh giá, phân hạng sản phẩm OCOP cấp tỉnh theo bộ tiêu chí và quy chế hoạt động của Hội đồng.',
    'Đề nghị Chủ tịch Ủy ban nhân dân tỉnh công nhận sản phẩm đạt 3 sao, 4 sao; đề nghị gửi hồ sơ sản phẩm đạt từ 90 điểm lên cấp quốc gia.',
  ],
  support:
    'Văn phòng Điều phối Chương trình nông thôn mới tỉnh là cơ quan thường trực, giúp việc Hội đồng. Kinh phí theo quy định hiện hành.',
  implementers: 'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở và các thành viên Hội đồng',
  recipients: ['Như Điều 4', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh'],
  archive: 'VT, NNMT',
  signature: { capacity: ['CHỦ TỊCH'], name: 'Nguyễn Minh Khôi' },
}

export const memberSheet: MemberSheetData = {
  createdAt,
  letterhead: council('', null),
  dossierCode,
  product,
  producer,
  member: { name: 'Hà Thị Yến', post: 'Phó Trưởng phòng', body: 'Sở Văn hóa, Thể thao và Du lịch', role: 'Ủy viên' },
  session,
  regulation: REGULATION,
  parts: PARTS.map((part) => ({
    code: part.code,
    title: part.title,
    max: part.max,
    criteria: part.rows.map((r) => ({
      code: r.code,
      title: r.title,
      max: r.max,
      points: pointsOf(r),
      option: r.option,
      comment: r.code === '6.5' ? 'Hậu vị ngọt, nên ghi rõ độ đạm trên nhãn trước.' : '',
      first: r.code === '5.3' ? { points: 5, option: 'Rất đặc sắc', reason: 'thống nhất với báo cáo của phường về phạm vi nghề' } : null,
    })),
  })),
  comment: 'Sản phẩm có chất lượng ổn định, cần nhãn song ngữ để mở rộng thị trường.',
  finalisedAt: '2026-12-10T08:20:11Z',
  sheetHash: hash('c0ffee12'),
}

const NAMES = ['Trịnh Văn Khải', 'Lê Thị Thu', 'Phạm Hoàng Lâm', 'Đỗ Kim Ngân', 'Nguyễn Hữu Phúc', 'Hà Thị Yến', 'Vũ Tiến Dũng']

/** A table of `names.length` members over the given criteria, consistent with itself. */
export function summaryOf(names: readonly string[], parts = PARTS): SummaryTableData {
  const turn = (member: number, index: number) => ((member * 7 + index * 3) % 11 === 0 ? 1 : (member * 5 + index) % 13 === 0 ? -1 : 0)
  const mean = (values: readonly number[]) => (values.reduce((sum, v) => sum + v, 0) / values.length).toFixed(2)
  const made = parts.map((part) => {
    const criteria = part.rows.map((r, index) => {
      const points = names.map((_, member) => pointsOf(r, turn(member, index)))
      const first = r.code === '5.3' ? points.map((p, member) => (member === 2 ? Math.max(0, p - 2) : null)) : undefined
      return { code: r.code, title: r.title, max: r.max, points, first, mean: mean(points) }
    })
    const points = names.map((_, member) => criteria.reduce((sum, c) => sum + (c.points[member] ?? 0), 0))
    return { code: part.code, title: part.title, max: part.max, points, mean: mean(points), criteria }
  })
  const totals = names.map((_, member) => made.reduce((sum, part) => sum + (part.points[member] ?? 0), 0))
  return {
    createdAt,
    letterhead: council('', null),
    dossierCode,
    product,
    producer,
    session,
    regulation: REGULATION,
    members: names.map((name) => ({ name, role: 'Ủy viên' })),
    parts: made,
    totals,
    mean: { exact: `${totals.reduce((sum, t) => sum + t, 0)}/${names.length}`, rounded: mean(totals) },
    spread: { points: Math.max(...totals) - Math.min(...totals), limit: 10, exceeded: false },
    star: 4,
    sheetsHash: hash('4f1c09be'),
    signatures: [
      { capacity: ['THƯ KÝ'], name: 'Bùi Quang Minh' },
      { capacity: ['CHỦ TỊCH HỘI ĐỒNG'], name: 'Trịnh Văn Khải' },
    ],
  }
}

export const summaryTable: SummaryTableData = summaryOf(NAMES)

export const minutes: MinutesData = {
  createdAt,
  letterhead: council('BB-HĐ', '3'),
  subject: 'Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh, đợt 2 năm 2026',
  mode: 'meeting',
  startedAt: '2026-12-10T00:30:00Z',
  endedAt: '2026-12-10T09:55:00Z',
  at: 'Phòng họp tầng 3, trụ sở Ủy ban nhân dân tỉnh',
  chair: {
    name: 'Trịnh Văn Khải',
    post: 'Phó Chủ tịch UBND tỉnh, Chủ tịch Hội đồng',
    capacity: ['CHỦ TỊCH HỘI ĐỒNG', 'PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH'],
  },
  secretary: { name: 'Bùi Quang Minh', post: 'chuyên viên Văn phòng Điều phối' },
  memberCount: 8,
  present: NAMES.map((name, index) => ({
    name,
    body:
      [
        'Ủy ban nhân dân tỉnh',
        'Sở Nông nghiệp và Môi trường',
        'Sở Công Thương',
        'Sở Y tế',
        'Sở Khoa học và Công nghệ',
        'Sở Văn hóa, Thể thao và Du lịch',
        'Văn phòng Điều phối',
      ][index] ?? '',
    role: index === 0 ? 'Chủ tịch Hội đồng' : index === 1 ? 'Phó Chủ tịch Hội đồng' : 'Ủy viên',
  })),
  absent: [{ name: 'Ngô Bá Tùng', reason: 'đi công tác' }],
  guests: ['Đại diện Tổ tư vấn'],
  quorum: 6,
  conflictRule: 'Theo Quy chế, thành viên có xung đột lợi ích không xem, không chấm và không biểu quyết đối với sản phẩm liên quan.',
  conflicts: [
    {
      member: 'Phạm Hoàng Lâm',
      product: 'Mắm tôm Ba Làng',
      basis: 'có hợp đồng tư vấn với chủ thể',
      handling: 'không tham gia đánh giá sản phẩm này',
    },
  ],
  items: [
    {
      product: product.name,
      producer: producer.name,
      set: 9,
      dossierCode,
      sheets: 7,
      mean: { exact: '499/7', rounded: '71.29' },
      spread: 8,
      reconciliation: 'chênh lệch ban đầu 12 điểm; hai thành viên xem lại tiêu chí 5.3 và 6.5, sau thảo luận còn 8 điểm.',
      opinions: [{ by: 'Đỗ Kim Ngân', text: 'cần nộp phiếu kiểm nghiệm định kỳ.' }],
      ending: null,
      conclusion: 'đạt 4 sao.',
    },
    {
      product: 'Rượu nếp Hậu Lộc',
      producer: 'Hộ kinh doanh Mai Đình Sáu',
      set: 14,
      dossierCode: 'HS-38-16012-0002-2026',
      sheets: 7,
      mean: null,
      spread: null,
      opinions: [],
      ending: { label: 'bị loại', reason: 'giấy phép sản xuất rượu thủ công đã hết hiệu lực.', votes: { yes: 7, no: 0, abstain: 0 } },
      conclusion: 'không xếp hạng.',
    },
  ],
  conclusion: 'Hội đồng thống nhất kết quả nêu trên và đề nghị Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định.',
}

const gate = (criterion: string, needed: number, meeting = 7) => ({ criterion, needed, meeting, sheets: 7, met: meeting > 3 })

export const proofSheet: ProofSheetData = {
  createdAt,
  letterhead: council('', null),
  dossierCode,
  product,
  producer,
  session,
  regulation,
  members: NAMES.map((name, index) => ({ name, total: [71, 74, 66, 72, 70, 78, 68][index] ?? 0 })),
  mean: { exact: '499/7', rounded: '71.29' },
  pointsStar: 4,
  pointsFloor: 70,
  spread: { points: 12, limit: 10, exceeded: true, reconciled: true },
  gates: [
    { star: 3, gates: ['1.1', '2.2', '2.3', '3.5', '4.1', '5.3', '8', '9'].map((code) => gate(code, 1)) },
    {
      star: 4,
      gates: ['1.4', '1.5', '2.1', '2.3', '3.4', '3.5', '4.1', '5.1', '6.1', '6.3', '6.4', '6.5', '9']
        .map((code) => gate(code, 2))
        .concat(gate('7', 3, 6)),
    },
    {
      star: 5,
      gates: [gate('1.4', 3, 0), gate('4.1', 5, 0), gate('6.3', 3, 1), gate('6.4', 3, 1), gate('6.5', 3, 1), gate('7', 5, 0), gate('9', 3)],
    },
  ],
  gateBasis: 'quá nửa số phiếu đạt yêu cầu (thiết lập của Hội đồng); ý kiến khác được ghi lại',
  star: 4,
  next: { star: 5, threshold: 90, missingPoints: '18.71' },
  endings: [],
  sheetsHash: hash('4f1c09be'),
  closedAt: '2026-12-10T08:42:00Z',
}

export const recognitionDecision: RecognitionDecisionData = {
  createdAt,
  letterhead: province('QĐ-UBND', '4127', '2026-12-22'),
  subject: 'Về việc công nhận sản phẩm đạt hạng sao OCOP cấp tỉnh đợt 2 năm 2026',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
    `Căn cứ ${REGULATION}`,
    'Theo đề nghị của Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh',
  ],
  session: 'đợt 2 năm 2026',
  products: [
    { product: product.name, producer: producer.name, address: producer.address, set: 9, code: '38-16531-05-2026', star: 4 },
    {
      product: 'Mắm tôm Ba Làng',
      producer: 'Công ty TNHH Hải sản Ba Làng',
      address: 'Phường Hải Bình, tỉnh Thanh Hóa',
      set: 8,
      code: '38-16561-11-2026',
      star: 3,
    },
    {
      product: 'Chiếu cói Nga Sơn',
      producer: 'Hợp tác xã Cói Nga Sơn',
      address: 'Xã Nga Sơn, tỉnh Thanh Hóa',
      set: 21,
      code: '38-16012-02-2026',
      star: 3,
    },
  ],
  months: 36,
  lastValidDay: '2029-12-22',
  duties:
    'Văn phòng Điều phối Chương trình nông thôn mới tỉnh công khai kết quả, theo dõi sau công nhận; Ủy ban nhân dân các xã, phường hướng dẫn chủ thể thực hiện.',
  implementers: 'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nông nghiệp và Môi trường, các chủ thể có tên tại Điều 1',
  recipients: ['Như Điều 4', 'Bộ Nông nghiệp và Môi trường', 'Cổng Thông tin điện tử tỉnh'],
  archive: 'VT, NNMT',
  signature: signChair,
}

export const resultLetter: ResultLetterData = {
  createdAt,
  letterhead: {
    parentBody: 'Sở Nông nghiệp và Môi trường',
    body: 'Văn phòng Điều phối nông thôn mới',
    number: '88',
    symbol: 'TB-VPĐP',
    place: 'Thanh Hóa',
    date: '2026-12-24',
  },
  addressees: [producer.name, 'Ủy ban nhân dân phường Sầm Sơn'],
  body: 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh',
  council: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh',
  session,
  dossierCode,
  product,
  producer,
  mean: { exact: '311/7', rounded: '44.43' },
  star: 2,
  reasons: [
    { code: '1.4', title: 'Liên kết chuỗi trong sản xuất', points: '0.29', max: 3, reason: 'Chưa có hợp đồng liên kết ổn định.' },
    { code: '9', title: 'Đảm bảo chất lượng sản phẩm', points: '1.00', max: 5, reason: 'Chưa áp dụng hệ thống quản lý chất lượng.' },
  ],
  advice: 'Ký hợp đồng liên kết với tàu cá; xây dựng kế hoạch kiểm soát chất lượng; bổ sung phiếu kiểm nghiệm định kỳ.',
  recipients: ['Như trên', 'Chủ tịch UBND tỉnh (để báo cáo)'],
  archive: 'VT',
  signature: { capacity: ['CHÁNH VĂN PHÒNG'], name: 'Cao Văn Cường' },
}

export const ministrySubmission: MinistrySubmissionData = {
  createdAt,
  letterhead: province('UBND-NNMT', '19021', '2026-12-25'),
  addressees: ['Bộ Nông nghiệp và Môi trường'],
  body: 'Ủy ban nhân dân tỉnh Thanh Hóa',
  asked: 'Bộ Nông nghiệp và Môi trường',
  regulation: REGULATION,
  products: [
    {
      product: 'Nước mắm thượng hạng Lạch Bạng',
      producer: 'Công ty CP Nước mắm Lạch Bạng',
      address: 'Phường Hải Bình, tỉnh Thanh Hóa',
      set: 9,
      mean: '91.43',
      approval: 'Số 4130/QĐ-UBND ngày 22/12/2026',
    },
  ],
  enclosures: [
    'Báo cáo của Tổ tư vấn',
    'Báo cáo của Hội đồng cấp tỉnh',
    'Quyết định phê duyệt kết quả',
    'Hồ sơ sản phẩm',
    '05 mẫu sản phẩm',
  ],
  missing: [{ paper: 'Phiếu kiểm nghiệm bổ sung chỉ tiêu histamin', reason: 'đang chờ kết quả, gửi trước ngày 20/01/2027' }],
  packageHash: hash('0d5a8d11'),
  recipients: ['Như trên', 'Chủ tịch UBND tỉnh', 'Sở Nông nghiệp và Môi trường'],
  archive: 'VT, NNMT',
  signature: signChair,
}

export const certificate: CertificateData = {
  createdAt,
  demo: true,
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa',
  product: product.name,
  packs: 'Chai thủy tinh 500 ml; chai 250 ml',
  star: 4,
  producer: producer.name,
  address: producer.address,
  code: '38-16531-05-2026',
  decision: { number: '4127/QĐ-UBND', date: '2026-12-22' },
  issuedOn: '2026-12-22',
  lastValidDay: '2029-12-22',
  months: 36,
  verifyUrl: 'https://ocop.example.vn/xac-thuc/38-16531-05-2026',
  place: 'Thanh Hóa',
  signature: { capacity: ['CHỦ TỊCH'], name: 'Nguyễn Minh Khôi' },
}

export const annex: AnnexData = {
  createdAt,
  letterhead: council('PL-HĐ', '1'),
  annexNumber: 'Phụ lục đính chính số 01',
  title: 'Đính chính Biên bản họp Hội đồng',
  attachedTo: '(Kèm theo Biên bản số 03/BB-HĐ ngày 10 tháng 12 năm 2026)',
  text: 'Hội đồng đính chính nội dung sau; các nội dung khác của Biên bản không thay đổi.',
  corrections: [{ place: 'Mục I.1', was: 'Sở Khoa học Công nghệ', becomes: 'Sở Khoa học và Công nghệ', reason: 'Ghi thiếu chữ' }],
  tables: [
    {
      caption: 'Thành viên dự họp',
      columns: [{ title: 'TT', width: 10 }, { title: 'Họ và tên' }, { title: 'Tổng điểm', width: 25, number: true }],
      rows: [['1', 'Hà Thị Yến', '71']],
    },
  ],
  recipients: [],
  archive: '',
  signature: { capacity: ['CHỦ TỊCH HỘI ĐỒNG'], name: 'Trịnh Văn Khải' },
}
