// A list as a workbook to download.
import { EXCEL_TYPE, writeExcel, type ExcelSheet } from '#/platform/documents/excel.ts'
import { fileResponse } from './office/paper.server.ts'

/** One sheet on a wide page, called as the list is; `file`: its name without the ending. Numbers stay numbers. */
export async function workbook(title: string, file: string, now: Date, sheet: Omit<ExcelSheet, 'name' | 'landscape'>): Promise<Response> {
  const bytes = await writeExcel({ title, createdAt: now.toISOString(), sheets: [{ name: title, landscape: true, ...sheet }] })
  return fileResponse(new Uint8Array(bytes), { name: `${file}.xlsx`, mediaType: EXCEL_TYPE, download: true })
}
