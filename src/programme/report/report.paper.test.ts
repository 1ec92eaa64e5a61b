// The report as NĐ 30/2020 lays it out: its kind once, its figures in words, no column without a figure.
import { expect, test } from 'vitest'
import { renderReport, type ReportPaper } from './report.paper.ts'
import { sampleReport } from './report.sample.ts'

type Data = {
  subject: string
  sections: { title: string; figures: { mark: string; text: string }[] }[]
  trueUp: boolean
  cumulative: boolean
  lower: boolean
}
const dataOf = (over: Partial<ReportPaper>): Data => renderReport({ ...sampleReport, ...over }).source?.data as unknown as Data

test.each([
  ['Báo cáo kết quả thực hiện Chương trình OCOP năm 2026', 'Kết quả thực hiện Chương trình OCOP năm 2026'],
  ['Báo cáo đột xuất về Chương trình', 'Đột xuất về Chương trình'],
  // A name that begins with a number would say nothing alone.
  ['Báo cáo 6 tháng đầu năm 2026', 'Báo cáo 6 tháng đầu năm 2026'],
  ['Đánh giá giữa kỳ', 'Đánh giá giữa kỳ'],
])('%s is about: %s', (callTitle, subject) => {
  expect(dataOf({ report: { ...sampleReport.report, callTitle } }).subject).toBe(subject)
})

test('a figure that cannot be told stands with its reason, a part of another is marked as one; an empty column is left out', () => {
  const figure = sampleReport.figures.get('n')
  if (!figure) throw new Error('no sample figure')
  const [, section] = sampleReport.content.sections
  const rows = (section?.rows ?? []).map((row) => (row.code === 'w' ? { ...row, title: 'Trong đó: do nữ điều hành' } : row))
  const bare = { ...figure, trueUp: null, cumulative: null, lowerUnits: null, lowerNumerator: null }
  const data = dataOf({
    content: { sections: [{ title: 'II. Kết quả', rows }] },
    figures: new Map([
      ['n', { ...bare, numerator: 0, denominator: 0, blankReason: 'Không có giấy chứng nhận nào đến hạn trong kỳ.' }],
      ['w', { ...bare, rowCode: 'w', numerator: 8, denominator: 40 }],
    ]),
  })
  expect(data.sections[0]?.figures.map((one) => `${one.mark} ${one.text}`)).toEqual([
    '- Sản phẩm được công nhận mới: không có giấy chứng nhận nào đến hạn trong kỳ.',
    '+ Trong đó: do nữ điều hành: 20\u00a0%.',
  ])
  expect([data.trueUp, data.cumulative, data.lower]).toEqual([false, false, false])
})
