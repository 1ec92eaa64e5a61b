// The notice by which a business plan is approved (NĐ 30/2020 layout).
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import { formatNumber } from '#/platform/text/format.ts'
import type { Issuing } from '../certificate/decision-input.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { dateOrOpen, letterheadView, setPaper, type Paper } from '../paperwork/paper.ts'
import { sourceWords, sumOf, type PlanFields } from './plan.ts'

export type PlanApprovalPaper = {
  createdAt: string
  demo: boolean
  office: string
  committee: string
  number: string
  symbol: string
  issuing: Issuing
  reason: string
  name: string
  producer: string
  list: { number: string; issuedOn: PlainDate | null }
  submittedOn: PlainDate
  plan: PlanFields
}

export function renderPlanApproval(paper: PlanApprovalPaper): Paper {
  const { plan } = paper
  return setPaper('idea-plan-approval', `Phê duyệt phương án - ${paper.name}`, paper, {
    letterhead: letterheadView({
      parentBody: paper.committee,
      body: paper.office,
      number: paper.number,
      symbol: paper.symbol,
      place: placeOfCommittee(paper.committee),
      date: paper.issuing.issuedOn,
    }),
    addressees: [paper.producer],
    body: paper.office,
    list: { number: paper.list.number, date: dateOrOpen(paper.list.issuedOn) },
    reason: paper.reason,
    plan: {
      name: paper.name,
      producer: paper.producer,
      submittedOn: dateInTable(paper.submittedOn),
      unit: plan.outputUnit,
      years: plan.years.map((row) => ({ year: String(row.year), volume: formatNumber(row.volume), revenue: formatNumber(row.revenue) })),
      sources: plan.sources.map((row) => ({ title: sourceWords[row.source].vi, amount: formatNumber(row.amount) })),
      total: formatNumber(sumOf(plan.sources)),
      milestones: plan.milestones.map((row) => ({ title: row.title, dueOn: dateInTable(row.dueOn) })),
    },
    recipients: ['Như trên', 'UBND cấp xã nơi có sản phẩm', paper.committee.replace(/^Ủy ban nhân dân/, 'UBND') + ' (để báo cáo)'],
    archive: 'VT',
    signature: { capacity: paper.issuing.signerPost, name: paper.issuing.signerName },
  })
}
