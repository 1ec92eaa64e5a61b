// Who was commended, one row each: everybody on the lists that the page shows, all its pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { awardWords, kindWords, listWords } from '#/programme/commendation/commendation.ts'
import { commendedIn } from '#/programme/commendation/commendation.store.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './commendation.messages.ts'
import { listQuery } from './list-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const rows = await commendedIn(db, actor, listQuery(url.searchParams), EXPORT_MOST)
  const bytes = await writeExcel({
    title: words.lists[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.lists[lang],
        landscape: true,
        columns: [
          { title: words.name[lang], width: 36 },
          { title: words.kind[lang], width: 12 },
          { title: words.post[lang], width: 30 },
          { title: words.merit[lang], width: 60 },
          { title: words.unit[lang], width: 30 },
          { title: words.title[lang], width: 50 },
          { title: words.award[lang], width: 20 },
          { title: words.number[lang], width: 16 },
          { title: words.decidedOn[lang], width: 12 },
          { title: words.state[lang], width: 18 },
        ],
        rows: rows.map((row) => [
          row.name,
          kindWords[row.kind][lang],
          row.post,
          row.merit,
          row.unitName,
          row.title,
          awardWords[row.award][lang],
          row.number,
          row.decidedOn === null ? null : formatDate(row.decidedOn),
          listWords[row.listState][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="khen-thuong-${plainDateOf(now)}.xlsx"` },
  })
})
