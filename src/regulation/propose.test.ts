import { describe, expect, test } from 'vitest'
import { criterionAbout } from './form.ts'
import { loadForm } from './load.ts'
import { proposeAnswers, type ProducerFacts } from './propose.ts'
import { current } from './testing.ts'

const fishSauce = current.forms[9]!
const optionFor = (facts: ProducerFacts, topic: string, set = 9) =>
  proposeAnswers(current.forms[set]!, facts).find((proposal) => proposal.topic === topic)

describe('topics follow the criterion, not its code', () => {
  test('linkage is 1.5 in set 1 and 1.4 in set 9; tourism has none', () => {
    expect([1, 9, 26].map((set) => criterionAbout(current.forms[set]!, 'linkage')?.criterion.code)).toEqual(['1.5', '1.4', undefined])
  })

  test.each([
    ['legalForm', 3, 26],
    ['head', 2, 26],
    ['localLabour', 3, 26],
    ['growth', 2, 26],
    ['intellectualProperty', 3, 26],
    ['linkage', 4, 25],
    ['markets', 4, 23],
    ['marketsByArea', 5, 2],
    ['originInCommune', 3, 7],
    ['originInProvince', 3, 18],
  ] as const)('%s has %i options in each of its %i forms', (topic, options, forms) => {
    const found = Object.values(current.forms).flatMap((form) => criterionAbout(form, topic)?.criterion ?? [])
    expect(found.map((criterion) => criterion.options.length)).toEqual(Array.from({ length: forms }, () => options))
  })
})

describe('answers proposed from producer data', () => {
  test.each([
    [{ legalForm: 'household' }, 1],
    [{ legalForm: 'cooperativeGroup' }, 1],
    [{ legalForm: 'limitedCompany' }, 2],
    [{ legalForm: 'cooperative' }, 3],
    [{ legalForm: 'jointStockCompany', localCapital: { part: 50, whole: 100 } }, 2],
    [{ legalForm: 'jointStockCompany', localCapital: { part: 51, whole: 100 } }, 3],
    [{ legalForm: 'jointStockCompany' }, null],
    [{ legalForm: 'association' }, undefined],
  ] satisfies [ProducerFacts, number | null | undefined][])('3.1 %j: option %s', (facts, option) => {
    expect(optionFor(facts, 'legalForm')?.option).toBe(option)
  })

  test('an association stands with the co-operatives in tourism only', () => {
    expect(optionFor({ legalForm: 'association' }, 'legalForm', 26)?.option).toBe(3)
  })

  test.each([
    [0, 0],
    [24, 0],
    [25, 1],
    [49, 1],
    [50, 2],
    [74, 2],
    [76, 3],
    [100, 3],
  ])('3.3 with %i %% of workers from the commune: option %i', (part, option) => {
    expect(optionFor({ localLabour: { part, whole: 100 } }, 'localLabour')?.option).toBe(option)
  })

  test('exactly 75 % is shown and left to people: both labour options hold it, no linkage option does', () => {
    expect(optionFor({ localLabour: { part: 3, whole: 4 } }, 'localLabour')).toMatchObject({ option: null, candidates: [2, 3] })
    const linkage = { contracted: { part: 3, whole: 4 }, stableMonths: 12 }
    expect(optionFor({ linkage }, 'linkage')).toMatchObject({ option: null, candidates: [2, 4] })
  })

  test.each([
    [0, 0, 1],
    [50, 24, 2],
    [76, 11, 3],
    [76, 12, 4],
  ])('linkage for %i %% of output, stable %i months: option %i', (part, stableMonths, option) => {
    expect(optionFor({ linkage: { contracted: { part, whole: 100 }, stableMonths } }, 'linkage')?.option).toBe(option)
  })

  test.each([
    [{ woman: false, ethnicMinority: false, disabled: false }, 1],
    [{ woman: true, ethnicMinority: false, disabled: false }, 2],
    [{ woman: false, ethnicMinority: true, disabled: true }, 2],
  ])('3.2 %j: option %i', (head, option) => {
    expect(optionFor({ head }, 'head')?.option).toBe(option)
  })

  test.each([
    ['household', undefined, { 2025: 9, 2024: 8, 2023: 7 }, 2],
    ['household', undefined, { 2025: 9, 2024: 8, 2023: 8 }, 1],
    ['household', undefined, { 2025: 8, 2024: 8 }, 0],
    ['household', 'good', { 2025: 8, 2024: 8 }, 0],
    ['household', undefined, { 2024: 8 }, undefined],
    ['cooperative', 'fair', {}, 2],
    ['cooperative', 'average', {}, 1],
    ['cooperative', 'average', { 2025: 9, 2024: 8, 2023: 7 }, 2],
    ['cooperative', 'weak', { 2025: 9, 2024: 8, 2023: 8 }, 1],
  ] as const)('3.4 %s graded %s with profits %j: option %s', (legalForm, cooperativeGrade, profits, option) => {
    const growth = { assessmentYear: 2026, profits, ...(cooperativeGrade ? { cooperativeGrade } : {}) }
    expect(optionFor({ legalForm, growth }, 'growth')?.option).toBe(option)
  })

  test.each([
    [false, false, false, false, 0],
    [true, false, false, false, 1],
    [true, true, false, true, 1],
    [true, true, true, false, 2],
    [true, true, true, true, 3],
  ])(
    '3.5 application %s, certificate %s, origin %s, design %s: option %i',
    (applicationAccepted, trademarkCertificate, originSign, designOrPatent, option) => {
      const intellectualProperty = { applicationAccepted, trademarkCertificate, originSign, designOrPatent }
      expect(optionFor({ intellectualProperty }, 'intellectualProperty')?.option).toBe(option)
    },
  )

  test.each([
    ['commune', 9, false, false, 1, 1],
    ['province', 4, false, false, 2, 3],
    ['country', 5, false, false, 3, 4],
    ['abroad', 0, false, false, 2, 4],
    ['country', 0, false, true, 4, 4],
    ['abroad', 0, true, false, 4, 5],
  ] as const)(
    '4.1 sold to %s, %i agents, export %s, modern %s: option %i, and %i by area',
    (farthest, agents, exportContract, modernChannelContract, option, byArea) => {
      const markets = { farthest, agents, exportContract, modernChannelContract }
      expect(optionFor({ markets }, 'markets')?.option).toBe(option)
      expect(optionFor({ markets }, 'marketsByArea', 24)?.option).toBe(byArea)
    },
  )

  test('nothing is proposed from silence or from figures that cannot be', () => {
    expect(proposeAnswers(fishSauce, {})).toEqual([])
    expect(proposeAnswers(fishSauce, { localLabour: { part: 5, whole: 4 }, originInProvince: { part: 0, whole: 0 } })).toEqual([])
  })

  test('the reason shows the figure in both languages', () => {
    const because = optionFor({ originInProvince: { part: 2, whole: 3 } }, 'originInProvince')?.because
    expect(because).toEqual({ vi: '66,67% nguyên liệu có nguồn gốc trong tỉnh.', en: '66.67% of materials from the province.' })
  })

  test('older forms carry no topics: nothing is proposed', async () => {
    expect(proposeAnswers(await loadForm('qd-148-2023', 9), { legalForm: 'cooperative' })).toEqual([])
  })
})
