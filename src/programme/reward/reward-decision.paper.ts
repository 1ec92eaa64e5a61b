// The decision that grants rewards, with the list as its annex (NĐ 30/2020 layout).
import { formatNumber } from '#/platform/text/format.ts'
import type { Issuing } from '../certificate/decision-input.ts'
import { DECISION_SYMBOL } from '../certificate/decision-paper.ts'
import { attachedTo, countOf, letterheadView, setPaper, type Paper } from '../paperwork/paper.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'

export type RewardDecisionPaper = {
  createdAt: string
  demo: boolean
  title: string
  committee: string
  office: string
  /** The paper that sets the rewards. */
  policy: string
  number: string
  issuing: Issuing
  rewards: readonly { product: string; producer: string; commune: string | null; star: number; amount: number }[]
}

export function renderRewardDecision(paper: RewardDecisionPaper): Paper {
  const { issuing, rewards, committee } = paper
  const letterhead = {
    body: committee,
    number: paper.number,
    symbol: DECISION_SYMBOL,
    place: placeOfCommittee(committee),
    date: issuing.issuedOn,
  }
  const authority = `Chủ tịch ${committee}`
  return setPaper('reward-decision', `Quyết định thưởng sản phẩm OCOP - ${paper.title}`, paper, {
    letterhead: letterheadView(letterhead),
    subject: paper.title,
    authority,
    bases: [`Căn cứ ${paper.policy}`, 'Căn cứ các quyết định công nhận sản phẩm OCOP', `Theo đề nghị của ${paper.office}`],
    countText: countOf(rewards.length, 'sản phẩm'),
    total: formatNumber(rewards.reduce((sum, one) => sum + one.amount, 0)),
    office: paper.office,
    attached: attachedTo('Quyết định', letterhead, authority),
    rewards: rewards.map((one) => ({ ...one, commune: one.commune ?? '', star: String(one.star), amount: formatNumber(one.amount) })),
    recipients: ['Như Điều 3', 'Kho bạc Nhà nước nơi giao dịch', 'Chủ tịch, các Phó Chủ tịch UBND'],
    archive: 'VT, OCOP',
    signature: { capacity: issuing.signerPost, name: issuing.signerName },
  })
}
