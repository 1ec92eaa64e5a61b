// A report with everything a paper may hold, for the tests of the papers.
import type { KeptFigure } from './figures.store.ts'
import type { ReportPaper } from './report.paper.ts'

const none = {
  blankReason: null,
  lowerNumerator: null,
  lowerDenominator: null,
  lowerUnits: null,
  estimate: null,
  trueUp: null,
  carried: null,
  cumulative: null,
}
const figure = (rowCode: string, over: Partial<KeptFigure>): [string, KeptFigure] => [
  rowCode,
  { ...none, rowCode, origin: 'computed', numerator: null, denominator: null, comment: '', plausibleConfirmed: null, ...over },
]
const row = { asks: ['desk' as const], source: '' }

export const sampleReport: ReportPaper = {
  createdAt: '2026-12-22T03:15:00Z',
  letterhead: {
    parentBody: 'Ủy ban nhân dân tỉnh Thanh Hóa',
    body: 'Văn phòng Điều phối nông thôn mới',
    number: '12',
    symbol: 'BC-VPĐP',
    place: 'Thanh Hóa',
    date: '2026-12-22',
  },
  report: {
    kind: 'year',
    callTitle: 'Báo cáo năm 2025',
    unitName: 'Văn phòng Điều phối',
    periodFrom: '2025-01-01',
    periodTo: '2025-12-31',
    cutOffOn: '2025-11-15',
    comment: 'Chương trình đi đúng hướng.',
    nothingToReport: false,
    parentName: 'Ủy ban nhân dân tỉnh Thanh Hóa',
    demo: true,
    unitEra: 'e2025',
  },
  content: {
    sections: [
      { title: 'I. Chỉ đạo', rows: [{ ...row, code: 't', kind: 'text', title: 'Tổ chức thực hiện', required: true }] },
      {
        title: 'II. Kết quả',
        rows: [
          { ...row, code: 'n', kind: 'indicator', title: 'Sản phẩm được công nhận mới', indicator: 'recognised-new', params: {} },
          { ...row, code: 'w', kind: 'indicator', title: 'Chủ thể do nữ điều hành', indicator: 'producers-led-by-women', params: {} },
          { ...row, code: 'h', kind: 'hand', title: 'Cuộc kiểm tra', unit: 'cuộc', measure: 'flow' },
          { ...row, code: 'p', kind: 'proposals', title: 'Đề nghị' },
        ],
      },
    ],
  },
  figures: new Map([
    figure('t', { comment: 'Ban hành kế hoạch.\nTổ chức hội nghị.' }),
    figure('n', { numerator: 14, estimate: 18, trueUp: 9, carried: 30, cumulative: 44, lowerNumerator: 13, lowerUnits: 5 }),
    figure('w', { numerator: 2, denominator: 40 }),
    figure('h', { origin: 'hand', numerator: 6, comment: 'Chung với đoàn liên ngành.' }),
  ]),
  proposals: [{ kind: 'unit', name: 'UBND phường Sầm Sơn', post: '', merit: 'Có nhiều sản phẩm 4 sao.' }],
  signer: { name: 'Phạm Quốc Hưng', post: 'CHÁNH VĂN PHÒNG' },
}
