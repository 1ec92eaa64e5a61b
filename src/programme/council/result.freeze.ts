// Builds the frozen basis of a result from what was loaded. Pure: the same records give the same basis, to the byte.
import { answeredPoints, criteriaOf, criterionOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { formatHalfUp, fractionText, meanOf } from '#/regulation/fraction.ts'
import type { StarProofRow } from '#/regulation/council.ts'
import { endingWords } from './closing.messages.ts'
import type { EndingRow, ReconciliationRow, ResolutionRow } from './closing.store.ts'
import type { LoadedClosing } from './closing.load.ts'
import { tallyOf, type Vote } from './closing.vote.ts'
import { chairOfItem, isPresent } from './council.ts'
import { roleWords } from './council.messages.ts'
import { ruleSettings, type CouncilRules } from './council.rules.ts'
import type { StoredSheet } from './council.store.ts'
import {
  openSheets,
  sheetsHash,
  type BasisChange,
  type BasisCriterion,
  type BasisEnding,
  type BasisGate,
  type BasisMember,
  type BasisPart,
  type BasisSheet,
  type BasisVotes,
  type ResultBasis,
} from './result.ts'
import { optionsOf } from './sheet.ts'

export type FreezeInput = {
  loaded: LoadedClosing
  council: { name: string; decisionNumber: string; decisionDate: string }
  meeting: { name: string; roundName: string }
  bodyNames: ReadonlyMap<string, string>
  spreadReason: string | null
  closedBy: { memberId: string; name: string; roleLabel: string }
  at: Date
}

export const rounding = {
  rule: 'half-up, 2 decimals, after the comparison',
  vi: 'Điểm trung bình được so sánh bằng phân số chính xác trước khi làm tròn; số in ra làm tròn đến hai chữ số sau dấu phẩy, từ nửa đơn vị trở lên thì làm tròn lên.',
}

/** Basis of a scored result. The decision must hold a result (`closing` empty). */
export function freezeScored(input: FreezeInput): ResultBasis {
  const { loaded } = input
  const { decision, form } = loaded
  const { result, proof } = decision
  if (!result || !proof) throw new Error('no result to freeze')
  const nameOf = namer(loaded)
  const counted = decision.counted.flatMap((fact) => {
    const stored = loaded.sheets.find((sheet) => sheet.memberId === fact.memberId && sheet.pass === fact.pass && sheet.state === 'final')
    return stored ? [stored] : []
  })
  const sheets = counted.map((sheet) => sheetOf(form, sheet, loaded.sheets, nameOf(sheet.memberId)))
  const { spread } = result
  return {
    ...common(input),
    outcome: 'scored',
    sheets,
    sheetsHash: sheetsHash(openSheets(sheets)),
    perCriterion: criteriaMeans(form, counted, loaded.sheets),
    parts: partMeans(form, sheets),
    totals: sheets.map(({ memberId, name, total, first }) => ({ memberId, name, total, first: first?.total ?? null })),
    mean: { ...result.mean, exact: fractionText(result.mean), printed: formatHalfUp(result.mean) },
    pointsStar: result.pointsStar,
    star: result.star,
    gates: result.gates.map((gate): BasisGate => ({ ...gate, dissent: dissentOf(form, gate, sheets) })),
    proof: proof.rows.map(proofRow),
    spread: {
      points: spread.points,
      limit: loaded.item.rules.spreadLimit,
      exceeded: spread.exceeded,
      high: { memberId: spread.high.member, name: nameOf(spread.high.member), total: spread.high.total },
      low: { memberId: spread.low.member, name: nameOf(spread.low.member), total: spread.low.total },
      drivers: [...spread.drivers],
    },
    spreadResolution: resolutionOf(loaded, decision.sheetsHash),
    spreadReason: input.spreadReason,
    ending: null,
  }
}

/** Basis of an assessment that a confirmed ending stopped: no mean, and no sheet in it, because none was opened by a closing. */
export function freezeEnded(input: FreezeInput, ending: EndingRow): ResultBasis {
  const frozen = endingOf(ending, input.loaded)
  return {
    ...common(input),
    outcome: ending.kind,
    sheets: [],
    sheetsHash: sheetsHash([]),
    perCriterion: [],
    parts: [],
    totals: [],
    mean: null,
    pointsStar: null,
    star: null,
    gates: [],
    proof: [],
    spread: null,
    spreadResolution: null,
    spreadReason: null,
    ending: frozen,
  }
}

type Common = Omit<
  ResultBasis,
  | 'outcome'
  | 'sheets'
  | 'sheetsHash'
  | 'perCriterion'
  | 'parts'
  | 'totals'
  | 'mean'
  | 'pointsStar'
  | 'star'
  | 'gates'
  | 'proof'
  | 'spread'
  | 'spreadResolution'
  | 'spreadReason'
  | 'ending'
>

function common({ loaded, council, meeting, bodyNames, closedBy, at }: FreezeInput): Common {
  const { item, filed, quorum } = loaded
  const { regulation, set, product, producer, cases } = filed.snapshot
  return {
    format: 1,
    dossier: { id: filed.id, code: filed.code, kind: filed.kind },
    snapshotHash: filed.snapshotHash,
    product: { id: product.id, name: product.name },
    producer: {
      id: producer.id,
      name: producer.name,
      address: [producer.addressLine, producer.communeName, producer.provinceName].filter(Boolean).join(', '),
    },
    council: { id: item.councilId, ...council },
    meeting: {
      id: item.meeting.id,
      ...meeting,
      mode: item.meeting.mode,
      startsAt: item.meeting.startsAt.toISOString(),
      itemId: item.id,
      ordinal: item.ordinal,
    },
    regulation,
    set: { no: set.no, title: set.title },
    cases,
    rules: item.rules,
    rulesInWords: rulesInWords(item.rules),
    thresholds: loaded.pack.regulation.stars.map(({ star, from }) => ({ star, from })),
    members: membersOf(loaded, bodyNames),
    quorum: { counting: quorum.counting, needed: quorum.needed, voting: quorum.voting },
    voided: loaded.sheets
      .filter((sheet) => sheet.state === 'voided')
      .map((sheet) => ({ memberId: sheet.memberId, pass: sheet.pass, reason: sheet.voidReason ?? '', at: sheet.updatedAt.toISOString() })),
    rounding,
    reconciliations: loaded.reconciliations.map((round) => reconciliationOf(loaded, round)),
    endings: loaded.endings.filter((ending) => ending.state !== 'raised').map((ending) => endingOf(ending, loaded)),
    closedBy,
    closedAt: at.toISOString(),
  }
}

/** The council's rules as they stood, in Vietnamese, so that a page years later need not know today's settings. */
export function rulesInWords(rules: CouncilRules): { title: string; value: string }[] {
  return ruleSettings.map((setting) => {
    const value = rules[setting.name]
    if (setting.kind === 'yesNo') return { title: setting.title.vi, value: value === true ? 'có' : 'không' }
    if (setting.kind === 'number') return { title: setting.title.vi, value: `${String(value)} ${setting.unit.vi}` }
    const words: Readonly<Record<string, { vi: string }>> = setting.values
    return { title: setting.title.vi, value: words[String(value)]?.vi ?? String(value) }
  })
}

function namer(loaded: LoadedClosing): (memberId: string) => string {
  return (memberId) => loaded.item.seats.find((seat) => seat.memberId === memberId)?.name ?? ''
}

function membersOf(loaded: LoadedClosing, bodyNames: ReadonlyMap<string, string>): BasisMember[] {
  const { item, places } = loaded
  const chair = chairOfItem(item)
  return item.seats.map((seat) => ({
    memberId: seat.memberId,
    name: seat.name,
    post: seat.post,
    body: (seat.bodyId && bodyNames.get(seat.bodyId)) ?? '',
    role: seat.role,
    roleLabel: roleWords[seat.role].vi,
    voting: seat.voting,
    present: isPresent(item, seat.memberId),
    place: places.find((entry) => entry.seat.memberId === seat.memberId)?.place ?? null,
    chairs: chair?.memberId === seat.memberId,
  }))
}

function firstOf(sheets: readonly StoredSheet[], sheet: StoredSheet): StoredSheet | null {
  if (sheet.pass === 1) return null
  return sheets.find((entry) => entry.memberId === sheet.memberId && entry.pass === 1 && entry.state === 'final') ?? null
}

function answerOf(form: Form, answers: Answers, code: string) {
  const { criterion } = criterionOf(form, code)
  const option = answers[code] ?? 0
  const text = option === 0 ? 'Không đạt mức nào' : (criterion.options[option - 1]?.text ?? '')
  return { option, optionText: text, points: answeredPoints(criterion, answers) }
}

function totalFrom(form: Form, answers: Answers): number {
  return criteriaOf(form).reduce((sum, { criterion }) => sum + answeredPoints(criterion, answers), 0)
}

/** Why a criterion was changed, from the newest pass that says so: a later pass that left it alone carries no reason. */
function reasonOf(all: readonly StoredSheet[], sheet: StoredSheet, code: string): string {
  return (
    all
      .filter((entry) => entry.memberId === sheet.memberId && entry.state === 'final' && entry.pass > 1 && entry.pass <= sheet.pass)
      .toSorted((a, b) => b.pass - a.pass)
      .map((entry) => entry.answers[code]?.reason ?? '')
      .find((reason) => reason !== '') ?? ''
  )
}

function sheetOf(form: Form, sheet: StoredSheet, all: readonly StoredSheet[], name: string): BasisSheet {
  const answers = optionsOf(sheet.answers)
  const first = firstOf(all, sheet)
  const before = first ? optionsOf(first.answers) : null
  const answered = criteriaOf(form).filter(({ criterion }) => Object.hasOwn(answers, criterion.code))
  return {
    memberId: sheet.memberId,
    name,
    pass: sheet.pass,
    afterDiscussion: sheet.pass > 1,
    finalisedAt: (sheet.finalisedAt ?? sheet.updatedAt).toISOString(),
    total: totalFrom(form, answers),
    comment: sheet.comment,
    answers: answered.map(({ criterion: { code } }) => ({
      criterion: code,
      ...answerOf(form, answers, code),
      comment: sheet.answers[code]?.comment ?? '',
    })),
    first: first && before ? { total: totalFrom(form, before), finalisedAt: (first.finalisedAt ?? first.updatedAt).toISOString() } : null,
    changes: before
      ? criteriaOf(form).flatMap(({ criterion: { code } }): BasisChange[] =>
          (before[code] ?? null) === (answers[code] ?? null)
            ? []
            : [
                {
                  criterion: code,
                  first: answerOf(form, before, code),
                  second: answerOf(form, answers, code),
                  reason: reasonOf(all, sheet, code),
                },
              ],
        )
      : [],
  }
}

function criteriaMeans(form: Form, counted: readonly StoredSheet[], all: readonly StoredSheet[]): BasisCriterion[] {
  return criteriaOf(form).map(({ part, criterion }) => {
    const points = counted.map((sheet) => {
      const first = firstOf(all, sheet)
      const now = answeredPoints(criterion, optionsOf(sheet.answers))
      const before = first ? answeredPoints(criterion, optionsOf(first.answers)) : null
      return { memberId: sheet.memberId, points: now, first: before === now ? null : before }
    })
    const mean = meanOf(points.map((entry) => entry.points))
    return {
      criterion: criterion.code,
      title: criterion.title,
      part: part.code,
      max: criterion.max,
      points,
      meanExact: fractionText(mean),
      meanPrinted: formatHalfUp(mean),
    }
  })
}

function partMeans(form: Form, sheets: readonly BasisSheet[]): BasisPart[] {
  return form.parts.map((part) => {
    const codes = new Set(part.groups.flatMap((group) => group.criteria.map((criterion) => criterion.code)))
    const points = sheets.map((sheet) => ({
      memberId: sheet.memberId,
      points: sheet.answers.reduce((sum, answer) => sum + (codes.has(answer.criterion) ? answer.points : 0), 0),
    }))
    const mean = meanOf(points.map((entry) => entry.points))
    return { code: part.code, title: part.title, max: part.max, points, meanExact: fractionText(mean), meanPrinted: formatHalfUp(mean) }
  })
}

/** Names on the other side: who does not meet a gate the council meets, or meets one it does not. */
function dissentOf(form: Form, gate: { criterion: string; needed: number; met: boolean }, sheets: readonly BasisSheet[]): string[] {
  return sheets.flatMap((sheet) => {
    const points = sheet.answers.find((answer) => answer.criterion === gate.criterion)?.points ?? 0
    return points >= gate.needed === gate.met ? [] : [sheet.name]
  })
}

function proofRow({ star, from, pointsMet, short, shortShown, gatesMet }: StarProofRow): ResultBasis['proof'][number] {
  return { star, from, pointsMet, short, shortPrinted: shortShown, gatesMet }
}

function reconciliationOf(loaded: LoadedClosing, round: ReconciliationRow): ResultBasis['reconciliations'][number] {
  const nameOf = namer(loaded)
  return {
    ordinal: round.ordinal,
    reason: round.reason,
    openedBy: round.openedBy,
    openedAt: round.openedAt.toISOString(),
    closedAt: (round.closedAt ?? round.openedAt).toISOString(),
    spreadBefore: round.spreadBefore,
    spreadAfter: round.spreadAfter,
    scope: round.scope.map((entry) => ({ ...entry, name: nameOf(entry.memberId) })),
  }
}

function votesOf(loaded: LoadedClosing, { votes, voters }: { votes: readonly Vote[]; voters: readonly string[] | null }): BasisVotes {
  const nameOf = namer(loaded)
  const set = voters === null ? loaded.votingSet : voters.map((memberId) => ({ memberId }))
  const tally = tallyOf(set, votes)
  return { voters: tally.voters, yes: tally.yes.map(nameOf), no: tally.no.map(nameOf) }
}

function resolutionOf(loaded: LoadedClosing, hash: string | null): ResultBasis['spreadResolution'] {
  const used = loaded.resolutions.findLast((row: ResolutionRow) => row.state === 'accepted' && row.sheetsHash === hash)
  if (!used) return null
  return {
    reason: used.reason,
    spread: used.spread,
    state: 'accepted',
    openedBy: used.openedBy,
    decidedAt: (used.decidedAt ?? used.openedAt).toISOString(),
    votes: votesOf(loaded, used),
  }
}

function endingOf(row: EndingRow, loaded: LoadedClosing): BasisEnding {
  return {
    kind: row.kind,
    kindLabel: endingWords[row.kind].vi,
    ruleId: row.ruleId,
    criterion: row.criterion,
    ruleText: row.ruleText,
    reason: row.reason,
    raisedBy: row.raisedBy === 'machine' ? 'Phần mềm, theo phiếu của thành viên' : (row.raisedByName ?? ''),
    raisedAt: row.raisedAt.toISOString(),
    state: row.state === 'rejected' ? 'rejected' : 'confirmed',
    decidedBy: row.decidedByName ?? '',
    decidedAt: (row.decidedAt ?? row.raisedAt).toISOString(),
    votes: votesOf(loaded, row),
  }
}
