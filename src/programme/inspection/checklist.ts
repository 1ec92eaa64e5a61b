// What an inspection looks at, as data. Each inspection pins the list it was planned with and keeps the words it was answered in. Pure.
import type { Fields, Words } from '../fields.ts'

/** `ground`: of QĐ 26/2026 Đ8.1, what a fault may lead to. */
export type CheckItem = { id: string; title: Words; ground: 'a' | 'b' | 'c' | 'd' | 'đ'; source: string }
export type Checklist = { id: string; items: readonly CheckItem[] }

/**
 * Interpretation: no decision prints a checklist; this one follows the grounds of Đ8.1 and what the plans order to be looked at. A list that was
 * in use never changes: another wording is another list with its own id.
 */
const first: Checklist = {
  id: 'hau-kiem-1',
  items: [
    {
      id: 'producing',
      ground: 'đ',
      source: 'QĐ 26/2026 Đ8.1.đ',
      title: { vi: 'Còn sản xuất, kinh doanh sản phẩm', en: 'Still produced and sold' },
    },
    {
      id: 'dossier',
      ground: 'a',
      source: 'QĐ 26/2026 Đ8.1.a',
      title: { vi: 'Hồ sơ, giấy tờ minh chứng trung thực, còn hiệu lực', en: 'Papers true and in force' },
    },
    {
      id: 'criteria',
      ground: 'b',
      source: 'QĐ 26/2026 Đ8.1.b, S3:167',
      title: { vi: 'Vẫn đáp ứng tiêu chí của hạng sao đã công nhận', en: 'Still meets the criteria of its star' },
    },
    {
      id: 'quality',
      ground: 'c',
      source: 'QĐ 26/2026 Đ8.1.c, S0:229, S1:37, S2:133',
      title: { vi: 'Chất lượng đúng tiêu chuẩn đã công bố', en: 'Quality as declared' },
    },
    {
      id: 'foodSafety',
      ground: 'c',
      source: 'QĐ 26/2026 Đ8.1.c, S0:231, S2:175',
      title: { vi: 'Vệ sinh, an toàn thực phẩm', en: 'Food safety' },
    },
    {
      id: 'environment',
      ground: 'c',
      source: 'QĐ 26/2026 Đ8.1.c, S0:307',
      title: { vi: 'Bảo vệ môi trường trong sản xuất', en: 'Environment' },
    },
    {
      id: 'label',
      ground: 'c',
      source: 'QĐ 26/2026 Đ8.1.c, S0:231',
      title: { vi: 'Ghi nhãn, mẫu mã, bao bì', en: 'Labels and packaging' },
    },
    { id: 'trace', ground: 'c', source: 'S0:231', title: { vi: 'Truy xuất nguồn gốc', en: 'Traceability' } },
    {
      id: 'trademark',
      ground: 'c',
      source: 'QĐ 26/2026 Đ8.1.c, S2:133',
      title: { vi: 'Sở hữu trí tuệ, sử dụng nhãn hiệu', en: 'Intellectual property, trademarks' },
    },
    {
      id: 'mark',
      ground: 'd',
      source: 'QĐ 26/2026 Đ8.1.d, S0:347, S2:133',
      title: { vi: 'Sử dụng biểu trưng OCOP và hạng sao', en: 'Use of the OCOP mark and stars' },
    },
  ],
}

const checklists: readonly Checklist[] = [first]
/** What the next inspection is planned with. */
export const currentChecklist: Checklist = first

export function checklistOf(id: string): Checklist {
  const list = checklists.find((one) => one.id === id)
  if (!list) throw new RangeError(`no checklist ${id}`)
  return list
}

export const checkVerdicts = ['good', 'fault', 'notApplicable'] as const
export type CheckVerdict = (typeof checkVerdicts)[number]
export const checkVerdictWords: Record<CheckVerdict, Words & { mark: 'done' | 'stop' | 'todo' }> = {
  good: { vi: 'Đạt', en: 'Good', mark: 'done' },
  fault: { vi: 'Không đạt', en: 'Fault', mark: 'stop' },
  notApplicable: { vi: 'Không áp dụng', en: 'Does not apply', mark: 'todo' },
}

export type CheckAnswer = { item: string; ordinal: number; title: string; verdict: CheckVerdict; remark: string }

/** Answers of a form (`v.<item>`, `n.<item>`); not answered is not looked at. A fault says what it is; at least one item is looked at. */
export function readAnswers(fields: Fields<string>, list: Checklist): CheckAnswer[] {
  const answers = list.items.flatMap(({ id, title }, index) => {
    const verdict = fields.oneOf(`v.${id}`, checkVerdicts)
    const remark = fields.text(`n.${id}`, { max: 1000, multiline: true })
    if (verdict === 'fault' && remark === '')
      fields.say(`n.${id}`, { vi: `${title.vi}: ghi rõ điểm không đạt.`, en: `${title.en}: say what the fault is.` })
    if (verdict === null && remark !== '') fields.say(`v.${id}`, { vi: `${title.vi}: chọn kết quả.`, en: `${title.en}: choose a verdict.` })
    return verdict === null ? [] : [{ item: id, ordinal: index + 1, title: title.vi, verdict, remark }]
  })
  const [head] = list.items
  if (answers.length === 0 && head && Object.keys(fields.problems).length === 0)
    fields.say(`v.${head.id}`, { vi: 'Kiểm tra ít nhất một nội dung.', en: 'Look at one item at least.' })
  return answers
}
