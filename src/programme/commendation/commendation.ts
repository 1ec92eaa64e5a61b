// Commendation of units and persons: what is awarded, the states of a list, what its form says. Pure.
import { serves, type Actor } from '../people/actor.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

/**
 * Interpretation: the plans say "biểu dương, khen thưởng" (S1:167) and name no form; which of them a desk may give is the law on emulation's, which
 * is not at hand, so the office chooses it.
 */
export const awards = ['merit', 'certificate', 'praise'] as const
export type Award = (typeof awards)[number]
export const awardWords: Record<Award, Words> = {
  merit: { vi: 'Tặng Bằng khen', en: 'Certificate of merit (Bằng khen)' },
  certificate: { vi: 'Tặng Giấy khen', en: 'Certificate of commendation (Giấy khen)' },
  praise: { vi: 'Biểu dương', en: 'Praise' },
}

export const listStates = ['draft', 'decided', 'cancelled'] as const
export type ListState = (typeof listStates)[number]
export const listWords: Record<ListState, Words & { mark: 'todo' | 'done' | 'ended' }> = {
  draft: { vi: 'Dự thảo', en: 'Draft', mark: 'todo' },
  decided: { vi: 'Đã có quyết định', en: 'Decided', mark: 'done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'ended' },
}

export type Kind = 'unit' | 'person'
export const kindWords: Record<Kind, Words> = {
  unit: { vi: 'Tập thể', en: 'Unit' },
  person: { vi: 'Cá nhân', en: 'Person' },
}

/** Of one decision. */
export const MOST = 500

export type ListRights = { see: boolean; keeps: boolean; signs: boolean; change: boolean; decide: boolean }

/** The desk's office draws up, its leader decides, who works beside them reads. */
export function listRights(actor: Actor | null, list: { authority: string; state: ListState }): ListRights {
  const keeps = serves(actor, list.authority, 'office')
  const signs = serves(actor, list.authority, 'leader')
  const draft = list.state === 'draft'
  return { see: keeps || signs || serves(actor, list.authority, 'advisor'), keeps, signs, change: keeps && draft, decide: signs && draft }
}

export type ListInput = Typed<'title' | 'award'>

/** Throws `invalid` by field. */
export function readList(input: ListInput): { title: string; award: Award } {
  const fields = new Fields<'title' | 'award'>(input)
  const award = fields.oneOf('award', awards, { required: true })
  const title = fields.text('title', {
    max: 300,
    required: { vi: 'Ghi trích yếu của quyết định.', en: 'Give the subject of the decision.' },
  })
  return { ...fields.done({ award }), title }
}
