// The desk's sources as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listSources } from '#/programme/money/money.store.ts'
import { sourceWords } from '#/programme/money/money.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { sourceQuery } from './list-query.ts'
import { words } from './money.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listSources(db, actor, { ...sourceQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  return workbook(words.sources[lang], `nguon-kinh-phi-${plainDateOf(now)}`, now, {
    columns: [
      { title: words.sourceName[lang], width: 60 },
      { title: words.sourceKind[lang], width: 30 },
      { title: words.endedOn[lang], width: 14 },
    ],
    rows: rows.map((row) => [row.name, sourceWords[row.kind][lang], row.endedOn === null ? null : formatDate(row.endedOn)]),
  })
})
