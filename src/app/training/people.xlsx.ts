// The people of a course as a workbook, as far as the reader sees them; phones only for the office.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listPeople } from '#/programme/training/attendance.store.ts'
import { courseFor } from '#/programme/training/training.store.ts'
import { roleWords } from '#/programme/training/training.ts'
import { EXPORT_MOST, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './training.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, url, now, lang }) => {
  const { course, rights } = await courseFor(db, actor, params['id'])
  mustSee(rights.people === 'all')
  const { rows } = await listPeople(
    db,
    actor,
    { id: course.id, rights },
    { search: wordsAsked(url.searchParams), page: 1, perPage: EXPORT_MOST },
  )
  const presence = (present: boolean | null) => words[present === null ? 'notTaken' : present ? 'present' : 'absent'][lang]
  const bytes = await writeExcel({
    title: course.title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.people[lang],
        columns: [
          { title: words.personName[lang], width: 28 },
          { title: words.role[lang], width: 12 },
          { title: words.from[lang], width: 40 },
          ...(rights.keep ? [{ title: words.phone[lang], width: 16 }] : []),
          { title: words.present[lang], width: 16 },
          { title: words.certificate[lang], width: 18 },
        ],
        rows: rows.map((row) => [
          row.personName,
          roleWords[row.role][lang],
          row.from,
          ...(rights.keep ? [row.phone] : []),
          presence(row.present),
          row.certificateNumber,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="nguoi-tham-gia-${plainDateOf(now)}.xlsx"` },
  })
})
