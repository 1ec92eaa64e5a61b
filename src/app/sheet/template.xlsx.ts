// The file to fill in: the columns, one row as an example, and a second sheet that says what each column wants.
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { sheetKind } from '#/programme/sheet/kinds.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './sheet.messages.ts'
import { subjectAsked } from './subject.ts'

export const loader = pageLoader(async ({ db, actor, params, url, now, lang }) => {
  const kind = sheetKind(params['kind'])
  await kind.rights(db, actor, subjectAsked(url))
  const title = kind.title[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        columns: kind.columns.map((column) => ({ title: column.title[lang], width: Math.max(14, column.example.length + 4) })),
        rows: [kind.columns.map((column) => column.example)],
      },
      {
        name: words.columns[lang],
        columns: [
          { title: words.column[lang], width: 28 },
          { title: words.needed[lang], width: 12 },
          { title: words.example[lang], width: 28 },
          { title: words.note[lang], width: 60 },
        ],
        rows: kind.columns.map((column) => [
          column.title[lang],
          (column.required ? words.yes : words.no)[lang],
          column.example,
          column.hint?.[lang] ?? null,
        ]),
      },
    ],
  })
  return fileResponse(new Uint8Array(bytes), { name: `mau-${kind.kind}.xlsx`, mediaType: EXCEL_TYPE, download: true })
})
