// An authority is the desk of one level and place: '38' the province, '24.218' a district of province 24, 'TW' the ministry. Pure.
import type { Level } from '#/regulation/regulation.schema.ts'

/** Levels that assess; the commune gives an opinion and is no authority. */
export type AssessingLevel = Exclude<Level, 'commune'>

export const CENTRAL = 'TW'

export function districtAuthority(provinceCode: string, districtCode: string): string {
  return `${provinceCode}.${districtCode}`
}

export function levelOf(authority: string): AssessingLevel {
  if (authority === CENTRAL) return 'central'
  return authority.includes('.') ? 'district' : 'province'
}

/** The province whose ledger an authority writes; the ministry keeps its own. */
export function provinceOf(authority: string): string {
  return authority.split('.')[0] ?? authority
}
/** Kinds of body that stand at the head of an authority: who decides and whose leader signs. */
export const committeeKinds: readonly string[] = ['provinceCommittee', 'districtCommittee', 'ministry']
