import { describe, expect, test } from 'vitest'
import { say } from './regulation.messages.ts'
import {
  checkComposition,
  compositionFindings,
  departmentName,
  managingDepartments,
  maySit,
  visitBeforeScoring,
  type CompositionFacts,
  type SeatedMember,
  type SessionFacts,
} from './composition.ts'
import { compositionMessages } from './composition.messages.ts'
import type { Department } from './level.schema.ts'
import { loadPack, loadPacks } from './load.ts'

const [old, made148, current] = await Promise.all(['qd-1048-2019', 'qd-148-2023', 'qd-26-2026'].map((id) => loadPack(id)))

const settings = { quorumPercent: 75, quorumNeedsChair: true, leadWorkingDays: 1, onLead: 'block' } as const

function member(id: string, role: SeatedMember['role'], department: Department | null = null, leader = false): SeatedMember {
  return { id, role, voting: role !== 'secretary', department, leader, from: null, until: null }
}

/** A district council of `count` voting members with the three mandatory bodies and the body of industry and trade. */
function district(count: number): SeatedMember[] {
  const fixed = [
    member('chair', 'chair', null, true),
    member('agriculture', 'viceChair', 'agriculture'),
    member('science', 'member', 'science'),
    member('environment', 'member', 'environment'),
    member('trade', 'member', 'industryTrade'),
  ]
  const rest = Array.from({ length: Math.max(0, count - fixed.length) }, (_, index) => member(`expert${index}`, 'member'))
  return [...fixed, ...rest, member('secretary', 'secretary')]
}

const session: SessionFacts = {
  on: '2023-08-14',
  present: district(11).map((one) => one.id),
  undeclared: [],
  leadDays: 1,
  withoutSamples: [],
  withoutVisit: [],
}

function facts(members: readonly SeatedMember[], more: Partial<CompositionFacts> = {}): CompositionFacts {
  return { level: 'district', sets: [5], members, termFrom: '2023-01-01', termTo: '2025-12-31', settings, session, ...more }
}

const rulesOf = (members: readonly SeatedMember[], more: Partial<CompositionFacts> = {}) =>
  compositionFindings(made148!, facts(members, more)).map((finding) => finding.rule)

test.each([
  [8, ['size']],
  [9, []],
  [10, []],
  [11, []],
  [12, ['size']],
])('148: a district council of %i: %j', (count, rules) => {
  expect(rulesOf(district(count))).toEqual(rules)
})

describe('1048: the council of Lục Nam in 2020 (S4:37–39)', () => {
  const lucNam = [
    member('chair', 'chair', null, true),
    member('nn', 'viceChair', 'agriculture'),
    member('kt', 'member', 'industryTrade'),
    member('vh', 'member', 'cultureTourism'),
    member('tc', 'member', 'finance'),
    member('yt', 'member', 'health'),
    member('dv', 'member', 'agriculturalServices'),
    member('s1', 'secretary'),
    member('s2', 'secretary'),
    member('s3', 'secretary'),
  ]
  const base = (members: readonly SeatedMember[]): CompositionFacts => ({
    level: 'district',
    sets: [1, 15, 26],
    members,
    termFrom: '2020-01-07',
    termTo: '2020-12-31',
    settings,
  })

  test('seven members and three secretaries may sit', () => {
    expect(compositionFindings(old!, base(lucNam))).toEqual([])
  })

  test('six members, or two secretaries, may not, unless the council’s own rules say another size', () => {
    expect(compositionFindings(old!, base(lucNam.filter((one) => one.id !== 'yt'))).map((one) => one.rule)).toEqual(['size'])
    expect(compositionFindings(old!, base(lucNam.filter((one) => one.id !== 's3'))).map((one) => one.rule)).toEqual(['secretary'])
    const own = { ...base(lucNam.filter((one) => one.id !== 'yt')), settings: { ...settings, size: { min: 5, max: 9 } } }
    expect(compositionFindings(old!, own)).toEqual([])
  })

  test('a managing body that is missing is only a warning under 1048', () => {
    const checks = checkComposition(old!, base(lucNam.map((one) => (one.id === 'yt' ? { ...one, department: null } : one))))
    expect(maySit(checks)).toBe(true)
    const water = checkComposition(old!, {
      ...base(lucNam.map((one) => (one.id === 'yt' ? { ...one, department: null } : one))),
      sets: [17],
    })
    expect(water.filter((check) => !check.met).map((check) => [check.rule, check.severity])).toEqual([['managingBody', 'warn']])
  })
})

describe('148: who must sit', () => {
  test.each(['agriculture', 'science', 'environment'])('%s is mandatory', (department) => {
    const members = district(10).map((one) => (one.department === department ? { ...one, department: null } : one))
    expect(rulesOf(members)).toEqual(['mandatoryBody'])
  })

  test('the body managing each set on the agenda must sit; of two, one is enough', () => {
    expect(rulesOf(district(9), { sets: [16] })).toEqual(['managingBody'])
    expect(managingDepartments(made148!, 6)).toEqual(['agriculture', 'industryTrade'])
    expect(
      rulesOf(
        district(9).map((one) => (one.id === 'trade' ? { ...one, department: null } : one)),
        { sets: [6] },
      ),
    ).toEqual([])
  })

  test('a body is named as its level names it: no "Sở" in a district (S0:141, X01), and an office may edit the posts', () => {
    expect(departmentName(made148!, 'industryTrade', 'district')).toMatch(/^Phòng/)
    expect(departmentName(made148!, 'industryTrade', 'province')).toBe('Sở Công Thương')
    const members = district(9).map((one) => (one.department === 'science' ? { ...one, department: null } : one))
    expect(rulesOf(members, { settings: { ...settings, mandatory: ['agriculture', 'environment'] } })).toEqual([])
  })

  test('the chair is a leader of the district committee, and there is only one', () => {
    expect(rulesOf(district(9).map((one) => ({ ...one, leader: false })))).toEqual(['chair'])
    expect(rulesOf(district(9).map((one) => (one.id === 'trade' ? { ...one, role: 'chair' as const } : one)))).toEqual(['chair'])
    const delegated = { settings: { ...settings, chairDelegated: true } }
    expect(
      rulesOf(
        district(9).map((one) => ({ ...one, leader: false })),
        delegated,
      ),
    ).toEqual(['chair'])
  })

  test('in a province under 26/2026 the leader may hand the chair on', () => {
    const province = (chairDelegated: boolean) => {
      const members = (['agriculture', 'industryTrade', 'health', 'science', 'cultureTourism', 'coordination'] as const).map(
        (department, index) => member(department, index === 0 ? 'chair' : 'member', department),
      )
      return compositionFindings(current!, {
        ...facts([...members, member('s', 'secretary')], { level: 'province', settings: { ...settings, chairDelegated } }),
        session: { ...session, present: members.map((one) => one.id) },
      }).map((finding) => finding.rule)
    }
    expect(province(false)).toEqual(['chair'])
    expect(province(true)).toEqual([])
  })
})

describe('before a session opens', () => {
  const nine = district(9)
  const with_ = (change: Partial<SessionFacts>) => rulesOf(nine, { session: { ...session, ...change } })
  const ids = nine.filter((one) => one.voting).map((one) => one.id)

  test('75 % of nine are seven, and the chair or a vice-chair is one of them', () => {
    expect(with_({ present: ids.slice(0, 7) })).toEqual([])
    expect(with_({ present: ids.slice(0, 6) })).toEqual(['quorum'])
    expect(with_({ present: ids.slice(2) })).toEqual(['quorumChair'])
  })

  test.each([
    ['the day before the term', { on: '2022-12-31' }, ['term']],
    ['the first day of the term', { on: '2023-01-01' }, []],
    ['the last day of the term', { on: '2025-12-31' }, []],
    ['the day after the term', { on: '2026-01-01' }, ['term']],
    ['a conflict not declared', { undeclared: ['trade'] }, ['declared']],
    ['a pack not sent', { leadDays: null }, ['lead']],
    ['a pack sent the same day', { leadDays: 0 }, ['lead']],
    ['a sample not received', { withoutSamples: ['d1'] }, ['samples']],
    ['a tourism service nobody has visited', { withoutVisit: ['d2'] }, ['fieldVisit']],
  ] as const)('%s: %j gives %j', (_what, change, rules) => {
    expect(with_(change)).toEqual(rules)
  })

  test('a seat that has ended by the day of the session does not count', () => {
    const left = nine.map((one) => (one.id === 'trade' ? { ...one, until: '2023-08-13' } : one))
    expect(rulesOf(left)).toEqual(['size', 'managingBody'])
    const stays = nine.map((one) => (one.id === 'trade' ? { ...one, until: '2023-08-14' } : one))
    expect(rulesOf(stays)).toEqual([])
  })

  test('several faults are all told at once, each with a sentence and a source', () => {
    const findings = compositionFindings(made148!, facts(district(8), { session: { ...session, leadDays: 0, present: ['trade'] } }))
    expect(findings.map((finding) => finding.rule)).toEqual(['size', 'quorum', 'quorumChair', 'lead'])
    for (const { rule, params, source } of findings) {
      expect(source).not.toBe('')
      expect(say(compositionMessages[rule].unmet.vi, params)).not.toContain('{')
      expect(say(compositionMessages[rule].unmet.en, params)).not.toContain('{')
    }
  })

  test('set 26 is visited before scoring in every pack, and no other set', () => {
    for (const pack of [old!, made148!, current!]) {
      expect(visitBeforeScoring(pack, 26)).toBe(true)
      expect(visitBeforeScoring(pack, 1)).toBe(false)
    }
  })

  test('a level without a council cannot be checked', () => {
    expect(() => checkComposition(current!, facts(nine))).toThrow(RangeError)
  })
})

test('every council of every decision names its chair and says in Vietnamese where each figure comes from, or that the decision is silent', async () => {
  for (const { id, regulation } of await loadPacks())
    for (const rule of regulation.levels.filter((one) => one.role === 'assessment')) {
      const council = rule.council
      expect(council, `${id} ${rule.level}`).toBeDefined()
      const { councilRules, samples, fieldVisit } = regulation
      const shown = [
        council?.source,
        council?.chair.source,
        council?.secretariat.source,
        councilRules.source,
        samples.source,
        fieldVisit.source,
      ]
      for (const text of [...shown, ...(council?.size ? [council.size.source] : [])]) {
        expect(text, `${id} ${rule.level}`).toBeTruthy()
        expect(text, `${id} ${rule.level}`).not.toMatch(/interpretation|not at hand|working rules/)
      }
    }
})
