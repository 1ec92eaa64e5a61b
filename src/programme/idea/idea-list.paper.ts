// The list of ideas that goes up, with the registrations of the selected ones behind it (seed 003, line 71; NĐ 30/2020 layout).
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Tx } from '#/platform/database/open.ts'
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import { formatInstantDate, formatNumber } from '#/platform/text/format.ts'
import type { Issuing } from '../certificate/decision-input.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { attachedTo, countOf, letterheadView, setPaper, type Letterhead, type Paper } from '../paperwork/paper.ts'
import { setOf } from '../product/set-finder.ts'
import type { Regulations } from '../regulations.ts'
import { kindWords, priorityWords, type IdeaKind, type Priority } from './idea.ts'
import type { SelectionOutcome } from './idea.workflow.ts'

export type ListedIdea = Awaited<ReturnType<typeof listedIdeas>>[number]

/** The judged ideas of a call as the list names them: selected first, each group by name. */
export async function listedIdeas(tx: Tx, regulations: Regulations, callId: string) {
  const rows = await tx
    .selectFrom('idea')
    .innerJoin('producer', 'producer.id', 'idea.producerId')
    .leftJoin('unit', (join) => join.onRef('unit.era', '=', 'idea.unitEra').onRef('unit.code', '=', 'idea.communeCode'))
    .selectAll('idea')
    .select([
      'producer.name as producerName',
      'producer.headName',
      'producer.headPost',
      'producer.phone',
      'producer.addressLine',
      'unit.fullName as communeName',
    ])
    .where('idea.callId', '=', callId)
    .where('idea.state', 'in', ['selected', 'later', 'notSelected'])
    .where('idea.listedCallId', 'is', null)
    .orderBy('idea.name')
    .orderBy('idea.id')
    .forUpdate('idea')
    .execute()
  return rows.map((row) => {
    const set = row.setNo === null ? undefined : setOf(regulations.get(row.regulationId).regulation, row.setNo)
    return {
      id: row.id,
      version: row.version,
      provinceCode: row.provinceCode,
      producerId: row.producerId,
      communeCode: row.communeCode,
      outcome: row.state as SelectionOutcome,
      reason: row.selectionReason,
      name: row.name,
      kind: row.kind as IdeaKind,
      setText: row.setNo === null ? '' : `${row.setNo}. ${set?.title.vi ?? ''}`,
      producer: row.producerName,
      head: [row.headName, row.headPost].filter((part) => part !== '').join(', '),
      phone: row.phone ?? '',
      address: [row.addressLine, row.communeName ?? ''].filter((part) => part !== '').join(', '),
      commune: row.communeName ?? row.communeCode,
      content: row.content,
      materials: row.materials,
      labour: row.labour,
      market: row.market,
      workersTotal: row.workersTotal,
      workersLocal: row.workersLocal,
      investment: row.investment ?? 0,
      priorities: row.priorities as Priority[],
      confirmedBy: row.answeredBy ?? '',
      confirmedAt: row.answeredAt,
      communeRemark: row.communeRemark,
    }
  })
}

export type IdeaListPaper = {
  createdAt: string
  demo: boolean
  office: string
  committee: string
  number: string
  symbol: string
  issuing: Issuing
  call: { name: string; year: number; opensOn: PlainDate; closesOn: PlainDate }
  ideas: readonly ListedIdea[]
}

/** The letter, its list as annex I, and the registrations of the selected ideas as annex II. */
export function renderIdeaList(paper: IdeaListPaper): Paper {
  const letterhead: Letterhead = {
    parentBody: paper.committee,
    body: paper.office,
    number: paper.number,
    symbol: paper.symbol,
    place: placeOfCommittee(paper.committee),
    date: paper.issuing.issuedOn,
  }
  const of = (outcome: SelectionOutcome) => paper.ideas.filter((idea) => idea.outcome === outcome)
  const [selected, later, notSelected] = [of('selected'), of('later'), of('notSelected')]
  const line = (idea: ListedIdea) => ({
    name: idea.name,
    kind: kindWords[idea.kind].vi,
    producer: idea.producer,
    commune: idea.commune,
    set: idea.setText,
    investment: formatNumber(idea.investment),
    reason: idea.reason,
  })
  return setPaper('idea-list', `Danh sách ý tưởng sản phẩm - ${paper.call.name}`, paper, {
    letterhead: letterheadView(letterhead),
    about: `danh sách ý tưởng sản phẩm tham gia Chương trình OCOP năm ${paper.call.year}`,
    addressees: [paper.committee],
    body: paper.office,
    call: paper.call.name,
    opensOn: dateInTable(paper.call.opensOn),
    closesOn: dateInTable(paper.call.closesOn),
    counts: {
      all: countOf(paper.ideas.length, 'phiếu đăng ký đã được UBND cấp xã xác nhận'),
      selected: countOf(selected.length, 'ý tưởng'),
      later: countOf(later.length, 'ý tưởng'),
      notSelected: countOf(notSelected.length, 'ý tưởng'),
    },
    attachedTo: attachedTo('Công văn', letterhead, paper.office),
    groups: [
      { title: 'I. Ý tưởng được chọn', rows: selected.map(line) },
      { title: 'II. Ý tưởng để xét kỳ sau', rows: later.map(line) },
      { title: 'III. Ý tưởng không được chọn', rows: notSelected.map(line) },
    ],
    total: formatNumber(selected.reduce((sum, idea) => sum + idea.investment, 0)),
    slips: selected.map((idea) => ({
      ...line(idea),
      head: idea.head,
      phone: idea.phone,
      address: idea.address,
      content: idea.content,
      materials: idea.materials,
      labour: idea.labour,
      market: idea.market,
      workers:
        idea.workersTotal === null
          ? null
          : `${formatNumber(idea.workersTotal)} người${idea.workersLocal === null ? '' : `, trong đó ${formatNumber(idea.workersLocal)} người địa phương`}`,
      priorities: idea.priorities.map((one) => priorityWords[one].vi).join('; '),
      confirmation: `${idea.commune} xác nhận${idea.confirmedAt === null ? '' : ` ngày ${formatInstantDate(idea.confirmedAt)}`}, người xác nhận: ${idea.confirmedBy}`,
      remark: idea.communeRemark,
    })),
    recipients: ['Như trên', 'UBND các xã, phường có ý tưởng', 'Chủ thể có ý tưởng'],
    archive: 'VT',
    signature: { capacity: paper.issuing.signerPost, name: paper.issuing.signerName },
  })
}
