// The papers of a closed result, set from its frozen basis and stored once: proof sheet, summary (PDF and Excel), each member's sheet.
import { committeeKinds } from '../people/authority.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { canonicalJson, sha256Hex } from '#/platform/audit/canonical.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatInstantDate } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { renderMemberSheet, type MemberSheetData } from '../paperwork/member-sheet.ts'
import type { Letterhead, Paper, Signature } from '../paperwork/paper.ts'
import { renderProofSheet, type ProofSheetData } from '../paperwork/proof-sheet.ts'
import { renderSummaryTable, summaryWorkbook, type SummaryTableData } from '../paperwork/summary-table.ts'
import { openSheets, type BasisSheet, type ResultBasis } from './result.ts'

export const resultPaperKinds = ['proofSheet', 'summaryTable', 'summaryWorkbook', 'memberSheet'] as const
export type ResultPaperKind = (typeof resultPaperKinds)[number]

export type PaperedResult = {
  id: string
  authority: string
  dossierId: string
  basis: ResultBasis
  basisHash: string
  demo: boolean
}

/**
 * Sets and stores every paper of a result that is not stored yet; a second call does nothing. An assessment that ended without scores has
 * none of them: its record is the minutes. Takes about half a second for eleven sheets.
 */
export async function freezeResultPapers(ctx: Ctx, result: PaperedResult): Promise<number> {
  const { basis } = result
  if (basis.outcome !== 'scored') return 0
  const stored = await ctx.tx
    .selectFrom('document')
    .select('kind')
    .where('subjectKind', '=', 'result')
    .where('subjectId', '=', result.id)
    .where('kind', 'in', [...resultPaperKinds])
    .execute()
  if (stored.length > 0) return 0
  const letterhead = await councilLetterhead(ctx, result.authority, basis.council.name, basis.closedAt)
  const frame = { createdAt: basis.closedAt, demo: ctx.config.demo || result.demo, letterhead }
  const summary = summaryData(basis, frame)
  const papers: { kind: ResultPaperKind; title: string; file: Paper }[] = [
    { kind: 'proofSheet', title: `Bản giải trình hạng sao: ${basis.product.name}`, file: renderProofSheet(proofData(basis, frame)) },
    { kind: 'summaryTable', title: `Bảng tổng hợp điểm: ${basis.product.name}`, file: renderSummaryTable(summary) },
    { kind: 'summaryWorkbook', title: `Bảng tổng hợp điểm (Excel): ${basis.product.name}`, file: await summaryWorkbook(summary) },
    ...basis.sheets.map((sheet) => ({
      kind: 'memberSheet' as const,
      title: `Phiếu đánh giá của ${sheet.name}: ${basis.product.name}`,
      file: renderMemberSheet(sheetData(basis, sheet, frame)),
    })),
  ]
  for (const paper of papers)
    await storeDocument(ctx, {
      authority: result.authority,
      kind: paper.kind,
      subjectKind: 'result',
      subjectId: result.id,
      dossierId: result.dossierId,
      title: paper.title,
      issuedOn: plainDateOf(new Date(basis.closedAt)),
      file: paper.file,
    })
  return papers.length
}

/** Head of the council's own papers: the province's committee above, the council under it, no number yet. */
export async function councilLetterhead(ctx: Ctx, authority: string, councilName: string, at: string): Promise<Letterhead> {
  const parent = await ctx.tx
    .selectFrom('body')
    .select('name')
    .where('authority', '=', authority)
    .where('kind', 'in', committeeKinds)
    .executeTakeFirst()
  const parentBody = parent?.name
  return {
    parentBody,
    body: councilName,
    number: null,
    symbol: '',
    place: placeOfCommittee(parentBody ?? ''),
    date: plainDateOf(new Date(at)),
  }
}

type Frame = { createdAt: string; demo: boolean; letterhead: Letterhead }

const sessionOf = (basis: ResultBasis) =>
  `${basis.meeting.name}, ${formatInstantDate(new Date(basis.meeting.startsAt))}, ${basis.meeting.roundName}`
const regulationOf = (basis: ResultBasis) => `${basis.regulation.number} ${basis.regulation.title}`.trim()

function headOf(basis: ResultBasis, frame: Frame) {
  return {
    ...frame,
    dossierCode: basis.dossier.code,
    product: { name: basis.product.name, set: { number: basis.set.no, title: basis.set.title } },
    producer: { name: basis.producer.name, address: basis.producer.address },
    session: sessionOf(basis),
  }
}

/** What the proof sheet prints: threshold, gates with counts, what the next star lacks, hashes. */
export function proofData(basis: ResultBasis, frame: Frame): ProofSheetData {
  const { mean, spread, star } = basis
  if (!mean || !spread || star === null) throw new Error('no star to prove')
  const floor = basis.thresholds.find((threshold) => threshold.star === basis.pointsStar)?.from ?? 0
  const next = basis.proof.find((row) => row.star === star + 1)
  const stars = [...new Set(basis.gates.map((gate) => gate.star))].sort((a, b) => a - b)
  return {
    ...headOf(basis, frame),
    regulation: { id: basis.regulation.id, title: regulationOf(basis), contentHash: basis.regulation.hash },
    members: basis.totals.map(({ name, total }) => ({ name, total })),
    mean: { exact: mean.exact, rounded: mean.printed },
    pointsStar: basis.pointsStar ?? star,
    pointsFloor: floor,
    spread: {
      points: spread.points,
      limit: spread.limit,
      exceeded: spread.exceeded,
      reconciled: basis.sheets.some((sheet) => sheet.afterDiscussion),
    },
    gates: stars.map((level) => ({
      star: level,
      gates: basis.gates
        .filter((gate) => gate.star === level)
        .map(({ criterion, needed, meeting, sheets, met }) => ({ criterion, needed, meeting, sheets, met })),
    })),
    gateBasis: gateBasisText(basis),
    star,
    next: next ? { star: next.star, threshold: next.from, missingPoints: next.pointsMet ? null : next.shortPrinted } : null,
    endings: basis.endings.map(
      (ending) => `${ending.kindLabel} (${ending.ruleText}): Hội đồng không tán thành, ${votesText(ending.votes)}.`,
    ),
    sheetsHash: basis.sheetsHash,
    closedAt: basis.closedAt,
  }
}

const gateBasisWords: Record<ResultBasis['rules']['gateBasis'], string> = {
  majority: 'quá nửa số phiếu đạt yêu cầu (thiết lập của Hội đồng); ý kiến khác được ghi lại',
  everySheet: 'mọi phiếu đều đạt yêu cầu (thiết lập của Hội đồng)',
  meanPoints: 'điểm trung bình của tiêu chí đạt yêu cầu (thiết lập của Hội đồng)',
}
export const gateBasisText = (basis: ResultBasis) => gateBasisWords[basis.rules.gateBasis]

export function votesText(votes: { voters: number; yes: readonly string[]; no: readonly string[] }): string {
  const silent = votes.voters - votes.yes.length - votes.no.length
  return `${votes.yes.length} tán thành, ${votes.no.length} không tán thành${silent > 0 ? `, ${silent} không biểu quyết` : ''} trong ${votes.voters}`
}

function summaryData(basis: ResultBasis, frame: Frame): SummaryTableData {
  const { mean, spread } = basis
  if (!mean || !spread) throw new Error('no mean to print')
  return {
    ...headOf(basis, frame),
    regulation: regulationOf(basis),
    members: basis.sheets.map((sheet) => ({
      name: sheet.name,
      role: basis.members.find((member) => member.memberId === sheet.memberId)?.roleLabel ?? '',
    })),
    parts: basis.parts.map((part) => ({
      code: part.code,
      title: part.title,
      max: part.max,
      points: part.points.map((entry) => entry.points),
      mean: part.meanPrinted,
      criteria: basis.perCriterion
        .filter((entry) => entry.part === part.code)
        .map((entry) => ({
          code: entry.criterion,
          title: entry.title,
          max: entry.max,
          points: entry.points.map((one) => one.points),
          ...(entry.points.some((one) => one.first !== null) ? { first: entry.points.map((one) => one.first) } : {}),
          mean: entry.meanPrinted,
        })),
    })),
    totals: basis.totals.map((entry) => entry.total),
    mean: { exact: mean.exact, rounded: mean.printed },
    spread: { points: spread.points, limit: spread.limit, exceeded: spread.exceeded },
    star: basis.star,
    sheetsHash: basis.sheetsHash,
    signatures: signaturesOf(basis),
  }
}

/** The secretary on the left, the one who chaired on the right. */
export function signaturesOf(basis: Pick<ResultBasis, 'members' | 'closedBy'>): Signature[] {
  const secretary = basis.members.find((member) => member.role === 'secretary')
  const chair = basis.members.find((member) => member.memberId === basis.closedBy.memberId)
  const capacity = chair?.role === 'chair' ? ['CHỦ TỊCH HỘI ĐỒNG'] : ['NGƯỜI CHỦ TRÌ']
  return [...(secretary ? [{ capacity: ['THƯ KÝ'], name: secretary.name }] : []), { capacity, name: basis.closedBy.name }]
}

function sheetData(basis: ResultBasis, sheet: BasisSheet, frame: Frame): MemberSheetData {
  const member = basis.members.find((entry) => entry.memberId === sheet.memberId)
  const open = openSheets(basis.sheets)[basis.sheets.indexOf(sheet)]
  return {
    ...headOf(basis, frame),
    regulation: regulationOf(basis),
    member: { name: sheet.name, post: member?.post ?? '', body: member?.body ?? '', role: member?.roleLabel ?? '' },
    parts: basis.parts.map((part) => ({
      code: part.code,
      title: part.title,
      max: part.max,
      criteria: basis.perCriterion
        .filter((entry) => entry.part === part.code)
        .map((entry) => {
          const answer = sheet.answers.find((one) => one.criterion === entry.criterion)
          const change = sheet.changes.find((one) => one.criterion === entry.criterion)
          return {
            code: entry.criterion,
            title: entry.title,
            max: entry.max,
            points: answer?.points ?? null,
            option: answer?.optionText ?? null,
            comment: answer?.comment ?? '',
            first: change ? { points: change.first.points, option: change.first.optionText, reason: change.reason } : null,
          }
        }),
    })),
    comment: sheet.comment,
    finalisedAt: sheet.finalisedAt,
    sheetHash: sha256Hex(canonicalJson(open)),
  }
}
