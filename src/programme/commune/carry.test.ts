import { beforeAll, expect, test } from 'vitest'
import stored from '../dossier/snapshot.format-1.json' with { type: 'json' }
import { formOf, type Pack } from '#/regulation/load.ts'
import { readSnapshot, type Snapshot } from '../dossier/snapshot.ts'
import { openRegulations } from '../regulations.ts'
import { keptChecks, openFirst, reopenedCriteria, reopenedLines, type AskedOf } from './carry.ts'
import { componentLines } from './components.ts'

let pack: Pack
beforeAll(async () => {
  pack = (await openRegulations()).get('qd-26-2026')
})

const filing = (snapshot: Snapshot) => ({ snapshot, lines: componentLines(pack.regulation, formOf(pack, snapshot.set.no), snapshot) })
const filed = (change: (snapshot: Snapshot) => void = () => {}): Snapshot => {
  const snapshot = structuredClone(readSnapshot(stored))
  change(snapshot)
  return snapshot
}
/** A paper that proves at least one criterion, and the criteria it proves. */
const proof = (snapshot: Snapshot) => {
  const paper = snapshot.papers.find((one) => one.files.length > 0 && snapshot.answers.some((answer) => answer.paperIds.includes(one.id)))
  if (!paper) throw new Error('the sample has no evidence')
  return { paper, criteria: snapshot.answers.filter((answer) => answer.paperIds.includes(paper.id)).map((answer) => answer.criterion) }
}
const reopened = (change: (snapshot: Snapshot) => void, asked: AskedOf[] = []) =>
  Object.fromEntries(reopenedLines(filing(filed()), filing(filed(change)), asked))
const rowsOf = (codes: readonly string[]) =>
  filing(filed())
    .lines.filter((line) => line.criteria.some((code) => codes.includes(code)))
    .map((line) => line.code)

test.each<[string, (snapshot: Snapshot) => void, string[]]>([
  ['nothing but the time of filing', (next) => (next.filedAt = '2027-01-01T00:00:00Z'), []],
  ['a field of mẫu 01', (next) => (next.registration['contactName'] = 'Người khác'), ['registrationSlip']],
  ['a text of mẫu 02', (next) => (next.report['planMarket'] = 'Mở thêm đại lý'), ['selfAssessment']],
  [
    'what changed since the last recognition',
    (next) => (next.since = { certificate: null, changes: [{ topic: 'label', title: 'Nhãn', changed: true, text: 'Mới', paperIds: [] }] }),
    ['selfAssessment'],
  ],
  ['the product’s description', (next) => (next.product.description += ' Sửa.'), ['registrationSlip', 'selfAssessment']],
  ['the producer’s address', (next) => (next.producer.addressLine += ' 2'), ['registrationSlip', 'selfAssessment']],
])('when a supplement changes %s, exactly what holds it is judged again', (_what, change, lines) => {
  expect(reopened(change)).toEqual(Object.fromEntries(lines.map((line) => [line, 'changed'])))
})

test('a paper with another file opens the rows it serves; the same bytes under new ids open nothing', () => {
  const { criteria } = proof(filed())
  const changed = reopened((next) => {
    const file = proof(next).paper.files[0]
    if (file) file.sha256 = 'b'.repeat(64)
  })
  for (const row of rowsOf(criteria)) expect(changed[row]).toBe('changed')
  expect(changed).not.toHaveProperty('registrationSlip')
  expect(changed).not.toHaveProperty('selfAssessment')
  const renamed = reopened((next) => {
    const { paper } = proof(next)
    const old = paper.id
    paper.id = 'another'
    for (const file of paper.files) file.id = 'another file'
    const swap = (ids: string[]) => ids.map((id) => (id === old ? paper.id : id))
    for (const answer of next.answers) answer.paperIds = swap(answer.paperIds)
    for (const component of next.components) component.paperIds = swap(component.paperIds)
  })
  expect(renamed).toEqual({})
})

test('another option opens mẫu 02 and the rows of evidence of that criterion', () => {
  const [criterion = ''] = proof(filed()).criteria
  const changed = reopened((next) => {
    const answer = next.answers.find((one) => one.criterion === criterion)
    if (answer) answer.option += 1
  })
  expect(Object.keys(changed).sort()).toEqual(['selfAssessment', ...rowsOf([criterion])].sort())
})

test('what was asked is open even when nothing in it changed; a general remark opens no line by itself', () => {
  const [criterion = ''] = proof(filed()).criteria
  const none = () => {}
  expect(reopened(none, [{ targetKind: 'component', target: 'communeReport' }])).toEqual({})
  expect(reopened(none, [{ targetKind: 'component', target: 'evidence:testReport' }])).toEqual({ 'evidence:testReport': 'asked' })
  expect(reopened(none, [{ targetKind: 'general', target: '' }])).toEqual({})
  expect(Object.keys(reopened(none, [{ targetKind: 'criterion', target: criterion }])).sort()).toEqual(
    ['selfAssessment', ...rowsOf([criterion])].sort(),
  )
})

test('verdicts on the other lines are kept as they were, also "missing"; the open lines stand first', () => {
  const after = filing(filed((next) => (next.registration['contactName'] = 'Người khác')))
  const open = reopenedLines(filing(filed()), after, [{ targetKind: 'component', target: 'evidence:awards' }])
  const checks = [
    { component: 'registrationSlip', verdict: 'present' as const, remark: '' },
    { component: 'selfAssessment', verdict: 'present' as const, remark: '' },
    { component: 'evidence:market', verdict: 'missing' as const, remark: 'Chưa có hợp đồng.' },
    { component: 'evidence:awards', verdict: 'wrong' as const, remark: 'Ảnh mờ.' },
    { component: 'no longer asked', verdict: 'present' as const, remark: '' },
  ]
  expect(keptChecks(after, open, checks).map((check) => check.component)).toEqual(['selfAssessment', 'evidence:market'])
  expect(
    openFirst(after.lines, Object.fromEntries(open))
      .slice(0, 3)
      .map((line) => line.code),
  ).toEqual(['registrationSlip', 'evidence:awards', 'selfAssessment'])
})

test('of the criteria, those asked for, in an asked row, or with other papers are looked at again', () => {
  const [criterion = ''] = proof(filed()).criteria
  const again = (next: Snapshot, asked: AskedOf[]) => [...reopenedCriteria(filed(), filing(next), asked).keys()]
  expect(again(filed(), [{ targetKind: 'general', target: '' }])).toEqual([])
  expect(again(filed(), [{ targetKind: 'criterion', target: criterion }])).toEqual([criterion])
  const row = filing(filed()).lines.find((line) => line.criteria.includes(criterion))
  expect(again(filed(), [{ targetKind: 'component', target: row?.code ?? '' }])).toEqual(row?.criteria)
  const changed = filed((next) => {
    const file = proof(next).paper.files[0]
    if (file) file.sha256 = 'c'.repeat(64)
  })
  expect(again(changed, [])).toEqual(proof(filed()).criteria)
})
