// People and bodies of a province that still has districts (2023): Lục Nam, a district of Bắc Giang, its neighbour, the province, one commune.
import { newId } from '#/platform/database/id.ts'
import { hashPassword } from 'better-auth/crypto'
import { act, type Ctx, type Services } from '#/programme/context.ts'
import type { Actor, Role } from '#/programme/people/actor.ts'
import { setupActor } from '#/programme/people/people.actions.ts'
import { loadActor } from '#/programme/people/people.store.ts'
import { TEST_PASSWORD } from './world.ts'

/** A working day under 148/QĐ-TTg, before the districts ended. */
export const IN_2023 = '2023-10-16T02:00:00Z'
export const LUC_NAM = '24.218'
export const LUC_NGAN = '24.219'
export const BAC_GIANG = '24'

type Desk = typeof LUC_NAM | typeof LUC_NGAN | typeof BAC_GIANG

const holders = {
  districtOffice: [LUC_NAM, 'office', 'Nguyễn Thị Lục'],
  districtLeader: [LUC_NAM, 'leader', 'Trần Văn Nam'],
  districtAdvisor: [LUC_NAM, 'advisor', 'Lê Văn Tư'],
  neighbourOffice: [LUC_NGAN, 'office', 'Vi Thị Ngạn'],
  provinceOffice: [BAC_GIANG, 'office', 'Đỗ Văn Giang'],
  provinceLeader: [BAC_GIANG, 'leader', 'Phạm Văn Bắc'],
  provinceAdmin: [BAC_GIANG, 'admin', 'Ngô Thị Quản'],
  producer: [BAC_GIANG, 'producer', 'Hoàng Văn Vải'],
  communeOfficer: [BAC_GIANG, 'communeOfficer', 'Lâm Thị Xã'],
} as const satisfies Record<string, readonly [Desk, Role, string]>

const seats = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
type Seat = (typeof seats)[number]
export type DistrictPerson = keyof typeof holders | `districtSeat${Seat}` | `provinceSeat${Seat}`

export type DistrictWorld = {
  services: Services
  accounts: Record<DistrictPerson, string>
  producerId: string
  communeCode: string
  communeName: string
  bodies: { district: string; districtOffice: string; province: string; provinceOffice: string; commune: string }
}

let kept: Promise<string> | undefined

/** Fills a database whose clock stands in 2023 (`testServices({ now: IN_2023 })`). User names are the persons' keys in lower case. */
export async function makeDistrictWorld(services: Services): Promise<DistrictWorld> {
  const now = services.clock.now()
  kept ??= hashPassword(TEST_PASSWORD)
  const password = await kept
  return act(services, setupActor(BAC_GIANG), async ({ tx }) => {
    const commune = await tx
      .selectFrom('unit')
      .select(['code', 'fullName'])
      .where('era', '=', 'e2023')
      .where('parentCode', '=', '218')
      .where('level', '=', 'commune')
      .where('fullName', 'like', 'Xã %')
      .orderBy('code')
      .executeTakeFirstOrThrow()
    const body = (authority: Desk, kind: string, name: string, shortName: string, unitCode: string | null = null) => ({
      id: newId(),
      provinceCode: BAC_GIANG,
      authority,
      kind,
      name,
      shortName,
      unitEra: unitCode === null ? null : 'e2023',
      unitCode,
      createdAt: now,
    })
    const rows = {
      district: body(LUC_NAM, 'districtCommittee', 'Ủy ban nhân dân huyện Lục Nam', 'UBND huyện'),
      districtOffice: body(LUC_NAM, 'ocopOffice', 'Phòng Nông nghiệp và Phát triển nông thôn huyện Lục Nam', 'Phòng NN&PTNT'),
      neighbour: body(LUC_NGAN, 'districtCommittee', 'Ủy ban nhân dân huyện Lục Ngạn', 'UBND huyện'),
      neighbourOffice: body(LUC_NGAN, 'ocopOffice', 'Phòng Nông nghiệp và Phát triển nông thôn huyện Lục Ngạn', 'Phòng NN&PTNT'),
      province: body(BAC_GIANG, 'provinceCommittee', 'Ủy ban nhân dân tỉnh Bắc Giang', 'UBND tỉnh'),
      provinceOffice: body(BAC_GIANG, 'ocopOffice', 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh Bắc Giang', 'VPĐP'),
      commune: body(BAC_GIANG, 'communeCommittee', `Ủy ban nhân dân ${commune.fullName.replace(/^Xã/, 'xã')}`, 'UBND xã', commune.code),
    }
    await tx.insertInto('body').values(Object.values(rows)).execute()
    const producerId = newId()
    await tx
      .insertInto('producer')
      .values({
        id: producerId,
        provinceCode: BAC_GIANG,
        unitEra: 'e2023',
        communeCode: commune.code,
        name: 'Hợp tác xã Vải thiều Lục Nam',
        legalForm: 'cooperative',
        taxCode: '2400123456',
        addressLine: 'Thôn Đông',
        registrationNumber: '2400123456',
        registrationDate: '2019-03-12',
        registrationIssuer: 'Phòng Tài chính – Kế hoạch',
        headName: 'Hoàng Văn Vải',
        headPost: 'Giám đốc',
        phone: '0912000222',
        history: 'Thành lập năm 2019.',
        structure: 'Giám đốc, tổ sản xuất.',
        workersTotal: 20,
        workersLocal: 16,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    const bodyAt: Record<Desk, string> = {
      [LUC_NAM]: rows.districtOffice.id,
      [LUC_NGAN]: rows.neighbourOffice.id,
      [BAC_GIANG]: rows.provinceOffice.id,
    }
    const people = [
      ...Object.entries(holders).map(([person, [authority, role, name]]) => ({ person, authority, role: role as Role | null, name })),
      ...seats.flatMap((seat) => [
        { person: `districtSeat${seat}`, authority: LUC_NAM, role: null, name: `Ủy viên huyện ${seat}` },
        { person: `provinceSeat${seat}`, authority: BAC_GIANG, role: null, name: `Ủy viên tỉnh ${seat}` },
      ]),
    ].map((one) => ({ ...one, id: newId() }))
    await tx
      .insertInto('authUser')
      .values(
        people.map(({ id, person, name, authority }) => ({
          id,
          name,
          username: person.toLowerCase(),
          displayUsername: person.toLowerCase(),
          email: `${person.toLowerCase()}@tai-khoan.invalid`,
          provinceCode: BAC_GIANG,
          authority,
          createdAt: now,
          updatedAt: now,
        })),
      )
      .execute()
    await tx
      .insertInto('authAccount')
      .values(
        people.map(({ id }) => ({
          id: newId(),
          accountId: id,
          providerId: 'credential',
          userId: id,
          password,
          createdAt: now,
          updatedAt: now,
        })),
      )
      .execute()
    await tx
      .insertInto('roleGrant')
      .values(
        people.flatMap(({ id, role, authority }) =>
          role === null
            ? []
            : [
                {
                  id: newId(),
                  accountId: id,
                  role,
                  authority,
                  provinceCode: BAC_GIANG,
                  bodyId: role === 'communeOfficer' ? rows.commune.id : role === 'producer' ? null : bodyAt[authority as Desk],
                  producerId: role === 'producer' ? producerId : null,
                  communeCode: role === 'communeOfficer' ? commune.code : null,
                  validFrom: '2020-01-01',
                  validTo: null,
                  grantedBy: 'system',
                  grantedAt: now,
                },
              ],
        ),
      )
      .execute()
    return {
      services,
      accounts: Object.fromEntries(people.map(({ person, id }) => [person, id])) as Record<DistrictPerson, string>,
      producerId,
      communeCode: commune.code,
      communeName: commune.fullName,
      bodies: {
        district: rows.district.id,
        districtOffice: rows.districtOffice.id,
        province: rows.province.id,
        provinceOffice: rows.provinceOffice.id,
        commune: rows.commune.id,
      },
    }
  })
}

/** The person with the grants and seats held now. */
export async function districtActor(world: DistrictWorld, person: DistrictPerson): Promise<Actor> {
  const actor = await loadActor(world.services.database.db, world.accounts[person], world.services.clock.now())
  if (!actor) throw new Error(`${person} is not in the world`)
  return actor
}

/** Runs one verb as one person in its own transaction. */
export async function actIn<T>(world: DistrictWorld, person: DistrictPerson, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  return act(world.services, await districtActor(world, person), verb)
}
