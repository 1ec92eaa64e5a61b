// The decision that commends, with those commended as its annex (NĐ 30/2020 layout).
import type { Issuing } from '../certificate/decision-input.ts'
import { DECISION_SYMBOL } from '../certificate/decision-paper.ts'
import { attachedTo, countOf, letterheadView, setPaper, type Paper } from '../paperwork/paper.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { awardWords, kindWords, type Award, type Kind } from './commendation.ts'

export type CommendationPaper = {
  createdAt: string
  demo: boolean
  title: string
  award: Award
  committee: string
  office: string
  number: string
  issuing: Issuing
  commended: readonly { kind: Kind; name: string; post: string; merit: string }[]
}

export function renderCommendation(paper: CommendationPaper): Paper {
  const { issuing, commended, committee } = paper
  const letterhead = {
    body: committee,
    number: paper.number,
    symbol: DECISION_SYMBOL,
    place: placeOfCommittee(committee),
    date: issuing.issuedOn,
  }
  const authority = `Chủ tịch ${committee}`
  const groups = (['unit', 'person'] as const).flatMap((kind) => {
    const rows = commended.filter((one) => one.kind === kind)
    return rows.length === 0 ? [] : [{ title: kindWords[kind].vi, rows }]
  })
  return setPaper('commendation-decision', `Quyết định khen thưởng - ${paper.title}`, paper, {
    letterhead: letterheadView(letterhead),
    subject: paper.title,
    authority,
    bases: [
      'Căn cứ quy định của pháp luật về thi đua, khen thưởng',
      'Căn cứ kết quả thực hiện Chương trình Mỗi xã một sản phẩm (OCOP)',
      `Theo đề nghị của ${paper.office}`,
    ],
    award: awardWords[paper.award].vi,
    countText: groups.map(({ title, rows }) => countOf(rows.length, title.toLowerCase())).join(' và '),
    office: paper.office,
    attached: attachedTo('Quyết định', letterhead, authority),
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map(({ name, post, merit }) => ({ name, post, merit })) })),
    recipients: ['Như Điều 3', 'Chủ tịch, các Phó Chủ tịch UBND'],
    archive: 'VT, OCOP',
    signature: { capacity: issuing.signerPost, name: issuing.signerName },
  })
}
