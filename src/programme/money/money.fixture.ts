// Lines and money for tests, walked through the verbs: entered by the office, approved by the leader.
import { actAs, type World } from '#/testing/world.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { paperFile } from '../document/incoming.ts'
import { addEntryPapers, approveEntry, enterMoney, type TypedKind } from './entry.actions.ts'
import { addLine, addSource } from './line.actions.ts'
import type { EntryInput } from './money.input.ts'

export async function fundSource(world: World, name = 'Ngân sách tỉnh'): Promise<string> {
  return actAs(world, 'office', (ctx) => addSource(ctx, { kind: 'province', name }))
}

export async function budgetLine(world: World, over: { title?: string; year?: string; itemCategory?: string } = {}): Promise<string> {
  return actAs(world, 'office', (ctx) =>
    addLine(ctx, { title: 'Chuẩn hóa sản phẩm', year: '2026', itemCategory: 'upgrading', planned: '50.000.000', ...over }),
  )
}

/** An entry that waits; equal ones are meant. */
export async function entered(world: World, lineId: string, kind: TypedKind, input: EntryInput): Promise<string> {
  const onDay = formatDate(plainDateOf(world.services.clock.now()))
  return actAs(world, 'office', (ctx) =>
    enterMoney(ctx, lineId, kind, { onDay, decisionNumber: '12/QĐ-UBND', payee: 'Kho bạc', again: '1', ...input }),
  )
}

export async function approved(world: World, lineId: string, kind: TypedKind, input: EntryInput): Promise<string> {
  const id = await entered(world, lineId, kind, input)
  if (kind === 'settlement') {
    const file = await paperFile(onePagePdf(''), 'Quyết toán.pdf')
    await actAs(world, 'office', (ctx) => addEntryPapers(ctx, id, [file], ''))
  }
  await actAs(world, 'leader', (ctx) => approveEntry(ctx, id))
  return id
}

/** A line with that much allocated from one source. */
export async function fundedLine(
  world: World,
  amount: number,
  over: { title?: string; year?: string; itemCategory?: string } = {},
): Promise<{ lineId: string; sourceId: string }> {
  const sourceId = await fundSource(world)
  const lineId = await budgetLine(world, over)
  await approved(world, lineId, 'allocation', { sourceId, amount: String(amount) })
  return { lineId, sourceId }
}
