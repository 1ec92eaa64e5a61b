// Builds the frozen basis of a result from what was loaded. Pure: the same records give the same basis, to the byte.
import { formatHalfUp, fractionText } from '#/regulation/fraction.ts'
import type { StarProofRow } from '#/regulation/council.ts'
import { endingWords } from './closing.messages.ts'
import type { EndingRow, ReconciliationRow, ResolutionRow } from './closing.store.ts'
import type { LoadedClosing } from './closing.load.ts'
import { tallyOf, type Vote } from './closing.vote.ts'
import { chairOfItem, isPresent } from './council.ts'
import { roleWords } from './council.messages.ts'
import { ruleSettings, type CouncilRules } from './council.rules.ts'
import { openSheets, sheetsHash, type BasisEnding, type BasisGate, type BasisMember, type BasisVotes, type ResultBasis } from './result.ts'
import { sheetOf, criteriaMeans, partMeans, dissentOf } from './result.sheets.ts'

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
