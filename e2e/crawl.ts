// Everything one person can open: every page and export of the map, every read of the API, every file, and what these link to.
import { createHash } from 'node:crypto'
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

/** Opens the seeds and every link found in what opens. A page is asked under `.data` first, which says all it knows; only what opens is drawn. */
export async function crawl(cast: Cast, part: Part, seeds: readonly string[]): Promise<Seen[]> {
  const seen: Seen[] = []
  const known = new Set<string>()
  const perPage = new Map<string, number>()
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
    // Filters, orders and pages of a list, and the accounts beside each other: some of each, not their product.
    const kind = page.replace(/^(\/quan-tri\/tai-khoan\/).*/, '$1')
    const visits = (perPage.get(kind) ?? 0) + 1
    perPage.set(kind, visits)
    if (visits > 3) continue
    if (/^\/(?!api\/|tep\/|c\/)[^.]*[^./]$/.test(page)) {
      const data = await open(`${page}.data${query === undefined ? '' : `?${query}`}`)
      if (data.status !== 200) continue
    }
    const answer = await open(at)
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

/** What a person reads in an answer: words of a page, of a PDF, of a workbook; everything of JSON and CSV. */
async function textOf({ headers, text, bytes, status }: Answer): Promise<string> {
  const type = headers.get('content-type') ?? ''
  if (status === 200 && type.includes('application/pdf')) return once(bytes, pdfText)
  if (status === 200 && type.includes('spreadsheet')) return once(bytes, async () => JSON.stringify(await readExcel(bytes)))
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
