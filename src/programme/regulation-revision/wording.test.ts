import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { current } from '#/regulation/testing.ts'
import { testServices, emptied, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { acceptedDossier, openRoundRow } from '../council/council.fixture.ts'
import { formOfItem } from '../council/sheet.store.ts'
import { dossierFacts } from '../dossier/dossier.facts.ts'
import { filedDossier } from '../dossier/dossier.fixture.ts'
import { readSnapshot } from '../dossier/snapshot.ts'
import { planRound } from '../round/round.actions.ts'
import { gazetteFile } from './revision.fixture.ts'
import { loadWording, takeWordingBack } from './wording.actions.ts'
import { wordingRevisions } from './wording.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
}, 60_000)
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
  await services.regulations.refresh(services.database.db, services.clock.now())
})

const reason = 'Theo bản đăng Công báo.'
const load = (set = 9, mark?: string) =>
  actAs(world, 'admin', (ctx) => loadWording(ctx, current.id, gazetteFile(current, set, mark), { reason }))
const snapshotOf = async (dossierId: string) => {
  const row = await services.database.db
    .selectFrom('dossierSubmission')
    .select('snapshot')
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  return readSnapshot(row.snapshot)
}

describe('the gazette’s words loaded over ours', () => {
  test('stand in every form from then on, while the hash of the rules stays', async () => {
    expect((await load()).changed).toBeGreaterThan(20)
    const pack = services.regulations.get(current.id)
    expect(formOf(pack, 9).title).toContain('(Công báo)')
    expect(pack.hash).toBe(current.hash)
    expect(services.regulations.known({ id: pack.id, hash: pack.hash, wording: null })?.forms[9]?.title).toBe(formOf(current, 9).title)
  })

  test('are what a new round and a new filing pin, by a hash of their own', async () => {
    await load()
    const wording = services.regulations.get(current.id).wording?.hash
    const roundId = await actAs(world, 'office', (ctx) =>
      planRound(ctx, {
        year: '2027',
        ordinal: '1',
        name: '',
        opensOn: '01/01/2027',
        proposalsDueOn: '29/04/2027',
        closesOn: '29/06/2027',
        note: '',
      }),
    )
    const round = await services.database.db.selectFrom('round').selectAll().where('id', '=', roundId).executeTakeFirstOrThrow()
    expect(round).toMatchObject({ regulationHash: current.hash, wordingHash: wording })
    const { dossierId } = await filedDossier(world)
    const snapshot = await snapshotOf(dossierId)
    expect(snapshot.regulation).toMatchObject({ hash: current.hash, wording })
    expect(snapshot.answers[0]?.title).toContain('(Công báo)')
  })

  test('leave what was filed before in the words it had, on the members’ sheets too', async () => {
    const dossierId = await acceptedDossier(world, await openRoundRow(world))
    await load()
    const sheet = await formOfItem(services.database.db, services.regulations, { dossierId })
    expect(criteriaOf(sheet.form)[0]?.criterion.title).toBe(criteriaOf(formOf(current, 9))[0]?.criterion.title)
    expect((await snapshotOf(dossierId)).answers[0]?.title).not.toContain('(Công báo)')
    // A draft, or a dossier sent back to its producer, is read in the words of today: filing it freezes them.
    expect((await dossierFacts(services.database.db, services.regulations, dossierId)).form.title).toContain('(Công báo)')
  })

  test('stay on what was filed in them after they are taken back, which is a revision of its own', async () => {
    await load()
    const dossierId = await acceptedDossier(world, await openRoundRow(world))
    await actAs(world, 'admin', (ctx) => takeWordingBack(ctx, current.id, { ordinal: 0, reason: 'Nhầm bản.' }))
    expect(formOf(services.regulations.get(current.id), 9).title).toBe(formOf(current, 9).title)
    const sheet = await formOfItem(services.database.db, services.regulations, { dossierId })
    expect(sheet.form.title).toContain('(Công báo)')
    expect((await wordingRevisions(services.database.db, current.id)).map((row) => [row.ordinal, row.hash === null])).toEqual([
      [2, true],
      [1, false],
    ])
    await actAs(world, 'admin', (ctx) => takeWordingBack(ctx, current.id, { ordinal: 1, reason }))
    expect(formOf(services.regulations.get(current.id), 9).title).toContain('(Công báo)')
  })

  test('are refused with every fault at once, and nothing is stored', async () => {
    const file = gazetteFile(current, 9)
    const broken = { ...file, text: file.text.replace("code: '1.1'", "code: '99.1'").replace('code: "1.1"', 'code: "99.1"') }
    const refused = await actAs(world, 'admin', (ctx) => loadWording(ctx, current.id, broken, { reason })).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'wording.refused' })
    expect(Object.values((refused as { fields: Record<string, { vi: string }> }).fields).map((fault) => fault.vi)).toEqual([
      expect.stringContaining('1.1'),
      expect.stringContaining('99.1'),
    ])
    await expect(
      actAs(world, 'admin', (ctx) => loadWording(ctx, current.id, { name: 'x', text: 'a: [' }, { reason })),
    ).rejects.toMatchObject({
      code: 'regulation.unreadable',
    })
    expect(await wordingRevisions(services.database.db, current.id)).toEqual([])
  })

  test('are loaded by an administrator only, with a reason, and not twice', async () => {
    await expect(actAs(world, 'office', (ctx) => loadWording(ctx, current.id, gazetteFile(current, 9), { reason }))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      actAs(world, 'admin', (ctx) => loadWording(ctx, current.id, gazetteFile(current, 9), { reason: ' ' })),
    ).rejects.toMatchObject({
      code: 'invalid',
    })
    await load()
    await expect(load()).rejects.toMatchObject({ code: 'wording.same' })
    const verbs = await services.database.db.selectFrom('auditEntry').select('verb').where('verb', 'like', 'wording.%').execute()
    expect(verbs).toEqual([{ verb: 'wording.loaded' }])
  })
})
