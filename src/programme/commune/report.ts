// Mẫu 03, the commune's report: four contents in words, no points (QĐ 26/2026/QĐ-TTg, Điều 7, Phụ lục III). Pure.
import type { Form } from '#/regulation/form.schema.ts'
import { findCriterion } from '#/regulation/form.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import type { Problems } from '../fields.ts'

/** What the officer found beside what the producer claims. `notApplicable` where the set has no such criterion. */
export const findings = ['agrees', 'differs', 'notApplicable'] as const
export type Finding = (typeof findings)[number]

export type Opinion = { finding: Finding | null; opinion: string }
/** By the pack's content id. */
export type Opinions = Record<string, Opinion>

export type ReportContent = { id: string; title: { vi: string; en: string }; criteria: { code: string; title: string }[] }

/** The contents the pack asks for, with the criteria of this set they belong to. */
export function reportContents(regulation: Regulation, form: Form): ReportContent[] {
  return (regulation.communeOpinion?.contents ?? []).map(({ id, title, criteria }) => ({
    id,
    title,
    criteria: criteria
      .filter((one) => one.sets.includes(form.set))
      .flatMap(({ code }) => {
        const placed = findCriterion(form, code)
        return placed ? [{ code, title: placed.criterion.title }] : []
      }),
  }))
}

/** Opinions as stored, whatever an older program wrote; unknown contents are left out, silent ones are there and empty. */
export function readOpinions(stored: unknown, contents: readonly ReportContent[]): Opinions {
  const record = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  return Object.fromEntries(
    contents.map(({ id }) => {
      const one = record[id] as Partial<Opinion> | undefined
      return [
        id,
        {
          finding: findings.find((finding) => finding === one?.finding) ?? null,
          opinion: typeof one?.opinion === 'string' ? one.opinion : '',
        },
      ]
    }),
  )
}

/** What keeps a report from going to the leader, by the form's field names. Empty when it may go. */
export function reportFaults(
  contents: readonly ReportContent[],
  opinions: Opinions,
  conclusion: string,
  proposes: boolean | null,
): Problems {
  const faults: Problems = {}
  for (const { id, title, criteria } of contents) {
    const one = opinions[id]
    if (!one?.finding) faults[`finding:${id}`] = { vi: `${title.vi}: chọn kết quả đối chiếu.`, en: `${title.en}: choose what was found.` }
    if (one?.finding === 'notApplicable' && criteria.length > 0)
      faults[`finding:${id}`] = {
        vi: 'Bộ sản phẩm này có tiêu chí về nội dung đó, cần có ý kiến.',
        en: 'This set has a criterion on it: an opinion is needed.',
      }
    if (one?.finding !== 'notApplicable' && (one?.opinion ?? '') === '')
      faults[`opinion:${id}`] = { vi: `${title.vi}: ghi ý kiến đánh giá.`, en: `${title.en}: write the opinion.` }
  }
  if (proposes === null) faults['proposes'] = { vi: 'Chọn đề nghị hoặc không đề nghị.', en: 'Choose whether to propose.' }
  if (conclusion === '')
    faults['conclusion'] = {
      vi: 'Ghi kết luận, nêu lý do nếu không đề nghị.',
      en: 'Write the conclusion, with the reasons if not proposing.',
    }
  return faults
}

const findingText: Record<Finding, string> = {
  agrees: 'Kết quả đối chiếu phù hợp với nội dung chủ thể tự đánh giá.',
  differs: 'Kết quả đối chiếu khác với nội dung chủ thể tự đánh giá.',
  notApplicable: 'Bộ sản phẩm này không có tiêu chí về nội dung trên.',
}

/** The opinion as the paper prints it. */
export function opinionText({ finding, opinion }: Opinion): string {
  return [finding === null ? '' : findingText[finding], opinion].filter((part) => part !== '').join('\n')
}

/** "đủ thành phần theo quy định", or what is lacking, for the report's line on the check of components. */
export function checkText(lackingTitles: readonly string[], supplements: number): string {
  const after = supplements > 0 ? ` sau ${supplements} lần bổ sung` : ''
  return lackingTitles.length === 0
    ? `đủ thành phần theo quy định${after}`
    : `còn thiếu hoặc chưa đúng${after}: ${lackingTitles.join('; ')}`
}
