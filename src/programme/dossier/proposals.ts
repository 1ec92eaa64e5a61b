// Turns what the producer already told us (description, papers, mẫu 02) into facts from which answers are proposed. Pure; a person confirms.
import { proposeAnswers, type LegalForm, type ProducerFacts, type Proposal } from '#/regulation/propose.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isEthnicMinority } from '../producer/producer.ts'
import type { DossierFacts } from './dossier.facts.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Nothing is proposed from silence: a fact not told is left out. Papers past their last day on `today` prove nothing. */
export function producerFactsOf(facts: DossierFacts, today: PlainDate): ProducerFacts {
  const { producer, person, dossier } = facts
  const report = dossier.report
  const found: Mutable<ProducerFacts> = {}
  if (producer.legalForm) found.legalForm = producer.legalForm as LegalForm
  if (producer.localCapitalShare !== null) found.localCapital = { part: producer.localCapitalShare, whole: 100 }
  const minority = isEthnicMinority(person.headEthnicity)
  // "No" is only sure when all three are known; one "yes" is enough.
  const traits = [person.headSex === null ? null : person.headSex === 'female', minority, person.headDisability]
  if (traits.includes(true) || traits.every((trait) => trait !== null))
    found.head = { woman: traits[0] === true, ethnicMinority: traits[1] === true, disabled: traits[2] === true }
  if (producer.workersTotal !== null && producer.workersLocal !== null && producer.workersTotal > 0)
    found.localLabour = { part: producer.workersLocal, whole: producer.workersTotal }
  const growth = growthOf(facts, today)
  if (growth) found.growth = growth
  found.intellectualProperty = propertyOf(facts, today)
  const linkage = percent(report['linkageShare'])
  if (linkage) found.linkage = { contracted: linkage, stableMonths: wholeNumber(report['linkageMonths']) ?? 0 }
  const farthest = report['farthestMarket']
  if (farthest === 'commune' || farthest === 'beyondCommune' || farthest === 'province' || farthest === 'country' || farthest === 'abroad')
    found.markets = {
      farthest,
      agents: wholeNumber(report['agents']) ?? 0,
      exportContract: report['exportContract'] === 'yes',
      modernChannelContract: report['modernChannel'] === 'yes',
    }
  const origin = percent(report['originShare'])
  if (origin) {
    found.originInCommune = origin
    found.originInProvince = origin
  }
  return found
}

export function proposalsFor(facts: DossierFacts, today: PlainDate): Proposal[] {
  return proposeAnswers(facts.form, producerFactsOf(facts, today))
}

function growthOf(facts: DossierFacts, today: PlainDate): ProducerFacts['growth'] {
  const year = Number(today.slice(0, 4))
  const profits: Record<number, number> = {}
  for (const back of [1, 2, 3]) {
    const profit = wholeNumber(facts.dossier.report[`profit${back}`])
    if (profit !== null) profits[year - back] = profit
  }
  const grade = facts.producer.cooperativeGrade
  const known = grade === 'weak' || grade === 'average' || grade === 'fair' || grade === 'good' ? grade : null
  if (known === null && Object.keys(profits).length === 0) return undefined
  return { assessmentYear: year, profits, ...(known ? { cooperativeGrade: known } : {}) }
}

function propertyOf(facts: DossierFacts, today: PlainDate): NonNullable<ProducerFacts['intellectualProperty']> {
  const live = facts.papers.filter((paper) => paper.files.length > 0 && (paper.expiresOn === null || paper.expiresOn >= today))
  const has = (kind: string) => live.some((paper) => paper.kind === kind)
  return {
    applicationAccepted: has('trademarkApplication'),
    trademarkCertificate: has('trademarkCertificate'),
    originSign: has('originSign'),
    designOrPatent: has('designOrPatent'),
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : null
}

function percent(text: string | undefined): { part: number; whole: number } | null {
  const value = wholeNumber(text)
  return value === null || value < 0 || value > 100 ? null : { part: value, whole: 100 }
}
