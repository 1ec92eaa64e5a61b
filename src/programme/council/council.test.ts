import { expect, test } from 'vitest'
import { calendarWith } from '#/platform/calendar/default-holidays.ts'
import { openRegulations } from '../regulations.ts'
import { likelyConflicts, type ConflictFacts } from './conflict.ts'
import { chairOfItem, progressOf, quorumOf, standInByRule, votingPlaces, type ItemFacts, type SheetFact } from './council.ts'
import { defaultRules, readRules, ruleSettings, type CouncilRules } from './council.rules.ts'
import { leadTime } from './meeting.ts'
import { rights } from './rights.ts'

const pack = (await openRegulations()).current
const rules: CouncilRules = defaultRules(pack)
const now = new Date('2026-12-10T02:00:00Z')

/** Nine seats: m1 chair, m2 vice-chair, m9 secretary; all present unless told otherwise. */
function item(over: Partial<ItemFacts> = {}, absent: readonly string[] = []): ItemFacts {
  const seats = Array.from({ length: 9 }, (_, index) => ({
    memberId: `m${index + 1}`,
    accountId: `a${index + 1}`,
    bodyId: null,
    name: `Người ${index + 1}`,
    post: '',
    role:
      index === 0 ? ('chair' as const) : index === 1 ? ('viceChair' as const) : index === 8 ? ('secretary' as const) : ('member' as const),
    voting: index !== 8,
    ordinal: index + 1,
    leftOn: null,
  }))
  return {
    id: 'item',
    version: 1,
    ordinal: 4,
    state: 'scoring',
    dossierId: 'dossier',
    dossierState: 'onAgenda',
    councilId: 'council',
    authority: '38',
    openedAt: now,
    closedAt: null,
    standInId: null,
    meeting: { id: 'meeting', state: 'open', mode: 'meeting', startsAt: now, releasedAt: now, openedAt: now, closedAt: null },
    rules,
    seats,
    conflicts: [],
    declarations: [],
    presence: seats
      .filter((seat) => !absent.includes(seat.memberId))
      .map((seat) => ({ memberId: seat.memberId, arrivedAt: now, leftAt: null })),
    openedPack: [],
    reconciliation: null,
    ...over,
  }
}
const against = (...accounts: string[]) =>
  accounts.map((accountId) => ({ accountId, memberId: accountId.replace('a', 'm'), state: 'confirmed' as const }))
const final = (memberId: string, pass = 1): SheetFact => ({ memberId, pass, state: 'final', finalisedAt: now })

test.each([
  // absent, conflicted, counting, met        rule: 75 % of the 8 who vote = 6, with the item's chair (README, council settings)
  [[], [], 8, true],
  [['m8'], ['a7'], 6, true],
  [['m7', 'm8'], ['a6'], 5, false],
  [['m8'], ['a5', 'a6', 'a7'], 4, false],
  [['m1', 'm8'], [], 6, false],
])('with %j absent and %j recused, %i count and the quorum of the item is met: %s', (absent, conflicted, counting, met) => {
  const quorum = quorumOf(item({ conflicts: against(...conflicted) }, absent), [])
  expect([quorum.counting, quorum.needed, quorum.met]).toEqual([counting, 6, met])
})

test('a session in quorum does not give quorum to an item three members are recused from', () => {
  const facts = item({ conflicts: against('a3', 'a4', 'a5') }, ['m8'])
  expect(quorumOf(facts, []).met).toBe(false)
  expect(quorumOf(item({}, ['m8']), []).met).toBe(true)
})

test('who leaves after finishing has voted; who leaves before is absent; the secretary never counts', () => {
  const facts = item({}, ['m3', 'm4'])
  const places = Object.fromEntries(votingPlaces(facts, [final('m3')]).map(({ seat, place }) => [seat.memberId, place]))
  expect(places).toMatchObject({ m3: 'counts', m4: 'absent', m5: 'counts' })
  expect(places).not.toHaveProperty('m9')
})

test('a voided sheet counts for nothing, and a second pass is not finished by the first', () => {
  const sheets: SheetFact[] = [
    { ...final('m3'), state: 'voided' },
    final('m4'),
    { memberId: 'm4', pass: 2, state: 'draft', finalisedAt: null },
    final('m5'),
  ]
  expect(progressOf(item(), sheets)).toEqual({ final: 1, of: 8 })
})

test('the chair leads unless conflicted; then only the stand-in the office or the rule named', () => {
  expect(chairOfItem(item())?.memberId).toBe('m1')
  expect(chairOfItem(item({ conflicts: against('a1') }))).toBeNull()
  expect(chairOfItem(item({ conflicts: against('a1'), standInId: 'm2' }))?.memberId).toBe('m2')
  expect(chairOfItem(item({ conflicts: against('a1', 'a2'), standInId: 'm2' }))).toBeNull()
})

test.each([
  ['viceChair', ['a1'], 'm2'],
  ['viceChair', ['a1', 'a2'], undefined],
  ['nextMember', ['a1', 'a2'], 'm3'],
  ['officeAppoints', ['a1'], undefined],
] as const)('under rule %s with %j recused the stand-in is %s', (standIn, conflicted, expected) => {
  expect(standInByRule(item({ rules: { ...rules, standIn }, conflicts: against(...conflicted) }))?.memberId).toBe(expected)
})

const actor = (accountId: string, office = false) => ({
  accountId,
  name: '',
  authority: '38',
  provinceCode: '38',
  lang: 'vi' as const,
  grants: office
    ? [{ role: 'office' as const, authority: '38', provinceCode: '38', bodyId: null, producerId: null, communeCode: null }]
    : [],
  seats: [],
})
const ready = { declarations: [{ memberId: 'm3', conflicted: false, declaredAt: now }], openedPack: ['m3'] }

test('a member writes only after declaring, opening the pack, and outside any conflict; finishing also needs presence', () => {
  const of = (over: Partial<ItemFacts>, absent: string[] = []) => rights(actor('a3'), item({ ...ready, ...over }, absent), now)
  expect(of({})).toMatchObject({ mayScore: true, mayFinalise: true, maySeeScores: false })
  expect(of({}, ['m3'])).toMatchObject({ mayScore: true, mayFinalise: false })
  expect(of({ declarations: [] })).toMatchObject({ mayScore: false, mayOpenPack: false, mayKnow: true })
  expect(of({ openedPack: [] }).mayScore).toBe(false)
  expect(of({ conflicts: [{ accountId: 'a3', memberId: 'm3', state: 'open' }] })).toMatchObject({
    mayScore: false,
    mayReadPack: false,
    mayKnow: true,
  })
  for (const state of ['scored', 'closed', 'ended', 'removed'] as const) expect(of({ state }).mayScore).toBe(false)
  expect(of({ dossierState: 'withdrawn' }).mayScore).toBe(false)
})

test('a conflicted person may know nothing of the item, whatever the role', () => {
  for (const account of ['a1', 'a2', 'a3', 'a9']) {
    const mine = rights(actor(account, true), item({ conflicts: against(account), state: 'closed', ...ready }), now)
    const granted = Object.entries(mine)
      .filter(([name, value]) => name.startsWith('may') && value === true)
      .map(([name]) => name)
    expect(granted).toEqual(['maySeeSlot'])
  }
})

test('nobody sees scores before closing; after it only unconflicted members, the chair and the office do', () => {
  for (const state of ['waiting', 'scoring', 'scored', 'reconciling', 'ended'] as const)
    for (const who of [actor('a1'), actor('a3'), actor('a9'), actor('office', true)])
      expect(rights(who, item({ state }), now).maySeeScores).toBe(false)
  const closed = item({ state: 'closed', conflicts: against('a4') })
  expect(
    [actor('a1'), actor('a3'), actor('office', true), actor('a4'), actor('stranger')].map((who) => rights(who, closed, now).maySeeScores),
  ).toEqual([true, true, true, false, false])
})

test('a conflicted chair has none of the chair’s verbs and cannot name the stand-in, not even with an office role', () => {
  const facts = item({ conflicts: against('a1'), standInId: 'm2' })
  expect(rights(actor('a1', true), facts, now)).toMatchObject({
    isChairForItem: false,
    mayLead: false,
    mayAppointStandIn: false,
    mayDecideConflict: false,
  })
  expect(rights(actor('a1', true), item(), now).mayAppointStandIn).toBe(false)
  expect(rights(actor('a2'), facts, now)).toMatchObject({ isChairForItem: true, mayLead: true })
})

test('in a reconciliation only members it names may write', () => {
  const reconciliation = { id: 'r', ordinal: 1, scope: [{ memberId: 'm3', criterion: '6.1' }] }
  expect(rights(actor('a3'), item({ ...ready, state: 'reconciling', reconciliation }), now).mayScore).toBe(true)
  expect(
    rights(actor('a3'), item({ ...ready, state: 'reconciling', reconciliation: { ...reconciliation, scope: [] } }), now).mayScore,
  ).toBe(false)
})

test.each([
  // 10/12/2026 is a Thursday.
  ['2026-12-02', '2026-12-10', 5, { days: 5, needed: 5, late: false }],
  ['2026-12-03', '2026-12-10', 5, { days: 4, needed: 5, late: true }],
  ['2026-12-10', '2026-12-10', 5, { days: 0, needed: 5, late: true }],
  ['2026-12-11', '2026-12-10', 0, { days: 0, needed: 0, late: false }],
])('a pack sent on %s for %s with %i working days of lead is %j', (released, meeting, needed, expected) => {
  expect(leadTime(calendarWith(), released, meeting, needed, 'wholeDaysBetween')).toEqual(expected)
})

test('under 148 the day of sending counts: sent on Wednesday for Thursday is the one working day asked for (seed S0:169, D05)', () => {
  expect(leadTime(calendarWith(), '2026-12-09', '2026-12-10', 1, 'sendingDayCounts')).toEqual({ days: 1, needed: 1, late: false })
  expect(leadTime(calendarWith(), '2026-12-09', '2026-12-10', 1, 'wholeDaysBetween')).toEqual({ days: 0, needed: 1, late: true })
})

test('every setting is described once and the defaults are among its values', () => {
  expect(ruleSettings.map((setting) => setting.name).sort()).toEqual(Object.keys(rules).sort())
  expect(readRules(rules)).toEqual({ rules, faults: {} })
})

test.each([
  ['quorumPercent', '101'],
  ['quorumPercent', '7.5'],
  ['spreadLimit', '-1'],
  ['onSpread', 'maybe'],
  ['onSpread', 'constructor'],
  ['quorumNeedsChair', 'x'],
  ['standIn', undefined],
])('the setting %s refuses %s', (name, value) => {
  expect(Object.keys(readRules({ ...rules, [name]: value }).faults)).toEqual([name])
})

const department = { id: 'b1', kind: 'department', name: 'Sở Y tế', shortName: 'SYT', taxCode: '2800333333', address: null }
const laboratory = {
  id: 'b2',
  kind: 'laboratory',
  name: 'Trung tâm Kiểm nghiệm Thanh Hóa',
  shortName: 'TTKN',
  taxCode: null,
  address: '12 Lê Lợi, phường Hạc Thành',
}
const facts = (person: Partial<ConflictFacts['people'][number]>): ConflictFacts => ({
  people: [{ accountId: 'a', memberId: 'm', name: 'Đỗ Kim Ngân', phone: null, producerIds: [], body: department, ...person }],
  producer: {
    id: 'p',
    name: 'HTX Vạn Triều',
    taxCode: '2801234567',
    headName: 'Trần Văn Vạn',
    phone: '0912 000 111',
    addressLine: '12 Lê Lợi, phường Hạc Thành',
  },
  reportBodyIds: ['b3'],
  papers: [
    { title: 'Phiếu kiểm nghiệm', issuer: 'Trung tâm Kiểm nghiệm Thanh Hoá', holder: 'HTX Vạn Triều' },
    { title: 'Giấy đủ điều kiện', issuer: 'Sở Y tế', holder: 'HTX Vạn Triều' },
  ],
})

test.each([
  ['nothing in common', {}, []],
  ['acts for the producer', { producerIds: ['p'] }, ['ownsProducer']],
  ['the head’s name without accents', { name: 'tran van van' }, ['sameHead']],
  ['the same telephone written otherwise', { phone: '0912000111' }, ['samePhone']],
  ['the same tax code', { body: { ...department, taxCode: '2801234567' } }, ['sameTaxCode']],
  ['the body of the commune report', { body: { ...department, id: 'b3' } }, ['issuedReport']],
  ['a department that only issued a licence', { body: department }, []],
  ['the laboratory of a test report, at the same address', { body: laboratory }, ['sameAddress', 'issuedPaper']],
  ['the body that holds a paper', { body: { ...department, name: 'HTX Vạn Triều' } }, ['holdsPaper']],
])('likely conflict: %s', (_name, person, causes) => {
  expect(likelyConflicts(facts(person)).map((entry) => entry.cause)).toEqual(causes)
})
