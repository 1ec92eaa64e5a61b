// A plan as the demo of an empty database, and its accounts for the sign-in page.
import type { Db } from '#/platform/database/open.ts'
import { demoAccounts, type DemoAccount } from '../demo/accounts.ts'
import { levelOf } from '../people/authority.ts'
import { levelNames } from '../level/level.words.ts'
import { loadPlan as loadPlanFile } from '../programme-plan/load.actions.ts'
import { planFileIds, shippedPlan } from '../programme-plan/plan-file.ts'
import { loadActor } from '../people/people.store.ts'
import { act, type Services } from '../context.ts'
import { officeOf, onDay } from './cast.ts'
import { runScenario } from './run.ts'
import type { Scenario } from './scenario.schema.ts'

/** Plays the plan into an empty database and makes its province the program's own. Throws where a line of the plan does not come out. */
export async function loadPlan(services: Services, scenario: Scenario): Promise<void> {
  services.config.provinceCode = scenario.province
  const checks = await runScenario(services, scenario)
  await keepPlan(services, scenario)
  const failed = checks.filter((check) => JSON.stringify(check.expected) !== JSON.stringify(check.actual))
  for (const { source, what, expected, actual } of failed)
    console.error(`${scenario.id}: ${source}: ${what}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(actual)}`)
}

/** The plan itself, as a draft of the desk that made it: what it promises and orders, beside the procedure that was played. */
async function keepPlan(services: Services, scenario: Scenario): Promise<void> {
  if (!planFileIds().includes(scenario.id)) return
  const file = shippedPlan(scenario.id)
  const desk = scenario.desks.find((one) => one.authority === file.desk)
  if (!desk) return
  const then = onDay(services, scenario.begins)
  const { id } = await services.database.db
    .selectFrom('authUser')
    .select('id')
    .where('username', '=', officeOf(desk))
    .executeTakeFirstOrThrow()
  const office = await loadActor(services.database.db, id, then.clock.now())
  if (office) await act(then, office, (ctx) => loadPlanFile(ctx, file))
}

export type ShownAccount = Pick<DemoAccount, 'username' | 'name' | 'role'>

const fixedRoles: Readonly<Record<string, DemoAccount['role']>> = {
  chuthe: { vi: 'Chủ thể của các hồ sơ', en: 'Producer of the dossiers' },
  canboxa: { vi: 'Cán bộ UBND cấp xã', en: 'Officer of the communes' },
  lanhdaoxa: { vi: 'Chủ tịch UBND cấp xã', en: 'Chair of the communes' },
  quantri: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  quantri2: { vi: 'Quản trị thứ hai, xác nhận bản quy định', en: 'Second administrator, confirms versions' },
}

const deskRoles: readonly [ending: RegExp, vi: string, en: string][] = [
  [/\.vanphong$/, 'Cơ quan thường trực OCOP', 'OCOP office'],
  [/\.lanhdao$/, 'Lãnh đạo ký ban hành', 'Leader who signs'],
  [/\.hd1$/, 'Chủ tịch Hội đồng', 'Council chair'],
  [/\.hd3$/, 'Thành viên Hội đồng', 'Council member'],
  [/\.thuky\d+$/, 'Thư ký Hội đồng', 'Council secretary'],
]

const levelEnglish = { district: 'district', province: 'province', central: 'ministry' } as const

/** The demo accounts that are really here: the demo province's own list, or one of each role and desk of a plan. */
export async function shownAccounts(db: Db): Promise<ShownAccount[]> {
  const rows = await db
    .selectFrom('authUser')
    .select(['username', 'name', 'authority'])
    .where('demo', '=', true)
    .orderBy('createdAt')
    .execute()
  const there = new Set(rows.map((row) => row.username))
  // Only the demo province has an office by this name; accounts added since it was filled are missing there.
  if (there.has('vanphong'))
    return demoAccounts.flatMap(({ username, name, role }) => (there.has(username) ? [{ username, name, role }] : []))
  return rows.flatMap(({ username, name, authority }) => {
    const fixed = username === null ? undefined : fixedRoles[username]
    if (username !== null && fixed) return [{ username, name, role: fixed }]
    const desk = deskRoles.find(([ending]) => ending.test(username ?? ''))
    if (username === null || !desk) return []
    const level = levelOf(authority)
    return [{ username, name, role: { vi: `${desk[1]} ${levelNames[level].vi}`, en: `${desk[2]}, ${levelEnglish[level]}` } }]
  })
}
