// First texts of the council's own papers, computed from what is on record; a person edits them before they are issued. Pure.
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { ruleSettings, type CouncilRules } from './council.rules.ts'
import type { ResultBasis } from './result.ts'

/** The settings in words, as they bind the council. */
export function rulesInWords(rules: CouncilRules): { title: string; value: string }[] {
  return ruleSettings.map((setting) => {
    const value = rules[setting.name]
    const title = setting.title.vi
    if (setting.kind === 'number') return { title, value: `${String(value)} ${setting.unit.vi}` }
    if (setting.kind === 'yesNo') return { title, value: value === true ? 'Có' : 'Không' }
    const values: Record<string, { vi: string }> = setting.values
    return { title, value: values[String(value)]?.vi ?? '' }
  })
}

/** Working rules as a council begins with: seats, duties, sessions, conflicts; the figures stand in the table after them. */
export function rulesText(council: { name: string; decisionNumber: string; decisionDate: string; secretaries: number }): string {
  const decision =
    council.decisionNumber === '' ? '' : ` theo Quyết định số ${council.decisionNumber} ngày ${formatDate(council.decisionDate)}`
  return [
    'Điều 1. Phạm vi và đối tượng áp dụng',
    `Quy chế này quy định nguyên tắc, chế độ làm việc của ${council.name}${decision} và của Tổ thư ký giúp việc gồm ${council.secretaries} người.`,
    'Điều 2. Nguyên tắc làm việc',
    'Thành viên Hội đồng chấm điểm độc lập, trung thực, khách quan theo bộ tiêu chí; kết quả của hồ sơ là điểm trung bình của các phiếu hợp lệ.',
    'Trước khi Chủ tịch đóng chấm điểm, không ai xem phiếu của thành viên khác.',
    'Điều 3. Xung đột lợi ích',
    'Thành viên khai về xung đột lợi ích trước khi mở từng hồ sơ; thành viên có xung đột không xem, không chấm và không biểu quyết đối với hồ sơ đó.',
    'Điều 4. Người dự thay',
    'Thành viên vắng mặt có thể được cơ quan cử người dự thay bằng văn bản; người dự thay chấm phiếu của mình từ đầu. Chủ tịch Hội đồng vắng mặt hoặc hồi tỵ thì người chủ trì thay được cử theo từng mục.',
    'Điều 5. Tổ thư ký',
    'Tổ thư ký chuẩn bị tài liệu, ghi nhận thành viên có mặt, lập biên bản và không chấm điểm.',
    'Điều 6. Kỳ họp',
    'Kỳ họp chỉ khai mạc khi Hội đồng đúng thành phần, còn nhiệm kỳ, đủ số thành viên và hồ sơ đã gửi đúng hạn; bảng kiểm tra được in trong biên bản.',
  ].join('\n')
}

export type ReportFacts = {
  meeting: string
  council: string
  round: string
  place: string
  openedAt: Date
  present: number
  voting: number
  results: readonly ResultBasis[]
  deferred: number
}

/** What the council reports of a session: counts by star, endings, items put off. Every figure comes from the frozen results. */
export function reportText(facts: ReportFacts): string {
  const scored = facts.results.filter((basis) => basis.star !== null)
  const stars = new Map<number, number>()
  for (const { star } of scored) if (star !== null) stars.set(star, (stars.get(star) ?? 0) + 1)
  const lines = [...stars].toSorted((a, b) => b[0] - a[0]).map(([star, count]) => `- ${star} sao: ${count} sản phẩm.`)
  const ended = facts.results.length - scored.length
  return [
    `Ngày ${formatInstantDate(facts.openedAt)}, ${facts.council} tổ chức ${facts.meeting}, ${facts.round}${facts.place === '' ? '' : `, tại ${facts.place}`}. Có mặt ${facts.present}/${facts.voting} thành viên có quyền chấm điểm khi khai mạc.`,
    `Hội đồng đã đánh giá ${facts.results.length} sản phẩm. Kết quả phân hạng:`,
    ...lines,
    ...(ended > 0 ? [`- Không xếp hạng: ${ended} sản phẩm.`] : []),
    ...(facts.deferred > 0 ? [`Chuyển sang kỳ họp sau: ${facts.deferred} sản phẩm.`] : []),
  ].join('\n')
}

/** The line of one result in the report's table. */
export function reportItem(basis: ResultBasis) {
  return {
    product: basis.product.name,
    producer: basis.producer.name,
    set: basis.set.no,
    mean: basis.mean?.printed ?? null,
    outcome: basis.star === null ? (basis.ending?.kindLabel ?? 'không xếp hạng') : `${basis.star} sao`,
  }
}
