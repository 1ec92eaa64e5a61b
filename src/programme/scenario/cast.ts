// Desks, bodies and accounts of a plan, set up by the administrator's own verbs. People are invented and marked as demo.
import { hashPassword } from 'better-auth/crypto'
import { fixedClock } from '#/platform/clock/clock.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { DEMO_PASSWORD } from '../demo/accounts.ts'
import type { Actor, Role } from '../people/actor.ts'
import { levelOf } from '../people/authority.ts'
import { createAccount, createBody, grantRole, setupActor, type NewBody } from '../people/people.actions.ts'
import { loadActor } from '../people/people.store.ts'
import { findUnit } from '../units/units.store.ts'
import { eraOf, inSentence } from '../units/units.ts'
import type { Desk, Scenario } from './scenario.schema.ts'

/** The services as they were on a day of the plan, at an hour in Vietnam. */
export function onDay(services: Services, day: string, hour = 9): Services {
  return { ...services, clock: fixedClock(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`) }
}

export type Cast = {
  /** Runs a verb as a person on a day. The person's grants and seats are those of that day. */
  on: <T>(day: string, username: string, verb: (ctx: Ctx) => Promise<T>, hour?: number) => Promise<T>
  /** Ids of accounts by user name, made when first named. */
  account: (username: string, name: string, authority: string) => Promise<string>
  grant: (
    username: string,
    role: Role,
    scope: { authority?: string; producerId?: string; communeCode?: string; bodyId?: string },
  ) => Promise<void>
  /** A department of a desk by its full name, made when first named. */
  body: (desk: Desk, name: string) => Promise<string>
  desk: (key: string) => Desk
}

export const PRODUCER = 'chuthe'
export const COMMUNE_OFFICER = 'canboxa'
export const COMMUNE_LEADER = 'lanhdaoxa'
export const officeOf = (desk: Desk) => `${desk.key.toLowerCase()}.vanphong`
export const leaderOf = (desk: Desk) => `${desk.key.toLowerCase()}.lanhdao`

export async function makeCast(services: Services, scenario: Scenario): Promise<Cast> {
  const setup = setupActor(scenario.province)
  const past = onDay(services, scenario.begins, 7)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const run = <T>(verb: (ctx: Ctx) => Promise<T>) => act(past, setup, verb)
  const accounts = new Map<string, string>()
  const bodies = new Map<string, string>()

  const account: Cast['account'] = async (username, name, authority) => {
    const id = accounts.get(username) ?? (await run((ctx) => createAccount(ctx, { username, name, passwordHash, demo: true, authority })))
    accounts.set(username, id)
    return id
  }
  const idOf = (username: string): string => {
    const id = accounts.get(username)
    if (!id) throw new Error(`${scenario.id}: no account ${username}`)
    return id
  }
  const grant: Cast['grant'] = async (username, role, scope) =>
    void (await run((ctx) => grantRole(ctx, { accountId: idOf(username), role, ...scope, validFrom: scenario.begins })))
  const makeBody = async (desk: Desk, input: Omit<NewBody, 'authority'>): Promise<string> => {
    const id = await run((ctx) => createBody(ctx, { ...input, authority: desk.authority }))
    bodies.set(`${desk.key}:${input.name}`, id)
    return id
  }

  for (const desk of scenario.desks) {
    const committee = await makeBody(desk, { kind: committeeKind(desk), name: desk.committee, shortName: desk.committeeShort })
    const office = await makeBody(desk, { kind: 'ocopOffice', name: desk.office, shortName: desk.officeShort })
    await account(officeOf(desk), desk.people.office, desk.authority)
    await account(leaderOf(desk), desk.people.leader, desk.authority)
    await grant(officeOf(desk), 'office', { authority: desk.authority, bodyId: office })
    await grant(leaderOf(desk), 'leader', { authority: desk.authority, bodyId: committee })
  }
  const { people, province } = scenario
  await account(PRODUCER, people.producer, province)
  await account(COMMUNE_OFFICER, people.communeOfficer, province)
  await account(COMMUNE_LEADER, people.communeLeader, province)
  // Two, so that a version of a regulation can be confirmed by another person than who proposed it.
  for (const [username, name] of [
    ['quantri', 'Quản trị trình diễn'],
    ['quantri2', 'Quản trị thứ hai trình diễn'],
  ] as const) {
    await account(username, name, province)
    await grant(username, 'admin', { authority: province })
  }
  for (const code of new Set(scenario.producers.map((one) => one.commune))) {
    const unit = await findUnit(services.database.db as never, eraOf(scenario.begins), code)
    if (unit?.provinceCode !== province)
      throw new Error(`${scenario.id}: commune ${code} is not in province ${province} on ${scenario.begins}`)
    const name = inSentence(unit.fullName)
    const bodyId = await run((ctx) =>
      createBody(ctx, { kind: 'communeCommittee', name: `Ủy ban nhân dân ${name}`, shortName: `UBND ${name}`, unitCode: code }),
    )
    await grant(COMMUNE_OFFICER, 'communeOfficer', { communeCode: code, bodyId })
    await grant(COMMUNE_LEADER, 'communeLeader', { communeCode: code, bodyId })
  }

  return {
    account,
    grant,
    on: async (day, username, verb, hour = 9) => {
      const then = onDay(services, day, hour)
      const actor: Actor | null = await loadActor(services.database.db, idOf(username), then.clock.now())
      if (!actor) throw new Error(`${scenario.id}: ${username} cannot act`)
      return act(then, actor, verb)
    },
    body: async (desk, name) =>
      bodies.get(`${desk.key}:${name}`) ?? (await makeBody(desk, { kind: 'department', name, shortName: name.slice(0, 40) })),
    desk: (key) => {
      const found = scenario.desks.find((one) => one.key === key)
      if (!found) throw new Error(`${scenario.id}: no desk ${key}`)
      return found
    },
  }
}

function committeeKind(desk: Desk): NewBody['kind'] {
  const level = levelOf(desk.authority)
  return level === 'central' ? 'ministry' : level === 'district' ? 'districtCommittee' : 'provinceCommittee'
}
