// The bodies of an authority: the committee (or ministry) whose leader decides, and the office that keeps its OCOP work.
import type { Db, Tx } from '#/platform/database/open.ts'
import { committeeKinds } from './authority.ts'

export type Body = { id: string; name: string; shortName: string; kind: string }

/** Null where nobody set them up. */
export async function bodiesOf(db: Db | Tx, authority: string): Promise<{ committee: Body | null; office: Body | null }> {
  const rows = await db
    .selectFrom('body')
    .select(['id', 'name', 'shortName', 'kind'])
    .where('authority', '=', authority)
    .where('kind', 'in', [...committeeKinds, 'ocopOffice'])
    .orderBy('createdAt')
    .execute()
  return {
    committee: rows.find((row) => committeeKinds.includes(row.kind)) ?? null,
    office: rows.find((row) => row.kind === 'ocopOffice') ?? null,
  }
}

/** The name of the place a committee's papers are dated at: "Thanh Hóa", "Lục Nam", "Sơn Tây". */
export function placeOfCommittee(name: string): string {
  return name.replace(/^Ủy ban nhân dân (tỉnh|thành phố|huyện|thị xã|quận) /u, '')
}
