// Everything one person can open: every page and export of the map, every read of the API, every file, and what these link to.
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { extractText, getDocumentProxy } from 'unpdf'
import { readExcel } from '#/platform/documents/excel.ts'
import type { Endpoint } from '../src/api/endpoint.ts'
import type { Answer, Cast, Part } from './cast.ts'

export type Seen = { at: string; status: number; text: string }

/** Addresses with `:id`, `{itemId}` … once for each id given for that name (`id` takes every id there is). */
export function filled(pattern: string, ids: Readonly<Record<string, readonly string[]>>): string[] {
  const gap = /:(\w+)|\{(\w+)\}/.exec(pattern)
  if (!gap) return [pattern]
  const name = gap[1] ?? gap[2] ?? ''
  return (ids[name] ?? []).flatMap((id) => filled(pattern.slice(0, gap.index) + id + pattern.slice(gap.index + gap[0].length), ids))
}

/** An address without what makes it one thing among its kind: `/ho-so/#/gui`. Figures are one kind, whatever they count. */
function kindOf(page: string): string {
  return page.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#').replace(/^(\/chi-tieu\/danh-sach\/)[^/]+/, '$1#')
}

/** What a parameter takes that is no choice and no words. */
const valuesAsked: readonly [names: RegExp, value: string][] = [
  [/^(missing|late|open)$/, 'true'],
  [/Id$/, '019a0000-0000-7000-8000-000000000000'],
  [/^set$/, '9'],
  [/^month$/, '2026-09'],
  [/(On|Day|Date)$|until$|^(from|to|day)$/i, '2026-12-31'],
]
type Asked = { enum?: unknown[]; type?: string; anyOf?: Asked[] }

/** The addresses of one read of the API with what it may be asked: every choice first and last, words for the canary, and what it must be asked. */
export function asked(endpoint: Pick<Endpoint, 'path' | 'query'>, ids: Readonly<Record<string, readonly string[]>>): string[] {
  const schema =
    endpoint.query === null ? {} : (z.toJSONSchema(endpoint.query, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>)
  const names = Object.entries((schema['properties'] ?? {}) as Record<string, Asked>).filter(
    ([name]) => !/^(limit|cursor|offset)$/.test(name),
  )
  const valuesOf = ([name, one]: (typeof names)[number]): string[] => {
    const choices = (one.enum ?? one.anyOf?.flatMap((part) => part.enum ?? []) ?? []).map(String)
    if (choices.length > 0) return [...new Set([choices.at(0) ?? '', choices.at(-1) ?? ''])]
    const known = valuesAsked.find(([names]) => names.test(name))
    return [known?.[1] ?? (one.type === 'integer' || one.type === 'number' ? '2025' : 'canari')]
  }
  const must = (schema['required'] ?? []) as string[]
  const base = Object.fromEntries(names.filter(([name]) => must.includes(name)).map((one) => [one[0], valuesOf(one)[0] ?? '']))
  const queries = [base, ...names.flatMap((one) => valuesOf(one).map((value) => ({ ...base, [one[0]]: value })))]
  const texts = [...new Set(queries.map((query) => new URLSearchParams(query).toString()))]
  return filled(`/api/v1${endpoint.path}`, ids).flatMap((at) => texts.map((text) => (text === '' ? at : `${at}?${text}`)))
}

/** What the search and filters of a page's lists lead to: the canary searched for, and of every choice the first and the last. */
function lookUpsIn(html: string, page: string): string[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    if (!head.includes('method="get"')) return []
    const to = /action="([^"]+)"/.exec(head)?.[1] ?? page
    const asked = (name: string, value: string) => `${to}?${new URLSearchParams({ [name]: value }).toString()}`
    const searched = [...body.matchAll(/<input\b([^>]*)>/g)].flatMap(([, input = '']) => {
      const name = /name="([^"]+)"/.exec(input)?.[1]
      return name !== undefined && !/type="(hidden|checkbox|radio)"/.test(input) ? [asked(name, 'canari')] : []
    })
    const chosen = [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(([, select = '', options = '']) => {
      const name = /name="([^"]+)"/.exec(select)?.[1] ?? ''
      const values = [...options.matchAll(/value="([^"]+)"/g)].map((match) => decodeEntities(match[1] ?? ''))
      return [...new Set([values.at(0), values.at(-1)])].flatMap((value) => (value === undefined ? [] : [asked(name, value)]))
    })
    return [...searched, ...chosen]
  })
}

export type Bounds = {
  /** Also opens what the answers link to. Default: yes. */
  follow?: boolean
  /** Also draws one page of each kind, for what it links to. Default: yes; no, where everything there is to open is among the seeds. */
  draw?: boolean
  /** The things of one kind stand alike to this person: where one is refused, the others are not asked for. Papers are always asked for each. */
  alike?: boolean
}

/**
 * Opens the seeds, what the lists among them can be searched and narrowed to, and every link found in what opens. A page is asked under `.data`, which says all it knows; what opens is drawn once per kind of page,
 * for the drawing tells nothing the data does not hold.
 */
export async function crawl(cast: Cast, part: Part, seeds: readonly string[], bounds: Bounds = {}): Promise<Seen[]> {
  const seen: Seen[] = []
  const known = new Set<string>()
  const visits = new Map<string, number>()
  const drawn = new Set<string>()
  const refused = new Set<string>()
  const waiting = [...seeds]
  const lookUps = new Set<string>()
  const closed = new Set<string>()
  const open = async (at: string): Promise<Answer> => {
    const answer = await cast.as(part, at)
    seen.push({ at, status: answer.status, text: await textOf(answer) })
    return answer
  }
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (known.has(at)) continue
    known.add(at)
    const [page = '', query] = at.split('?')
    const kind = kindOf(page)
    if (bounds.alike && refused.has(kind)) continue
    // Filters, orders and pages of a list, the accounts and the kept papers beside each other: some of each, not their product.
    const counted = /^\/(quan-tri\/tai-khoan|kho-giay-to)\/|^\/chi-tieu\/.*\.xlsx$/.test(page) ? kind : page
    // Whoever may not open it learns no more of it by asking closer.
    if (query !== undefined && closed.has(page)) continue
    if (!lookUps.has(at) && !at.startsWith('/api/')) {
      visits.set(counted, (visits.get(counted) ?? 0) + 1)
      if ((visits.get(counted) ?? 0) > 3) continue
    }
    const refuse = (answer: Answer) => {
      if ([401, 403, 404].includes(answer.status)) closed.add(page)
      if ((answer.status === 404 || answer.status === 403) && !/van-ban|documents/.test(kind)) refused.add(kind)
    }
    if (/^\/(?!api\/|tep\/|c\/)[^.]*[^./]$/.test(page)) {
      const data = await open(`${page}.data${query === undefined ? '' : `?${query}`}`)
      refuse(data)
      if (data.status !== 200 || drawn.has(kind) || bounds.draw === false) continue
      drawn.add(kind)
    }
    const answer = await open(at)
    refuse(answer)
    if (answer.status === 200 && !lookUps.has(at) && (answer.headers.get('content-type') ?? '').includes('html'))
      for (const lookUp of lookUpsIn(answer.text, page)) {
        lookUps.add(lookUp)
        waiting.push(lookUp)
      }
    if (bounds.follow === false) continue
    if (answer.location.startsWith('/')) waiting.push(answer.location)
    if (answer.status !== 200 || !(answer.headers.get('content-type') ?? '').includes('html')) continue
    for (const match of answer.text.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const link = (match[1] ?? '').replaceAll('&amp;', '&')
      // The producer's own papers and pictures say nothing of scores.
      if (!/^\/(assets|dang-xuat|api\/docs|tep\/giay-to|tep\/anh|\/)/.test(link) && !/[?&]lang=/.test(link)) waiting.push(link)
    }
  }
  return seen
}

/** The words of a Word copy, its head and foot included; the packed bytes themselves say nothing. */
export function wordText(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes, { filter: (file) => /^word\/[a-z0-9]+\.xml$/.test(file.name) }))
    .map(([, xml]) =>
      new TextDecoder()
        .decode(xml)
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]*>/g, ''),
    )
    .join('\n')
}

/** What a person reads in an answer: words of a page, of a PDF, of a workbook; everything of JSON and CSV. */
async function textOf({ headers, text, bytes, status }: Answer): Promise<string> {
  const type = headers.get('content-type') ?? ''
  if (status === 200 && type.includes('application/pdf')) return once(bytes, pdfText)
  if (status === 200 && type.includes('spreadsheet')) return once(bytes, async () => JSON.stringify(await readExcel(bytes)))
  if (status === 200 && type.includes('wordprocessing')) return once(bytes, () => Promise.resolve(wordText(bytes)))
  if (type.includes('text/x-script')) return spoken(text)
  if (!type.includes('html')) return text
  return decodeEntities(text.replace(/<style[\s\S]*?<\/style>/g, ''))
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return pdf.text.normalize('NFC')
}

const read = new Map<string, Promise<string>>()

/** The same bytes are read once, whoever they were given to. */
function once(bytes: Uint8Array, reader: (bytes: Uint8Array) => Promise<string>): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const text = read.get(hash) ?? reader(bytes)
  read.set(hash, text)
  return text
}

/** The values of a `.data` answer: its top level holds them, numbers further in only point at them. */
function spoken(text: string): string {
  try {
    const values = JSON.parse(text.split('\n')[0] ?? '') as unknown[]
    return values.filter((value) => typeof value === 'string' || typeof value === 'number').join('\n')
  } catch {
    return text
  }
}
