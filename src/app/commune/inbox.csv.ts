// The inbox as CSV: the same rows as on the page, all pages.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { addWorkingDays } from '#/platform/calendar/work-calendar.ts'
import { writeCsv } from '#/platform/documents/csv.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { worksInCommune } from '#/programme/commune/commune.policy.ts'
import { listInbox } from '#/programme/commune/inbox.store.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './commune.messages.ts'
import { inboxQuery } from './inbox.query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(worksInCommune(actor))
  const today = plainDateOf(now)
  const calendar = await calendarOf(db)
  const query = inboxQuery(url.searchParams, today, addWorkingDays(calendar, today, 3), addDays(today, -1))
  const { rows } = await listInbox(db, actor, { ...query, page: 1, perPage: 10_000 })
  const bytes = writeCsv(
    [words.slip, words.product, words.producer, words.set, words.kind, words.state, words.filedOn, words.due, words.components].map(
      (one) => one[lang],
    ),
    rows.map((row) => [
      row.slipNumber,
      row.product,
      row.producer,
      row.setNo,
      words[row.kind][lang],
      stateWords[row.state][lang],
      formatInstantDate(row.filedAt),
      row.dueOn === null ? null : formatDate(row.dueOn),
      row.checked - row.lacking,
    ]),
  )
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="ho-so-xa-${today}.csv"` },
  })
})
