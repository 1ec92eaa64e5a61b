import { criteriaOf } from './form.ts'
import type { CriterionCode, Form, Topic } from './form.schema.ts'
import { formatHalfUp, fraction } from './fraction.ts'
import { proposeMessages, proposeWords } from './propose.messages.ts'
import { say, type Message } from './regulation.messages.ts'

/** A share kept as two integers, so that 75 % is exactly 75 %: `{ part: 3, whole: 4 }`. */
export type Share = { readonly part: number; readonly whole: number }

export type LegalForm =
  | 'cooperative'
  | 'cooperativeGroup'
  | 'privateEnterprise'
  | 'limitedCompany'
  | 'jointStockCompany'
  | 'farm'
  | 'productionHousehold'
  | 'household'
  | 'association'
  | 'tourismCentre'

/** What producer data already say. Leave out what is not known: nothing is proposed from silence. */
export type ProducerFacts = {
  readonly legalForm?: LegalForm
  /** Capital of a joint-stock company held by the local community. */
  readonly localCapital?: Share
  readonly head?: { readonly woman: boolean; readonly ethnicMinority: boolean; readonly disabled: boolean }
  /** Workers of the commune, of all workers. */
  readonly localLabour?: Share
  /** Output under linkage contracts, of all output; months the contracts have run to the day of registration. */
  readonly linkage?: { readonly contracted: Share; readonly stableMonths: number }
  readonly growth?: {
    readonly assessmentYear: number
    readonly cooperativeGrade?: 'weak' | 'average' | 'fair' | 'good'
    /** Profit in đồng by year. */
    readonly profits: Readonly<Record<number, number>>
  }
  readonly intellectualProperty?: {
    readonly applicationAccepted: boolean
    /** Every mark on the pack has a certificate. */
    readonly trademarkCertificate: boolean
    /** Sign of geographical origin, with written right of use where the state protects it. */
    readonly originSign: boolean
    /** Design, patent, utility solution, or copyright other than in the mark. */
    readonly designOrPatent: boolean
  }
  readonly markets?: {
    readonly farthest: 'commune' | 'beyondCommune' | 'province' | 'country' | 'abroad'
    readonly agents: number
    /** Contracts with proof that they were carried out. */
    readonly exportContract: boolean
    readonly modernChannelContract: boolean
  }
  /** Product grown or raised in the commune (sets 1–4, 23–25). */
  readonly originInCommune?: Share
  /** Materials from the province (sets 5–22). */
  readonly originInProvince?: Share
}

/**
 * An answer the data propose for a criterion; a person confirms it, never the machine.
 * `option` null = the data do not settle it: `candidates` are the options to choose from.
 */
export type Proposal = {
  readonly criterion: CriterionCode
  readonly topic: Topic
  readonly option: number | null
  readonly candidates: readonly number[]
  readonly because: Message
}

type Found = { readonly option: number | null; readonly candidates?: readonly number[]; readonly because: Message }

/** Set of tourism services: other kinds of producers stand with the co-operatives at 3.1. */
const tourismSet = 26

const because = (message: Message, values: Readonly<Record<string, string | Message>> = {}): Message => {
  const inLanguage = (language: 'vi' | 'en'): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]))
  return { vi: say(message.vi, inLanguage('vi')), en: say(message.en, inLanguage('en')) }
}

/** A share that makes sense: integers, part within whole. */
const isShare = (share: Share | undefined): share is Share =>
  share !== undefined &&
  Number.isSafeInteger(share.part) &&
  Number.isSafeInteger(share.whole) &&
  share.whole > 0 &&
  share.part >= 0 &&
  share.part <= share.whole

/** Negative, zero, positive as the share is below, at, above so many per cent; exact. */
const compareToPercent = (share: Share, percent: number): number => share.part * 100 - percent * share.whole

const percentOf = (share: Share): Message => {
  const exact = fraction(share.part * 100, share.whole)
  return { vi: trimZeros(formatHalfUp(exact, 2, ',')), en: trimZeros(formatHalfUp(exact, 2, '.')) }
}
const trimZeros = (text: string): string =>
  text.replace(/[.,]?0+$/, (zeros) => (/[.,]/.test(zeros) ? '' : zeros)).replace(/([.,]\d)0$/, '$1')

const decide: Readonly<Record<Topic, (facts: ProducerFacts, form: Form) => Found | undefined>> = {
  legalForm: ({ legalForm, localCapital }, form) => {
    if (!legalForm) return undefined
    const said = because(proposeMessages.legalForm, { form: proposeWords[legalForm] })
    if (legalForm === 'cooperative') return { option: 3, because: said }
    if (legalForm === 'association' || legalForm === 'tourismCentre')
      return form.set === tourismSet ? { option: 3, because: said } : undefined
    if (legalForm === 'privateEnterprise' || legalForm === 'limitedCompany') return { option: 2, because: said }
    if (legalForm !== 'jointStockCompany') return { option: 1, because: said }
    if (!isShare(localCapital)) return { option: null, candidates: [2, 3], because: proposeMessages.localCapitalUnknown }
    const option = compareToPercent(localCapital, 51) >= 0 ? 3 : 2
    return { option, because: because(proposeMessages.localCapital, { percent: percentOf(localCapital) }) }
  },

  head: ({ head }) => {
    if (!head) return undefined
    const traits = (['woman', 'ethnicMinority', 'disabled'] as const).filter((trait) => head[trait]).map((trait) => proposeWords[trait])
    if (traits.length === 0) return { option: 1, because: proposeMessages.headNo }
    const joined = { vi: traits.map((trait) => trait.vi).join(', '), en: traits.map((trait) => trait.en).join(', ') }
    return { option: 2, because: because(proposeMessages.headYes, { traits: joined }) }
  },

  localLabour: ({ localLabour }) => {
    if (!isShare(localLabour)) return undefined
    const figures = { local: String(localLabour.part), total: String(localLabour.whole), percent: percentOf(localLabour) }
    const said = because(proposeMessages.labour, figures)
    if (compareToPercent(localLabour, 25) < 0) return { option: 0, because: said }
    if (compareToPercent(localLabour, 50) < 0) return { option: 1, because: said }
    const to75 = compareToPercent(localLabour, 75)
    // Printed "từ 50% đến 75%" and "từ 75% trở lên": both hold exactly 75 %.
    if (to75 === 0)
      return { option: null, candidates: [2, 3], because: because(proposeMessages.exactly75, { figure: proposeWords.labourFigure }) }
    return { option: to75 < 0 ? 2 : 3, because: said }
  },

  growth: ({ growth, legalForm }) => {
    if (!growth) return undefined
    const { assessmentYear: year, profits, cooperativeGrade } = growth
    const grade = legalForm === 'cooperative' ? cooperativeGrade : undefined
    const [last, before, earlier] = [profits[year - 1], profits[year - 2], profits[year - 3]]
    const years = [year - 3, year - 2, year - 1].filter((one) => profits[one] !== undefined).map((one) => `${one}: ${profits[one]} đ`)
    const listed = { years: years.join('; ') || '—' }
    const rose = last !== undefined && before !== undefined && last > before
    const roseBefore = before !== undefined && earlier !== undefined && before > earlier
    if (grade === 'fair' || grade === 'good')
      return { option: 2, because: because(proposeMessages.gradeGood, { grade: proposeWords[grade] }) }
    if (rose && roseBefore) return { option: 2, because: because(proposeMessages.profitTwo, listed) }
    if (grade === 'average') return { option: 1, because: because(proposeMessages.gradeGood, { grade: proposeWords.average }) }
    if (rose) return { option: 1, because: because(proposeMessages.profitOne, listed) }
    if (last === undefined || before === undefined)
      return grade === 'weak' ? { option: 0, because: because(proposeMessages.gradeGood, { grade: proposeWords.weak }) } : undefined
    return { option: 0, because: because(proposeMessages.growthNone, listed) }
  },

  intellectualProperty: ({ intellectualProperty: papers }) => {
    if (!papers) return undefined
    if (papers.trademarkCertificate && papers.originSign) {
      const more = papers.designOrPatent ? proposeWords.withDesign : proposeWords.nothing
      return { option: papers.designOrPatent ? 3 : 2, because: because(proposeMessages.trademarkCertificate, { more }) }
    }
    // Interpretation: a certificate without a sign of origin still holds the accepted application of the first option.
    if (papers.trademarkCertificate) return { option: 1, because: proposeMessages.trademarkWithoutOrigin }
    if (papers.applicationAccepted) return { option: 1, because: proposeMessages.trademarkApplication }
    return { option: 0, because: proposeMessages.noIntellectualProperty }
  },

  linkage: ({ linkage }) => {
    if (!linkage || !isShare(linkage.contracted)) return undefined
    const { contracted, stableMonths } = linkage
    if (contracted.part === 0) return { option: 1, because: proposeMessages.linkageNone }
    const said = because(proposeMessages.linkage, { percent: percentOf(contracted), months: String(stableMonths) })
    const above = stableMonths >= 12 ? 4 : 3
    // The options print nothing for a contract under 50 %: none reached, or the first ("unclear"); both give 0 points.
    if (compareToPercent(contracted, 50) < 0)
      return { option: null, candidates: [0, 1], because: because(proposeMessages.linkageLow, { percent: percentOf(contracted) }) }
    const to75 = compareToPercent(contracted, 75)
    // Printed "từ 50% đến dưới 75%" and "trên 75%": neither holds exactly 75 %.
    if (to75 === 0)
      return { option: null, candidates: [2, above], because: because(proposeMessages.exactly75, { figure: proposeWords.linkageFigure }) }
    return { option: to75 < 0 ? 2 : above, because: said }
  },

  markets: ({ markets }) => {
    if (!markets) return undefined
    if (markets.exportContract || markets.modernChannelContract) return { option: 4, because: proposeMessages.marketModern }
    if (markets.farthest === 'commune') return { option: 1, because: because(proposeMessages.marketArea, { area: proposeWords.commune }) }
    return { option: markets.agents >= 5 ? 3 : 2, because: because(proposeMessages.marketAgents, { agents: String(markets.agents) }) }
  },

  marketsByArea: ({ markets }) => {
    if (!markets) return undefined
    if (markets.exportContract) return { option: 5, because: proposeMessages.marketExport }
    // Sales abroad without a contract carried out count as sales beyond the province.
    const area = markets.farthest === 'abroad' ? 'country' : markets.farthest
    const option = ['commune', 'beyondCommune', 'province', 'country'].indexOf(area) + 1
    return { option, because: because(proposeMessages.marketArea, { area: proposeWords[markets.farthest] }) }
  },

  originInCommune: ({ originInCommune }) => byOrigin(originInCommune, proposeWords.grownInCommune),
  originInProvince: ({ originInProvince }) => byOrigin(originInProvince, proposeWords.materialsInProvince),
}

function byOrigin(share: Share | undefined, what: Message): Found | undefined {
  if (!isShare(share)) return undefined
  const said = because(proposeMessages.originShare, { percent: percentOf(share), what })
  if (share.part === 0) return { option: 0, because: said }
  return { option: compareToPercent(share, 50) < 0 ? 1 : compareToPercent(share, 75) < 0 ? 2 : 3, because: said }
}

/**
 * Answers proposed from producer data, in printed order, for criteria that carry a topic (the forms of 26/2026). The topic, not the code,
 * decides: linkage is 1.5 in some sets and 1.4 in others. Facts that are missing or contradict themselves propose nothing.
 */
export function proposeAnswers(form: Form, facts: ProducerFacts): Proposal[] {
  return criteriaOf(form).flatMap(({ criterion }) => {
    const { topic } = criterion
    const found = topic ? decide[topic](facts, form) : undefined
    if (!topic || !found) return []
    const candidates = found.candidates ?? (found.option === null ? [] : [found.option])
    return [{ criterion: criterion.code, topic, option: found.option, candidates, because: found.because }]
  })
}
