// The register of bodies as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { bodyKindWords, bodyRights } from '#/programme/body/body.ts'
import { listBodies } from '#/programme/body/body.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'
import { bodiesQuery } from './bodies-query.ts'
import { words } from './body.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(bodyRights(actor, actor.authority).see)
  const { rows } = await listBodies(db, actor.authority, { ...bodiesQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const title = words.bodies[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        columns: [
          { title: words.name[lang], width: 60 },
          { title: words.shortName[lang], width: 20 },
          { title: words.kind[lang], width: 28 },
          { title: words.officers[lang], width: 12 },
        ],
        rows: rows.map((row) => [row.name, row.shortName, bodyKindWords[row.kind][lang], row.officers]),
      },
    ],
  })
  return fileResponse(new Uint8Array(bytes), { name: `co-quan-${plainDateOf(now)}.xlsx`, mediaType: EXCEL_TYPE, download: true })
})
