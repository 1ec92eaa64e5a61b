// Steps of issuing that stand for themselves: the commune's serial, the frozen public facts, the certificate's row and paper.
import { randomBytes } from 'node:crypto'
import { AppError } from '#/platform/errors/app-error.ts'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { publicPhoto } from '#/platform/uploads/preview.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument, storeFile } from '../document/document.ts'
import { takeNumber } from '../document/numbers.ts'
import type { Snapshot } from '../dossier/snapshot.ts'
import { renderCertificate } from '../paperwork/certificate.ts'
import { inSentence } from '../units/units.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { addressOf } from './decision-paper.ts'
import type { DecisionItem } from './decision.store.ts'
import { placeOf } from '../people/place.store.ts'
import { codeNamesDistrict, productCode } from './product-code.ts'
import type { CertificateSnapshot } from './public-status.ts'
import { lastValidDay } from './validity.ts'
import { newVerifyCode } from './verify-code.ts'

/** The series kept by the commune's committee for (STT); year 0: it runs on over the years. */
export const SERIAL_SERIES = { kind: 'productSerial', year: 0 } as const

/**
 * The product's number in its commune's list. Kept once given; else the next of the commune's series, never one that a product there holds.
 * Throws `commune.noBody` where the commune's committee was never set up: the law says the commune keeps this list.
 */
export async function serialOf(
  ctx: Ctx,
  item: { productId: string; communeCode: string; unitEra: string; districtCode: string | null },
  provinceCode: string,
): Promise<number> {
  const product = await ctx.tx
    .selectFrom('product')
    .select('serialNo')
    .where('id', '=', item.productId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (product.serialNo !== null) return product.serialNo
  const body = await ctx.tx
    .selectFrom('body')
    .select('id')
    .where('provinceCode', '=', provinceCode)
    .where('kind', '=', 'communeCommittee')
    .where('unitEra', '=', item.unitEra)
    .where('unitCode', '=', item.communeCode)
    .executeTakeFirst()
  if (!body) throw new AppError('commune.noBody')
  for (;;) {
    const { number } = await takeNumber(ctx, { bodyId: body.id, ...SERIAL_SERIES }, String, 'used')
    const held = await ctx.tx
      .selectFrom('product as p')
      .innerJoin('producer as o', 'o.id', 'p.producerId')
      .select('p.id')
      .where('o.provinceCode', '=', provinceCode)
      .where('o.unitEra', '=', item.unitEra)
      .where('o.communeCode', '=', item.communeCode)
      .where('p.serialNo', '=', number)
      .limit(1)
      .executeTakeFirst()
    // Recognitions from before the program carry their serial only in the code as printed.
    const printed = await ctx.tx
      .selectFrom('certificate')
      .select('id')
      .where('provinceCode', '=', provinceCode)
      .where('communeCode', '=', item.communeCode)
      .where('productId', '<>', item.productId)
      .where(
        'productCode',
        'like',
        `${productCode({ provinceCode, districtCode: item.districtCode, communeCode: item.communeCode, serial: number, year: 0 }).slice(0, -1)}%`,
      )
      .limit(1)
      .executeTakeFirst()
    if (held || printed) continue
    await ctx.tx.updateTable('product').set({ serialNo: number }).where('id', '=', item.productId).execute()
    return number
  }
}

export type Issue = {
  /** Null where the decision was made outside the program. */
  decisionId: string | null
  /** The desk that writes it down. */
  authority: string
  /** Who recognises, in words: "Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa". */
  issuer: string
  printedNumber: string
  issuedOn: string
  months: number
  /** What the certificate's paper needs; null where that paper was made elsewhere and is only registered. */
  paper: { committee: { id: string; name: string }; signerName: string; signerPost: string[] } | null
}

/** What a certificate takes from the dossier. */
export type CertifiedItem = Pick<
  DecisionItem,
  'dossierId' | 'productId' | 'producerId' | 'provinceCode' | 'communeCode' | 'regulationId' | 'setNo' | 'star' | 'demo' | 'closedAt'
>

/** Ends the product's certificate in force, writes the new one with its paper. Returns its id. */
export async function createCertificate(ctx: Ctx, issue: Issue, item: CertifiedItem, snapshot: Snapshot, code: string): Promise<string> {
  const id = newId()
  const verifyCode = newVerifyCode(randomBytes)
  const last = lastValidDay(issue.issuedOn, issue.months)
  const made = { id, code, verifyCode, last }
  const documentId = issue.paper ? await certificatePaper(ctx, { ...issue, ...issue.paper }, item, snapshot, made) : null
  const ended = await ctx.tx
    .updateTable('certificate')
    .set((expression) => ({ state: 'replaced', stateSince: ctx.now, version: expression('version', '+', 1) }))
    .where('productId', '=', item.productId)
    .where('state', '=', 'valid')
    .returning('id')
    .execute()
  const { unitEra } = await ctx.tx.selectFrom('dossier').select('unitEra').where('id', '=', item.dossierId).executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('certificate')
    .values({
      id,
      provinceCode: item.provinceCode,
      unitEra,
      communeCode: item.communeCode,
      verifyCode,
      productCode: code,
      productId: item.productId,
      producerId: item.producerId,
      dossierId: item.dossierId,
      decisionId: issue.decisionId,
      regulationId: item.regulationId,
      setNo: item.setNo,
      sector: snapshot.set.sector,
      star: item.star,
      issuedOn: issue.issuedOn,
      lastValidOn: last,
      state: 'valid',
      productName: snapshot.product.name,
      producerName: snapshot.producer.name,
      photoSha256: await packagingPhoto(ctx, snapshot),
      format: 1,
      snapshot: json(publicFacts(issue, snapshot)),
      documentId,
      demo: item.demo,
      createdAt: ctx.now,
    })
    .execute()
  for (const old of ended) {
    await ctx.tx.updateTable('certificate').set({ replacedBy: id }).where('id', '=', old.id).execute()
    await audit(ctx, {
      verb: 'certificate.replaced',
      subjectKind: 'certificate',
      subjectId: old.id,
      authority: issue.authority,
      payload: { by: id },
    })
  }
  await audit(ctx, {
    verb: 'certificate.created',
    subjectKind: 'certificate',
    subjectId: id,
    authority: issue.authority,
    dossierId: item.dossierId,
    payload: { productCode: code, star: item.star, issuedOn: issue.issuedOn, lastValidOn: last, decision: issue.printedNumber },
  })
  return id
}

/** The code the product will carry: taken before the decision is set, because its annex prints it. */
export async function codeFor(ctx: Ctx, item: CertifiedItem): Promise<string> {
  const { provinceCode } = item
  const { unitEra } = await ctx.tx.selectFrom('dossier').select('unitEra').where('id', '=', item.dossierId).executeTakeFirstOrThrow()
  const place = await placeOf(ctx.tx, { unitEra, communeCode: item.communeCode, provinceCode })
  const districtCode = codeNamesDistrict(ctx.regulations.get(item.regulationId).regulation) ? place.districtCode : null
  const serial = await serialOf(ctx, { ...item, unitEra, districtCode }, provinceCode)
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' }).format(item.closedAt))
  return productCode({ provinceCode, districtCode, communeCode: item.communeCode, serial, year })
}

function publicFacts(issue: Issue, snapshot: Snapshot): CertificateSnapshot {
  return {
    format: 1,
    packs: snapshot.product.packs.map(({ name, netContent }) => ({ name, netContent })),
    photoCaption: snapshot.product.photos[0]?.caption ?? '',
    place: {
      commune: inSentence(snapshot.producer.communeName),
      province: inSentence(snapshot.producer.provinceName),
      oldNames: snapshot.producer.oldNames,
    },
    decision: { number: issue.printedNumber, date: issue.issuedOn, issuer: issue.issuer },
    regulation: {
      id: snapshot.regulation.id,
      hash: snapshot.regulation.hash,
      number: `Quyết định số ${snapshot.regulation.number}`,
      title: snapshot.regulation.title,
    },
    set: { no: snapshot.set.no, title: snapshot.set.title, sector: snapshot.set.sector, group: snapshot.set.group },
    months: issue.months,
  }
}

function certificatePaper(
  ctx: Ctx,
  issue: Issue & NonNullable<Issue['paper']>,
  item: CertifiedItem,
  snapshot: Snapshot,
  made: { id: string; code: string; verifyCode: string; last: string },
): Promise<string> {
  const packs = snapshot.product.packs.map((pack) => [pack.name, pack.netContent].filter((part) => part !== '').join(' '))
  const file = renderCertificate({
    createdAt: ctx.now.toISOString(),
    demo: item.demo,
    issuer: issue.issuer,
    product: snapshot.product.name,
    packs: packs.length === 0 ? null : packs.join('; '),
    star: item.star,
    producer: snapshot.producer.name,
    address: addressOf(snapshot),
    code: made.code,
    decision: { number: issue.printedNumber, date: issue.issuedOn },
    issuedOn: issue.issuedOn,
    lastValidDay: made.last,
    months: issue.months,
    verifyUrl: `${ctx.config.baseUrl}/c/${made.verifyCode}`,
    place: placeOfCommittee(issue.committee.name),
    signature: { capacity: issue.signerPost, name: issue.signerName },
  })
  return storeDocument(ctx, {
    authority: issue.authority,
    bodyId: issue.committee.id,
    kind: 'certificate',
    subjectKind: 'certificate',
    subjectId: made.id,
    dossierId: item.dossierId,
    title: `Giấy chứng nhận ${made.code}: ${snapshot.product.name}`,
    number: made.code,
    issuedOn: issue.issuedOn,
    signer: issue.signerName,
    file,
  })
}

/** The copy of the packaging photo that the public gets. A photo that cannot be drawn anew is left out: it must not stop a decision. */
async function packagingPhoto(ctx: Ctx, snapshot: Snapshot): Promise<string | null> {
  const photo = snapshot.product.photos[0]
  if (!photo) return null
  try {
    const drawn = await publicPhoto(await ctx.files.read(photo.sha256), 800)
    return await storeFile(ctx, drawn.bytes, drawn.mediaType)
  } catch {
    return null
  }
}
