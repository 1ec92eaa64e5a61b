// A council asked in writing (lấy ý kiến bằng văn bản): when ballots may come, when they differ, when a person must call a meeting.
// Pure: no database, no clock. A ballot is a member's score sheet; what is missing counts neither for nor against.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { CouncilResult } from '#/regulation/council.ts'
import type { Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { scoreSheet, type StarThreshold } from '#/regulation/score.ts'
import { votingPlaces, type ItemFacts, type SheetFact } from './council.ts'
import type { CouncilRules } from './council.rules.ts'

/** In which ways ballots differ. */
export type DifferWay = 'star' | 'spread' | 'gate'
export const differWays: readonly DifferWay[] = ['star', 'spread', 'gate']

export function isWritten(item: Pick<ItemFacts, 'meeting'>): boolean {
  return item.meeting.mode === 'writtenOpinion'
}

/** True once the last day for ballots is over (midnight in Vietnam after it). Never for a meeting. */
export function ballotsOver(item: Pick<ItemFacts, 'meeting'>, now: Date): boolean {
  const { mode, opinionDueOn } = item.meeting
  return mode === 'writtenOpinion' && typeof opinionDueOn === 'string' && plainDateOf(now) > opinionDueOn
}

/** Least number of ballots: the council's own number, or (0) the quorum of its voting members. */
export function leastBallots(rules: Pick<CouncilRules, 'opinionLeast' | 'quorumPercent'>, voting: number): number {
  return rules.opinionLeast > 0 ? rules.opinionLeast : Math.max(1, Math.ceil((voting * rules.quorumPercent) / 100))
}

/**
 * In which of the ways the council's rules name the ballots differ; empty = they agree and the item may be closed in writing.
 * Interpretation of Đ7.6 ("họp khi ý kiến khác nhau"), which does not say what differing is:
 * - star: two ballots, each read by itself with its points and gates, give different stars;
 * - spread: highest minus lowest total is over the council's limit, exactly the limit agrees;
 * - gate: some ballots meet a minimum and others do not, for a star that any ballot reaches by points (higher ones decide nothing).
 */
export function ballotsDiffer(
  form: Form,
  thresholds: readonly StarThreshold[],
  ballots: readonly Answers[],
  result: Pick<CouncilResult, 'spread' | 'gates'>,
  rules: Pick<CouncilRules, 'opinionDifferStar' | 'opinionDifferSpread' | 'opinionDifferGate'>,
): DifferWay[] {
  const scores = ballots.map((answers) => scoreSheet(form, thresholds, answers))
  const reached = Math.max(0, ...scores.map((score) => score.pointsStar))
  const found: Record<DifferWay, boolean> = {
    star: rules.opinionDifferStar && new Set(scores.map((score) => score.star)).size > 1,
    spread: rules.opinionDifferSpread && result.spread.exceeded,
    gate: rules.opinionDifferGate && result.gates.some((gate) => gate.star <= reached && gate.meeting > 0 && gate.meeting < gate.sheets),
  }
  return differWays.filter((way) => found[way])
}

export type CallGround = 'differ' | 'few' | 'overdue'

/**
 * On what ground the one who chairs may call the item to a meeting; null = not now. Differing ballots always; too few of them once their
 * last day is over; the end of the 45 days at any time. Interpretation: none of these follows by itself, the chair presses.
 */
export function callGround(facts: {
  state: ItemFacts['state']
  ways: readonly DifferWay[]
  over: boolean
  enough: boolean
  clockOver: boolean
}): CallGround | null {
  if (facts.state === 'scored' && facts.ways.length > 0) return 'differ'
  if (facts.state === 'scoring' && facts.over && !facts.enough) return 'few'
  return (facts.state === 'scoring' || facts.state === 'scored') && facts.clockOver ? 'overdue' : null
}

/** What a new last day must be; null = it may stand. Extended before the end or after it, never shortened. */
export function extensionFault(due: PlainDate, next: PlainDate, today: PlainDate): 'notLater' | 'past' | null {
  if (next <= due) return 'notLater'
  return next < today ? 'past' : null
}

/** Accounts of those who may still send a ballot on the item and have not; nobody once its ballots are closed or its dossier withdrawn. */
export function silentAccounts(item: ItemFacts, sheets: readonly SheetFact[]): string[] {
  if ((item.state !== 'waiting' && item.state !== 'scoring') || item.dossierState !== 'onAgenda') return []
  return votingPlaces(item, sheets).flatMap(({ seat, place }) => (place === 'silent' ? [seat.accountId] : []))
}
