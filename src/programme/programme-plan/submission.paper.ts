// The submission (tờ trình) that goes with a draft plan to the committee that issues it (NĐ 30/2020 layout; S1:17 "Tờ trình số 76/TTr-SNN").
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatNumber } from '#/platform/text/format.ts'
import type { Issuing } from '../certificate/decision-input.ts'
import { countOf, letterheadView, setPaper, type Paper } from '../paperwork/paper.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { verdicts, verdictWords, type PlanVerdict } from './opinion.ts'
import type { PlanContent, PlanParts } from './programme-plan.ts'

/** What follows the number of the office's submissions; also the kind of its number series. */
export const SUBMISSION_SYMBOL = 'TTr-VPĐP'

export type SubmissionPaper = {
  createdAt: string
  demo: boolean
  committee: string
  office: string
  number: string
  issuing: Issuing
  need: string
  asks: string
  plan: {
    title: string
    startsOn: PlainDate
    endsOn: PlainDate
    revision: number
    version: number
    changeReason: string
    content: Pick<PlanContent, 'basis'>
  }
  parts: PlanParts
  opinions: readonly { bodyName: string; verdict: PlanVerdict; remarks: string; answer: string }[]
}

export function renderSubmission(paper: SubmissionPaper): Paper {
  const { plan, parts, issuing, opinions } = paper
  return setPaper('plan-submission', `Tờ trình - ${plan.title}`, paper, {
    letterhead: letterheadView({
      parentBody: paper.committee,
      body: paper.office,
      number: paper.number,
      symbol: SUBMISSION_SYMBOL,
      place: placeOfCommittee(paper.committee),
      date: issuing.issuedOn,
    }),
    addressees: [paper.committee],
    title: /^kế hoạch/iu.test(plan.title) ? plan.title : `Kế hoạch ${plan.title}`,
    body: paper.office,
    basis: plan.content.basis.map((line) => line.text),
    draft: `bản ${plan.revision}, lần ghi ${plan.version}`,
    adjusts: plan.revision > 1 ? plan.changeReason : '',
    need: paper.need,
    asks: paper.asks,
    period: `từ ${dateInTable(plan.startsOn)} đến ${dateInTable(plan.endsOn)}`,
    holds: holdsOf(parts),
    opinionText: opinionText(opinions),
    opinions: opinions.map((one) => ({
      body: one.bodyName,
      verdict: verdictWords[one.verdict].vi,
      remarks: one.remarks,
      answer: one.answer,
    })),
    recipients: ['Như trên'],
    archive: 'VT',
    signature: { capacity: issuing.signerPost, name: issuing.signerName },
  })
}

/** "12 chỉ tiêu", "30 nhiệm vụ", "kinh phí 250.000.000 đồng": lines that are no part of another are summed, those without an amount are not. */
function holdsOf(parts: PlanParts): string[] {
  const money = parts.money.filter((line) => line.partOf === null && line.amount !== null)
  const total = money.reduce((sum, line) => sum + (line.amount ?? 0), 0)
  const counted = (count: number, noun: string) => (count === 0 ? [] : [countOf(count, noun)])
  return [
    ...counted(parts.targets.length, 'chỉ tiêu'),
    ...counted(parts.tasks.length, 'nhiệm vụ'),
    ...(money.length === 0 ? [] : [`kinh phí ${formatNumber(total)} đồng`]),
    ...counted(parts.products.length, 'sản phẩm trong danh mục'),
  ]
}

function opinionText(opinions: SubmissionPaper['opinions']): string {
  const counts = verdicts.flatMap((verdict) => {
    const count = opinions.filter((one) => one.verdict === verdict).length
    return count === 0 ? [] : [`${countOf(count, 'ý kiến')} ${verdictWords[verdict].vi.toLowerCase()}`]
  })
  return counts.length === 0 ? '' : counts.join('; ')
}
