/**
 * What in a filed dossier deserves a second look: papers that do not fit the producer, the calendar or themselves, and answers the producer's
 * own data do not bear out. A flag decides nothing: the officer, the council and the reader see it and judge. Pure.
 */
import { addDays, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { criteriaOf } from '#/regulation/form.ts'
import { proposeAnswers, type LegalForm, type ProducerFacts } from '#/regulation/propose.ts'
import type { Snapshot, SnapshotPaper } from '../dossier/snapshot.ts'
import { flagWords, type FlagKind } from './flags.messages.ts'

export type Flag = {
  kind: FlagKind
  /** `warn` asks for an answer before the dossier goes on; `note` only informs. */
  weight: 'warn' | 'note'
  /** Where it belongs: a paper of the snapshot, a criterion, or the producer's own data. */
  target: { kind: 'paper' | 'criterion' | 'producer'; id: string; title: string }
  text: { vi: string; en: string }
}

/** A paper that runs out within so many days is named, because the round lasts longer. Interpretation. */
const SOON_DAYS = 90

/** Words that name only the legal form, and so say nothing about who it is. */
const FORM_WORDS =
  /\b(hop tac xa|htx|cong ty|cty|trach nhiem huu han|tnhh|mtv|mot thanh vien|co phan|cp|ho kinh doanh|hkd|ho san xuat|doanh nghiep tu nhan|dntn|to hop tac|tht|ong|ba|co so|trang trai)\b/g

/** A name without accents, punctuation and the words of legal forms: "HTX Vạn Triều" meets "Hợp tác xã Vạn Triều". */
export function bareName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(FORM_WORDS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function sameName(one: string, other: string): boolean {
  const [a, b] = [bareName(one), bareName(other)]
  return a !== '' && b !== '' && (a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `))
}

function fill(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
}

function flag(
  kind: FlagKind,
  weight: Flag['weight'],
  target: Flag['target'],
  params: Record<string, string | { vi: string; en: string }> = {},
): Flag {
  const words = flagWords[kind]
  const inLanguage = (language: 'vi' | 'en') =>
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]))
  return { kind, weight, target, text: { vi: fill(words.vi, inLanguage('vi')).trim(), en: fill(words.en, inLanguage('en')).trim() } }
}

function paperFlags(snapshot: Snapshot, today: PlainDate): Flag[] {
  const { producer } = snapshot
  const flagsOfPaper = (paper: SnapshotPaper): Flag[] => {
    const target = { kind: 'paper' as const, id: paper.id, title: paper.title }
    const found: Flag[] = []
    if (paper.holder === null || paper.holder.trim() === '') {
      if (paper.number !== null) found.push(flag('holderMissing', 'note', target))
    } else if (!sameName(paper.holder, producer.name) && !sameName(paper.holder, producer.headName)) {
      found.push(flag('holderDiffers', 'warn', target, { holder: paper.holder, producer: producer.name }))
    }
    if (paper.expiresOn !== null && paper.expiresOn < today)
      found.push(flag('expired', 'warn', target, { date: formatDate(paper.expiresOn) }))
    else if (paper.expiresOn !== null && paper.expiresOn <= addDays(today, SOON_DAYS))
      found.push(flag('expiresSoon', 'note', target, { date: formatDate(paper.expiresOn) }))
    if (paper.issuedOn !== null && paper.issuedOn > plainDateOf(new Date(snapshot.filedAt)))
      found.push(flag('notYetIssued', 'warn', target, { date: formatDate(paper.issuedOn) }))
    if (paper.files.length === 0) found.push(flag('noFile', 'warn', target))
    return found
  }
  return snapshot.papers.flatMap(flagsOfPaper)
}

function factsOf(snapshot: Snapshot): ProducerFacts {
  const { producer } = snapshot
  const { workersLocal: local, workersTotal: total } = producer
  return {
    legalForm: producer.legalForm as LegalForm,
    ...(local !== null && total !== null && total > 0 && local <= total ? { localLabour: { part: local, whole: total } } : {}),
  }
}

function answerFlags(snapshot: Snapshot, form: Form): Flag[] {
  const proposed = new Map(proposeAnswers(form, factsOf(snapshot)).map((one) => [one.criterion, one]))
  return criteriaOf(form).flatMap(({ criterion }): Flag[] => {
    const answer = snapshot.answers.find((one) => one.criterion === criterion.code)
    if (!answer) return []
    const target = { kind: 'criterion' as const, id: criterion.code, title: answer.title }
    const found: Flag[] = []
    const proposal = proposed.get(criterion.code)
    const highest = proposal && Math.max(...proposal.candidates)
    const lowest = proposal && Math.min(...proposal.candidates)
    if (proposal && highest !== undefined && answer.option > highest)
      found.push(flag('answerAbove', 'warn', target, { chosen: String(answer.option), data: String(highest), because: proposal.because }))
    else if (proposal && lowest !== undefined && answer.option < lowest)
      found.push(flag('answerBelow', 'note', target, { chosen: String(answer.option), data: String(lowest), because: proposal.because }))
    if (criterion.topic === 'head' && answer.points > 0 && !claimsHead(snapshot)) found.push(flag('headProof', 'warn', target))
    if (answer.points > 0 && answer.paperIds.length === 0 && (criterion.evidenceRows ?? []).length > 0)
      found.push(flag('noEvidence', 'warn', target, { points: String(answer.points) }))
    return found
  })
}

/** Whether the data given bear out criterion 3.2. The flag says only yes or no: the data themselves are sensitive. */
function claimsHead(snapshot: Snapshot): boolean {
  const { headSex, headEthnicity, headDisability } = snapshot.producerPrivate
  const minority = headEthnicity !== null && headEthnicity.trim() !== '' && fold(headEthnicity) !== 'kinh'
  return headSex === 'female' || minority || headDisability === true
}

/** All flags of a filed dossier, papers first, then criteria in printed order. `today` is a plain day in Vietnam. */
export function flagsOf(snapshot: Snapshot, today: PlainDate, form: Form): Flag[] {
  const { workersLocal: local, workersTotal: total, id, name } = snapshot.producer
  const impossible =
    local !== null && total !== null && local > total
      ? [flag('workersImpossible', 'warn', { kind: 'producer', id, title: name }, { local: String(local), total: String(total) })]
      : []
  return [...impossible, ...paperFlags(snapshot, today), ...answerFlags(snapshot, form)]
}
