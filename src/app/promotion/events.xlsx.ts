// The list as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listEvents } from '#/programme/promotion/promotion.store.ts'
import { eventKindWords, eventStateWords, reachWords } from '#/programme/promotion/promotion.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { eventsQuery } from './events-query.ts'
import { words } from './promotion.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listEvents(db, actor, { ...eventsQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const bytes = await writeExcel({
    title: words.promotion[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.promotion[lang],
        landscape: true,
        columns: [
          { title: words.title[lang], width: 44 },
          { title: words.kind[lang], width: 24 },
          { title: words.reach[lang], width: 22 },
          { title: words.place[lang], width: 34 },
          { title: words.startsOn[lang], width: 12 },
          { title: words.endsOn[lang], width: 12 },
          { title: words.products[lang], width: 12 },
          { title: words.state[lang], width: 18 },
        ],
        rows: rows.map((row) => [
          row.title,
          eventKindWords[row.kind][lang],
          reachWords[row.reach][lang],
          row.place,
          formatDate(row.startsOn),
          formatDate(row.endsOn),
          row.products,
          eventStateWords[row.state][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="xuc-tien-${plainDateOf(now)}.xlsx"` },
  })
})
