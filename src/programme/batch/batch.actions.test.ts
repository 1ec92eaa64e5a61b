// Batches: whose they are, what is frozen, corrected, recalled; sent twice, at once, by the wrong person, with rubbish; what anyone reads.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { readableAttachment } from '../access/attachments.ts'
import { attachmentsOf } from '../attachment/attachment.store.ts'
import { storedCertificate, storedProduct } from '../certificate/certificate.fixture.ts'
import { paperFile } from '../document/incoming.ts'
import { addRecord } from '../register/register.actions.ts'
import { registerAt } from '../register/registers.ts'
import { addBatchPapers, changeBatch, dropBatch, removeBatchPaper } from './batch.actions.ts'
import { batchInput, draftBatch, publishedBatch } from './batch.fixture.ts'
import { batchByCode, batchFor, lastBatchOf, listBatches, originsFor, publishedBatches, type BatchQuery } from './batch.store.ts'
import { batchLabels } from './labels.paper.ts'
import { lookUpBatch } from './look-up.ts'
import { correctBatch, publishBatch, recallBatch } from './publish.actions.ts'

let services: TestServices
let world: World
let product: string
let otherProduct: string
let number = 0
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const certificate = await storedCertificate(world, { issuedOn: '2026-09-05', lastValidOn: '2029-09-04', star: 4 })
  product = certificate.productId
  otherProduct = await storedProduct(world, 'Chè lam', world.producers.other)
})
afterAll(() => services.close())
beforeEach(() => services.clock.set('2026-09-15T02:00:00Z'))

const next = () => ({ number: `L-${++number}` })
const rowOf = (id: string) => db().selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const publish = (id: string, person: Person = 'producer') => actAs(world, person, (ctx) => publishBatch(ctx, id))
const correct = (id: string, correction = 'Sai ngày đóng chai.') => actAs(world, 'producer', (ctx) => correctBatch(ctx, id, { correction }))
const recall = (id: string, person: Person = 'producer', reason = 'Nhiễm bẩn.') =>
  actAs(world, person, (ctx) => recallBatch(ctx, id, { reason }))
const look = (code: string) => lookUpBatch(db(), code, { address: newId(), now: services.clock.now() })
const all: BatchQuery = { search: '', state: null, product: null, sort: 'produced', page: 1, perPage: 50 }

describe('a draft', () => {
  test('is its producer’s alone; a number is there once, also when sent twice at once', async () => {
    const input = next()
    const both = await Promise.all([1, 2].map(() => fieldsOf(draftBatch(world, product, input))))
    expect(both.flat()).toEqual(['number'])
    expect(await fieldsOf(draftBatch(world, product, { number: input.number.toLowerCase() }))).toEqual(['number'])
    const [row] = (await listBatches(db(), await actorOf(world, 'producer'), { ...all, search: input.number })).rows
    for (const person of people.filter((one) => one !== 'producer')) {
      const actor = await actorOf(world, person)
      expect([person, await refused(batchFor(db(), actor, row?.id))]).toEqual([person, 'notFound'])
      expect(await refused(publish(row?.id ?? '', person))).toBe('notFound')
    }
  })

  test.each(['', 'x', newId(), null])('for product %j is not found', async (id) => {
    expect(await refused(draftBatch(world, id as string, next()))).toBe('notFound')
  })

  test('for a product of another producer is not found', async () => {
    expect(await refused(draftBatch(world, otherProduct, next()))).toBe('notFound')
  })

  test('is changed by the version it was opened with, and thrown away with its papers', async () => {
    const id = await draftBatch(world, product, next())
    const change = (version: number) =>
      actAs(world, 'producer', (ctx) => changeBatch(ctx, id, { ...batchInput, number: `${number} sửa`, quantity: '3' }, version))
    expect(await change(1)).toBe(2)
    expect(await refused(change(1))).toBe('versionConflict')
    expect(Number((await rowOf(id)).quantityE3)).toBe(3000)
    const file = await paperFile(onePagePdf(''), 'Phiếu kiểm nghiệm.pdf')
    const [paper = ''] = await actAs(world, 'producer', (ctx) => addBatchPapers(ctx, id, [file], 'Kiểm nghiệm'))
    expect(await readableAttachment(db(), await actorOf(world, 'office'), paper)).toBeNull()
    await actAs(world, 'producer', (ctx) => dropBatch(ctx, id))
    expect(await attachmentsOf(db(), 'batch', [id])).toEqual([])
    expect(await refused(actAs(world, 'producer', (ctx) => dropBatch(ctx, id)))).toBe('notFound')
  })

  test('names areas of the province and links of its own, and no others', async () => {
    const add = (person: Person, slug: string, input: Record<string, unknown>) =>
      actAs(world, person, (ctx) => addRecord(ctx, registerAt(slug), input))
    const area = await add('office', 'vung-nguyen-lieu', {
      name: 'Vùng cá cơm',
      crop: 'Cá cơm',
      areaHaE2: '12,5',
      communeCode: 'Phường Sầm Sơn',
      since: '01/01/2026',
      areaCode: 'TH-01',
    })
    const link = (producerId: string, partner: string) =>
      add('office', 'lien-ket', { producerId, partner, kind: 'material', signedOn: '01/02/2026' })
    const own = await link(world.producers.own, '60 hộ đi biển')
    const other = await link(world.producers.other, 'Hộ trồng gừng')
    const offered = await originsFor(db(), { provinceCode: '38', producerId: world.producers.own })
    expect([offered.areas.map((one) => one.id), offered.links.map((one) => one.id)]).toEqual([[area], [own]])
    expect(await fieldsOf(draftBatch(world, product, { ...next(), [`link.${other}`]: '1' }))).toEqual(['_form'])
    expect(await fieldsOf(draftBatch(world, product, { ...next(), [`area.${newId()}`]: '1' }))).toEqual(['_form'])
    const id = await publishedBatch(world, product, { ...next(), [`area.${area}`]: '1', [`link.${own}`]: '1', 'area.rubbish': '1' })
    // What the register says later changes nothing of what was published.
    await db().updateTable('materialArea').set({ name: 'Tên khác' }).where('id', '=', area).execute()
    const shown = await look((await rowOf(id)).code)
    expect(shown.frozen).toMatchObject({
      areas: [{ name: 'Vùng cá cơm', code: 'TH-01', crop: 'Cá cơm' }],
      links: [{ partner: '60 hộ đi biển' }],
      producer: 'Hợp tác xã Vạn Triều',
    })
    expect(shown.frozen.place).toContain('Sầm Sơn')
    const copied = await lastBatchOf(db(), await actorOf(world, 'producer'), product)
    expect([copied?.areas.length, copied?.links.length]).toEqual([1, 1])
  })
})

describe('published', () => {
  test('needs a step, is done once, and is then frozen', async () => {
    const none = Object.fromEntries(Object.keys(batchInput).flatMap((name) => (name.startsWith('steps.') ? [[name, '']] : [])))
    const bare = await draftBatch(world, product, { ...next(), ...none })
    expect(await refused(publish(bare))).toBe('batch.noSteps')
    const id = await draftBatch(world, product, next())
    const both = await Promise.all([refused(publish(id)), refused(publish(id))])
    expect(both.toSorted()).toEqual(['done', 'stateConflict'])
    const again = actAs(world, 'producer', (ctx) => changeBatch(ctx, id, { ...batchInput, ...next() }, 2))
    expect(await refused(again)).toBe('stateConflict')
    expect(await refused(actAs(world, 'producer', (ctx) => dropBatch(ctx, id)))).toBe('stateConflict')
    expect(await refused(actAs(world, 'producer', (ctx) => removeBatchPaper(ctx, id, newId())))).toBe('stateConflict')
  })

  test('is read by the desk and its commune, by no other', async () => {
    const id = await publishedBatch(world, product, next())
    const readers: Person[] = []
    for (const person of people) {
      const actor = await actorOf(world, person)
      const seen = (await refused(batchFor(db(), actor, id))) === 'done'
      const listed = await refused(listBatches(db(), actor, all).then(({ rows }) => expect(rows.some((row) => row.id === id)).toBe(seen)))
      expect(['done', 'notFound']).toContain(listed)
      if (seen) readers.push(person)
    }
    expect(readers).toEqual(['producer', 'communeOfficer', 'communeLeader', 'office', 'advisor', 'leader'])
  })

  test('anyone reads it by its code: stars of today, and of the day it was made', async () => {
    const before = await look((await rowOf(await publishedBatch(world, product, { ...next(), producedOn: '04/09/2026' }))).code)
    expect([before.certificateToday?.star, before.certificateThen]).toEqual([4, null])
    const after = await look((await rowOf(await publishedBatch(world, product, { ...next(), producedOn: '05/09/2026' }))).code)
    expect([after.certificateToday?.star, after.certificateThen?.star]).toEqual([4, 4])
    services.clock.set('2029-09-05T02:00:00Z')
    expect([(await look(after.code)).certificateToday, (await look(after.code)).certificateThen?.star]).toEqual([null, 4])
  })

  test('a draft, a code there is not and rubbish open nothing; a code is no order in time', async () => {
    const draft = await rowOf(await draftBatch(world, product, next()))
    for (const code of [draft.code, '', 'x', '../..', '2222222222222222', draft.id]) expect(await refused(look(code))).toBe('notFound')
    expect(draft.code).toMatch(/^[2-9A-Z]{16}$/)
  })

  test('labels carry the address of the batch', async () => {
    const row = await rowOf(await publishedBatch(world, product, next()))
    const bytes = batchLabels(
      { ...row, shelf: 'expiry', product: 'Nước mắm', producer: 'Hợp tác xã' },
      'https://ocop.vn',
      services.clock.now(),
    )
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-')
  })
})

describe('corrected', () => {
  test('by a new revision under the same code, one at a time; what was published stays', async () => {
    const id = await publishedBatch(world, product, next())
    const { code } = await rowOf(id)
    expect(await fieldsOf(correct(id, ' '))).toEqual(['reason'])
    const [one, two] = await Promise.all([correct(id), correct(id)])
    expect(two).toBe(one)
    expect((await look(code)).revision).toBe(1)
    const input = { ...batchInput, number: `L-${number}`, unit: 'chai' }
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => changeBatch(ctx, one, input, 1)))).toEqual(['correction'])
    await actAs(world, 'producer', (ctx) => changeBatch(ctx, one, { ...input, correction: 'Sai đơn vị.' }, 1))
    await publish(one)
    expect(await look(code)).toMatchObject({ revision: 2, unit: 'chai', correction: 'Sai đơn vị.' })
    expect(await rowOf(id)).toMatchObject({ state: 'replaced', unit: 'lít' })
    expect(await refused(correct(id))).toBe('stateConflict')
    expect(await refused(recall(id))).toBe('stateConflict')
    const listed = await listBatches(db(), await actorOf(world, 'office'), { ...all, search: `L-${number}` })
    expect(listed.rows.map((row) => row.id)).toEqual([one])
  })
})

describe('recalled', () => {
  test('by its producer or the office, with a reason, told at once and for good', async () => {
    const id = await publishedBatch(world, product, next())
    const { code } = await rowOf(id)
    const draft = await correct(id)
    expect(await fieldsOf(recall(id, 'producer', ''))).toEqual(['reason'])
    for (const person of ['leader', 'advisor', 'communeOfficer'] as const) expect(await refused(recall(id, person))).toBe('forbidden')
    for (const person of ['otherProducer', 'otherProvinceOffice', 'otherCommuneOfficer', 'clerk'] as const)
      expect(await refused(recall(id, person))).toBe('notFound')
    await recall(id, 'office')
    expect(await look(code)).toMatchObject({ state: 'recalled', recallReason: 'Nhiễm bẩn.' })
    expect(await refused(recall(id))).toBe('stateConflict')
    // The correction begun before does not take the recall back.
    expect(await refused(publish(draft))).toBe('stateConflict')
    expect((await publishedBatches(db(), product, 50)).map((row) => row.code)).not.toContain(code)
    const told = await db()
      .selectFrom('notice')
      .select('accountId')
      .where('kind', '=', 'batch.recalled')
      .where('subjectId', '=', id)
      .execute()
    expect(told.map((row) => row.accountId)).toEqual([world.accounts.producer])
    expect((await batchByCode(db(), code))?.frozen.format).toBe(1)
  })
})
