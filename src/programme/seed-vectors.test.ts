// Test vectors of the five plans that need the calendar or a person's rights, each citing its line. The others: src/regulation/seed-vectors.test.ts.
import { expect, test } from 'vitest'
import { calendarWith } from '#/platform/calendar/default-holidays.ts'
import { addDays } from '#/platform/calendar/plain-date.ts'
import { isWorkingDay } from '#/platform/calendar/work-calendar.ts'
import { leadDays } from '#/regulation/composition.ts'
import { lastValidDay } from './certificate/validity.ts'
import type { ItemFacts } from './council/council.ts'
import { defaultRules } from './council/council.rules.ts'
import { rights } from './council/rights.ts'
import type { Actor } from './people/actor.ts'
import { openRegulations } from './regulations.ts'

const regulations = await openRegulations()
const { regulation } = regulations.get('qd-148-2023')

test.each([
  // Monday 14/8/2023; the holiday of 2/9/2023 fell on a Saturday and was made up on Monday 4/9.
  ['2023-08-11', '2023-08-14', 1],
  ['2023-08-13', '2023-08-14', 0],
  ['2023-09-01', '2023-09-05', 0],
  ['2023-08-31', '2023-09-05', 1],
])('S0:169: a pack sent %s for a meeting on %s is %i working days before', (sentOn, on, days) => {
  const calendar = calendarWith()
  expect(leadDays((day) => isWorkingDay(calendar, day), sentOn, on, regulation.councilRules.leadCounting)).toBe(days)
})

test('S0:199: issued 31/8/2023, valid to 31/8/2026, notice by 1/8/2026 at the latest, which is then the province’s duty', () => {
  const last = lastValidDay('2023-08-31', regulation.certificate.months)
  const notice = regulation.clocks.find((clock) => clock.id === 'expiryNotice')
  expect(last).toBe('2026-08-31')
  expect(addDays(last, -(notice?.days ?? 0))).toBe('2026-08-01')
  expect(regulations.dutyHolder('district', 'expiryNotice', '2026-08-01')).toBe('province')
})

test('S0:199: issued 29/02/2024, 36 months end on 28/02/2027, the last day of a month without a 29th', () => {
  expect(lastValidDay('2024-02-29', regulation.certificate.months)).toBe('2027-02-28')
})

test('S4:59: a member who opens another member’s sheet before closing is refused, whatever the state of the item', () => {
  const now = new Date('2020-10-20T02:00:00Z')
  const seat = (id: string, role: 'chair' | 'member') => ({
    memberId: id,
    accountId: id,
    bodyId: null,
    name: id,
    post: '',
    role,
    voting: true,
    ordinal: 1,
    leftOn: null,
  })
  const item = (state: ItemFacts['state']): ItemFacts => ({
    id: 'item',
    version: 1,
    ordinal: 1,
    state,
    dossierId: 'dossier',
    dossierState: 'onAgenda',
    councilId: 'council',
    authority: '24',
    openedAt: now,
    closedAt: null,
    standInId: null,
    meeting: { id: 'meeting', state: 'open', mode: 'meeting', startsAt: now, releasedAt: now, openedAt: now, closedAt: null },
    rules: defaultRules(regulations.get('qd-1048-2019')),
    seats: [seat('chair', 'chair'), seat('m1', 'member'), seat('m2', 'member')],
    conflicts: [],
    declarations: ['chair', 'm1', 'm2'].map((memberId) => ({ memberId, conflicted: false, declaredAt: now })),
    presence: ['chair', 'm1', 'm2'].map((memberId) => ({ memberId, arrivedAt: now, leftAt: null })),
    openedPack: ['chair', 'm1', 'm2'],
    reconciliation: null,
  })
  for (const accountId of ['chair', 'm1', 'm2'])
    for (const state of ['waiting', 'scoring', 'scored', 'reconciling'] as const) {
      const actor: Actor = { accountId, name: accountId, provinceCode: '24', authority: '24.218', lang: 'vi', grants: [], seats: [] }
      expect(rights(actor, item(state), now).maySeeScores).toBe(false)
      expect(rights(actor, item('closed'), now).maySeeScores).toBe(true)
    }
})

test('every pair of neighbouring packs has its table of former answers', async () => {
  expect(await regulations.correspondence('qd-1048-2019', 'qd-148-2023')).toBeDefined()
  expect(await regulations.correspondence('qd-148-2023', 'qd-26-2026')).toBeDefined()
  expect(await regulations.correspondence('qd-148-1489-2025', 'qd-26-2026')).toBeDefined()
})

test('a dossier of 20/5/2026 is given its pack and its last day to finish', () => {
  expect(regulations.choose({ kind: 'first', filedOn: '2026-05-20', state: 'pending', asOf: '2026-06-01' })).toMatchObject({
    answer: 'pack',
    id: 'qd-148-1489-2025',
    limit: { finishBy: '2026-07-21' },
  })
  expect(regulations.limitFor('renewal', '2026-05-20')?.finishBy).toBe('2026-06-21')
})
