// The journal as a workbook: the same rows as on the page, all pages; đồng are whole numbers.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listEntries } from '#/programme/money/entry.store.ts'
import { entryStateWords, kindRules } from '#/programme/money/money.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { journalQuery } from './list-query.ts'
import { words } from './money.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listEntries(db, actor, { ...journalQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  return workbook(words.journal[lang], `so-but-toan-${plainDateOf(now)}`, now, {
    columns: [
      { title: words.onDay[lang], width: 12 },
      { title: words.kind[lang], width: 24 },
      { title: words.amountDong[lang], width: 18, format: '#,##0' },
      { title: words.line[lang], width: 36 },
      { title: words.year[lang], width: 8 },
      { title: words.source[lang], width: 30 },
      { title: words.payee[lang], width: 30 },
      { title: words.decisionNumber[lang], width: 20 },
      { title: words.note[lang], width: 40 },
      { title: words.state[lang], width: 16 },
      { title: words.enteredBy[lang], width: 24 },
      { title: words.decidedBy[lang], width: 24 },
    ],
    rows: rows.map((row) => [
      formatDate(row.onDay),
      kindRules[row.kind].words[lang],
      row.amount,
      row.line,
      row.year,
      row.source,
      row.payee,
      row.decisionNumber,
      row.note,
      entryStateWords[row.state][lang],
      row.enteredBy,
      row.decidedBy,
    ]),
  })
})
