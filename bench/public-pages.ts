// The verification page beside the bare handler, in turns; the catalogue and product pages with a few readers at once.
import { verifyCodeOf } from './large-data.ts'
import { CONNECTIONS, load, percentile, visit, type Visits } from './measure.ts'
import type { UnderTest } from './under-test.ts'

const TURNS = 5
const SECONDS = 2

export type Beside = {
  bare: { perSecond: number; p50: number; p99: number; microseconds: number }
  page: { perSecond: number; p50: number; p99: number; microseconds: number }
  /** Median of the turns: pages per second by bare answers per second. */
  ratio: number
  /** Bare processor time by the page's: what the ratio would be on a machine with nothing else to do. */
  processorRatio: number
}

/**
 * `codes`: how many different certificates are asked for; one is a code on everyone's lips. `kept`: the pages were asked for before; else
 * every turn asks for codes no turn asked for yet, so that each page is written anew.
 */
export async function verificationBeside(server: UnderTest, codes: number, kept: boolean): Promise<Beside> {
  const at = (path: string, turn: number) => {
    const skipped = kept ? 0 : Math.floor((turn * codes) / CONNECTIONS / (TURNS + 1))
    return Array.from(
      { length: codes },
      (_, index) => `${server.url}${path}/${verifyCodeOf(3 * (1 + (((index + skipped) * 7919) % 20_000)))}`,
    )
  }
  const turns: Record<'bare' | 'page', Turn[]> = { bare: [], page: [] }
  for (const path of ['/bare/c', '/c']) await (kept ? visit(at(path, 0), { times: codes, readers: CONNECTIONS }) : load(at(path, TURNS), 1))
  for (let turn = 0; turn < TURNS; turn++) {
    turns.bare.push(await oneTurn(server, at('/bare/c', turn)))
    turns.page.push(await oneTurn(server, at('/c', turn)))
  }
  const bare = summary(turns.bare)
  const page = summary(turns.page)
  const ratios = turns.page.map((one, turn) => one.perSecond / (turns.bare[turn]?.perSecond ?? Number.NaN))
  return { bare, page, ratio: percentile(ratios, 0.5), processorRatio: bare.microseconds / page.microseconds }
}

/** The drawing of a QR code, each one another. */
export async function drawing(server: UnderTest): Promise<Turn> {
  const addresses = Array.from({ length: 1000 }, (_, index) => `${server.url}/c/${verifyCodeOf(index + 1)}/qr.svg`)
  await load(addresses, 1)
  return oneTurn(server, addresses)
}

export type Turn = { perSecond: number; p50: number; p99: number; microseconds: number }

async function oneTurn(server: UnderTest, addresses: readonly string[]): Promise<Turn> {
  const before = await server.processor()
  const { failed, ...rest } = await load(addresses, SECONDS)
  if (failed > 0) throw new Error(`${failed} answers were not 2xx: ${addresses[0]}`)
  return { ...rest, microseconds: ((await server.processor()) - before) / (rest.perSecond * SECONDS) }
}

function summary(turns: readonly Turn[]): Turn {
  const middle = (pick: (turn: Turn) => number) => percentile(turns.map(pick), 0.5)
  return {
    perSecond: middle((turn) => turn.perSecond),
    p50: middle((turn) => turn.p50),
    p99: middle((turn) => turn.p99),
    microseconds: middle((turn) => turn.microseconds),
  }
}

const words = [
  'nuoc mam',
  'mat ong',
  'gao nep huu co',
  'banh gai',
  'tra',
  'hop tac xa',
  'nguyen van',
  'chieu coi',
  'khong co san pham nay',
  'sam son',
]

export const catalogue: Record<string, readonly string[]> = {
  'catalogue, search': words.map((word) => `/danh-muc?q=${encodeURIComponent(word)}`),
  'catalogue, search with filters': words.flatMap((word) =>
    [4, 5].map((star) => `/danh-muc?q=${encodeURIComponent(word)}&sao=${star}&sx=ten`),
  ),
  'catalogue, everything': ['/danh-muc', '/danh-muc?sx=moi', '/danh-muc?sx=ten'],
  'catalogue, one commune': ['/danh-muc?xa=16531', '/danh-muc?xa=16012&sao=3'],
  'catalogue, far page': ['/danh-muc?trang=300'],
  home: ['/'],
}

export async function cataloguePages(server: UnderTest): Promise<Record<string, Visits>> {
  const figures: Record<string, Visits> = {}
  const pages = { ...catalogue, 'product page': server.places.productIds.map((id) => `/san-pham/${id}`) }
  for (const [name, paths] of Object.entries(pages)) {
    const addresses = paths.map((path) => server.url + path)
    // A server that has run for a minute: the first pages of a process are slow whatever they are.
    await visit(addresses, { times: 40, readers: 4 })
    figures[name] = await visit(addresses, { times: 80, readers: 4 })
  }
  const search = (catalogue['catalogue, search'] ?? []).map((path) => server.url + path)
  figures['catalogue, search, one reader after another'] = await visit(search, { times: 100, readers: 1 })
  return figures
}
