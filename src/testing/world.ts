// The people and bodies every test may need: one account per role, two producers in two communes, nine people for council seats.
import { hashPassword } from 'better-auth/crypto'
import { newId } from '#/platform/database/id.ts'
import { act, type Ctx, type Services } from '#/programme/context.ts'
import { setupActor, type NewBody } from '#/programme/people/people.actions.ts'
import type { Actor, Role } from '#/programme/people/actor.ts'
import { loadActor } from '#/programme/people/people.store.ts'

/** Phường Sầm Sơn and xã Hậu Lộc, tỉnh Thanh Hóa. */
export const SAM_SON = '16531'
export const HAU_LOC = '16012'
/** Every account of the world signs in with it; the user name is the person's key in lower case. */
export const TEST_PASSWORD = 'mat-khau-thu-nghiem'

const seats = ['seat1', 'seat2', 'seat3', 'seat4', 'seat5', 'seat6', 'seat7', 'seat8', 'seat9'] as const
const holders = [
  'producer',
  'otherProducer',
  'communeOfficer',
  'communeLeader',
  'otherCommuneOfficer',
  'otherCommuneLeader',
  'office',
  'advisor',
  'leader',
  'clerk',
  'bodyOfficer',
  'admin',
  'otherProvinceOffice',
] as const

export type Person = (typeof holders)[number] | (typeof seats)[number]
export const people: readonly Person[] = [...holders, ...seats]
export const seatPeople = seats

export type World = {
  services: Services
  bodies: {
    province: string
    office: string
    departments: readonly [string, string, string, string, string]
    samSon: string
    hauLoc: string
  }
  /** Two producers, one in each commune, described well enough to file a dossier. */
  producers: { own: string; other: string }
  accounts: Record<Person, string>
}

const names: Record<Person, string> = {
  producer: 'Nguyễn Thị Hạnh',
  otherProducer: 'Lê Văn Bảy',
  communeOfficer: 'Lê Văn Định',
  communeLeader: 'Phạm Thị Thanh',
  otherCommuneOfficer: 'Hoàng Thị Nga',
  otherCommuneLeader: 'Trịnh Văn Sơn',
  office: 'Đỗ Minh Tuấn',
  advisor: 'Vũ Thị Lan',
  leader: 'Trần Quốc Huy',
  clerk: 'Bùi Thị Mai',
  bodyOfficer: 'Lương Thị Thương',
  admin: 'Ngô Đức Anh',
  otherProvinceOffice: 'Phan Văn Khải',
  seat1: 'Nguyễn Văn Chủ',
  seat2: 'Lê Thị Phó',
  seat3: 'Trần Văn Ba',
  seat4: 'Phạm Thị Tư',
  seat5: 'Hồ Văn Năm',
  seat6: 'Đặng Thị Sáu',
  seat7: 'Mai Văn Bảy',
  seat8: 'Cao Thị Tám',
  seat9: 'Dương Thị Thư',
}

let kept: Promise<string> | undefined
/** Hashing is slow on purpose; once a run is enough. */
function passwordHash(): Promise<string> {
  kept ??= hashPassword(TEST_PASSWORD)
  return kept
}

/** Fills a fresh database in a handful of statements. */
export async function makeWorld(services: Services): Promise<World> {
  const now = services.clock.now()
  const provinceCode = services.config.provinceCode
  const password = await passwordHash()
  return act(services, setupActor(provinceCode), async ({ tx }) => {
    const body = (
      kind: NewBody['kind'],
      name: string,
      shortName: string,
      unitCode: string | null = null,
      taxCode: string | null = null,
    ) => ({
      id: newId(),
      provinceCode,
      authority: provinceCode,
      kind,
      name,
      shortName,
      taxCode,
      unitEra: unitCode ? 'e2025' : null,
      unitCode,
      address: null,
      createdAt: now,
    })
    const rows = {
      province: body('provinceCommittee', 'Ủy ban nhân dân tỉnh Thanh Hóa', 'UBND tỉnh'),
      office: body('ocopOffice', 'Văn phòng Điều phối Chương trình nông thôn mới tỉnh Thanh Hóa', 'VPĐP'),
      d1: body('department', 'Sở Nông nghiệp và Môi trường', 'SNNMT', null, '2800111111'),
      d2: body('department', 'Sở Công Thương', 'SCT', null, '2800222222'),
      d3: body('department', 'Sở Y tế', 'SYT', null, '2800333333'),
      d4: body('department', 'Sở Khoa học và Công nghệ', 'SKHCN', null, '2800444444'),
      d5: body('department', 'Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL', null, '2800555555'),
      samSon: body('communeCommittee', 'Ủy ban nhân dân phường Sầm Sơn', 'UBND phường Sầm Sơn', SAM_SON),
      hauLoc: body('communeCommittee', 'Ủy ban nhân dân xã Hậu Lộc', 'UBND xã Hậu Lộc', HAU_LOC),
    }
    await tx.insertInto('body').values(Object.values(rows)).execute()

    const producer = (over: { id: string; communeCode: string; name: string; legalForm: string; taxCode: string; headName: string }) => ({
      provinceCode,
      unitEra: 'e2025',
      addressLine: 'Khu phố 3',
      registrationNumber: over.taxCode,
      registrationDate: '2019-03-12',
      registrationIssuer: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      headPost: 'Giám đốc',
      phone: '0912000111',
      history: 'Thành lập năm 2019 từ làng nghề ven biển.',
      structure: 'Giám đốc, kế toán, tổ sản xuất, tổ bán hàng.',
      workersTotal: 20,
      workersLocal: 16,
      createdAt: now,
      updatedAt: now,
      ...over,
    })
    const own = newId()
    const other = newId()
    await tx
      .insertInto('producer')
      .values([
        producer({
          id: own,
          communeCode: SAM_SON,
          name: 'Hợp tác xã Vạn Triều',
          legalForm: 'cooperative',
          taxCode: '2801234567',
          headName: 'Trần Văn Vạn',
        }),
        producer({
          id: other,
          communeCode: HAU_LOC,
          name: 'Hộ kinh doanh Lê Văn Bảy',
          legalForm: 'productionHousehold',
          taxCode: '2807654321',
          headName: 'Lê Văn Bảy',
        }),
      ])
      .execute()
    await tx
      .insertInto('producerPrivate')
      .values([
        { producerId: own, headSex: 'male', headEthnicity: 'Kinh', headDisability: false, updatedAt: now },
        { producerId: other, headSex: 'male', headEthnicity: 'Mường', headDisability: false, updatedAt: now },
      ])
      .execute()

    const accounts = Object.fromEntries(people.map((person) => [person, newId()])) as Record<Person, string>
    const provinceOf = (person: Person) => (person === 'otherProvinceOffice' ? '37' : provinceCode)
    await tx
      .insertInto('authUser')
      .values(
        people.map((person) => ({
          id: accounts[person],
          name: names[person],
          username: person.toLowerCase(),
          displayUsername: person.toLowerCase(),
          email: `${person.toLowerCase()}@tai-khoan.invalid`,
          provinceCode: provinceOf(person),
          authority: provinceOf(person),
          createdAt: now,
          updatedAt: now,
        })),
      )
      .execute()
    await tx
      .insertInto('authAccount')
      .values(
        people.map((person) => ({
          id: newId(),
          accountId: accounts[person],
          providerId: 'credential',
          userId: accounts[person],
          password,
          createdAt: now,
          updatedAt: now,
        })),
      )
      .execute()

    const grant = (person: Person, role: Role, scope: { bodyId?: string; producerId?: string; communeCode?: string } = {}) => ({
      id: newId(),
      accountId: accounts[person],
      role,
      authority: provinceOf(person),
      provinceCode: provinceOf(person),
      bodyId: scope.bodyId ?? null,
      producerId: scope.producerId ?? null,
      communeCode: scope.communeCode ?? null,
      validFrom: '2020-01-01',
      validTo: null,
      grantedBy: 'system',
      grantedAt: now,
    })
    await tx
      .insertInto('roleGrant')
      .values([
        grant('producer', 'producer', { producerId: own }),
        grant('otherProducer', 'producer', { producerId: other }),
        grant('communeOfficer', 'communeOfficer', { bodyId: rows.samSon.id, communeCode: SAM_SON }),
        grant('communeLeader', 'communeLeader', { bodyId: rows.samSon.id, communeCode: SAM_SON }),
        grant('otherCommuneOfficer', 'communeOfficer', { bodyId: rows.hauLoc.id, communeCode: HAU_LOC }),
        grant('otherCommuneLeader', 'communeLeader', { bodyId: rows.hauLoc.id, communeCode: HAU_LOC }),
        grant('office', 'office', { bodyId: rows.office.id }),
        grant('advisor', 'advisor', { bodyId: rows.office.id }),
        grant('leader', 'leader', { bodyId: rows.province.id }),
        grant('clerk', 'clerk', { bodyId: rows.province.id }),
        grant('bodyOfficer', 'bodyOfficer', { bodyId: rows.d2.id }),
        grant('admin', 'admin', { bodyId: rows.office.id }),
        grant('otherProvinceOffice', 'office'),
      ])
      .execute()

    return {
      services,
      bodies: {
        province: rows.province.id,
        office: rows.office.id,
        departments: [rows.d1.id, rows.d2.id, rows.d3.id, rows.d4.id, rows.d5.id],
        samSon: rows.samSon.id,
        hauLoc: rows.hauLoc.id,
      },
      producers: { own, other },
      accounts,
    }
  })
}

/** The person as the program sees them now: grants in force and council seats made meanwhile. */
export async function actorOf(world: World, person: Person): Promise<Actor> {
  const actor = await loadActor(world.services.database.db, world.accounts[person], world.services.clock.now())
  if (!actor) throw new Error(`${person} is not in the world`)
  return actor
}

/** Runs one verb as one person, in its own transaction: `await actAs(world, 'office', (ctx) => openRound(ctx, …))`. */
export async function actAs<T>(world: World, person: Person, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  return act(world.services, await actorOf(world, person), verb)
}
