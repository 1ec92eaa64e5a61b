// What of an earlier check still holds after a supplement: the content of each line in two filings, compared. Pure.
import { canonicalJson } from '#/platform/audit/canonical.ts'
import type { Snapshot, SnapshotAnswer } from '../dossier/snapshot.ts'
import type { Check, ComponentLine } from './components.ts'

export type AskedOf = { targetKind: string; target: string }
/** Why a line is judged anew: its content changed, or it was named in the request. Asked wins where both hold. */
export type Reopened = 'asked' | 'changed'

type Filing = { snapshot: Snapshot; lines: readonly ComponentLine[] }

/**
 * Lines of the new filing that must be judged again; a line not named keeps its verdict. Compared by what was filed: texts, chosen options,
 * facts and file hashes of papers, never by ids or times of saving.
 * Interpretation: mẫu 02 is compared by its own texts and answers, its evidence row by row; papers outside the snapshot (the commune's report,
 * its letter, the samples) do not change with a supplement; a general remark names no line, so only what changed is opened by it.
 */
export function reopenedLines(before: Filing, after: Filing, asked: readonly AskedOf[]): Map<string, Reopened> {
  const reopened = new Map<string, Reopened>()
  const earlier = new Map(before.lines.map((line) => [line.code, line]))
  for (const line of after.lines) {
    const old = earlier.get(line.code)
    if (asked.some((item) => names(item, line))) reopened.set(line.code, 'asked')
    else if (!old || lineContent(old, before.snapshot) !== lineContent(line, after.snapshot)) reopened.set(line.code, 'changed')
  }
  return reopened
}

/** Earlier verdicts that stay, in the order of the new filing's lines. */
export function keptChecks<C extends Check>(after: Filing, reopened: ReadonlyMap<string, Reopened>, checks: readonly C[]): C[] {
  return after.lines.flatMap((line) => (reopened.has(line.code) ? [] : checks.filter((check) => check.component === line.code).slice(0, 1)))
}

/** The lines to judge first, then the rest, each in printed order. */
export function openFirst(lines: readonly ComponentLine[], reopened: Readonly<Record<string, Reopened>>): ComponentLine[] {
  return lines.toSorted((a, b) => Number(b.code in reopened) - Number(a.code in reopened))
}

/** Criteria whose answer or papers changed, or that were named by themselves or through a row of evidence they stand in. */
export function reopenedCriteria(before: Snapshot, after: Filing, asked: readonly AskedOf[]): Map<string, Reopened> {
  const reopened = new Map<string, Reopened>()
  const rows = after.lines.filter((line) => asked.some((item) => item.targetKind === 'component' && item.target === line.code))
  const named = new Set([
    ...asked.filter((item) => item.targetKind === 'criterion').map((item) => item.target),
    ...rows.flatMap((line) => line.criteria),
  ])
  for (const answer of after.snapshot.answers) {
    const old = before.answers.find((one) => one.criterion === answer.criterion)
    if (named.has(answer.criterion)) reopened.set(answer.criterion, 'asked')
    else if (!old || criterionContent(old, before) !== criterionContent(answer, after.snapshot)) reopened.set(answer.criterion, 'changed')
  }
  return reopened
}

function names(item: AskedOf, line: ComponentLine): boolean {
  if (item.targetKind === 'criterion') return line.code === 'selfAssessment' || line.criteria.includes(item.target)
  return item.targetKind === 'component' && item.target === line.code
}

function lineContent(line: ComponentLine, snapshot: Snapshot): string {
  const component = snapshot.components.find((one) => one.code === line.code)
  const present = component?.present ?? null
  if (line.code === 'registrationSlip') {
    const { producer, producerPrivate, registration, cases, kind } = snapshot
    return canonicalJson({
      present,
      producer,
      producerPrivate,
      registration,
      cases,
      kind,
      set: snapshot.set.no,
      ...productContent(snapshot),
    })
  }
  if (line.code === 'selfAssessment') {
    const answers = snapshot.answers.map(answerContent)
    const since = (snapshot.since?.changes ?? []).map(({ topic, changed, text }) => ({ topic, changed, text }))
    return canonicalJson({ present, producer: snapshot.producer, report: snapshot.report, since, answers, ...productContent(snapshot) })
  }
  const answers = snapshot.answers.filter((answer) => line.criteria.includes(answer.criterion)).map(answerContent)
  return canonicalJson({ present, papers: papersContent(line.paperIds, snapshot), answers })
}

function criterionContent(answer: SnapshotAnswer, snapshot: Snapshot): string {
  return canonicalJson({ answer: answerContent(answer), papers: papersContent(answer.paperIds, snapshot) })
}

function productContent({ product }: Snapshot) {
  const { name, description, packs, photos } = product
  return { name, description, packs, photos: photos.map((photo) => ({ sha256: photo.sha256, caption: photo.caption })) }
}

function answerContent({ criterion, option, points, description }: SnapshotAnswer) {
  return { criterion, option, points, description }
}

/** Papers by their facts and the hashes of their files, in an order of their own: the same paper uploaded anew is the same paper. */
function papersContent(ids: readonly string[], snapshot: Snapshot): string[] {
  return snapshot.papers
    .filter((paper) => ids.includes(paper.id))
    .map(({ kind, title, number, issuer, issuedOn, expiresOn, holder, files }) =>
      canonicalJson({ kind, title, number, issuer, issuedOn, expiresOn, holder, files: files.map((file) => file.sha256).sort() }),
    )
    .sort()
}
