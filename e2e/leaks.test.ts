// Before closing nobody learns another's score, and a recused member never learns which dossier it is: by no page, list, export, paper, notice or call.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { totalOf } from '#/regulation/score.ts'
import { endpointsOf } from '../src/api/routes.ts'
import { declareConflict } from '#/programme/council/conflict.actions.ts'
import { closeResult, closeScoring } from '#/programme/council/closing.actions.ts'
import { answersFor, fillSheet, readyMember, releasedMeeting, type SeatPerson } from '#/programme/council/council.fixture.ts'
import { lowered } from '#/programme/council/closing.fixture.ts'
import { openMeeting, recordArrival } from '#/programme/council/meeting.actions.ts'
import { actAs, makeWorld, seatPeople, type World } from '#/testing/world.ts'
import { openCast, type Cast, type Part } from './cast.ts'
import { asked, crawl, filled, type Seen } from './crawl.ts'
import { openSite, type Site } from './site.ts'
import { pageRoutes } from './verbs.ts'

/** seat4 is recused on the first item; seat3 has not finished any; the others have. */
const recused: SeatPerson = 'seat4'
const unfinished: SeatPerson = 'seat3'
const REMARK = 'Lời-phê-canari'
const HIDDEN = 'Kẹo Kín Canari'
const SHOWN = 'Rượu Mở Canari'
const HIDDEN_PRODUCER = 'Hộ kinh doanh Canari Kín'

let site: Site
let world: World
let cast: Cast
let items: string[]
let ids: Record<string, string[]>
/** What the API's `/files/<kind>/{fileId}` is asked for, by kind. */
let files: Record<string, string[]>
/** Totals of the finished sheets: no other number of these pages is written like them. */
let canaryTotals: number[]

beforeAll(async () => {
  process.env['TRUST_PROXY'] = '1'
  site = await openSite()
  world = await makeWorld(site.services)
  const { db } = site.services.database
  await db.updateTable('producer').set({ name: HIDDEN_PRODUCER }).where('id', '=', world.producers.other).execute()
  const meeting = await releasedMeeting(world, [
    { name: HIDDEN, person: 'otherProducer', star: 5 },
    { name: SHOWN, star: 5 },
  ])
  items = meeting.items
  const [hidden = '', shown = ''] = items
  for (const person of seatPeople) {
    await actAs(world, 'office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members[person]))
    if (person === recused)
      await actAs(world, person, (ctx) => declareConflict(ctx, hidden, { conflicted: 'yes', cause: 'contract', detail: 'Có hợp đồng.' }))
    else await readyMember(world, person, hidden)
    await readyMember(world, person, shown)
  }
  await actAs(world, 'seat1', (ctx) => openMeeting(ctx, meeting.meetingId))
  const form = formOf(site.services.regulations.current, 9)
  const common = await answersFor(world, shown, 4)
  const sheets = [lowered(form, common, 3), lowered(form, common, 5)]
  canaryTotals = sheets.map((sheet) => totalOf(form, sheet))
  const first = criteriaOf(form)[0]?.criterion.code ?? ''
  for (const itemId of items)
    for (const [index, person] of (['seat1', 'seat2', 'seat4', 'seat5', 'seat6', 'seat7', 'seat8'] as const).entries())
      if (!(itemId === hidden && person === recused))
        await fillSheet(world, person, itemId, sheets[index % 2] ?? common, { comments: { [first]: `${REMARK} của ${person}` } })
  cast = await openCast(site, world)
  const dossiers = meeting.dossiers
  const products = (await db.selectFrom('product').select('id').execute()).map((row) => row.id)
  const some = async (table: 'paperFile' | 'scoreSheet' | 'productPhoto' | 'communeReportPhoto') =>
    (await db.selectFrom(table).select('id').limit(2).execute()).map((row) => row.id)
  ids = {
    itemId: items,
    meetingId: [meeting.meetingId],
    councilId: [meeting.councilId],
    dossierId: dossiers,
    productId: products,
    producerId: Object.values(world.producers),
    part: ['A'],
    code: [first],
    section: ['general'],
    regulation: ['qd-26-2026'],
    set: ['9'],
    sheetId: await some('scoreSheet'),
    accountId: [world.accounts.seat4],
  }
  files = { papers: await some('paperFile'), photos: await some('productPhoto'), 'report-photos': await some('communeReportPhoto') }
}, 120_000)
afterAll(async () => {
  delete process.env['TRUST_PROXY']
  await site.close()
})

/** Neither a producer, a commune nor a seat sets the two items apart for them. */
const alike: readonly Part[] = ['office', 'advisor', 'leader', 'clerk', 'bodyOfficer', 'admin', 'noRole', 'stranger']
/** Nothing of a session is theirs: one thing of each kind is enough to be refused. */
const outsiders: readonly Part[] = ['noRole', 'stranger']
/** Where scores are read once the item is closed. */
const sessionPages = /^\/(hoi-dong|api\/v1\/(items|meetings|results))\//

/** Where each part came in its first search. */
const reached = new Map<Part, string[]>()

/** What a part reads at every address there is, or only in the pages of the session without following links. */
async function everythingFor(part: Part, only?: RegExp): Promise<Seen[]> {
  const { db } = site.services.database
  const results = (await db.selectFrom('result').select('id').execute()).map((row) => row.id)
  const documents = (await db.selectFrom('document').select('id').execute()).map((row) => row.id)
  const all: Record<string, readonly string[]> = { ...ids, resultId: results, documentId: documents, fileId: documents }
  const few = (some: readonly string[]) => (outsiders.includes(part) ? some.slice(0, 1) : some)
  const known = Object.fromEntries(Object.entries(all).map(([name, some]) => [name, few(some)]))
  const idsOf = (path: string): readonly string[] => {
    if (path.startsWith('/chu-the')) return known['producerId'] ?? []
    if (path.startsWith('/san-pham')) return known['productId'] ?? []
    return (/ho-so|tiep-nhan/.test(path) ? known['dossierId'] : few(results)) ?? []
  }
  const pages = pageRoutes()
    .filter((page) => !/^\/(dang-nhap|dang-xuat|kit|\*)/.test(page.path))
    .flatMap((page) => filled(page.path, { ...known, id: idsOf(page.path) }))
  const api = endpointsOf(site.services, site.services.auth)
    .filter((endpoint) => endpoint.method === 'get')
    .flatMap((endpoint) => {
      const kind = /^\/files\/([\w-]+)\//.exec(endpoint.path)?.[1] ?? ''
      return asked(endpoint, { ...known, fileId: files[kind] ?? known['fileId'] ?? [] })
    })
  const searches = [
    '/danh-muc',
    '/tinh/ho-so',
    '/tinh/ho-so.xlsx',
    '/xa/hop-viec',
    '/ho-so',
    '/quan-tri/nhat-ky',
    '/api/v1/register',
    '/api/v1/dossiers',
    '/api/v1/catalogue',
  ].map((path) => `${path}?q=canari`)
  const papers = (known['documentId'] ?? []).flatMap((id) => [`/tep/van-ban/${id}`, `/tinh/van-ban/${id}`])
  const seeds = ['/', ...pages, ...searches, ...api, ...papers]
  if (only)
    return crawl(
      cast,
      part,
      seeds.filter((at) => only.test(at)),
      { follow: false, alike: alike.includes(part) },
    )
  // A second time everything that was reached the first time is known.
  const before = reached.get(part)
  const seen = await crawl(cast, part, [...seeds, ...(before ?? [])], { follow: !before, draw: !before, alike: alike.includes(part) })
  reached.set(
    part,
    seen.map((one) => one.at.replace(/\.data(?=\?|$)/, '')),
  )
  return seen
}

/** Numbers as a person reads them: not inside ids, dates, times or longer numbers. */
function tellsTotal(text: string): boolean {
  const words = text.replace(/<[^>]*>/g, ' ')
  return canaryTotals.some((total) => new RegExp(`(?<![\\w.,/%-]|\\d:)${total}(?![\\w.:/%-]|,\\d)`).test(words))
}
/** The ledger numbers its rows; those numbers are data of its page and of its export and no points. What it says of a row is on the page itself. */
const countsRows = (at: string) => /^\/quan-tri\/nhat-ky(\.data|\/tai-ve)/.test(at)
const tellsRemark = (text: string) => text.includes(REMARK)
const tellsHidden = (text: string) => text.includes(HIDDEN) || text.includes(HIDDEN_PRODUCER)

function where(seen: readonly Seen[], tells: (text: string) => boolean): string[] {
  return seen.filter((one) => tells(one.text)).map((one) => one.at)
}

describe('while sheets are open', () => {
  // Their own sheets are theirs: who has finished reads the own total, so only words of others count there.
  test.each([
    'producer',
    'otherProducer',
    'officer',
    'office',
    'advisor',
    'leader',
    'clerk',
    'bodyOfficer',
    'admin',
    'secretary',
    'member',
    'noRole',
    'stranger',
  ] as const)(
    '%s reads no score and no remark of a member',
    async (part) => {
      const seen = await everythingFor(part)
      expect(seen.filter((one) => one.status >= 500 || one.status === 429).map((one) => one.at)).toEqual([])
      expect(where(seen, tellsRemark)).toEqual([])
      expect(where(seen, tellsTotal).filter((at) => !countsRows(at))).toEqual([])
    },
    120_000,
  )

  test('a recused member reads nothing of the item: not its product, not its producer, not a remark on it', async () => {
    const seen = await everythingFor('conflicted')
    expect(where(seen, tellsHidden)).toEqual([])
    expect(where(seen, (text) => /Lời-phê-canari của (?!seat4)/.test(text))).toEqual([])
    expect(where(seen, (text) => text.includes(SHOWN)).length).toBeGreaterThan(2)
  }, 120_000)

  test('one who has finished reads the own remark only', async () => {
    const seen = await everythingFor('viceChair')
    expect(where(seen, (text) => /Lời-phê-canari của (?!seat2)/.test(text))).toEqual([])
    expect(where(seen, tellsRemark).length).toBeGreaterThan(0)
  }, 120_000)

  test('the chair reads the own remark only, and who is final, but no points', async () => {
    const seen = await everythingFor('chair')
    expect(where(seen, (text) => /Lời-phê-canari của (?!seat1)/.test(text))).toEqual([])
  }, 120_000)
})

describe('after closing', () => {
  beforeAll(async () => {
    for (const itemId of items) {
      await fillSheet(world, unfinished, itemId, await answersFor(world, itemId, 4))
      await actAs(world, 'seat1', (ctx) => closeScoring(ctx, itemId))
      await actAs(world, 'seat1', (ctx) => closeResult(ctx, itemId))
    }
  }, 120_000)

  test.each(['member', 'secretary', 'office'] as const)(
    '%s reads the scores and the remarks',
    async (part) => {
      const seen = await everythingFor(part, sessionPages)
      expect(where(seen, tellsTotal).length).toBeGreaterThan(0)
      expect(where(seen, tellsRemark).length).toBeGreaterThan(0)
    },
    120_000,
  )

  test.each(['producer', 'officer', 'admin'] as const)(
    '%s still reads none',
    async (part) => {
      const seen = await everythingFor(part)
      expect(where(seen, tellsRemark)).toEqual([])
      expect(where(seen, tellsTotal).filter((at) => !countsRows(at))).toEqual([])
    },
    120_000,
  )

  test('a recused member still reads nothing of the item, though the result of the other is open', async () => {
    const seen = await everythingFor('conflicted')
    expect(where(seen, tellsHidden)).toEqual([])
    expect(where(seen, tellsRemark).length).toBeGreaterThan(0)
  }, 120_000)
})
