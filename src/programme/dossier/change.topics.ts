// What may have changed since the last assessment, as data: pages, checks and the snapshot read this list. Pure.
import type { Words } from '../fields.ts'

/** The nine things 26/2026 Đ6 names for a re-assessment, in its order; the last catches what an upgrade rests on beside them. */
export const changeTopics = [
  { id: 'materials', title: { vi: 'Nguyên liệu', en: 'Materials' } },
  { id: 'technology', title: { vi: 'Công nghệ, quy trình sản xuất', en: 'Technology and process' } },
  { id: 'packaging', title: { vi: 'Bao bì', en: 'Packaging' } },
  { id: 'label', title: { vi: 'Nhãn', en: 'Label' } },
  { id: 'declaration', title: { vi: 'Công bố chất lượng', en: 'Quality declaration' } },
  { id: 'tests', title: { vi: 'Phiếu kiểm nghiệm định kỳ', en: 'Periodic tests' } },
  { id: 'market', title: { vi: 'Thị trường', en: 'Markets' } },
  { id: 'output', title: { vi: 'Sản lượng', en: 'Output' } },
  { id: 'revenue', title: { vi: 'Doanh thu', en: 'Revenue' } },
  { id: 'other', title: { vi: 'Thay đổi khác', en: 'Other changes' } },
] as const satisfies readonly { id: string; title: Words }[]

export type ChangeTopic = (typeof changeTopics)[number]['id']

export type Change = { topic: ChangeTopic; changed: boolean; text: string; paperIds: string[]; version: number }

export type LaterKind = 'upgrade' | 'renewal'

/** What the account of changes still lacks. */
export type ChangeGap = { topic: ChangeTopic; lacks: 'answer' | 'text' | 'paper' } | { topic: null; lacks: 'anyChange' }

/**
 * What is missing before the account may be filed. Every named topic is answered, "no change" too; what changed is described.
 * Interpretation: an upgrade (Đ6: states and proves its changes) names at least one change, each with a paper that holds a file; a
 * re-assessment (Đ6: updates) may say that nothing changed, and its papers go with the criteria.
 */
export function changeGaps(kind: LaterKind, changes: readonly Change[], withFiles: ReadonlySet<string>): ChangeGap[] {
  const gaps = changeTopics.flatMap(({ id }): ChangeGap[] => {
    const change = changes.find((one) => one.topic === id)
    if (!change) return id === 'other' ? [] : [{ topic: id, lacks: 'answer' }]
    if (!change.changed) return []
    if (change.text === '') return [{ topic: id, lacks: 'text' }]
    return kind === 'upgrade' && !change.paperIds.some((paper) => withFiles.has(paper)) ? [{ topic: id, lacks: 'paper' }] : []
  })
  return kind === 'upgrade' && gaps.length === 0 && !changes.some((one) => one.changed) ? [{ topic: null, lacks: 'anyChange' }] : gaps
}
