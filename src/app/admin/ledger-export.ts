// What the ledger page shows under its filter, as CSV or a workbook.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { writeCsv } from '#/platform/documents/csv.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { LEDGER_EXPORT_MOST, listLedger } from '#/programme/people/ledger.store.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'
import { adminMessages as words } from './admin.messages.ts'
import { ledgerFilter } from './ledger.query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  must(hasRole(actor, 'admin'))
  const rows = await listLedger(db, actor.provinceCode, ledgerFilter(url.searchParams), { before: null, limit: LEDGER_EXPORT_MOST })
  const header = [words.seq, words.when, words.who, words.verb, words.subject, words.detail, words.hash].map((one) => one[lang])
  const cells = rows.map((row) => [
    row.seq,
    formatDateTime(row.at),
    row.actorName,
    row.verb,
    `${row.subjectKind} ${row.subjectId}`,
    JSON.stringify(row.payload),
    row.hash,
  ])
  const name = `nhat-ky-${plainDateOf(now)}`
  if (url.searchParams.get('dang') !== 'xlsx')
    return fileResponse(new Uint8Array(writeCsv(header, cells)), {
      name: `${name}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      download: true,
    })
  const widths = [8, 18, 26, 26, 44, 60, 20]
  const bytes = await writeExcel({
    title: words.ledger[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.ledger[lang],
        landscape: true,
        columns: header.map((title, index) => ({ title, width: widths[index] ?? 20 })),
        rows: cells,
      },
    ],
  })
  return fileResponse(new Uint8Array(bytes), { name: `${name}.xlsx`, mediaType: EXCEL_TYPE, download: true })
})
