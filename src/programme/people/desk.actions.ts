// Setting up the desk of a level: the committee (or ministry) whose head decides and the office that keeps its OCOP work.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { must } from '../refuse.ts'
import { findUnit } from '../units/units.store.ts'
import { eraOf, inSentence } from '../units/units.ts'
import { keepsProvince } from './account.store.ts'
import { serves } from './actor.ts'
import { CENTRAL, committeeKinds, districtAuthority, levelOf, type AssessingLevel } from './authority.ts'
import { bodiesOf } from './bodies.store.ts'
import { createBody } from './people.actions.ts'

export type DeskInput = {
  /** Code of a district, or `TW` for the ministry. */
  place: string
  /** Left empty: "Ủy ban nhân dân huyện Lục Nam"; the ministry's name has to be given. */
  committee: string
  office: string
}

/**
 * Sets up a district's or the ministry's desk. Administrator of the province. A district is refused from 01/7/2025, the day from which
 * there is none; the refusal names who has its work now. Returns the authority. Throws `invalid`.
 */
export async function setUpDesk(ctx: Ctx, input: DeskInput): Promise<string> {
  must(serves(ctx.actor, ctx.actor.authority, 'admin') && keepsProvince(ctx.actor))
  const fields = new Fields(input)
  const place = fields.text('place', { max: 10, required: true })
  const central = place === CENTRAL
  const district = central || place === '' ? null : await districtOf(ctx, place)
  if (place !== '' && !central && district === null)
    fields.say('place', { vi: 'Chọn một huyện của tỉnh, hoặc cấp Bộ.', en: 'Choose a district of the province, or the ministry.' })
  if (district !== null && eraOf(plainDateOf(ctx.now)) !== 'e2023') {
    const heir = (await bodiesOf(ctx.tx, ctx.actor.provinceCode)).committee?.name ?? 'Ủy ban nhân dân cấp tỉnh'
    fields.say('place', {
      vi: `${district} kết thúc hoạt động ngày 30/6/2025; nhiệm vụ nay thuộc ${heir}.`,
      en: `${district} ended on 30/6/2025; its work is now with ${heir}.`,
    })
  }
  const committee = fields.text('committee', { max: 200, required: central }) || `Ủy ban nhân dân ${inSentence(district ?? '')}`
  const office = fields.text('office', { max: 200, required: true })
  const authority = central ? CENTRAL : districtAuthority(ctx.actor.provinceCode, place)
  const present = await bodiesOf(ctx.tx, authority)
  if (present.committee && present.office) fields.say('place', { vi: 'Cấp này đã được lập.', en: 'This desk is set up already.' })
  fields.done()
  if (!present.committee)
    await createBody(ctx, {
      kind: central ? 'ministry' : 'districtCommittee',
      name: committee,
      shortName: central ? 'Bộ' : 'UBND huyện',
      authority,
    })
  if (!present.office) await createBody(ctx, { kind: 'ocopOffice', name: office, shortName: 'Cơ quan OCOP', authority })
  await audit(ctx, { verb: 'desk.setUp', subjectKind: 'desk', subjectId: authority, payload: { authority, committee, office } })
  return authority
}

async function districtOf(ctx: Ctx, code: string): Promise<string | null> {
  const unit = await findUnit(ctx.tx, 'e2023', code)
  return unit?.level === 'district' && unit.provinceCode === ctx.actor.provinceCode ? unit.fullName : null
}

export type Desk = { authority: string; level: AssessingLevel; committee: string | null; office: string | null; accounts: number }

const order: Record<AssessingLevel, number> = { province: 0, district: 1, central: 2 }

/** The desks an administrator of the province keeps: its own, its districts', the ministry's where it is set up. */
export async function desksOf(db: Db | Tx, provinceCode: string): Promise<Desk[]> {
  const rows = await db
    .selectFrom('body')
    .select(['authority', 'kind', 'name'])
    .where('provinceCode', '=', provinceCode)
    .where('kind', 'in', [...committeeKinds, 'ocopOffice'])
    .orderBy('createdAt')
    .execute()
  const counts = await db
    .selectFrom('authUser')
    .select(['authority', (select) => select.fn.countAll<number>().as('n')])
    .where('provinceCode', '=', provinceCode)
    .groupBy('authority')
    .execute()
  const desks = [...new Set([provinceCode, ...rows.map((row) => row.authority)])].map((authority): Desk => {
    const own = rows.filter((row) => row.authority === authority)
    return {
      authority,
      level: levelOf(authority),
      committee: own.find((row) => committeeKinds.includes(row.kind))?.name ?? null,
      office: own.find((row) => row.kind === 'ocopOffice')?.name ?? null,
      accounts: Number(counts.find((row) => row.authority === authority)?.n ?? 0),
    }
  })
  return desks.toSorted((a, b) => order[a.level] - order[b.level] || a.authority.localeCompare(b.authority))
}
