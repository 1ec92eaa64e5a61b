// Everyone who may stand at the door, each with a browser session and a token of the API.
import { act } from '#/programme/context.ts'
import { createAccount } from '#/programme/people/people.actions.ts'
import { createToken } from '#/programme/people/token.actions.ts'
import { loadActor } from '#/programme/people/people.store.ts'
import { actAs, TEST_PASSWORD, type Person, type World } from '#/testing/world.ts'
import type { Site } from './site.ts'

const accounts = {
  producer: 'producer',
  otherProducer: 'otherProducer',
  officer: 'communeOfficer',
  otherOfficer: 'otherCommuneOfficer',
  communeLeader: 'communeLeader',
  otherCommuneLeader: 'otherCommuneLeader',
  office: 'office',
  otherOffice: 'otherProvinceOffice',
  advisor: 'advisor',
  leader: 'leader',
  clerk: 'clerk',
  bodyOfficer: 'bodyOfficer',
  admin: 'admin',
  chair: 'seat1',
  viceChair: 'seat2',
  member: 'seat3',
  conflicted: 'seat4',
  secretary: 'seat9',
} as const satisfies Record<string, Person>

/** Short names of the parts; `noRole` is signed in without any role, `stranger` is not signed in. */
export type Part = keyof typeof accounts | 'noRole' | 'stranger'
export const parts: readonly Part[] = [...(Object.keys(accounts) as (keyof typeof accounts)[]), 'noRole', 'stranger']

export type Visit = {
  method?: string
  /** A form as a browser sends it; a file makes it multipart. */
  form?: Readonly<Record<string, string | readonly string[] | File | readonly File[]>>
  json?: unknown
  raw?: Uint8Array
  headers?: Record<string, string>
}
export type Answer = { status: number; location: string; text: string; headers: Headers; bytes: Uint8Array }
export type Cast = {
  /** Opens an address as a person would with a browser (pages) or a program (addresses under /api/). */
  as: (part: Part, path: string, visit?: Visit) => Promise<Answer>
  cookie: (part: Part) => string
  token: (part: Part) => string
}

/** Signs everyone in. The account without a role is made here. */
export async function openCast(site: Site, world: World): Promise<Cast> {
  const { services } = site
  const cookies = new Map<Part, string>()
  const tokens = new Map<Part, string>()
  const enter = async (part: Part, accountId: string, username: string): Promise<void> => {
    const answer = await services.auth.api.signInUsername({ body: { username, password: TEST_PASSWORD }, asResponse: true })
    cookies.set(
      part,
      answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    )
    const actor = await loadActor(services.database.db, accountId, services.clock.now())
    if (!actor) throw new Error(`${part} has no account`)
    tokens.set(part, (await act(services, actor, (ctx) => createToken(ctx, { name: 'test' }))).token)
  }
  for (const [part, person] of Object.entries(accounts) as [Part, Person][]) await enter(part, world.accounts[person], person.toLowerCase())
  const noRole = await actAs(world, 'admin', (ctx) =>
    createAccount(ctx, { username: 'khong-vai', name: 'Người Không Vai', password: TEST_PASSWORD, phone: null }),
  )
  await enter('noRole', noRole, 'khong-vai')

  let visits = 0
  const as = async (part: Part, path: string, visit: Visit = {}): Promise<Answer> => {
    visits += 1
    // Answers come unpacked: packing them only to unpack them again would be a tenth of the work.
    // Each visit from its own address, where the test trusts the proxy header: limits by address have their own tests.
    const headers = new Headers({
      origin: site.url,
      'accept-encoding': 'identity',
      'x-forwarded-for': `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`,
      ...visit.headers,
    })
    const token = tokens.get(part)
    const cookie = cookies.get(part)
    if (path.startsWith('/api/') && token) headers.set('authorization', `Bearer ${token}`)
    else if (cookie) headers.set('cookie', headers.has('cookie') ? `${cookie}; ${headers.get('cookie')}` : cookie)
    const body = visit.form
      ? bodyOf(visit.form)
      : visit.raw
        ? (visit.raw as Uint8Array<ArrayBuffer>)
        : visit.json === undefined
          ? undefined
          : JSON.stringify(visit.json)
    if (visit.json !== undefined) headers.set('content-type', 'application/json')
    const response = await fetch(site.url + path, {
      method: visit.method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: new TextDecoder().decode(bytes),
      headers: response.headers,
      bytes,
    }
  }
  return { as, cookie: (part) => cookies.get(part) ?? '', token: (part) => tokens.get(part) ?? '' }
}

function bodyOf(form: NonNullable<Visit['form']>): FormData | URLSearchParams {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: string | File) => [name, one] as const),
  )
  if (entries.every(([, value]) => typeof value === 'string')) return new URLSearchParams(entries as [string, string][])
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}
