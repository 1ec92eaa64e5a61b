// A file checked, a file under way, and both kinds of open questions, for the permission matrix.
import { actAs, type World } from '#/testing/world.ts'
import { checkImport, confirmImport } from '#/programme/import/import.actions.ts'
import { csvOf } from '../src/programme/import/import.fixture.ts'
import { openQuestions } from '#/programme/import/question.store.ts'
import { runImport } from '#/programme/import/run.ts'
import { actorOf } from '#/testing/world.ts'

export async function importStates(world: World) {
  const { services } = world
  const check = (id: string, over: object[]) =>
    actAs(world, 'office', (ctx) =>
      checkImport(ctx, { name: `${id}.csv`, bytes: csvOf(over.map((row) => ({ id, product: `Mắm ${id}`, ...row }))) }),
    )
  const done = await check('A', [
    { commune: 'xã Không Có', district: 'Hậu Lộc' },
    { decision_no: '1/QĐ-UBND', source: '' },
  ])
  await actAs(world, 'office', (ctx) => confirmImport(ctx, done.id, { enqueue: false }))
  await runImport(services, await actorOf(world, 'office'), done.id)
  const { rows } = await openQuestions(services.database.db, '38', { kind: null, page: 1, size: 10 })
  const checked = await check('B', [{}])
  const running = await check('C', [{}])
  await actAs(world, 'office', (ctx) => confirmImport(ctx, running.id, { enqueue: false }))
  const near = rows.find((row) => row.kind === 'near')
  const unit = rows.find((row) => row.kind === 'unit')
  if (!near || !unit) throw new Error('the file left no question of each kind')
  return {
    importChecked: checked.id,
    importRunning: running.id,
    unitQuestion: unit.id,
    nearQuestion: near.id,
    nearRecord: String(near.candidates[0]),
  }
}
