// Products recognised in 2019–2026 as the press printed them; households' names invented, places and days that were not printed are assumed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '#/platform/database/id.ts'
import { recordEarlierCertificate } from '../certificate/earlier-certificate.actions.ts'
import { productCode } from '../certificate/product-code.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { setupActor } from '../people/people.actions.ts'
import { oldNamesOf, unitName } from '../units/units.store.ts'
import { CURRENT_ERA, inSentence, oldNameText } from '../units/units.ts'
import { pictureFor } from './pictures.ts'

export type PastRow = {
  product: string
  producer: string
  legalForm: string
  communeCode: string
  set: number
  star: number
  decision: string
  decidedOn: string
}

export function pastRows(): PastRow[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, 'past-products.csv'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [, product = '', producer = '', legalForm = '', communeCode = '', , set = '', star = '', decision = '', decidedOn = ''] =
      line.split(',')
    return { product, producer, legalForm, communeCode, set: Number(set), star: Number(star), decision, decidedOn }
  })
}

/** The pack in force on the day a past decision was made. */
function packOf(ctx: Ctx, day: string) {
  return ctx.regulations.get(day < '2023-02-24' ? 'qd-1048-2019' : day < '2025-07-06' ? 'qd-148-2023' : 'qd-148-1489-2025')
}

/** Writes producers, products and certificates of the past. Returns the producers' ids by name. */
export async function makePast(services: Services): Promise<Map<string, string>> {
  const producers = new Map<string, string>()
  await act(services, setupActor(services.config.provinceCode), async (ctx) => {
    const serials = new Map<string, number>()
    for (const row of pastRows()) {
      const producerId = producers.get(row.producer) ?? (await addProducer(ctx, row, producers.size))
      producers.set(row.producer, producerId)
      const serial = (serials.get(row.communeCode) ?? 0) + 1
      serials.set(row.communeCode, serial)
      await addCertificate(ctx, row, producerId, serial)
    }
  })
  return producers
}

async function addProducer(ctx: Ctx, row: PastRow, index: number): Promise<string> {
  const id = newId()
  const taxCode = String(2_802_100_000 + index * 37)
  await ctx.tx
    .insertInto('producer')
    .values({
      id,
      provinceCode: ctx.config.provinceCode,
      unitEra: CURRENT_ERA,
      communeCode: row.communeCode,
      addressLine: `Thôn ${(index % 7) + 1}`,
      name: row.producer,
      legalForm: row.legalForm,
      taxCode,
      registrationNumber: taxCode,
      registrationDate: `20${12 + (index % 7)}-0${(index % 8) + 1}-15`,
      registrationIssuer: 'Sở Tài chính tỉnh Thanh Hóa',
      headName: `${['Lê', 'Nguyễn', 'Trịnh', 'Phạm', 'Hoàng'][index % 5]} ${['Thị Mơ', 'Văn Sáng', 'Thị Lành', 'Văn Thảo'][index % 4]}`,
      headPost: row.legalForm === 'household' ? 'Chủ hộ' : 'Giám đốc',
      phone: `0912 ${String(300_000 + index * 811).slice(0, 3)} ${String(100 + index * 7).slice(0, 3)}`,
      workersTotal: 6 + (index % 20),
      workersLocal: 5 + (index % 12),
      demo: true,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('producerPrivate')
    .values({
      producerId: id,
      headSex: index % 2 === 0 ? 'female' : 'male',
      headEthnicity: index % 6 === 0 ? 'Mường' : 'Kinh',
      headDisability: false,
      updatedAt: ctx.now,
    })
    .execute()
  return id
}

async function addCertificate(ctx: Ctx, row: PastRow, producerId: string, serial: number): Promise<void> {
  const pack = packOf(ctx, row.decidedOn)
  const current = ctx.regulations.current
  const set = current.regulation.sets.find((one) => one.set === row.set)
  const form = current.forms[row.set]
  if (!set || !form) throw new Error(`demo: set ${row.set}`)
  const productId = newId()
  const picture = await pictureFor(row.product)
  const photoSha256 = picture ? await storeFile(ctx, picture, 'image/webp') : null
  await ctx.tx
    .insertInto('product')
    .values({
      id: productId,
      provinceCode: ctx.config.provinceCode,
      producerId,
      name: row.product,
      description: '',
      regulationId: current.id,
      setNo: row.set,
      serialNo: serial,
      demo: true,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  if (photoSha256)
    await ctx.tx
      .insertInto('productPhoto')
      .values({
        id: newId(),
        productId,
        sha256: photoSha256,
        mediaType: 'image/webp',
        caption: 'Hình minh họa',
        ordinal: 1,
        createdAt: ctx.now,
      })
      .execute()
  const commune = (await unitName(ctx.tx, CURRENT_ERA, row.communeCode)) ?? ''
  const old = await oldNamesOf(ctx.tx, row.communeCode)
  await recordEarlierCertificate(ctx, {
    productId,
    producerId,
    communeCode: row.communeCode,
    productCode: productCode({
      provinceCode: ctx.config.provinceCode,
      communeCode: row.communeCode,
      serial,
      year: Number(row.decidedOn.slice(0, 4)),
    }),
    regulationId: pack.id,
    star: row.star === 4 ? 4 : 3,
    sector: form.sector,
    issuedOn: row.decidedOn,
    photoSha256,
    demo: true,
    productName: row.product,
    producerName: row.producer,
    snapshot: {
      packs: [],
      photoCaption: picture ? 'Hình minh họa' : '',
      place: { commune: inSentence(commune), province: 'tỉnh Thanh Hóa', oldNames: old.slice(0, 3).map((name) => oldNameText(name)) },
      decision: { number: row.decision, date: row.decidedOn, issuer: 'Chủ tịch UBND tỉnh Thanh Hóa' },
      regulation: { id: pack.id, hash: pack.hash, number: pack.regulation.number, title: pack.regulation.title.vi },
      // Sets of an older pack have other numbers; the press named none, so none is shown.
      set: null,
    },
  })
}
