// The register of papers: hold a number, enter one given outside, cancel one with a reason. Numbers are never given twice.
import { isId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { documentNumber } from '#/platform/documents/vietnamese.ts'
import type { Ctx } from '../context.ts'
import { cancelNumber, takeIrregularNumber, takeNumber, type TakenNumber } from '../document/numbers.ts'
import { Fields, readReason } from '../fields.ts'
import { found, must, mustSee } from '../refuse.ts'
import { registerRights } from './certificate.policy.ts'
import { irregularWords, readIrregular } from './decision-input.ts'

/** Symbol after the stroke: "QĐ-UBND", "TB-VPĐP". Capitals, digits and dashes. */
const SYMBOL = /^[A-ZĐ][A-ZĐ0-9]{0,9}(-[A-ZĐ0-9]{1,12}){0,3}$/

export type RegisterForm = { bodyId: string; symbol: string; irregular: string }

/** Holds the next number of this year for a paper that is about to be issued; with `irregular`, enters that number instead. */
export async function reserveNumber(ctx: Ctx, form: RegisterForm): Promise<TakenNumber> {
  const body = await keptBody(ctx, form.bodyId)
  const fields = new Fields(form)
  const symbol = form.symbol.trim().normalize('NFC').toUpperCase()
  if (!SYMBOL.test(symbol))
    fields.say('symbol', { vi: 'Ký hiệu gồm chữ in hoa và dấu gạch, ví dụ QĐ-UBND.', en: 'Capitals and dashes, for example QĐ-UBND.' })
  const given = form.irregular.trim() === '' ? null : readIrregular(form.irregular)
  if (form.irregular.trim() !== '' && !given) fields.say('irregular', irregularWords)
  fields.done()
  const series = { bodyId: body.id, kind: symbol, year: Number(plainDateOf(ctx.now).slice(0, 4)) }
  if (given) return takeIrregularNumber(ctx, series, { ...given, printed: documentNumber(`${given.number}${given.suffix}`, symbol) })
  return takeNumber(ctx, series, (number) => documentNumber(String(number), symbol))
}

/** Cancels a held number with a reason; it stays in the register for ever. */
export async function cancelReserved(ctx: Ctx, entryId: string, reasonTyped: string): Promise<void> {
  const entry = found(
    isId(entryId)
      ? await ctx.tx
          .selectFrom('numberEntry as e')
          .innerJoin('numberSeries as s', 's.id', 'e.seriesId')
          .select(['e.id', 's.bodyId'])
          .where('e.id', '=', entryId)
          .executeTakeFirst()
      : null,
  )
  await keptBody(ctx, entry.bodyId)
  const reason = readReason(reasonTyped, 300, { vi: 'Nhập lý do hủy số.', en: 'Enter why the number is cancelled.' })
  await cancelNumber(ctx, entry.id, reason)
}

async function keptBody(ctx: Ctx, bodyId: string) {
  const body = found(
    isId(bodyId)
      ? await ctx.tx
          .selectFrom('body')
          .select(['id', 'kind', 'authority'])
          .where('id', '=', bodyId)
          .where('authority', '=', ctx.actor.authority)
          .executeTakeFirst()
      : null,
  )
  const rights = registerRights(ctx.actor, body)
  mustSee(rights.see)
  must(rights.keep)
  return body
}
