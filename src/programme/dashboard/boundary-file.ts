// The boundary file named by OCOP_BOUNDARIES, read once at start.
import { readFile, stat } from 'node:fs/promises'
import type { Db } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { readBoundaries, type Boundaries } from './boundaries.ts'

const MOST_BYTES = 60_000_000

/** The maps of the file; null where none is named. Throws AppError `boundaries.unreadable` or `boundaries.wrong`: the server then does not start. */
export async function openBoundaries(path: string | undefined, db: Db): Promise<Boundaries | null> {
  if (path === undefined || path === '') return null
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  if (size === null || size > MOST_BYTES) throw new AppError('boundaries.unreadable', { path, megabytes: String(MOST_BYTES / 1_000_000) })
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  const units = await db.selectFrom('unit').select(['code', 'level', 'provinceCode']).where('era', '=', CURRENT_ERA).execute()
  const provinces = units.filter((unit) => unit.level === 'province').map((unit) => unit.code)
  const provinceOf = new Map(units.filter((unit) => unit.level === 'commune').map((unit) => [unit.code, unit.provinceCode]))
  return readBoundaries(text, provinces, (code) => provinceOf.get(code) ?? null)
}
