// The list of support as a workbook: the same rows as on the page, all pages; đồng are whole numbers.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listSupports } from '#/programme/support/support.store.ts'
import { itemRules, supportWords } from '#/programme/support/support.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { words } from './support.messages.ts'
import { supportsQuery } from './list-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(readsMoney(actor, actor.authority) || producersOf(actor).length > 0)
  const { rows } = await listSupports(db, actor, { ...supportsQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const dong = { width: 18, format: '#,##0' }
  return workbook(words.supports[lang], `ho-tro-${plainDateOf(now)}`, now, {
    columns: [
      { title: words.producer[lang], width: 36 },
      { title: words.product[lang], width: 30 },
      { title: words.item[lang], width: 30 },
      { title: words.detail[lang], width: 40 },
      { title: words.number[lang], width: 18 },
      { title: words.askedOn[lang], width: 12 },
      { title: words.asked[lang], ...dong },
      { title: words.approved[lang], ...dong },
      { title: words.paid[lang], ...dong },
      { title: words.nextDue[lang], width: 12 },
      { title: words.state[lang], width: 24 },
    ],
    rows: rows.map((row) => [
      row.producer,
      row.product,
      itemRules[row.item].words[lang],
      row.detail,
      row.number,
      formatInstantDate(row.askedAt),
      row.asked,
      row.approved,
      row.paid,
      row.nextDue === null ? null : formatDate(row.nextDue),
      supportWords[row.state][lang],
    ]),
  })
})
