// A product and its dossier filled in by the producer's own verbs.
import { newId } from '#/platform/database/id.ts'
import { renderPdf } from '#/platform/documents/pdf.ts'
import { casesOf, criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { act, audit, type Ctx, type Services } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { chooseCase, saveRegistration, saveReport, startDossier } from '../dossier/dossier.actions.ts'
import { addPaper } from '../paper/paper.actions.ts'
import { kindsForRows } from '../paper/paper.kinds.ts'
import { registerProducer } from '../producer/producer.actions.ts'
import { addPhoto, addProduct } from '../product/product.actions.ts'
import type { Actor } from '../people/actor.ts'
import { plausibleAnswers } from './answers.ts'
import { pictureFor } from './pictures.ts'
import type { Story } from './stories.ts'

type Run = <T>(verb: (ctx: Ctx) => Promise<T>) => Promise<T>

/** Registers a producer of the stories; the same person heads it on every paper. */
export function makeProducer(services: Services, office: Actor, story: Story, index: number): Promise<string> {
  const cooperative = story.legalForm === undefined || story.legalForm === 'cooperative'
  return act(services, office, (ctx) =>
    registerProducer(ctx, {
      name: story.producer,
      legalForm: story.legalForm ?? 'cooperative',
      taxCode: String(2_801_234_500 + index * 13),
      registrationNumber: String(2_801_234_500 + index * 13),
      registrationDate: `12/03/20${14 + (index % 6)}`,
      registrationIssuer: 'Sở Tài chính tỉnh Thanh Hóa',
      communeCode: story.communeCode,
      addressLine: `Tổ dân phố ${(index % 6) + 1}`,
      headName: ['Nguyễn Thị Lụa', 'Vương Văn Thành', 'Mai Thị Cúc', 'Cao Văn Đông', 'Phạm Thị Duyên'][index % 5],
      headPost: cooperative ? 'Giám đốc' : 'Chủ cơ sở',
      phone: `0912 ${400 + index} 0${10 + index}`,
      workersTotal: 18 + index,
      workersLocal: 14 + Math.floor(index * 0.8),
      cooperativeGrade: cooperative ? 'fair' : '',
      history: 'Bắt đầu từ vài hộ làm nghề trong xóm, cùng góp vốn, giữ cách làm cũ và đưa sản phẩm ra ngoài tỉnh.',
      structure: 'Ban giám đốc, kế toán, tổ sản xuất, tổ bán hàng.',
      headSex: index % 3 === 1 ? 'male' : 'female',
      headEthnicity: index % 7 === 6 ? 'Mường' : 'Kinh',
      headDisability: 'no',
      demo: true,
    }),
  )
}

/** Fills the dossier up to `share` of its criteria (1 = complete). Returns its id. */
export async function makeDraft(services: Services, producer: Actor, producerId: string, story: Story, share: number): Promise<string> {
  const run: Run = (verb) => act(services, producer, verb)
  const productId = await run((ctx) =>
    addProduct(ctx, producerId, {
      name: story.product,
      description: `${story.product} làm theo cách của làng, nguyên liệu trong tỉnh, đóng gói tại cơ sở.`,
      setNo: String(story.set),
      packs: story.packs.map((name) => ({ name, netContent: '', barcode: '' })),
    }),
  )
  const picture = await pictureFor(story.product)
  if (picture) await run((ctx) => addPhoto(ctx, productId, { mediaType: 'image/webp', bytes: picture }, 'Hình minh họa'))

  const dossierId = await run((ctx) => startDossier(ctx, productId))
  const pack = services.regulations.current
  const form = formOf(pack, story.set)
  const [caseNumber] = casesOf(form)
  if (caseNumber !== undefined) await run((ctx) => chooseCase(ctx, dossierId, caseNumber))
  const answers = plausibleAnswers(form, pack.regulation.stars, story.star, caseNumber)
  // In printed order: an object lists whole-number keys (7, 8, …) first.
  const entries = criteriaOf(form).flatMap(({ criterion }) => {
    const option = answers[criterion.code]
    return option === undefined ? [] : [[criterion.code, option] as const]
  })
  const papers = await papersOf(run, producerId, form, story, services.clock.now().toISOString())
  await run((ctx) => fillAnswers(ctx, dossierId, entries.slice(0, Math.round(entries.length * share)), papers))
  if (share === 1) await run((ctx) => fillTexts(ctx, dossierId))
  return dossierId
}

/** All answers at once: thirty presses for each of two dozen dossiers would keep a first start waiting. */
async function fillAnswers(
  ctx: Ctx,
  dossierId: string,
  answers: readonly (readonly [string, number])[],
  papers: Map<string, string[]>,
): Promise<void> {
  const { now } = ctx
  await ctx.tx
    .insertInto('dossierAnswer')
    .values(answers.map(([criterion, option]) => ({ dossierId, criterion, option, updatedAt: now })))
    .execute()
  const links = answers.flatMap(([criterion]) =>
    (papers.get(criterion) ?? []).map((paperId) => ({ id: newId(), dossierId, criterion, paperId, addedAt: now })),
  )
  if (links.length > 0) await ctx.tx.insertInto('dossierEvidence').values(links).execute()
  await audit(ctx, {
    verb: 'demo.answersFilled',
    subjectKind: 'dossier',
    subjectId: dossierId,
    dossierId,
    payload: { answers: answers.length },
  })
}

async function fillTexts(ctx: Ctx, dossierId: string): Promise<void> {
  let version = await versionOf(ctx, dossierId)
  version = await saveRegistration(ctx, dossierId, { contactName: 'Nguyễn Thị Hạnh', contactPhone: '0912 345 678', note: '' }, version)
  version = await saveReport(
    ctx,
    dossierId,
    'results',
    {
      outputUnit: 'sản phẩm',
      output1: '23000',
      output2: '19500',
      output3: '17200',
      revenue1: '3680000000',
      revenue2: '3100000000',
      profit1: '410000000',
      profit2: '330000000',
      profit3: '290000000',
      resultText: 'Bán tại các cửa hàng trong tỉnh và bảy tỉnh, thành phố; doanh thu tăng ba năm liền.',
    },
    version,
  )
  version = await saveReport(
    ctx,
    dossierId,
    'market',
    {
      originShare: '85',
      linkageShare: '80',
      linkageMonths: '18',
      agents: '7',
      farthestMarket: '',
      exportContract: 'no',
      modernChannel: 'yes',
    },
    version,
  )
  await saveReport(
    ctx,
    dossierId,
    'plan',
    {
      planProduction: 'Mở thêm khu sản xuất, giữ quy mô lao động trong xã.',
      planMarket: 'Thêm 10 đại lý ngoài tỉnh, mở gian hàng trực tuyến.',
      planQuality: 'Hoàn thiện hệ thống quản lý chất lượng.',
      planFinance: 'Vốn tự có và vay ngân hàng.',
    },
    version,
  )
}

/** The version only grows; reading it is the page's part, which nobody plays here. */
async function versionOf(ctx: Ctx, dossierId: string): Promise<number> {
  const row = await ctx.tx.selectFrom('dossier').select('version').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return row.version
}

/** Papers of each producer by kind: filed once, used by every dossier. */
const libraries = new Map<string, Map<string, string>>()

/** One paper for each row of evidence the form names, by criterion. */
async function papersOf(
  run: Run,
  producerId: string,
  form: Parameters<typeof criteriaOf>[0],
  story: Story,
  at: string,
): Promise<Map<string, string[]>> {
  const byKind = libraries.get(producerId) ?? new Map<string, string>()
  libraries.set(producerId, byKind)
  const byCriterion = new Map<string, string[]>()
  for (const { criterion } of criteriaOf(form)) {
    const kind = kindsForRows(criterion.evidenceRows)[0]
    if (!criterion.evidenceRows?.length || !kind) continue
    let paperId = byKind.get(kind.id)
    if (!paperId) {
      const number = `${100 + byKind.size * 17}/2025`
      paperId = await run((ctx) =>
        addPaper(
          ctx,
          producerId,
          {
            kind: kind.id,
            title: kind.title.vi,
            number,
            issuer: 'Cơ quan cấp giấy tờ trình diễn',
            issuedOn: '18/06/2025',
            expiresOn: kind.hasTerm ? '18/06/2028' : '',
            holder: story.producer,
          },
          [evidenceFile(kind.id, kind.title.vi, at)],
        ),
      )
      byKind.set(kind.id, paperId)
    }
    byCriterion.set(criterion.code, [paperId])
  }
  return byCriterion
}

const files = new Map<string, IncomingFile>()

/** A real one-page PDF of each kind, set once. */
function evidenceFile(kind: string, title: string, at: string): IncomingFile {
  let file = files.get(kind)
  if (!file) {
    const bytes = renderPdf(
      'demo-evidence',
      { title, issuer: 'CƠ QUAN CẤP GIẤY TỜ TRÌNH DIỄN', number: '…/2025', issuedOn: '18/06/2025', holder: 'chủ thể của hồ sơ' },
      at,
    )
    file = { fileName: `${kind}.pdf`, mediaType: 'application/pdf', bytes, pageCount: 1 }
    files.set(kind, file)
  }
  return file
}
