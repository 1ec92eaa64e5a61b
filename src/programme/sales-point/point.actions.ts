// A point of sale from the plan to its end, and what it sells. By the office of its desk.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { fold } from '#/platform/text/fold.ts'
import { addAttachments, removeAttachment } from '../attachment/attachment.actions.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { Fields, mustBeVersion, readReason, type Typed } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { found, must, mustSee } from '../refuse.ts'
import { communeResolver, resolver } from '../register/resolve.ts'
import { unitsOfProvince } from '../units/units.store.ts'
import { eraOf } from '../units/units.ts'
import { criteriaOf } from './criteria.ts'
import { logPoint, movePoint, pointToKeep, wrongPointState } from './sales-point.load.ts'
import { openCriteria, readPoint, readVerdicts, type PointInput } from './sales-point.ts'

/** A planned point of the actor's desk. One of the same name that is not closed is refused, so a form sent twice makes one. */
export async function addPoint(ctx: Ctx, input: PointInput): Promise<string> {
  const { authority } = ctx.actor
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'advisor'))
  must(serves(ctx.actor, authority, 'office'))
  const point = await resolved(ctx, authority, input)
  await mustBeNew(ctx, authority, point.name, null)
  const id = newId()
  await ctx.tx
    .insertInto('salesPoint')
    .values({
      id,
      provinceCode: provinceOf(authority),
      authority,
      ...point,
      state: 'planned',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await logPoint(ctx, { id, authority }, 'salesPoint.added', { name: point.name, kind: point.kind })
  return id
}

/** Returns the new version. Once it runs, the day it opened stays. */
export async function changePoint(ctx: Ctx, pointId: string, input: PointInput, version: number): Promise<number> {
  const point = await pointToKeep(ctx, pointId)
  if (point.state === 'closed') throw wrongPointState(point.state)
  const changed = await resolved(ctx, point.authority, input)
  mustBeVersion(point.version, version)
  await mustBeNew(ctx, point.authority, changed.name, point.id)
  if (point.state !== 'planned' && changed.openedOn !== point.openedOn)
    throw new AppError(
      'invalid',
      {},
      { openedOn: { vi: 'Điểm đã khai trương nên ngày này không đổi.', en: 'It has opened, so this day stays.' } },
    )
  await ctx.tx
    .updateTable('salesPoint')
    .set({ ...changed, version: point.version + 1 })
    .where('id', '=', pointId)
    .execute()
  await logPoint(ctx, point, 'salesPoint.changed', { name: changed.name })
  return point.version + 1
}

async function mustBeNew(ctx: Ctx, authority: string, name: string, id: string | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`salesPoint:${authority}`}, 0))`.execute(ctx.tx)
  const same = await ctx.tx
    .selectFrom('salesPoint')
    .select('id')
    .where('authority', '=', authority)
    .where('nameFolded', '=', fold(name))
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  if (same && same.id !== id)
    throw new AppError('invalid', {}, { name: { vi: 'Đã có điểm bán tên này.', en: 'There is a point of this name already.' } })
}

/** Places by their names on the day the point opens; the operator by its name in the registers, never guessed. */
async function resolved(ctx: Ctx, authority: string, input: PointInput) {
  const { fields, read, communeText, districtText, operatorText, place, openedOn, ...texts } = readPoint(input)
  const era = eraOf(openedOn ?? plainDateOf(ctx.now))
  let communeCode: string | null = null
  let districtCode: string | null = null
  let operator: { id: string; name: string } | null = null
  if (communeText !== '' && !texts.outside) {
    const meant = (await communeResolver(ctx.tx, authority, [era]))(communeText, era)
    if ('problem' in meant) fields.say('commune', meant.problem)
    else communeCode = meant.code
  }
  if (districtText !== '' && !texts.outside) {
    const districts = era === 'e2023' ? await unitsOfProvince(ctx.tx, era, provinceOf(authority), 'district') : []
    const folded = fold(districtText)
    const meant = districts.filter((one) => one.code === districtText || fold(one.fullName) === folded || fold(one.name) === folded)
    if (meant.length === 1) districtCode = meant[0]?.code ?? null
    else
      fields.say('district', {
        vi: 'Không có huyện này vào ngày khai trương. Từ 01/7/2025 ghi xã, phường.',
        en: 'There was no such district on the opening day. Since 1 July 2025 write the commune.',
      })
  }
  if (operatorText !== '') {
    const meant = (await resolver(ctx.tx, 'producer', authority, [operatorText]))(operatorText, null)
    if ('problem' in meant) fields.say('operator', meant.problem)
    else operator = meant
  }
  const { name, address, outside, decisionNumber } = texts
  return {
    ...read(),
    name,
    address,
    outside,
    decisionNumber,
    unitEra: era,
    communeCode,
    districtCode,
    operatorName: texts.operatorName || (operator?.name ?? ''),
    operatorProducerId: operator?.id ?? null,
    latitudeE6: place?.latitudeE6 ?? null,
    longitudeE6: place?.longitudeE6 ?? null,
  }
}

/** Each criterion of the desk's list: met, not met, or not judged yet. */
export async function judgeCriteria(ctx: Ctx, pointId: string, input: Readonly<Record<string, unknown>>): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  if (point.state === 'closed') throw wrongPointState(point.state)
  const { criteria } = await criteriaOf(ctx.tx, point.authority)
  const verdicts = readVerdicts(input, criteria)
  await ctx.tx
    .updateTable('salesPoint')
    .set({ criteria: json(verdicts), version: point.version + 1 })
    .where('id', '=', pointId)
    .execute()
  await logPoint(ctx, point, 'salesPoint.criteriaJudged', { verdicts })
}

/** Opens a planned point, or a suspended one again: every criterion is met (S3:201), there is a decision, the day has come. */
export async function openPoint(ctx: Ctx, pointId: string, input: Typed<'decisionNumber' | 'openedOn'>): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  if (point.state === 'running' || point.state === 'closed') throw wrongPointState(point.state)
  const fields = new Fields<'decisionNumber' | 'openedOn'>(input)
  const decisionNumber = fields.text('decisionNumber', {
    max: 100,
    required: { vi: 'Ghi số quyết định.', en: 'Write the decision’s number.' },
  })
  const openedOn = point.state === 'planned' ? fields.date('openedOn', { required: true, notAfter: plainDateOf(ctx.now) }) : point.openedOn
  if (openedOn !== null && eraOf(openedOn) !== point.unitEra)
    fields.say('openedOn', {
      vi: 'Ngày này thuộc kỳ đơn vị hành chính khác. Sửa địa bàn trước.',
      en: 'Another era of units: change the place first.',
    })
  const read = fields.done({ openedOn })
  const { criteria } = await criteriaOf(ctx.tx, point.authority)
  const missing = openCriteria(criteria, point.criteria)
  if (missing.length > 0) throw new AppError('salesPoint.criteria', { missing: missing.join('; ') })
  await movePoint(ctx, point, 'running', { decisionNumber, openedOn: read.openedOn })
  await logPoint(ctx, point, 'salesPoint.opened', { number: decisionNumber, openedOn: read.openedOn })
}

export async function suspendPoint(ctx: Ctx, pointId: string, input: { reason?: unknown }): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  if (point.state !== 'running') throw wrongPointState(point.state)
  const reason = readReason(input.reason)
  await movePoint(ctx, point, 'suspended')
  await logPoint(ctx, point, 'salesPoint.suspended', { reason })
}

/** For good, from a day that has come; what was on sale ends with it. A centre is closed so too. */
export async function closePoint(ctx: Ctx, pointId: string, input: Typed<'reason' | 'closedOn'>): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  if (point.state === 'closed') throw wrongPointState(point.state)
  const today = plainDateOf(ctx.now)
  const fields = new Fields<'reason' | 'closedOn'>(input)
  const reason = fields.text('reason', { max: 1000, required: { vi: 'Ghi lý do đóng.', en: 'Say why.' }, multiline: true })
  const closedOn = fields.date('closedOn', { required: true, notAfter: today })
  if (closedOn !== null && point.state !== 'planned' && closedOn < point.openedOn)
    fields.say('closedOn', { vi: 'Không trước ngày khai trương.', en: 'Not before it opened.' })
  const read = fields.done({ closedOn })
  await movePoint(ctx, point, 'closed', { closedOn: read.closedOn, closeReason: reason })
  await sql`update sales_point_product set until = greatest(since, ${read.closedOn}::date) where point_id = ${pointId} and until is null`.execute(
    ctx.tx,
  )
  await logPoint(ctx, point, 'salesPoint.closed', { reason, closedOn: read.closedOn })
}

/** A product goes on sale: only with a certificate in force today. */
export async function addPointProduct(ctx: Ctx, pointId: string, input: Typed<'product' | 'since'>): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  if (point.state === 'closed') throw wrongPointState(point.state)
  const today = plainDateOf(ctx.now)
  const fields = new Fields<'product' | 'since'>(input)
  const text = fields.text('product', { max: 400, required: { vi: 'Ghi tên sản phẩm.', en: 'Name the product.' } })
  const since = fields.date('since', { required: true, notAfter: today })
  const meant = text === '' ? null : (await resolver(ctx.tx, 'product', point.authority, [text]))(text, null)
  if (meant && 'problem' in meant) fields.say('product', meant.problem)
  const product = meant && 'id' in meant ? meant : null
  if (product) {
    const certificate = await ctx.tx
      .selectFrom('certificate')
      .select('id')
      .where('productId', '=', product.id)
      .where('state', '=', 'valid')
      .where('issuedOn', '<=', today)
      .where('lastValidOn', '>=', today)
      .executeTakeFirst()
    if (!certificate)
      fields.say('product', {
        vi: 'Sản phẩm chưa có hoặc không còn giấy chứng nhận OCOP còn giá trị.',
        en: 'The product has no OCOP certificate in force.',
      })
  }
  const read = fields.done({ since, product })
  const there = await ctx.tx
    .selectFrom('salesPointProduct')
    .select('since')
    .where('pointId', '=', pointId)
    .where('productId', '=', read.product.id)
    .where((where) => where.or([where('until', 'is', null), where('since', '=', read.since)]))
    .executeTakeFirst()
  if (there) throw new AppError('invalid', {}, { product: { vi: 'Sản phẩm này đang được bán ở đây.', en: 'It is on sale here already.' } })
  await ctx.tx.insertInto('salesPointProduct').values({ pointId, productId: read.product.id, since: read.since }).execute()
  await logPoint(ctx, point, 'salesPoint.productAdded', { product: read.product.name, since: read.since })
}

/** Off sale from today. */
export async function endPointProduct(ctx: Ctx, pointId: string, productId: unknown): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  if (!isId(productId)) throw new AppError('invalid', {}, { product: { vi: 'Chọn sản phẩm.', en: 'Choose the product.' } })
  const row = found(
    await ctx.tx
      .selectFrom('salesPointProduct as x')
      .innerJoin('product as p', 'p.id', 'x.productId')
      .select(['x.since', 'p.name'])
      .where('x.pointId', '=', pointId)
      .where('x.productId', '=', productId)
      .where('x.until', 'is', null)
      .executeTakeFirst(),
  )
  await ctx.tx
    .updateTable('salesPointProduct')
    .set({ until: plainDateOf(ctx.now) })
    .where('pointId', '=', pointId)
    .where('productId', '=', productId)
    .where('until', 'is', null)
    .execute()
  await logPoint(ctx, point, 'salesPoint.productEnded', { product: row.name })
}

export async function addPointPapers(ctx: Ctx, pointId: string, files: readonly IncomingFile[], caption: unknown): Promise<string[]> {
  const point = await pointToKeep(ctx, pointId)
  return addAttachments(ctx, { kind: 'salesPoint', id: point.id, authority: point.authority }, files, { caption })
}

export async function removePointPaper(ctx: Ctx, pointId: string, attachmentId: unknown): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  await removeAttachment(ctx, { kind: 'salesPoint', id: point.id, authority: point.authority }, attachmentId)
}
