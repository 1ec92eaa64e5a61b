import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { criteriaOf, criterionOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { current } from '#/regulation/testing.ts'
import { testServices, emptied, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { acceptedDossier, openRoundRow, releasedMeeting } from '../council/council.fixture.ts'
import { newId } from '#/platform/database/id.ts'
import { adoptCorrection, correctionFor } from './correction.actions.ts'
import {
  beginRevision,
  changeCriterion,
  confirmRevision,
  examineRevision,
  proposeRevision,
  sendRevisionBack,
  uploadRevision,
} from './revision.actions.ts'
import { gazetteFile, secondAdmin } from './revision.fixture.ts'
import { revisionOf } from './revision.store.ts'
import { yamlOf } from './revision.yaml.ts'
import { loadWording, takeWordingBack } from './wording.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
}, 60_000)
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
  await secondAdmin(world)
  await services.regulations.refresh(services.database.db, services.clock.now())
})

const { code } = criteriaOf(formOf(current, 9))[0]!.criterion
const own = criterionOf(formOf(current, 9), code).criterion

/** The criterion's page as it opens, with some fields typed over. */
function typed(over: Record<string, string> = {}): Record<string, string> {
  const rows = own.options.flatMap((option, index) => [
    [`option.${index}.text`, option.text],
    [`option.${index}.points`, String(option.points)],
    [`option.${index}.minStar`, option.minStar === undefined ? '' : String(option.minStar)],
    [`option.${index}.place`, String(index + 1)],
  ])
  return {
    title: own.title,
    max: String(own.max),
    evidence: own.evidence ?? '',
    notes: (own.notes ?? []).join('\n'),
    ...Object.fromEntries(rows),
    ...over,
  }
}
const begin = () => actAs(world, 'admin', (ctx) => beginRevision(ctx, current.id))
const change = async (id: string, over: Record<string, string>) => {
  const { version } = await revisionOf(services.database.db, id)
  await actAs(world, 'admin', (ctx) => changeCriterion(ctx, id, { set: 9, code }, version, typed(over)))
}
const propose = async (id: string, over: Partial<Record<'number' | 'decidedOn' | 'effectiveFrom' | 'reason', string>> = {}) => {
  const { version } = await revisionOf(services.database.db, id)
  const paper = { number: '12/ĐC-TTg', decidedOn: '10/09/2026', effectiveFrom: '15/09/2026', reason: 'Đính chính lỗi in.', ...over }
  await actAs(world, 'admin', (ctx) => proposeRevision(ctx, id, version, paper))
}
const confirm = async (id: string, who: 'admin' | 'seat1' = 'seat1') => {
  const { version } = await revisionOf(services.database.db, id)
  await actAs(world, who, (ctx) => confirmRevision(ctx, id, version))
}
async function published(over: Record<string, string> = { title: 'Tên đã đính chính' }): Promise<string> {
  const id = await begin()
  await change(id, over)
  await propose(id)
  await confirm(id)
  return id
}

describe('a new version of a regulation', () => {
  test('is published by a second administrator, and from then counts for what is new', async () => {
    const id = await begin()
    await change(id, { title: 'Tên đã đính chính' })
    await propose(id)
    await expect(confirm(id, 'admin')).rejects.toMatchObject({ code: 'regulation.secondPerson' })
    expect(services.regulations.get(current.id).hash).toBe(current.hash)
    await confirm(id)
    const pack = services.regulations.get(current.id)
    expect(pack.hash).not.toBe(current.hash)
    expect(criterionOf(formOf(pack, 9), code).criterion.title).toBe('Tên đã đính chính')
    expect(services.regulations.known({ id: current.id, hash: current.hash })?.hash).toBe(current.hash)
  })

  test('once published is changed by nobody, not even by hand', async () => {
    const id = await published()
    await expect(change(id, { title: 'Khác' })).rejects.toMatchObject({ code: 'regulation.step' })
    await expect(
      services.database.db.updateTable('regulationRevision').set({ reason: 'x' }).where('id', '=', id).execute(),
    ).rejects.toThrow(/does not change/)
  })

  test('is not proposed with a fault in it: every one is listed, with its place', async () => {
    const id = await begin()
    await change(id, { 'option.0.points': '77', max: '3' })
    const { run } = examineRevision(services.regulations, await revisionOf(services.database.db, id))
    expect(run.faults.length).toBeGreaterThan(1)
    expect(run.faults.every((fault) => fault.set === 9)).toBe(true)
    await expect(propose(id)).rejects.toMatchObject({ code: 'regulation.faulty', params: { count: String(run.faults.length) } })
  })

  test('without a change, or counting backwards, is not proposed', async () => {
    const id = await begin()
    await expect(propose(id)).rejects.toMatchObject({ code: 'regulation.unchanged' })
    await change(id, { title: 'Khác' })
    await expect(propose(id, { effectiveFrom: '14/09/2026' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('waits for its day', async () => {
    const id = await begin()
    await change(id, { title: 'Từ tháng sau' })
    await propose(id, { effectiveFrom: '01/10/2026' })
    await confirm(id)
    expect(services.regulations.get(current.id).hash).toBe(current.hash)
    await services.regulations.refresh(services.database.db, new Date('2026-10-01T02:00:00+07:00'))
    expect(services.regulations.get(current.id).hash).not.toBe(current.hash)
  })

  test('goes back to its writer with a reason', async () => {
    const id = await begin()
    await change(id, { title: 'Khác' })
    await propose(id)
    const { version } = await revisionOf(services.database.db, id)
    await actAs(world, 'seat1', (ctx) => sendRevisionBack(ctx, id, version, { reason: 'Thiếu căn cứ.' }))
    expect(await revisionOf(services.database.db, id)).toMatchObject({ state: 'draft', sentBack: 'Thiếu căn cứ.', proposedAt: null })
  })

  test('tells which stored answers an option put in the middle would shift', async () => {
    const id = await begin()
    const next = own.options.length
    await change(id, {
      [`option.${next}.text`]: 'Mức chen giữa',
      [`option.${next}.points`]: String(own.options[1]?.points ?? 1),
      [`option.${next}.place`]: '2',
    })
    const row = await revisionOf(services.database.db, id)
    expect(criterionOf(formOf({ ...current, ...row.draft }, 9), code).criterion.options[1]?.text).toBe('Mức chen giữa')
    expect(examineRevision(services.regulations, row).shifts).toEqual([{ set: 9, criterion: code }])
  })

  test('goes out as YAML and comes back the same; a file of the wrong shape is refused with every place', async () => {
    const id = await begin()
    const row = await revisionOf(services.database.db, id)
    const text = await yamlOf(row.draft, 9)
    const form = parse(text) as { title: string; parts: unknown }
    await actAs(world, 'admin', (ctx) => uploadRevision(ctx, id, row.version, stringify({ ...form, title: 'Tên khác' })))
    const after = await revisionOf(services.database.db, id)
    expect(after.draft.forms[9]?.title).toBe('Tên khác')
    expect(after.draft.forms[10]).toEqual(row.draft.forms[10])
    const wrong = actAs(world, 'admin', (ctx) => uploadRevision(ctx, id, after.version, stringify({ ...form, title: '', extra: 1 })))
    await expect(wrong).rejects.toMatchObject({
      code: 'regulation.faulty',
      params: { count: '2' },
      fields: { 1: { vi: 'Bộ 9: title: để trống; cần ghi nội dung' }, 2: { vi: 'Bộ 9: khóa không có trong mẫu: "extra"' } },
    })
    const broken = actAs(world, 'admin', (ctx) => uploadRevision(ctx, id, after.version, 'set: 9\ntitle: [a, b\n'))
    await expect(broken).rejects.toMatchObject({
      code: 'regulation.unreadable',
      params: { reason: expect.stringMatching(/^dòng \d+, cột \d+: .+ \/ line \d+/) },
    })
    expect((await revisionOf(services.database.db, id)).version).toBe(after.version)
  })
})

describe('the gazette’s words loaded over a regulation', () => {
  const reason = 'Theo Công báo.'
  const load = () => actAs(world, 'admin', (ctx) => loadWording(ctx, current.id, gazetteFile(current, 9), { reason }))
  const oneMore = { [`option.${own.options.length}.text`]: 'Mức thêm', [`option.${own.options.length}.points`]: String(own.max) }

  test('stop a version with other option counts from being proposed, with the place; words taken back let it through', async () => {
    await load()
    const id = await begin()
    await change(id, oneMore)
    const refused = await propose(id).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'regulation.wordsUnfit',
      params: { count: '1' },
      fields: {
        1: {
          vi: expect.stringMatching(`^Bộ 9 · ${code.replace('.', '\\.')} · mức ${own.options.length + 1}: Có ${own.options.length} mức`),
        },
      },
    })
    await actAs(world, 'admin', (ctx) => takeWordingBack(ctx, current.id, { ordinal: 0, reason }))
    await propose(id)
    // Loaded again between the two pairs of eyes: the second is stopped too, and nothing is published.
    await load()
    await expect(confirm(id)).rejects.toMatchObject({ code: 'regulation.wordsUnfit' })
    expect(services.regulations.get(current.id).hash).toBe(current.hash)
  })

  test('stay over a version they fit', async () => {
    await load()
    await published({ max: String(own.max), evidence: 'Minh chứng đã đính chính' })
    const pack = services.regulations.get(current.id)
    expect(pack.hash).not.toBe(current.hash)
    expect(formOf(pack, 9).title).toContain('(Công báo)')
  })
})

describe('a round that runs', () => {
  const adopt = (roundId: string) =>
    actAs(world, 'office', (ctx) =>
      adoptCorrection(ctx, roundId, { number: '12/ĐC-TTg', datedOn: '10/09/2026', reason: 'Đính chính lỗi in.' }),
    )
  const hashes = async (roundId: string) => {
    const { db } = services.database
    const round = await db.selectFrom('round').select('regulationHash').where('id', '=', roundId).executeTakeFirstOrThrow()
    const dossiers = await db.selectFrom('dossier').select('regulationHash').where('roundId', '=', roundId).execute()
    return [round.regulationHash, ...dossiers.map((row) => row.regulationHash)]
  }

  test('keeps what it pinned when a correction is published, and takes it by a recorded paper', async () => {
    const roundId = await openRoundRow(world)
    const dossierId = await acceptedDossier(world, roundId)
    await published()
    expect(await hashes(roundId)).toEqual([current.hash, current.hash])
    expect(await adopt(roundId)).toEqual({ dossiers: 1 })
    const { hash } = services.regulations.get(current.id)
    expect(await hashes(roundId)).toEqual([hash, hash])
    const { db } = services.database
    // What was filed is not touched; the round keeps both.
    const filed = await db.selectFrom('dossierSubmission').select('regulationHash').where('dossierId', '=', dossierId).executeTakeFirst()
    expect(filed?.regulationHash).toBe(current.hash)
    expect(await db.selectFrom('roundCorrection').select(['fromHash', 'toHash', 'number']).execute()).toEqual([
      { fromHash: current.hash, toHash: hash, number: '12/ĐC-TTg' },
    ])
    await expect(adopt(roundId)).rejects.toMatchObject({ code: 'correction.none' })
  })

  test('refuses a new version that puts an option in the middle, naming the criterion', async () => {
    const roundId = await openRoundRow(world)
    const next = own.options.length
    const points = String(own.options[1]?.points ?? 1)
    await published({ [`option.${next}.text`]: 'Mức chen giữa', [`option.${next}.points`]: points, [`option.${next}.place`]: '2' })
    const refused = await adopt(roundId).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'correction.shifts', fields: { 1: { vi: expect.stringContaining(`Bộ 9 · ${code}`) } } })
  })

  test('refuses a correction once its old content is unknown here', async () => {
    const roundId = await openRoundRow(world)
    await services.database.db
      .updateTable('round')
      .set({ regulationHash: 'b'.repeat(64) })
      .where('id', '=', roundId)
      .execute()
    await expect(adopt(roundId)).rejects.toMatchObject({ code: 'correction.unknown' })
    expect(correctionFor(services.regulations, { regulationId: current.id, regulationHash: current.hash })).toBeNull()
  })

  test('takes no correction after the first final sheet', async () => {
    const meeting = await releasedMeeting(world)
    await published()
    const { db } = services.database
    const member = await db.selectFrom('councilMember').select('id').where('councilId', '=', meeting.councilId).executeTakeFirstOrThrow()
    const now = services.clock.now()
    await db
      .insertInto('scoreSheet')
      .values({
        id: newId(),
        itemId: meeting.items[0]!,
        memberId: member.id,
        state: 'final',
        startedAt: now,
        updatedAt: now,
        finalisedAt: now,
      })
      .execute()
    await expect(adopt(meeting.roundId)).rejects.toMatchObject({ code: 'correction.tooLate' })
    expect(await hashes(meeting.roundId)).toEqual([current.hash, current.hash])
  })

  test('is not changed by a stranger of the office', async () => {
    const roundId = await openRoundRow(world)
    await published()
    const input = { number: '1', datedOn: '10/09/2026', reason: 'x' }
    await expect(actAs(world, 'advisor', (ctx) => adoptCorrection(ctx, roundId, input))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(actAs(world, 'producer', (ctx) => adoptCorrection(ctx, roundId, input))).rejects.toMatchObject({ code: 'notFound' })
  })
})
