// Dossiers for tests: a complete draft, and one that was filed (frozen exactly as the real verb does, without its PDFs).
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import { criteriaOf, casesOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { answersReaching, bestAnswers } from '#/regulation/reachable.ts'
import { actAs, type Person, type World } from '#/testing/world.ts'
import type { Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { kindsForRows } from '../paper/paper.kinds.ts'
import { dossierFacts } from './dossier.facts.ts'
import { freezeSubmission, type Frozen } from './filing.ts'

export type DossierOptions = {
  /** Whose dossier: 'producer' (phường Sầm Sơn, the default) or 'otherProducer' (xã Hậu Lộc). */
  person?: Extract<Person, 'producer' | 'otherProducer'>
  name?: string
  set?: number
  /** The star the self-assessment reaches; 5 = the best answers. Default 4. */
  star?: 1 | 2 | 3 | 4 | 5
  case?: number
}

export type DraftFixture = { dossierId: string; productId: string; producerId: string; paperIds: string[] }
export type FiledFixture = DraftFixture & Frozen

/** A draft with everything a dossier needs: product and pack, answers, one paper with a file per kind, texts of mẫu 02. */
export async function draftDossier(world: World, options: DossierOptions = {}): Promise<DraftFixture> {
  const person = options.person ?? 'producer'
  const producerId = person === 'producer' ? world.producers.own : world.producers.other
  return actAs(world, person, (ctx) => insertDraft(ctx, producerId, options))
}

/** The same, filed: state `filed`, the commune's clock running, submission 1 frozen. */
export async function filedDossier(world: World, options: DossierOptions = {}): Promise<FiledFixture> {
  const person = options.person ?? 'producer'
  const draft = await draftDossier(world, options)
  const frozen = await actAs(world, person, async (ctx) =>
    freezeSubmission(ctx, await dossierFacts(ctx.tx, ctx.regulations, draft.dossierId)),
  )
  return { ...draft, ...frozen }
}

/** Puts a dossier into a later state without walking there, for tests that begin in the middle. */
export async function placeDossier(
  world: World,
  dossierId: string,
  state: string,
  set: { roundId?: string; proposedAt?: Date; acceptedAt?: Date } = {},
): Promise<void> {
  await world.services.database.db
    .updateTable('dossier')
    .set({ state, ...set })
    .where('id', '=', dossierId)
    .execute()
}

async function insertDraft(ctx: Ctx, producerId: string, options: DossierOptions): Promise<DraftFixture> {
  const { tx, now } = ctx
  const pack = ctx.regulations.current
  const setNo = options.set ?? 9
  const form = formOf(pack, setNo)
  const caseNumber = options.case ?? casesOf(form)[0]
  const producer = await tx.selectFrom('producer').selectAll().where('id', '=', producerId).executeTakeFirstOrThrow()
  const productId = newId()
  const dossierId = newId()
  await tx
    .insertInto('product')
    .values({
      id: productId,
      provinceCode: producer.provinceCode,
      producerId,
      name: options.name ?? 'Nước mắm cốt nhĩ Vạn Triều',
      description: 'Rút nỉ từ cá cơm than ủ chượp 18 tháng.',
      regulationId: pack.id,
      setNo,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await tx.insertInto('productPack').values({ id: newId(), productId, name: 'Chai thủy tinh', netContent: '500 ml', ordinal: 1 }).execute()
  const cases = Object.fromEntries(
    criteriaOf(form)
      .filter(({ criterion }) => criterion.cases !== undefined && caseNumber !== undefined)
      .map(({ criterion }) => [criterion.code, caseNumber]),
  )
  await tx
    .insertInto('dossier')
    .values({
      id: dossierId,
      provinceCode: producer.provinceCode,
      authority: producer.provinceCode,
      unitEra: producer.unitEra,
      communeCode: producer.communeCode,
      producerId,
      productId,
      kind: 'first',
      regulationId: pack.id,
      regulationHash: pack.hash,
      setNo,
      state: 'draft',
      cases: json(cases),
      registration: json({ contactName: 'Nguyễn Thị Hạnh', contactPhone: '0912000111' }),
      report: json({
        outputUnit: 'lít',
        output1: '23000',
        revenue1: '3680000000',
        resultText: 'Bán tại 42 điểm trong tỉnh và 7 tỉnh, thành phố.',
        planProduction: 'Mở thêm 6 bể ủ chượp.',
        planMarket: 'Thêm 10 đại lý ngoài tỉnh.',
      }),
      createdAt: now,
      updatedAt: now,
    })
    .execute()

  const star = options.star ?? 4
  const answers = star === 5 ? bestAnswers(form, caseNumber) : answersReaching(form, pack.regulation.stars, star, caseNumber)
  if (!answers) throw new Error(`set ${setNo} cannot reach ${star} stars`)
  await tx
    .insertInto('dossierAnswer')
    .values(Object.entries(answers).map(([criterion, option]) => ({ dossierId, criterion, option, updatedAt: now })))
    .execute()

  const rows = criteriaOf(form).flatMap(({ criterion }) =>
    (criterion.evidenceRows ?? []).slice(0, 1).map((row) => ({ code: criterion.code, row })),
  )
  const kindOf = (row: number) => kindsForRows([row])[0]
  const kinds = new Map(rows.flatMap(({ row }) => [kindOf(row)].flatMap((kind) => (kind ? [[kind.id, kind] as const] : []))))
  const papers = [...kinds.values()].map((kind) => ({ id: newId(), kind }))
  await tx
    .insertInto('paper')
    .values(
      papers.map(({ id, kind }, index) => ({
        id,
        provinceCode: producer.provinceCode,
        producerId,
        kind: kind.id,
        title: kind.title.vi,
        number: `${index + 1}/GCN`,
        issuer: 'Cơ quan cấp',
        issuedOn: '2025-06-18',
        expiresOn: kind.hasTerm ? '2028-06-18' : null,
        holder: producer.name,
        confidential: kind.confidential ?? false,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .execute()
  const files = await Promise.all(
    papers.map(async ({ id, kind }) => {
      const bytes = onePagePdf(`${kind.id} ${productId}`)
      return {
        id: newId(),
        paperId: id,
        sha256: await storeFile(ctx, bytes, 'application/pdf'),
        size: bytes.length,
        fileName: `${kind.id}.pdf`,
      }
    }),
  )
  await tx
    .insertInto('paperFile')
    .values(
      files.map((file) => ({
        ...file,
        mediaType: 'application/pdf',
        pageCount: 1,
        ordinal: 1,
        uploadedBy: ctx.actor.accountId,
        uploadedAt: now,
      })),
    )
    .execute()
  const links = rows.flatMap(({ code, row }) => {
    const paper = papers.find((one) => one.kind.id === kindOf(row)?.id)
    return paper ? [{ id: newId(), dossierId, criterion: code, paperId: paper.id, addedAt: now }] : []
  })
  await tx.insertInto('dossierEvidence').values(links).execute()
  return { dossierId, productId, producerId, paperIds: papers.map((paper) => paper.id) }
}

/** A small valid PDF, so that previews and hashes of test papers are real. */
export function onePagePdf(text: string): Uint8Array {
  const content = `BT /F1 14 Tf 60 760 Td (${text.replace(/[^\x20-\x7e]|[()\\]/g, ' ')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(file)
}
