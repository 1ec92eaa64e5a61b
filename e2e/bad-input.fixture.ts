// What a refusal must be: its status, words at the field in both languages, what was typed still there, and not one row more.
import { expect } from 'vitest'
import type { Cast, Part, Visit } from './cast.ts'
import type { Site } from './site.ts'

export type Refused = {
  status: number
  /** Words of the message in Vietnamese and English. */
  says: readonly [vi: string, en: string]
  /** Field the message stands at. */
  field?: string
  /** What was typed and must stand in the answer. */
  keeps?: readonly string[]
}

/** Rows of every table; a refused request leaves this as it was, the ledger among it. */
export async function rowCounts(site: Site): Promise<Record<string, number>> {
  const { rows } = await site.services.database.run(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  )
  const names = (rows as { name: string }[]).map((row) => row.name)
  const counts = await site.services.database.run(
    names.map((name) => `select '${name}' as name, count(*)::int as n from "${name}"`).join(' union all '),
  )
  return Object.fromEntries((counts.rows as { name: string; n: number }[]).map((row) => [row.name, row.n]))
}

export function decoded(html: string): string {
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Sends a form twice, in Vietnamese and in English, and expects a refusal each time. */
export async function expectRefused(site: Site, cast: Cast, part: Part, path: string, visit: Visit, wanted: Refused): Promise<void> {
  const before = await rowCounts(site)
  for (const [index, lang] of (['vi', 'en'] as const).entries()) {
    const api = path.startsWith('/api/')
    const answer = await cast.as(
      part,
      api ? path : `${path}?lang=${lang}`,
      api ? { ...visit, headers: { ...visit.headers, 'accept-language': lang } } : visit,
    )
    expect([answer.status, path]).toEqual([wanted.status, path])
    const text = decoded(answer.text)
    expect(text).toContain(wanted.says[index] ?? '')
    if (wanted.field !== undefined)
      expect(text).toMatch(api ? new RegExp(`"${wanted.field}":`) : new RegExp(`id="f-([\\w-]+-)?${wanted.field}-error"`))
    for (const typed of wanted.keeps ?? []) expect(text).toContain(typed)
  }
  expect(await rowCounts(site)).toEqual(before)
}
