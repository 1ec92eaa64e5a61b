// Bodies and accounts of the demo province. Every person is invented.
import { hashPassword } from 'better-auth/crypto'
import { act, type Services } from '../context.ts'
import type { Actor, Role } from '../people/actor.ts'
import { createAccount, createBody, grantRole, setupActor, type NewBody } from '../people/people.actions.ts'
import { loadActor } from '../people/people.store.ts'
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts'

export const SAM_SON = '16531'

const departments = {
  agriculture: ['Sở Nông nghiệp và Môi trường', 'Sở NN&MT'],
  trade: ['Sở Công Thương', 'Sở CT'],
  health: ['Sở Y tế', 'Sở YT'],
  science: ['Sở Khoa học và Công nghệ', 'Sở KH&CN'],
  culture: ['Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTT&DL'],
} as const

/** Council seats besides the three accounts on the sign-in page: they sign in too, with the same password. */
const otherSeats = [
  { key: 'vice', username: 'phochutich', name: 'Lê Thị Thu' },
  { key: 'trade', username: 'thanhvien2', name: 'Phạm Hoàng Lâm' },
  { key: 'science', username: 'thanhvien3', name: 'Nguyễn Hữu Phúc' },
  { key: 'culture', username: 'thanhvien4', name: 'Hà Thị Yến' },
  { key: 'officeSeat', username: 'thanhvien5', name: 'Vũ Tiến Dũng' },
  { key: 'association', username: 'thanhvien6', name: 'Bùi Quang Minh' },
] as const

/** They work for the producers and communes that have no account of their own on the sign-in page. */
const others = [
  { key: 'producers', username: 'cacchuthe', name: 'Lưu Thị Sen' },
  { key: 'otherOfficer', username: 'canboxa2', name: 'Lê Thị Gấm' },
  { key: 'otherLeader', username: 'lanhdaoxa2', name: 'Nguyễn Văn Phong' },
] as const

export type DemoPeople = {
  bodies: Record<'committee' | 'office' | keyof typeof departments | 'association' | 'samSon', string>
  accounts: Record<string, string>
  /** The person as they would be signed in now: grants made meanwhile count. */
  as: (key: string) => Promise<Actor>
  communeBody: (code: string, fullName: string) => Promise<string>
  grant: (key: string, role: Role, scope: { producerId?: string; communeCode?: string; bodyId?: string }) => Promise<void>
}

export async function makePeople(services: Services): Promise<DemoPeople> {
  const setup = setupActor(services.config.provinceCode)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const run = <T>(verb: Parameters<typeof act<T>>[2]) => act(services, setup, verb)
  const body = (kind: NewBody['kind'], name: string, shortName: string, unitCode: string | null = null) =>
    run((ctx) => createBody(ctx, { kind, name, shortName, unitCode }))

  const bodies = {
    committee: await body('provinceCommittee', 'Ủy ban nhân dân tỉnh Thanh Hóa', 'UBND tỉnh'),
    office: await body('ocopOffice', 'Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh Thanh Hóa', 'VPĐP'),
    agriculture: await body('department', ...departments.agriculture),
    trade: await body('department', ...departments.trade),
    health: await body('department', ...departments.health),
    science: await body('department', ...departments.science),
    culture: await body('department', ...departments.culture),
    association: await body('association', 'Hội Nghề cá tỉnh Thanh Hóa', 'Hội Nghề cá'),
    samSon: await body('communeCommittee', 'Ủy ban nhân dân phường Sầm Sơn', 'UBND phường Sầm Sơn', SAM_SON),
  }

  const accounts: Record<string, string> = {}
  for (const { key, username, name } of [...demoAccounts, ...otherSeats, ...others])
    accounts[key] = await run((ctx) => createAccount(ctx, { username, name, passwordHash, demo: true }))

  const accountOf = (key: string): string => {
    const id = accounts[key]
    if (!id) throw new Error(`demo: no account ${key}`)
    return id
  }
  const grant: DemoPeople['grant'] = async (key, role, scope) =>
    void (await run((ctx) => grantRole(ctx, { accountId: accountOf(key), role, ...scope, validFrom: '2026-01-01' })))

  await grant('communeOfficer', 'communeOfficer', { communeCode: SAM_SON, bodyId: bodies.samSon })
  await grant('communeLeader', 'communeLeader', { communeCode: SAM_SON, bodyId: bodies.samSon })
  await grant('office', 'office', { bodyId: bodies.office })
  await grant('advisor', 'advisor', { bodyId: bodies.agriculture })
  await grant('leader', 'leader', { bodyId: bodies.committee })
  await grant('clerk', 'clerk', { bodyId: bodies.committee })
  await grant('bodyOfficer', 'bodyOfficer', { bodyId: bodies.trade })
  for (const key of ['admin', 'secondAdmin']) await grant(key, 'admin', { bodyId: bodies.office })

  const communeBodies = new Map<string, string>([[SAM_SON, bodies.samSon]])
  return {
    bodies,
    accounts,
    grant,
    as: async (key) => {
      const actor = await loadActor(services.database.db, accountOf(key), services.clock.now())
      if (!actor) throw new Error(`demo: ${key} cannot act`)
      return actor
    },
    communeBody: async (code, fullName) => {
      const known = communeBodies.get(code)
      if (known) return known
      const short = fullName.replace(/^(Xã|Phường)/, (word) => word.toLowerCase())
      const id = await body('communeCommittee', `Ủy ban nhân dân ${short}`, `UBND ${short}`, code)
      communeBodies.set(code, id)
      return id
    },
  }
}
