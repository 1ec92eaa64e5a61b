import { expect, test } from 'vitest'
import { current } from '#/regulation/testing.ts'
import { ministryList, type PackSource } from './ministry-list.ts'

const paper = (kind: string) => ({ id: kind, kind, title: kind, sha256: kind, fileName: `${kind}.pdf` })
const everything: PackSource = {
  documents: [
    'memberSheet',
    'proofSheet',
    'minutes',
    'summaryTable',
    'advisoryReport',
    'approvalDecision',
    'registrationSlip',
    'selfAssessment',
    'communeReport',
    'communeProposal',
    'sampleHandover',
  ].map(paper),
  signed: [{ documentId: 'approvalDecision', sha256: 'scan', fileName: 'quyet-dinh-ky.pdf' }],
  evidence: [
    { title: 'Phiếu kiểm nghiệm', sha256: 'e1', fileName: 'kn.pdf' },
    { title: 'Phiếu kiểm nghiệm', sha256: 'e1', fileName: 'kn.pdf' },
  ],
}

test('the council’s report for the ministry is minutes, summary and proof; members’ sheets stay', () => {
  const { entries, missing } = ministryList(current.regulation, 'first', 9, everything)
  expect(entries.map((entry) => entry.sha256)).toEqual([
    'advisoryReport',
    'minutes',
    'summaryTable',
    'proofSheet',
    'scan',
    'approvalDecision',
    'registrationSlip',
    'selfAssessment',
    'communeReport',
    'communeProposal',
    'e1',
    'sampleHandover',
  ])
  // The letter itself is signed outside; everything else is there, and extra tests are only sent when there are any.
  expect(missing).toHaveLength(1)
})

test('what must be in the pack and is not there is named with its reason; tourism misses no samples', () => {
  const bare: PackSource = { documents: [], signed: [], evidence: [] }
  const food = ministryList(current.regulation, 'first', 9, bare)
  expect(food.entries).toEqual([])
  expect(food.missing).toHaveLength(6)
  expect(food.missing.every((one) => one.reason !== '')).toBe(true)
  expect(ministryList(current.regulation, 'first', 26, bare).missing).toHaveLength(5)
})

test('a business secret is named with the reason and never packed, even where the same bytes hang on another paper', () => {
  const source: PackSource = {
    documents: [],
    signed: [],
    evidence: [
      { title: 'Phiếu kiểm nghiệm', sha256: 'e1', fileName: 'kn.pdf' },
      { title: 'Quy trình chế biến', sha256: 'e2', fileName: 'qt.pdf', secret: true },
      { title: 'Quy trình (bản hai)', sha256: 'e2', fileName: 'qt2.pdf' },
    ],
  }
  const { entries, missing } = ministryList(current.regulation, 'first', 9, source)
  expect(entries.map((entry) => entry.sha256)).toEqual(['e1'])
  expect(missing).toContainEqual({
    paper: 'Minh chứng: Quy trình chế biến',
    reason: 'Chủ thể đánh dấu bí mật kinh doanh, không gửi kèm; cung cấp riêng khi Bộ yêu cầu',
  })
})
