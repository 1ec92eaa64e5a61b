// A small world to count in: products recognised on given days, past records, producers in several communes.
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { fold } from '#/platform/text/fold.ts'
import { HAU_LOC, SAM_SON, type World } from '#/testing/world.ts'
import { sampleSnapshot, storedProduct } from '../certificate/certificate.fixture.ts'
import { lastValidDay } from '../certificate/validity.ts'
import type { Frame } from './indicator.ts'

/** Thanh Hóa, the whole of 2026. */
export const year2026: Frame = {
  authority: '38',
  provinceCode: '38',
  communeCode: null,
  districtCode: null,
  era: 'e2025',
  from: '2026-01-01',
  to: '2026-12-31',
}

export type Recognised = {
  /** The same product again: a renewal or an upgrade. */
  productId?: string
  name?: string
  on?: string
  star?: number
  state?: 'valid' | 'withdrawn' | 'replaced' | 'annulled'
  /** Day of the decision that withdrew it. */
  withdrawnOn?: string
  lastValidOn?: string
  producerId?: string
  provinceCode?: string
  unitEra?: string
  communeCode?: string
  sector?: string
}

let count = 0

/** A certificate put straight into the register. The product's certificate in force before it is replaced by it, as issuing does. */
export async function recognised(world: World, over: Recognised = {}): Promise<{ id: string; productId: string }> {
  const { db } = world.services.database
  count += 1
  const producerId = over.producerId ?? world.producers.own
  const name = over.name ?? `Sản phẩm ${count}`
  const productId = over.productId ?? (await storedProduct(world, name, producerId))
  const id = newId()
  const on = over.on ?? '2026-06-15'
  await db
    .updateTable('certificate')
    .set({ state: 'replaced', replacedBy: null })
    .where('productId', '=', productId)
    .where('state', '=', 'valid')
    .execute()
  await db
    .insertInto('certificate')
    .values({
      id,
      provinceCode: over.provinceCode ?? '38',
      unitEra: over.unitEra ?? 'e2025',
      communeCode: over.communeCode ?? (producerId === world.producers.own ? SAM_SON : HAU_LOC),
      verifyCode: String(count).padStart(16, '2'),
      productCode: `38-16531-${count}-2026`,
      productId,
      producerId,
      regulationId: 'qd-26-2026',
      setNo: 9,
      sector: over.sector ?? 'Thực phẩm',
      star: over.star ?? 3,
      issuedOn: on,
      lastValidOn: over.lastValidOn ?? lastValidDay(on),
      state: over.state ?? 'valid',
      stateGround: over.state === 'withdrawn' ? 'c' : null,
      stateDecision: over.state === 'withdrawn' ? '88/QĐ-UBND' : null,
      stateDecisionOn: over.withdrawnOn ?? null,
      productName: name,
      producerName: 'Hợp tác xã Vạn Triều',
      format: 1,
      snapshot: json(sampleSnapshot),
      createdAt: world.services.clock.now(),
    })
    .execute()
  await db
    .updateTable('certificate')
    .set({ replacedBy: id })
    .where('productId', '=', productId)
    .where('state', '=', 'replaced')
    .where('replacedBy', 'is', null)
    .execute()
  return { id, productId }
}

export type Past = {
  product: string
  producer?: string | null
  star?: number
  day?: string | null
  year?: number | null
  communeCode?: string | null
  recognised?: boolean
  unit?: { era: string; code: string }
  nowProvinceCode?: string
}

/** A recognition of the past as an import leaves it. */
export async function pastRecognised(world: World, over: Past): Promise<void> {
  const { db } = world.services.database
  const batch = newId()
  const now = world.services.clock.now()
  await db
    .insertInto('storedFile')
    .values({ sha256: 'a'.repeat(64), size: 1, mediaType: 'text/csv', createdAt: now })
    .onConflict((on) => on.doNothing())
    .execute()
  await db
    .insertInto('importBatch')
    .values({
      id: batch,
      provinceCode: '38',
      kind: 'certificates',
      fileName: 'a.csv',
      fileSha256: 'a'.repeat(64),
      state: 'done',
      rowsTotal: 1,
      rowsDone: 1,
      expected: json({}),
      createdBy: world.accounts.office,
      createdAt: now,
      movedAt: now,
    })
    .execute()
  const producer = over.producer === undefined ? 'Hợp tác xã Vạn Triều' : over.producer
  await db
    .insertInto('pastRecognition')
    .values({
      id: newId(),
      provinceCode: '38',
      identity: batch,
      product: over.product,
      producer,
      star: over.star ?? 3,
      year: over.year ?? null,
      decisionDate: over.day ?? null,
      nowCommuneCode: over.communeCode === undefined ? SAM_SON : over.communeCode,
      nowProvinceCode: over.nowProvinceCode ?? '38',
      unitEra: over.unit?.era ?? null,
      unitCode: over.unit?.code ?? null,
      recognised: over.recognised ?? true,
      batchId: batch,
      line: 2,
      productFolded: fold(over.product),
      producerFolded: fold(producer ?? ''),
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}

/** One row of a register as its page leaves it; what every register asks for is filled in. Returns its id. */
export async function put(world: World, table: string, row: Record<string, string | number | boolean | null>): Promise<string> {
  const id = newId()
  const bare = ['promotion_participation', 'training_attendance', 'reward', 'producer_year', 'sales_point_product', 'transfer', 'round']
  const full: Record<string, unknown> = {
    ...(table === 'sales_point_product' ? {} : { id }),
    ...(bare.includes(table) ? {} : { authority: '38' }),
    ...(bare.includes(table) || table === 'recognition_decision' ? {} : { province_code: '38' }),
    ...row,
  }
  const names = Object.keys(full)
  await world.services.database.run(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(full),
  )
  return id
}

/** Who made a row and when. */
export const made = { created_by: 'x', created_at: '2026-01-02T00:00:00Z' }
