// The bad rows of a file as CSV: as they came, with line and reason, ready to be mended and sent again without the last two columns.
import { isId } from '#/platform/database/id.ts'
import { writeCsv } from '#/platform/documents/csv.ts'
import { batchById, rowsOf } from '#/programme/import/batch.store.ts'
import { columns } from '#/programme/import/columns.ts'
import { importRights } from '#/programme/import/rights.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'

export const loader = pageLoader(async ({ db, actor, params, lang }) => {
  const id = params['id'] ?? ''
  const batch = found(isId(id) ? await batchById(db, id) : null)
  mustSee(importRights(actor, batch).see)
  const rows = await rowsOf(db, batch, { outcome: 'bad', page: 1, size: null })
  const bytes = writeCsv(
    [...columns, 'line', 'reason'],
    rows.map((row) => [
      ...columns.map((column) => row.cells[column]),
      row.line,
      row.reasons.map((reason) => `${reason.column ?? ''}: ${reason[lang]}`).join(' '),
    ]),
  )
  return fileResponse(new Uint8Array(bytes), { name: 'dong-loi.csv', mediaType: 'text/csv; charset=utf-8', download: true })
})
