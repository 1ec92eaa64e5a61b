// The record a sheet belongs to, as its address names it: `?thuoc=<id>`.
import { isId } from '#/platform/database/id.ts'
import { found } from '#/programme/refuse.ts'

/** Null where none is named; rubbish is not found. */
export function subjectAsked(url: URL): string | null {
  const asked = url.searchParams.get('thuoc')
  return asked === null ? null : found(isId(asked) ? asked : null)
}

export function sheetAddress(kind: string, subjectId: string | null): string {
  return `/nhap-bang/${kind}${subjectId === null ? '' : `?thuoc=${subjectId}`}`
}
