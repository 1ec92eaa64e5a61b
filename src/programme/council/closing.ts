// When scoring may be closed, when the result may be closed, and what it then is. Pure: no database, no clock.
import { councilResult, starProof, type CouncilResult, type StarProof } from '#/regulation/council.ts'
import type { Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import type { StarThreshold } from '#/regulation/score.ts'
import { currentSheet, type Quorum, type SheetFact } from './council.ts'
import type { CouncilRules } from './council.rules.ts'
import { waysText } from './opinion.messages.ts'
import { ballotsDiffer, type DifferWay } from './opinion.ts'
import { openSheets, sheetsHash } from './result.ts'

export type OpinionRules = Pick<CouncilRules, 'opinionDifferStar' | 'opinionDifferSpread' | 'opinionDifferGate'>

/** A sheet with its option numbers; unanswered criteria are absent. */
export type ClosingSheet = SheetFact & { answers: Answers }

export type ClosingFacts = {
  form: Form
  thresholds: readonly StarThreshold[]
  rules: Pick<CouncilRules, 'spreadLimit' | 'onSpread' | 'gateBasis' | 'reconciliationRounds' | 'afterReconciliation'>
  quorum: Pick<Quorum, 'met' | 'counting' | 'needed' | 'chairCounts'>
  /** Present, voting, unconflicted, not left; in the order of the establishing decision. */
  votingSet: readonly { memberId: string; name: string }[]
  /** Voting seats with a proposed conflict nobody has decided. */
  undecided: number
  /** Every sheet of the item, whoever's and in whatever state. */
  sheets: readonly ClosingSheet[]
  reconciliations: readonly { open: boolean }[]
  resolutions: readonly { state: 'voting' | 'accepted' | 'rejected'; sheetsHash: string }[]
  endings: readonly { state: 'raised' | 'confirmed' | 'rejected' }[]
  /** Only where the council is asked in writing: ballots not sent, whether their last day is over, what differing means. */
  opinion?: { silent: number; over: boolean; rules: OpinionRules } | null
  /** Members whose sheets the first press opened; null before it. */
  openedFor: readonly string[] | null
}

/** What keeps a press from being accepted. Codes only; words are in closing.messages.ts, `values` fill them. */
export type Blocker = {
  code:
    | 'noQuorum'
    | 'noChair'
    | 'undecided'
    | 'unfinished'
    | 'endingOpen'
    | 'setChanged'
    | 'reconciling'
    | 'spreadReconcile'
    | 'spreadVote'
    | 'spreadVoting'
    | 'spreadNextMeeting'
    | 'ballotsOpen'
    | 'ballotsDiffer'
  values: Record<string, string>
}

/** What the council's rules ask about the spread as it stands now. `reason`: the chair may go on with a written reason. */
export type SpreadStep = 'within' | 'reconcile' | 'vote' | 'voting' | 'accepted' | 'reason' | 'nextMeeting'

export type ClosingDecision = {
  /** The sheets that count: the newest final one of each member of the voting set. Empty while one is missing. */
  counted: ClosingSheet[]
  /** Null while a sheet is missing or there is nobody to count. */
  result: CouncilResult | null
  proof: StarProof | null
  sheetsHash: string | null
  spreadStep: SpreadStep | null
  /** In which ways ballots given in writing differ; empty in a meeting. */
  differ: DifferWay[]
  /** What stops "Đóng chấm điểm". */
  scoring: Blocker[]
  /** What stops "Chốt kết quả". */
  closing: Blocker[]
}

/**
 * Everything the two presses rest on. Drafts, voided sheets, and sheets of anybody outside the voting set (secretary, recused, absent) are
 * never counted, whatever the order they come in. A spread exactly at the limit passes (148's practice).
 */
export function closingDecision(facts: ClosingFacts): ClosingDecision {
  const { form, thresholds, rules, votingSet } = facts
  const newest = votingSet.map((seat) => newestFinal(facts.sheets, seat.memberId))
  const counted = newest.flatMap((sheet) => (sheet ? [sheet] : []))
  const whole = votingSet.length > 0 && counted.length === votingSet.length
  const read = whole ? counted.map((sheet) => ({ member: sheet.memberId, answers: sheet.answers })) : []
  const result = whole ? councilResult(form, thresholds, read, { maxSpread: rules.spreadLimit, gateBasis: rules.gateBasis }) : null
  const hash = whole ? hashOf(votingSet, counted) : null
  const spreadStep = result && hash ? stepOf(facts, result, hash) : null
  const scoring = scoringBlockers(facts)
  const ballots = read.map((sheet) => sheet.answers)
  const differ = result && facts.opinion ? ballotsDiffer(form, thresholds, ballots, result, facts.opinion.rules) : []
  const closing = [...scoring, ...changed(facts), ...spreadBlockers(facts, result, spreadStep), ...differBlockers(differ)]
  return {
    counted: whole ? counted : [],
    result,
    proof: result ? starProof(thresholds, result, rules.gateBasis) : null,
    sheetsHash: hash,
    spreadStep,
    differ,
    scoring,
    closing,
  }
}

/** What stops "Đóng chấm điểm". Reads states of sheets only, never an answer, so that a page may show it before closing. */
export function scoringBlockers(
  facts: Pick<ClosingFacts, 'quorum' | 'votingSet' | 'undecided' | 'endings' | 'opinion'> & { sheets: readonly SheetFact[] },
): Blocker[] {
  const { quorum, votingSet, sheets, undecided } = facts
  const finished = votingSet.filter((seat) => currentSheet(sheets, seat.memberId)?.state === 'final').length
  return [
    ...quorumBlockers(quorum),
    ...count('undecided', undecided),
    ...unfinished(finished, votingSet.length),
    ...(facts.opinion && !facts.opinion.over ? count('ballotsOpen', facts.opinion.silent) : []),
    ...openEnding(facts.endings),
  ]
}

function newestFinal(sheets: readonly ClosingSheet[], memberId: string): ClosingSheet | null {
  return sheets
    .filter((sheet) => sheet.memberId === memberId && sheet.state === 'final')
    .reduce<ClosingSheet | null>((best, sheet) => (best === null || sheet.pass > best.pass ? sheet : best), null)
}

/** The hash that a resolution on the spread is bound to and that the result prints. */
function hashOf(votingSet: ClosingFacts['votingSet'], counted: readonly ClosingSheet[]): string {
  const named = counted.map((sheet) => ({
    name: votingSet.find((seat) => seat.memberId === sheet.memberId)?.name ?? sheet.memberId,
    answers: Object.entries(sheet.answers).map(([criterion, option]) => ({ criterion, option })),
  }))
  return sheetsHash(openSheets(named))
}

function stepOf(facts: ClosingFacts, result: CouncilResult, hash: string): SpreadStep {
  // In writing there is nothing to discuss: a spread over the limit is one of the ways to differ, or it stands.
  if (!result.spread.exceeded || facts.opinion) return 'within'
  if (facts.rules.onSpread === 'warn') return 'reason'
  const own = facts.resolutions.filter((resolution) => resolution.sheetsHash === hash)
  if (own.some((resolution) => resolution.state === 'accepted')) return 'accepted'
  if (facts.resolutions.some((resolution) => resolution.state === 'voting')) return 'voting'
  if (facts.reconciliations.length < facts.rules.reconciliationRounds) return 'reconcile'
  const after = facts.rules.afterReconciliation
  return after === 'meanStands' ? 'reason' : after === 'nextMeeting' ? 'nextMeeting' : 'vote'
}

function quorumBlockers(quorum: ClosingFacts['quorum']): Blocker[] {
  if (quorum.met) return []
  const values = { counting: String(quorum.counting), needed: String(quorum.needed) }
  return [{ code: quorum.counting >= quorum.needed && !quorum.chairCounts ? 'noChair' : 'noQuorum', values }]
}

function count(code: Blocker['code'], number: number): Blocker[] {
  return number > 0 ? [{ code, values: { count: String(number) } }] : []
}

function unfinished(final: number, of: number): Blocker[] {
  return final < of ? [{ code: 'unfinished', values: { final: String(final), of: String(of), left: String(of - final) } }] : []
}

function openEnding(endings: ClosingFacts['endings']): Blocker[] {
  return endings.some((ending) => ending.state === 'raised') ? [{ code: 'endingOpen', values: {} }] : []
}

/** A conflict found late or a member's return changes who counts: scoring must then be closed anew, so that the chair sees it. */
function changed(facts: ClosingFacts): Blocker[] {
  return setChanged(facts) ? [{ code: 'setChanged', values: {} }] : []
}

export function setChanged(facts: Pick<ClosingFacts, 'openedFor' | 'votingSet'>): boolean {
  if (facts.openedFor === null) return false
  const now = facts.votingSet.map((seat) => seat.memberId)
  return now.length !== facts.openedFor.length || now.some((id) => !facts.openedFor?.includes(id))
}

function differBlockers(differ: readonly DifferWay[]): Blocker[] {
  return differ.length > 0 ? [{ code: 'ballotsDiffer', values: { ways: waysText(differ, 'vi'), waysEn: waysText(differ, 'en') } }] : []
}

function spreadBlockers(facts: ClosingFacts, result: CouncilResult | null, step: SpreadStep | null): Blocker[] {
  if (facts.reconciliations.some((round) => round.open)) return [{ code: 'reconciling', values: {} }]
  const values = { points: String(result?.spread.points ?? 0), limit: String(facts.rules.spreadLimit) }
  switch (step) {
    case 'reconcile':
      return [{ code: 'spreadReconcile', values }]
    case 'vote':
      return [{ code: 'spreadVote', values }]
    case 'voting':
      return [{ code: 'spreadVoting', values }]
    case 'nextMeeting':
      return [{ code: 'spreadNextMeeting', values }]
    default:
      return []
  }
}

/** Criteria proposed for reconciliation: what makes the gap, with the highest and the lowest member (README: drivers). */
export function proposedScope(result: CouncilResult, least = 1): { criterion: string; points: number; members: [string, string] }[] {
  const { drivers, high, low } = result.spread
  return drivers
    .filter((driver) => driver.points >= least)
    .map((driver) => ({ criterion: driver.criterion, points: driver.points, members: [low.member, high.member] }))
}
