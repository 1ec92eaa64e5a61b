// The programme's money in every state a verb begins from; all of the province's desk.
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { addEntryPapers } from '#/programme/money/entry.actions.ts'
import { budgetLine, entered, fundedLine } from '#/programme/money/money.fixture.ts'
import { newId } from '#/platform/database/id.ts'
import { actAs, type World } from '#/testing/world.ts'

export async function moneyStates(world: World, name: string) {
  const { lineId, sourceId } = await fundedLine(world, 100_000_000, { title: name })
  const waiting = await entered(world, lineId, 'disbursement', { sourceId, amount: '1000000', payee: name })
  const file = await paperFile(onePagePdf(''), `${name}.pdf`)
  const [paperId = ''] = await actAs(world, 'office', (ctx) => addEntryPapers(ctx, waiting, [file], ''))
  return {
    money: { lineId, sourceId, waiting, paperId, emptyLine: await budgetLine(world, { title: name }), plan: await moneyPlan(world, name) },
  }
}

/** An issued plan with one money row; the plans have verbs of their own, of which nothing is asked here. */
async function moneyPlan(world: World, title: string): Promise<string> {
  const { db } = world.services.database
  const [id, familyId] = [newId(), newId()]
  await db
    .insertInto('programmePlan')
    .values({
      id,
      familyId,
      provinceCode: '38',
      authority: '38',
      unitEra: 'e2025',
      kind: 'year',
      title,
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      state: 'issued',
      issuedOn: '2026-01-15',
      content: '{}',
      createdAt: world.services.clock.now(),
      updatedAt: world.services.clock.now(),
    })
    .execute()
  await db.insertInto('programmeMoney').values({ id: newId(), planId: id, code: 'K1', ordinal: 1, title, amount: 20_000_000 }).execute()
  return familyId
}
