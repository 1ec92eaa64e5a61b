// Everything one person can open: every page and export of the map, every read of the API, every file, and what these link to.
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { readExcel } from '#/platform/documents/excel.ts'
import type { Answer, Cast, Part } from './cast.ts'

export type Seen = { at: string; status: number; text: string }

/** Addresses with `:id`, `{itemId}` … once for each id given for that name (`id` takes every id there is). */
export function filled(pattern: string, ids: Readonly<Record<string, readonly string[]>>): string[] {
  const gap = /:(\w+)|\{(\w+)\}/.exec(pattern)
  if (!gap) return [pattern]
  const name = gap[1] ?? gap[2] ?? ''
  return (ids[name] ?? []).flatMap((id) => filled(pattern.slice(0, gap.index) + id + pattern.slice(gap.index + gap[0].length), ids))
}

/** An address without what makes it one thing among its kind: `/ho-so/#/gui`. */
function kindOf(page: string): string {
  return page.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#')
}

export type Bounds = {
  /** Also opens what the answers link to. Default: yes. */
  follow?: boolean
  /** The things of one kind stand alike to this person: where one is refused, the others are not asked for. Papers are always asked for each. */
  alike?: boolean
}

/**
 * Opens the seeds and every link found in what opens. A page is asked under `.data`, which says all it knows; what opens is drawn once per kind of page,
 * for the drawing tells nothing the data does not hold.
 */
export async function crawl(cast: Cast, part: Part, seeds: readonly string[], bounds: Bounds = {}): Promise<Seen[]> {
  const seen: Seen[] = []
  const known = new Set<string>()
  const visits = new Map<string, number>()
  const drawn = new Set<string>()
  const refused = new Set<string>()
  const waiting = [...seeds]
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
    const counted = /^\/(quan-tri\/tai-khoan|kho-giay-to)\//.test(page) ? kind : page
    visits.set(counted, (visits.get(counted) ?? 0) + 1)
    if ((visits.get(counted) ?? 0) > 3) continue
    const refuse = (answer: Answer) => {
      if ((answer.status === 404 || answer.status === 403) && !/van-ban|documents/.test(kind)) refused.add(kind)
    }
    if (/^\/(?!api\/|tep\/|c\/)[^.]*[^./]$/.test(page)) {
      const data = await open(`${page}.data${query === undefined ? '' : `?${query}`}`)
      refuse(data)
      if (data.status !== 200 || drawn.has(kind)) continue
      drawn.add(kind)
    }
    const answer = await open(at)
    refuse(answer)
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
  return text
    .replace(/<style[\s\S]*?<\/style>/g, '')
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
