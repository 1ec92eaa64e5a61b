// Every role × every verb × own and other scope, over HTTP. The outcomes are data (permissions.pages.ts, permissions.api.ts); a verb without a row fails.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld } from '#/testing/world.ts'
import { openCast, parts, type Answer, type Cast, type Part } from './cast.ts'
import { endpointsOf } from '../src/api/routes.ts'
import { apiRows, outsideApi } from './permissions.api.ts'
import { fileRows } from './permissions.files.ts'
import { outside, pageRows } from './permissions.pages.ts'
import { expected, type Given, type Outcome, type Row } from './permissions.row.ts'
import { buildStates } from './states.ts'
import { openSite, type Site } from './site.ts'
import { pagesWithActions, verbsOf } from './verbs.ts'

/** In the names of the things of this test only; a refusal must not carry it. */
const SECRET = 'Mật ong Thử Quyền'

let site: Site
let cast: Cast
let given: Given

beforeAll(async () => {
  process.env['TRUST_PROXY'] = '1'
  site = await openSite({ takesBack: true })
  const world = await makeWorld(site.services)
  given = { ...(await buildStates(world, SECRET)), world }
  cast = await openCast(site, world)
}, 120_000)
afterAll(async () => {
  delete process.env['TRUST_PROXY']
  await site.close()
})

function outcomeOf(answer: Answer): Outcome | number {
  // Under `.data` a redirect is told in the body.
  if (answer.status === 202) return answer.text.includes('/dang-nhap') ? 'signIn' : 'allowed'
  if (answer.status === 401 || (answer.status === 302 && answer.location.startsWith('/dang-nhap'))) return 'signIn'
  if (answer.status === 403) return 'forbidden'
  if (answer.status === 404) return 'notFound'
  return answer.status >= 200 && answer.status < 400 ? 'allowed' : answer.status
}

/** Every page also answers under `.data`, to programs: most of the uninvited try that door, one of them and the stranger the front one. */
function throughData(row: Row, part: Part, at: string): boolean {
  return !at.startsWith('/api/') && row.send !== null && !row.allowed.includes(part) && part !== 'otherProducer' && part !== 'stranger'
}

async function cell(row: Row, part: Part): Promise<string | null> {
  const wanted = expected(row, part)
  const at = row.at(given)
  const answer = await cast.as(part, throughData(row, part, at) ? `${at}.data` : at, row.send?.(given))
  const found = outcomeOf(answer)
  if (found !== wanted) return `${part}: ${found}, expected ${wanted}${typeof found === 'number' ? ` ${messageIn(answer)}` : ''}`
  if ((wanted === 'notFound' || wanted === 'signIn') && answer.text.includes(SECRET)) return `${part}: the refusal names the thing`
  return null
}

function messageIn(answer: Answer): string {
  return answer.text
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600)
}

/** They hold a seat in the council and nothing else. */
const seated: readonly Part[] = ['chair', 'viceChair', 'member', 'conflicted', 'secretary']
/** Where a seat, or being recused, may change what one may do: dossiers, sessions, what follows them. */
const ofCouncil =
  /ho-so|hoi-dong|tiep-nhan|ket-qua|quyet-dinh|kien-nghi|van-ban|tinh\/|dossiers|items|meetings|councils|results|decisions|objections|documents|files/

/** Everybody; where no seat can count and all seats are answered as one without a role, one of them in turn stands for the five. */
function askedOf(row: Row, turn: number): readonly Part[] {
  const answers = new Set([...seated, 'noRole' as const].map((part) => expected(row, part)))
  const one = seated[turn % seated.length]
  return ofCouncil.test(row.at(given)) || answers.size > 1 ? parts : parts.filter((part) => !seated.includes(part) || part === one)
}

let turn = 0
async function faultsOf(row: Row): Promise<string[]> {
  const faults: string[] = []
  turn += 1
  for (const part of askedOf(row, turn)) {
    const fault = await cell(row, part)
    if (fault) faults.push(fault)
  }
  return faults
}

const named = (rows: readonly Row[]) => rows.map((row) => [row.verb, row] as const)

describe('the forms of the pages', () => {
  test.each(named(pageRows))('%s', async (_verb, row) => expect(await faultsOf(row)).toEqual([]))

  test('every verb a page calls has its row', () => {
    const known = new Set(pageRows.map((row) => row.verb))
    const found = pagesWithActions()
      .filter((file) => !outside.includes(file))
      .flatMap((file) => {
        const verbs = verbsOf(file)
        return verbs.length === 0 ? [`${file} (no verb found)`] : verbs
      })
    expect(found.filter((verb) => !known.has(verb))).toEqual([])
    expect([...known].filter((verb) => !found.includes(verb))).toEqual([])
  })
})

describe('papers by their address', () => {
  test.each(named(fileRows))('%s', async (_verb, row) => expect(await faultsOf(row)).toEqual([]))
})

describe('the API', () => {
  test.each(named(apiRows))('%s', async (_verb, row) => expect(await faultsOf(row)).toEqual([]))

  test('every endpoint has its row', () => {
    const known = new Set(apiRows.map((row) => row.verb))
    const found = endpointsOf(site.services, site.services.auth)
      .map((one) => `${one.method.toUpperCase()} ${one.path}`)
      .filter((verb) => !outsideApi.includes(verb))
    expect(found.filter((verb) => !known.has(verb))).toEqual([])
    expect([...known].filter((verb) => !found.includes(verb))).toEqual([])
  })
})
