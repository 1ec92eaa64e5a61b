// The list as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listCourses } from '#/programme/training/training.store.ts'
import { audienceWords, courseKindWords, courseStateWords, topicWords } from '#/programme/training/training.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { coursesQuery } from './courses-query.ts'
import { words } from './training.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listCourses(db, actor, { ...coursesQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const bytes = await writeExcel({
    title: words.training[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.training[lang],
        landscape: true,
        columns: [
          { title: words.title[lang], width: 44 },
          { title: words.kind[lang], width: 18 },
          { title: words.topic[lang], width: 24 },
          { title: words.audience[lang], width: 18 },
          { title: words.startsOn[lang], width: 12 },
          { title: words.endsOn[lang], width: 12 },
          { title: words.place[lang], width: 34 },
          { title: words.seats[lang], width: 10 },
          { title: words.listed[lang], width: 12 },
          { title: words.present[lang], width: 12 },
          { title: words.state[lang], width: 18 },
        ],
        rows: rows.map((row) => [
          row.title,
          courseKindWords[row.kind][lang],
          topicWords[row.topic][lang],
          audienceWords[row.audience][lang],
          formatDate(row.startsOn),
          formatDate(row.endsOn),
          row.online ? words.online[lang] : row.place,
          row.seats,
          row.listed,
          row.present,
          courseStateWords[row.state][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="tap-huan-${plainDateOf(now)}.xlsx"` },
  })
})
