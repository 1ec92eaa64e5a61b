import { expect, test } from 'vitest'
import { changeGaps, changeTopics, type Change } from './change.topics.ts'
import { mayOpenKind, renewalWindowOf } from './later.ts'
import { reminderSteps } from './reminder.ts'

const regulation = {
  inForce: { from: '2026-05-22', to: null, source: 's' },
  clocks: [
    ['renewalEarliest', 180],
    ['renewalLatest', 120],
    ['lateRenewal', 180],
  ].map(([id, days]) => ({
    id: String(id),
    days: Number(days),
    unit: 'calendarDays' as const,
    from: 'x',
    title: { vi: '', en: '' },
    source: 's',
  })),
}
const held = (lastValidOn: string, star = 4) => ({ id: 'c', star, lastValidOn })
// Last valid day 30/06/2027: filing from 01/01/2027 to 02/03/2027.
const LAST = '2027-06-30'

test.each([
  ['2026-12-31', { open: false, code: 'dossier.renewalEarly', first: '2027-01-01' }],
  ['2027-01-01', { open: true }],
  ['2027-03-02', { open: true }],
  ['2027-03-03', { open: false, code: 'dossier.renewalLate', last: '2027-03-02' }],
  ['2027-07-01', { open: false, code: 'dossier.renewalLate', last: '2027-03-02' }],
] as const)('a re-assessment opened on %s, late filing off: %j', (today, answer) => {
  expect(mayOpenKind('renewal', held(LAST), today, regulation, false)).toEqual(answer)
})

test.each([
  ['2027-03-03', { open: true }],
  ['2027-12-27', { open: true }],
  ['2027-12-28', { open: false, code: 'dossier.renewalLate', last: '2027-12-27' }],
] as const)('with late filing taken by the province, on %s: %j', (today, answer) => {
  expect(mayOpenKind('renewal', held(LAST), today, regulation, true)).toEqual(answer)
})

test.each([
  // 120 days before 18/09/2026 is 21/05/2026, the day before the decision: it could not be kept.
  ['2026-09-18', true],
  ['2026-09-19', false],
])('a certificate until %s falls under Đ12.3: %s', (lastValidOn, transition) => {
  const window = renewalWindowOf(regulation, lastValidOn, false)
  expect(window.transition).toBe(transition)
  expect(window.lateTo).toBe(transition ? '2027-03-17' : null)
})

test('a certificate in force stops only a first assessment; without one there is nothing to upgrade or renew; five stars go no higher', () => {
  const on = '2027-01-15'
  expect(mayOpenKind('first', held(LAST), on, regulation, false)).toEqual({ open: false, code: 'dossier.alreadyCertified' })
  expect(mayOpenKind('first', held('2027-01-14'), on, regulation, false)).toEqual({ open: true })
  expect(mayOpenKind('first', null, on, regulation, false)).toEqual({ open: true })
  expect(mayOpenKind('upgrade', held(LAST), on, regulation, false)).toEqual({ open: true })
  expect(mayOpenKind('upgrade', held(LAST, 5), on, regulation, false)).toEqual({ open: false, code: 'dossier.topStar' })
  for (const [kind, certificate] of [
    ['upgrade', null],
    ['renewal', null],
    ['upgrade', held('2027-01-14')],
  ] as const)
    expect(mayOpenKind(kind, certificate, on, regulation, false)).toEqual({ open: false, code: 'dossier.noCertificate' })
})

const said = (topic: Change['topic'], changed = false, paperIds: string[] = []): Change => ({
  topic,
  changed,
  text: changed ? 'Đổi mới' : '',
  paperIds,
  version: 1,
})
const none = changeTopics.filter((one) => one.id !== 'other').map((one) => said(one.id))

test('a re-assessment answers all nine topics and may say that nothing changed; an upgrade names a change and proves it', () => {
  expect(changeGaps('renewal', none, new Set())).toEqual([])
  expect(changeGaps('renewal', none.slice(1), new Set())).toEqual([{ topic: 'materials', lacks: 'answer' }])
  expect(changeGaps('upgrade', none, new Set())).toEqual([{ topic: null, lacks: 'anyChange' }])
  const proven = [...none.slice(1), said('materials', true, ['p'])]
  expect(changeGaps('upgrade', proven, new Set())).toEqual([{ topic: 'materials', lacks: 'paper' }])
  expect(changeGaps('upgrade', proven, new Set(['p']))).toEqual([])
  expect(changeGaps('renewal', proven, new Set())).toEqual([])
})

test.each([
  ['2026-12-11', [], []],
  ['2026-12-12', [], [[200, 'sent']]],
  ['2026-12-20', [200], []],
  ['2027-01-01', [200], [[180, 'sent']]],
  // The job stood still from December to the middle of February: what is no longer true is not sent.
  [
    '2027-02-10',
    [200],
    [
      [180, 'skipped'],
      [150, 'sentLate'],
    ],
  ],
  ['2027-05-31', [200, 180, 150, 120, 60], [[30, 'sent']]],
  [
    '2027-06-30',
    [],
    [
      [200, 'skipped'],
      [180, 'skipped'],
      [150, 'skipped'],
      [120, 'skipped'],
      [60, 'skipped'],
      [30, 'sentLate'],
    ],
  ],
  ['2027-07-01', [], []],
] as const)('reminders due on %s after %j: %j', (today, done, expected) => {
  expect(reminderSteps(LAST, today, new Set(done), false).map((step) => [step.days, step.outcome])).toEqual(expected)
})

test('once the re-assessment is filed only the notice of 30 days still goes out', () => {
  expect(reminderSteps(LAST, '2027-01-01', new Set([200]), true).map((step) => step.outcome)).toEqual(['skipped'])
  expect(reminderSteps(LAST, '2027-05-31', new Set([200, 180, 150, 120, 60]), true).map((step) => step.outcome)).toEqual(['sent'])
})
