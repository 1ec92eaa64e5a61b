// Takes the number of a paper the way the signer chose, from the issuing body's register.
import { documentNumber } from '#/platform/documents/vietnamese.ts'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { takeIrregularNumber, takeNumber } from '../document/numbers.ts'
import type { NumberChoice } from './decision-input.ts'

export type PaperNumber = { entryId: string; /** Number and suffix without the symbol: "12a". */ bare: string; printed: string }

/** `symbol`: what follows the stroke ("QĐ-UBND"); it is also the kind of the series. A reserved number must lie in this register and year. */
export async function numberFor(ctx: Ctx, bodyId: string, symbol: string, issuedOn: string, choice: NumberChoice): Promise<PaperNumber> {
  const series = { bodyId, kind: symbol, year: Number(issuedOn.slice(0, 4)) }
  if (choice.kind === 'next') {
    const taken = await takeNumber(ctx, series, (number) => documentNumber(String(number), symbol))
    return { entryId: taken.entryId, bare: String(taken.number), printed: taken.printed }
  }
  if (choice.kind === 'irregular') {
    const bare = `${choice.number}${choice.suffix}`
    const printed = documentNumber(bare, symbol)
    const taken = await takeIrregularNumber(ctx, series, { number: choice.number, suffix: choice.suffix, printed })
    return { entryId: taken.entryId, bare, printed }
  }
  const entry = isId(choice.entryId)
    ? await ctx.tx
        .selectFrom('numberEntry as e')
        .innerJoin('numberSeries as s', 's.id', 'e.seriesId')
        .select(['e.id', 'e.number', 'e.suffix', 'e.printed', 'e.state'])
        .where('e.id', '=', choice.entryId)
        .where('s.bodyId', '=', bodyId)
        .where('s.kind', '=', symbol)
        .where('s.year', '=', series.year)
        .forUpdate('e')
        .executeTakeFirst()
    : undefined
  if (!entry || entry.state !== 'reserved') throw new AppError('number.notReserved')
  return { entryId: entry.id, bare: `${entry.number}${entry.suffix}`, printed: entry.printed }
}
