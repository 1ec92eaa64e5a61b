/** Bản giải trình hạng sao: on one page, why this star and not the next. */
import { decimalComma, instantInVietnam } from '#/platform/documents/vietnamese.ts'
import {
  type Letterhead,
  type MeanPoints,
  type Paper,
  type PaperBasics,
  type PaperProducer,
  type PaperProduct,
  type PaperRegulation,
  letterheadView,
  setPaper,
} from './paper.ts'

/** One gate of one star: the criterion must reach `needed` points; `meeting` of `sheets` sheets do. `met` as the council's setting decides. */
export type ProvenGate = { criterion: string; needed: number; meeting: number; sheets: number; met: boolean }

export type ProofSheetData = PaperBasics & {
  letterhead: Letterhead
  dossierCode: string
  product: PaperProduct
  producer: PaperProducer
  session: string
  regulation: PaperRegulation
  members: readonly { name: string; total: number }[]
  mean: MeanPoints
  /** Threshold of the star that the points alone give (0 for one star). */
  pointsStar: number
  pointsFloor: number
  spread: { points: number; limit: number; exceeded: boolean; reconciled: boolean }
  /** Gates by star, rising. */
  gates: readonly { star: number; gates: readonly ProvenGate[] }[]
  gateBasis: string
  /** Null when an ending leaves no star. */
  star: number | null
  /** What the next star lacks: points as text ("18.71", null when the points suffice). Null at five stars. */
  next: { star: number; threshold: number; missingPoints: string | null } | null
  /** Disqualifiers, eliminations and stops that were raised and confirmed, in words. */
  endings: readonly string[]
  sheetsHash: string
  closedAt: string
}

function gateText(gate: ProvenGate): string {
  const dissent = gate.meeting > 0 && gate.meeting < gate.sheets
  return gate.met && !dissent ? gate.criterion : `${gate.criterion} (cần ${gate.needed} điểm; ${gate.meeting}/${gate.sheets} phiếu)`
}

export function renderProofSheet(data: ProofSheetData): Paper {
  const count = data.members.length
  const sum = data.members.reduce((total, member) => total + member.total, 0)
  const working = count > 0 && count <= 15 ? `(${data.members.map((member) => member.total).join(' + ')}) / ${count}` : `${sum} / ${count}`
  const star = data.star
  const gateRows = data.gates.map(({ star: level, gates }) => {
    const met = gates.filter((gate) => gate.met)
    const unmet = gates.filter((gate) => !gate.met)
    return {
      ok: unmet.length === 0,
      title: `Yêu cầu tối thiểu của ${level} sao: đạt ${met.length}/${gates.length} tiêu chí`,
      met: met.map(gateText),
      unmet: unmet.map(gateText),
    }
  })
  return setPaper('proof-sheet', `Bản giải trình hạng sao - ${data.product.name}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    headline:
      star === null
        ? 'Vì sao sản phẩm không được xếp hạng'
        : data.next
          ? `Vì sao là ${star} sao, chưa phải ${data.next.star} sao`
          : `Vì sao là ${star} sao`,
    mean: {
      enough: star !== null && data.pointsStar >= star,
      title: `Điểm trung bình ${decimalComma(data.mean.rounded)}, đủ mức điểm ${data.pointsStar} sao (từ ${data.pointsFloor} điểm)`,
      working: `${working} = ${data.mean.exact}`,
    },
    spread: {
      exceeded: data.spread.exceeded,
      title: `Chênh lệch ${data.spread.points} điểm, ${data.spread.exceeded ? 'vượt' : 'trong'} mức ${data.spread.limit} điểm của Quy chế`,
      detail: data.spread.reconciled
        ? 'Đã thảo luận, thống nhất; điểm sau thảo luận được dùng, điểm lần đầu được giữ trong hồ sơ.'
        : 'Hiệu giữa tổng điểm cao nhất và thấp nhất của các phiếu.',
    },
    gates: gateRows,
    next: data.next ? { title: `${data.next.star} sao: chưa đạt`, reasons: reasonsNot(data, data.next) } : null,
    closedAt: `${instantInVietnam(data.closedAt)} (giờ Việt Nam)`,
  })
}

/** Gates are cumulative: the next star also asks for every gate below it. */
function reasonsNot(data: ProofSheetData, next: NonNullable<ProofSheetData['next']>): string[] {
  const unmet = data.gates
    .filter(({ star }) => star <= next.star)
    .flatMap(({ star, gates }) => gates.filter((gate) => !gate.met).map((gate) => ({ star, gate })))
  const points = next.missingPoints
    ? `Thiếu ${decimalComma(next.missingPoints)} điểm để đạt mức ${next.threshold} điểm.`
    : `Điểm trung bình đã đủ mức ${next.threshold} điểm.`
  const gates =
    unmet.length > 0
      ? [`${unmet.length} yêu cầu tối thiểu chưa đạt: ${unmet.map(({ star, gate }) => `${gate.criterion} (${star} sao)`).join(', ')}.`]
      : []
  return [points, ...gates]
}
