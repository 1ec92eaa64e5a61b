// Numbers of the council's own papers: one series per committee, symbol and year; irregular numbers are entered as they stand on the paper.
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { takeIrregularNumber, takeNumber } from '../document/numbers.ts'
import { committeeKinds } from '../people/authority.ts'
import { found } from '../refuse.ts'

/** The council's own decisions (seed R62: 3117/QĐ-HĐOCOP, S4:49). */
export const COUNCIL_SERIES = 'QĐ-HĐOCOP'
export const INVITATION_SERIES = 'GM-HĐOCOP'
export const REPORT_SERIES = 'BC-HĐOCOP'

export type OwnNumber = { bodyId: string; bodyName: string; entryId: string; printed: string; number: string; symbol: string }

export type TypedNumber = { number: number; suffix: string; symbol: string | null } | null

/** "" = the next of the series; "12", "12a", "3117/QĐ-HĐOCOP" as written. Undefined: not a number. */
export function readNumber(typed: string): TypedNumber | undefined {
  if (typed === '') return null
  const parsed = /^(\d{1,5})([a-zđ]{0,2})(?:\/(.{1,30}))?$/iu.exec(typed)
  return parsed ? { number: Number(parsed[1]), suffix: parsed[2] ?? '', symbol: parsed[3] ?? null } : undefined
}

export const numberFault = { vi: 'Ghi số dạng 12, 12a hoặc 12/QĐ-UBND.', en: 'Write 12, 12a or 12/QĐ-UBND.' }

/**
 * The next number of the series, or the one typed (seed X29: a run that looks like another register's is taken as it is). Throws
 * `number.taken` where it was ever used in that series.
 */
export async function takeOwnNumber(
  ctx: Ctx,
  { authority, symbol, date, typed }: { authority: string; symbol: string; date: string; typed: TypedNumber },
): Promise<OwnNumber> {
  const issuer = found(
    await ctx.tx
      .selectFrom('body')
      .select(['id', 'name'])
      .where('authority', '=', authority)
      .where('kind', 'in', committeeKinds)
      .executeTakeFirst(),
  )
  const used = typed?.symbol ?? symbol
  const series = { bodyId: issuer.id, kind: used, year: Number(date.slice(0, 4)) }
  const print = (number: number, suffix = '') => `${String(number).padStart(2, '0')}${suffix}/${used}`
  const taken = typed
    ? await takeIrregularNumber(ctx, series, { number: typed.number, suffix: typed.suffix, printed: print(typed.number, typed.suffix) })
    : await takeNumber(ctx, series, print)
  const number = taken.printed.split('/')[0]
  if (number === undefined) throw new AppError('badRequest', { reason: 'number' })
  return { bodyId: issuer.id, bodyName: issuer.name, entryId: taken.entryId, printed: taken.printed, number, symbol: used }
}
