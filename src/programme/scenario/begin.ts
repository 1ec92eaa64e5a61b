// How a dossier of a plan begins: a product described anew, one that failed, one from an approved plan, or one that holds a certificate.
import { formOf } from '#/regulation/load.ts'
import { recordEarlierCertificate } from '../certificate/earlier-certificate.actions.ts'
import type { Ctx } from '../context.ts'
import { saveChange } from '../dossier/change.actions.ts'
import { changeTopics } from '../dossier/change.topics.ts'
import { startDossier } from '../dossier/dossier.actions.ts'
import { reopenAfter, startDossierFromPlan } from '../idea/start.actions.ts'
import { addProduct, editProduct } from '../product/product.actions.ts'
import { unitName } from '../units/units.store.ts'
import { eraOf, inSentence } from '../units/units.ts'
import { PRODUCER } from './cast.ts'
import { idOf, known, type Run } from './running.ts'
import type { Scenario } from './scenario.schema.ts'

type Plan = Scenario['dossiers'][number]

/** Opens the draft by the verb its beginning asks for; what a later dossier must say of changes is said. Returns its id. */
export async function openDossier(run: Run, plan: Plan, day: string): Promise<string> {
  const { cast } = run
  const { productOf, idea } = plan
  if (productOf !== undefined) return cast.on(day, PRODUCER, (ctx) => reopenAfter(ctx, idOf(run, productOf)))
  if (idea !== undefined)
    return cast.on(day, PRODUCER, async (ctx) => {
      const dossierId = await startDossierFromPlan(ctx, known(run.plans.get(idea), `no business plan of ${idea}`), {})
      await addPack(ctx, dossierId, plan.pack)
      return dossierId
    })
  const producerId = known(run.producers.get(plan.producer), `no producer ${plan.producer}`)
  const productId = await cast.on(day, PRODUCER, (ctx) =>
    addProduct(ctx, producerId, {
      name: plan.product,
      description: `${plan.product}: nguyên liệu trong vùng, làm và đóng gói tại cơ sở.`,
      setNo: String(plan.set),
      packs: [{ name: plan.pack, netContent: '', barcode: '' }],
    }),
  )
  if (plan.holds) await enterCertificate(run, plan, { productId, producerId, day })
  return cast.on(day, PRODUCER, async (ctx) => {
    const dossierId = await startDossier(ctx, productId, plan.kind)
    if (plan.kind !== 'first') await sayChanges(ctx, dossierId, producerId)
    return dossierId
  })
}

/** The product of a plan's idea has no pack yet. */
async function addPack(ctx: Ctx, dossierId: string, name: string): Promise<void> {
  const product = await ctx.tx
    .selectFrom('product')
    .innerJoin('dossier', 'dossier.productId', 'product.id')
    .select(['product.id', 'product.name', 'product.description', 'product.setNo', 'product.version'])
    .where('dossier.id', '=', dossierId)
    .executeTakeFirstOrThrow()
  const { id, version, setNo, ...said } = product
  await editProduct(ctx, id, { ...said, setNo: String(setNo), packs: [{ name, netContent: '', barcode: '' }] }, version)
}

/** The administrator enters what the product was recognised for before the program, from its decision. */
async function enterCertificate(run: Run, plan: Plan, at: { productId: string; producerId: string; day: string }): Promise<void> {
  const { scenario, cast } = run
  const held = known(plan.holds, `${plan.key} holds no certificate`)
  const producer = known(
    scenario.producers.find((one) => one.key === plan.producer),
    `no producer ${plan.producer}`,
  )
  await cast.on(at.day, 'quantri', async (ctx) => {
    const pack = ctx.regulations.get(held.pack)
    const era = eraOf(held.issuedOn)
    const place = async (code: string) => inSentence((await unitName(ctx.tx, era, code)) ?? '')
    await recordEarlierCertificate(ctx, {
      productId: at.productId,
      producerId: at.producerId,
      communeCode: producer.commune,
      productCode: '',
      regulationId: pack.id,
      star: held.star,
      sector: formOf(ctx.regulations.get(scenario.pack), plan.set).sector,
      issuedOn: held.issuedOn,
      demo: true,
      productName: plan.product,
      producerName: producer.name,
      snapshot: {
        packs: [{ name: plan.pack, netContent: '' }],
        photoCaption: '',
        place: { commune: await place(producer.commune), province: await place(scenario.province), oldNames: [] },
        decision: { number: held.decision, date: held.issuedOn, issuer: held.issuer },
        regulation: { id: pack.id, hash: pack.hash, number: pack.regulation.number, title: pack.regulation.title.vi },
        set: null,
      },
    })
  })
}

/** Every topic is answered; one has changed, with a paper of the own library. */
async function sayChanges(ctx: Ctx, dossierId: string, producerId: string): Promise<void> {
  const paper = await ctx.tx.selectFrom('paper').select('id').where('producerId', '=', producerId).executeTakeFirstOrThrow()
  for (const { id } of changeTopics) {
    const change =
      id === 'packaging' ? { changed: 'yes', text: 'Bao bì mới, có mã truy xuất.', papers: [paper.id] } : { changed: 'no', text: '' }
    await saveChange(ctx, dossierId, id, change, 0)
  }
}
