// Opening the rows behind a figure: the one reading that may leave a trace.
import type { Ctx } from '../context.ts'
import { audit } from '../context.ts'
import { mustSee } from '../refuse.ts'
import { figureReader, reaches, readsRows } from './reader.ts'
import { rowsOf, type RowsAsked } from './figures.store.ts'
import { indicatorOf } from './registry.ts'
import type { Frame, IndicatorRow } from './indicator.ts'

/**
 * The rows behind a figure for who may open them; "not found" otherwise. Rows that tell facts of persons are written in the ledger before they
 * are handed over, as `readProducerPrivate` does.
 */
export async function readFigureRows(
  ctx: Ctx,
  id: string,
  frame: Frame,
  params: unknown,
  asked: RowsAsked,
): Promise<{ total: number; rows: IndicatorRow[] }> {
  const reader = figureReader(ctx.actor)
  const of = indicatorOf(id)
  mustSee(reader !== null && readsRows(reader, of) && reaches(reader, frame))
  if (of.rows === 'personal')
    await audit(ctx, {
      verb: 'indicator.personalRead',
      subjectKind: 'indicator',
      subjectId: id,
      authority: frame.authority,
      payload: { from: frame.from, to: frame.to, communeCode: frame.communeCode, page: asked.page, part: asked.part },
    })
  return await rowsOf(ctx.tx, id, frame, params, asked)
}
