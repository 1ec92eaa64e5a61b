// Receivables as a workbook: the same rows as on the page, all pages; đồng are whole numbers.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listReceivables } from '#/programme/support/receivable.store.ts'
import { receivableWords } from '#/programme/support/support.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { receivablesQuery } from './list-query.ts'
import { words } from './support.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(readsMoney(actor, actor.authority) || producersOf(actor).length > 0)
  const { rows } = await listReceivables(db, actor, { ...receivablesQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const dong = { width: 18, format: '#,##0' }
  return workbook(words.receivables[lang], `phai-thu-${plainDateOf(now)}`, now, {
    columns: [
      { title: words.producer[lang], width: 40 },
      { title: words.reason[lang], width: 50 },
      { title: words.amount[lang], ...dong },
      { title: words.received[lang], ...dong },
      { title: words.left[lang], ...dong },
      { title: words.due[lang], width: 12 },
      { title: words.decision[lang], width: 20 },
      { title: words.state[lang], width: 18 },
    ],
    rows: rows.map((row) => [
      row.producer,
      row.reason,
      row.amount,
      row.received,
      row.amount - row.received,
      formatDate(row.dueOn),
      row.decisionNumber,
      receivableWords[row.state][lang],
    ]),
  })
})
