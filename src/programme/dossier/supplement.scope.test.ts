import { beforeAll, expect, test } from 'vitest'
import { formOf, loadPack, type Pack } from '#/regulation/load.ts'
import { isAsked, type AskedTarget, type Part } from './supplement.scope.ts'
import { reminderDue } from './unfiled.ts'

let pack: Pack
beforeAll(async () => {
  pack = await loadPack('qd-26-2026')
})

const criterion = (code: string): Part => ({ kind: 'criterion', code })
const evidence = (code: string): Part => ({ kind: 'evidence', code })

// What a request opens; the rest stays as filed (interpretation, docs/law.md).
test.each<[AskedTarget, Part, boolean]>([
  [{ targetKind: 'criterion', target: '3.3' }, criterion('3.3'), true],
  [{ targetKind: 'criterion', target: '3.3' }, evidence('3.3'), true],
  [{ targetKind: 'criterion', target: '3.3' }, criterion('3.4'), false],
  [{ targetKind: 'criterion', target: '3.3' }, { kind: 'report' }, false],
  [{ targetKind: 'component', target: 'evidence:testReport' }, evidence('8'), true],
  [{ targetKind: 'component', target: 'evidence:testReport' }, criterion('8'), false],
  [{ targetKind: 'component', target: 'evidence:testReport' }, evidence('3.3'), false],
  [{ targetKind: 'component', target: 'evidencePapers' }, evidence('3.3'), true],
  [{ targetKind: 'component', target: 'registrationSlip' }, { kind: 'registration' }, true],
  [{ targetKind: 'component', target: 'registrationSlip' }, criterion('1.1'), false],
  [{ targetKind: 'component', target: 'selfAssessment' }, criterion('1.1'), true],
  [{ targetKind: 'component', target: 'selfAssessment' }, { kind: 'registration' }, false],
  [{ targetKind: 'component', target: 'samples' }, evidence('8'), false],
  [{ targetKind: 'general', target: '' }, criterion('1.1'), true],
])('%j opens %j: %s', (item, part, opened) => {
  expect(isAsked(part, [item], formOf(pack, 9), pack.regulation)).toBe(opened)
})

test.each([
  ['2026-09-30', null],
  ['2026-09-29', null],
  ['2026-10-01', 30],
  ['2026-10-16', 15],
  ['2026-10-24', 7],
  ['2026-10-29', 3],
  ['2026-10-30', 1],
  ['2026-10-31', 1],
  ['2026-11-01', null],
])('on %s the reminder before a cut-off of 31/10/2026 is %s', (today, days) => {
  expect(reminderDue(today, '2026-10-31')).toBe(days)
})
