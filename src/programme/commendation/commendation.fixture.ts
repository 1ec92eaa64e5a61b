// Proposals in an approved report, and a list of commendation drawn up from them, for tests.
import { actAs, type World } from '#/testing/world.ts'
import { propose } from '../report/fill.actions.ts'
import { ofSamSon, openedCall, sent } from '../report/report.fixture.ts'
import { proposalsOf } from '../report/proposals.store.ts'
import { draftCommendation } from './commendation.actions.ts'

export const listInput = { title: 'Khen thưởng Chương trình OCOP năm 2026', award: 'merit' }

const unit = { kind: 'unit', name: 'Hợp tác xã Vạn Triều', post: '', merit: 'Hai sản phẩm 4 sao.' }
const person = { kind: 'person', name: 'Nguyễn Thị Hoa', post: 'Giám đốc', merit: 'Giúp mười chủ thể lập hồ sơ.' }

/** A call for proposals; Sầm Sơn proposes a unit and a person, and its leader approves the report. `name` stands in the unit's name. */
export async function proposed(world: World, name = unit.name) {
  const call = await openedCall(world, {}, 'commendation')
  for (const one of [{ ...unit, name }, person]) await actAs(world, 'communeOfficer', (ctx) => propose(ctx, call.samSon, one))
  await sent(world, call.samSon, ofSamSon)
  const ids = (await proposalsOf(world.services.database.db, call.samSon)).map((one) => one.id)
  return { ...call, ids, unitId: ids[0] ?? '', personId: ids[1] ?? '' }
}

export async function draftedList(world: World, title = listInput.title) {
  const from = await proposed(world, title)
  return { ...from, listId: await actAs(world, 'office', (ctx) => draftCommendation(ctx, { ...listInput, title }, from.ids)) }
}
