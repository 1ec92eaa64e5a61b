import { describe, expect, test } from 'vitest'
import { fraction, type Fraction } from './fraction.ts'
import { afterResult, componentsFor, nextLevel, pathOf, recogniserOf, type WithRegulation } from './levels.ts'
import type { Level } from './level.schema.ts'
import { loadPack } from './load.ts'

const [old, made148, amended, current] = await Promise.all(
  ['qd-1048-2019', 'qd-148-2023', 'qd-148-1489-2025', 'qd-26-2026'].map((id) => loadPack(id)),
)
const packs: Record<string, WithRegulation> = { '1048': old!, '148': made148!, '1489': amended!, '26': current! }

/** "69,99" as hundredths: no floats on the way. */
function points(text: string): Fraction {
  return fraction(Math.round(Number(text.replace(',', '.')) * 100), 100)
}

function starFor(mean: Fraction): number {
  const value = mean.numerator / mean.denominator
  return value >= 90 ? 5 : value >= 70 ? 4 : value >= 50 ? 3 : value >= 30 ? 2 : 1
}

/** The step in a few words: "up central", "here 3", "down district: …", "letter", "person: …". */
function after(name: string, level: Level, mean: string, star?: number): string {
  const result = { outcome: 'scored' as const, mean: points(mean), star: star ?? starFor(points(mean)) }
  const step = afterResult(packs[name]!, level, result)
  if (step.step === 'sendUp') return `up ${step.to}`
  if (step.step === 'recogniseHere') return `here ${step.star}`
  if (step.step === 'returnDown') return `down ${step.to}: ${step.choices.join(' ')}`
  if (step.step === 'personDecides') return `person: ${step.ways.join(' ')}`
  return 'letter'
}

test.each([
  ['1048', 'commune district province central'],
  ['148', 'commune district province central'],
  ['1489', 'commune province central'],
  ['26', 'commune province central'],
])('the path under %s is %s', (name, path) => {
  expect(pathOf(packs[name]!).join(' ')).toBe(path)
  expect(nextLevel(packs[name]!, 'central')).toBeUndefined()
})

test.each([
  ['1048', 'province', 'province', 'central'],
  ['148', 'district', 'province', 'central'],
  ['1489', 'province', 'province', 'central'],
  ['26', 'province', 'province', 'central'],
])('under %s three stars are the %s’s, four the %s’s, five the %s’s, and one or two nobody’s', (name, three, four, five) => {
  expect([3, 4, 5].map((star) => recogniserOf(packs[name]!, star)?.level)).toEqual([three, four, five])
  expect([1, 2].map((star) => recogniserOf(packs[name]!, star))).toEqual([undefined, undefined])
})

describe('after a result', () => {
  const back = 'recogniseOnThatResult reassess'
  test.each([
    ['1048', 'district', '49,9', 'letter'],
    ['1048', 'district', '49,99', 'letter'],
    ['1048', 'district', '50', 'up province'],
    ['1048', 'district', '50,1', 'up province'],
    ['1048', 'district', '69,9', 'up province'],
    ['1048', 'district', '70', 'up province'],
    ['1048', 'district', '89,9', 'up province'],
    ['1048', 'district', '100', 'up province'],
    ['1048', 'province', '49,9', 'letter'],
    ['1048', 'province', '50', 'here 3'],
    ['1048', 'province', '69,9', 'here 3'],
    ['1048', 'province', '70', 'here 4'],
    ['1048', 'province', '89,9', 'here 4'],
    ['1048', 'province', '90', 'up central'],
    ['1048', 'central', '90', 'here 5'],
    ['1048', 'central', '89,9', `down province: ${back}`],
    ['1048', 'central', '49,9', 'letter'],
    ['148', 'district', '49,9', 'letter'],
    ['148', 'district', '50', 'here 3'],
    ['148', 'district', '50,1', 'here 3'],
    ['148', 'district', '69,9', 'here 3'],
    ['148', 'district', '69,99', 'here 3'],
    ['148', 'district', '70', 'up province'],
    ['148', 'district', '100', 'up province'],
    ['148', 'province', '49,9', 'letter'],
    ['148', 'province', '50', `person: ${back} letter`],
    ['148', 'province', '50,1', `down district: ${back}`],
    ['148', 'province', '69,9', `down district: ${back}`],
    ['148', 'province', '70', 'here 4'],
    ['148', 'province', '89,9', 'here 4'],
    ['148', 'province', '90', 'up central'],
    ['148', 'central', '90', 'here 5'],
    ['148', 'central', '89,9', `down province: ${back}`],
    ['148', 'central', '70', `down province: ${back}`],
    ['148', 'central', '69,9', `down district: ${back}`],
    ['148', 'central', '50', `down district: ${back}`],
    ['148', 'central', '49,9', 'letter'],
    ['1489', 'province', '49,9', 'letter'],
    ['1489', 'province', '50', 'here 3'],
    ['1489', 'province', '50,1', 'here 3'],
    ['1489', 'province', '69,9', 'here 3'],
    ['1489', 'province', '70', 'here 4'],
    ['1489', 'province', '89,9', 'here 4'],
    ['1489', 'province', '90', 'up central'],
    ['1489', 'central', '89,9', `down province: ${back}`],
    ['1489', 'central', '90', 'here 5'],
    ['26', 'province', '49,9', 'letter'],
    ['26', 'province', '50', 'here 3'],
    ['26', 'province', '69,9', 'here 3'],
    ['26', 'province', '70', 'here 4'],
    ['26', 'province', '89,9', 'here 4'],
    ['26', 'province', '90', 'up central'],
    ['26', 'central', '90', 'here 5'],
    ['26', 'central', '89,9', `down province: ${back}`],
    ['26', 'central', '50', `down province: ${back}`],
    ['26', 'central', '49,9', 'down province: reassess letter'],
  ] as const)('under %s at the %s with %s points: %s', (name, level, mean, expected) => {
    expect(after(name, level, mean)).toBe(expected)
  })

  test('the boundary at exactly 50 is a setting of the pack: read as "từ 50", the district gets it back', () => {
    const { regulation } = packs['148']!
    const levels = regulation.levels.map((rule) => ({
      ...rule,
      ...(rule.takesBack ? { takesBack: rule.takesBack.map((range) => ({ ...range, atFrom: 'included' as const })) } : {}),
    }))
    const reading = { regulation: { ...regulation, levels } }
    expect(afterResult(reading, 'province', { outcome: 'scored', mean: fraction(50), star: 3 })).toMatchObject({
      step: 'returnDown',
      to: 'district',
      choices: ['recogniseOnThatResult', 'reassess'],
    })
  })

  test('a mean of 629/9, which prints as 69,89, and 6999/100 stay below 70', () => {
    for (const mean of [fraction(629, 9), fraction(6999, 100)])
      expect(afterResult(packs['148']!, 'district', { outcome: 'scored', mean, star: 3 }).step).toBe('recogniseHere')
  })

  test('the way up follows the points alone, whatever gates were missed', () => {
    expect(after('148', 'district', '72', 3)).toBe('up province')
    expect(after('26', 'province', '92', 4)).toBe('up central')
  })

  test('enough points with a missed gate: the level that recognises the star there is gets it back', () => {
    expect(after('148', 'province', '72', 3)).toBe('down district: recogniseOnThatResult reassess')
    expect(after('26', 'central', '92', 4)).toBe('down province: recogniseOnThatResult reassess')
    expect(after('26', 'province', '72', 2)).toBe('letter')
  })

  test('an invalid dossier goes back to the district to be completed and assessed there, under 148 only (S0:135)', () => {
    const invalid = { outcome: 'invalidDossier', mean: fraction(0), star: 1 } as const
    expect(afterResult(packs['148']!, 'province', invalid)).toMatchObject({
      step: 'returnDown',
      to: 'district',
      because: 'invalidDossier',
      choices: ['completeAndAssess'],
    })
    expect(afterResult(packs['26']!, 'province', invalid).step).toBe('letter')
  })

  test.each(['disqualified', 'eliminated', 'notAssessable', 'stopped'] as const)(
    'an assessment that ended as %s gets a letter',
    (outcome) => {
      expect(afterResult(packs['148']!, 'district', { outcome, mean: fraction(95), star: 5 })).toMatchObject({ step: 'letter', star: null })
    },
  )

  test('what goes up from the district under 148 is approved by decision and takes the samples along (S0:187)', () => {
    expect(afterResult(packs['148']!, 'district', { outcome: 'scored', mean: fraction(80), star: 4 })).toMatchObject({
      approves: true,
      samples: true,
    })
  })

  test('a level that assesses nothing has no results', () => {
    expect(() => afterResult(packs['26']!, 'commune', { outcome: 'scored', mean: fraction(80), star: 4 })).toThrow(RangeError)
    expect(() => afterResult(packs['26']!, 'district', { outcome: 'scored', mean: fraction(80), star: 4 })).toThrow(RangeError)
  })
})

describe('the parts of a dossier, level by level', () => {
  const ids = (name: string, level: Level, set = 1, kind: 'first' | 'renewal' = 'first') =>
    componentsFor(packs[name]!, level, kind, set).map((part) => part.id)

  test('1048 lists 18 papers, five of them mandatory, four for tourism', () => {
    const papers = componentsFor(packs['1048']!, 'commune', 'first', 1)
    expect(papers).toHaveLength(18)
    expect(papers.filter((part) => part.need === 'always').map((part) => part.id)).toEqual([
      'registrationSlip',
      'selfAssessment',
      'organisation',
      'businessRegistration',
      'samples',
    ])
    expect(ids('1048', 'commune', 26)).not.toContain('samples')
  })

  test('148: biểu 1 and 2 from the producer, biểu 3 from the commune, the approving decision from the district', () => {
    const templates = (level: Level) => componentsFor(packs['148']!, level, 'first', 1).flatMap((part) => part.template ?? [])
    expect(templates('commune')).toEqual(['biểu 1', 'biểu 2'])
    expect(templates('district')).toEqual(['biểu 3'])
    expect(ids('148', 'province')).toEqual(
      expect.arrayContaining(['districtProposal', 'approvalDecision', 'councilReport', 'communeReport', 'samples']),
    )
    expect(ids('148', 'commune', 1, 'renewal')).toContain('renewalUpdate')
  })

  test('without a district the commune proposes straight to the province', () => {
    expect(ids('1489', 'province')).toEqual(['communeProposal', 'communeReport', 'productDossier', 'samples'])
    expect(ids('26', 'province')).toEqual(['communeProposal', 'communeReport', 'productDossier', 'samples'])
    expect(ids('26', 'province', 26)).not.toContain('samples')
  })

  test('the ministry’s list is for five stars', () => {
    expect(componentsFor(packs['26']!, 'central', 'first', 1, 4)).toEqual([])
    expect(ids('26', 'central')).toContain('advisoryReport')
  })
})
