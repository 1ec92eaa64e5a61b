// Producers, products and dossiers of a plan, filled in and filed by the verbs a producer presses; then the commune's part.
import { renderPdf } from '#/platform/documents/pdf.ts'
import { addDays } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { casesOf, criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { saveCommuneCheck } from '../commune/check.actions.ts'
import { componentLines } from '../commune/components.ts'
import { issueReport } from '../commune/issue.actions.ts'
import { markReportReady, saveReport as saveCommuneReport } from '../commune/report.actions.ts'
import { reportContents } from '../commune/report.ts'
import { requiredSamples } from '../commune/samples.ts'
import { handOverSamples, sendToProvince } from '../commune/send.actions.ts'
import { latestSubmission } from '../commune/submission.store.ts'
import type { Ctx } from '../context.ts'
import { answerCriterion, chooseCase, saveReport } from '../dossier/dossier.actions.ts'
import { submitDossier } from '../dossier/filing.actions.ts'
import { addPaper } from '../paper/paper.actions.ts'
import { registerProducer } from '../producer/producer.actions.ts'
import { COMMUNE_LEADER, COMMUNE_OFFICER, officeOf, PRODUCER, type Cast } from './cast.ts'
import { openDossier } from './begin.ts'
import { known, type Run } from './running.ts'
import type { Scenario } from './scenario.schema.ts'
import { sheetWorth } from './totals.ts'

/** Registers the producers of the plan, each with its business registration. Returns their ids by key. */
export async function makeProducers(cast: Cast, scenario: Scenario): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const registrar = scenario.desks.find((one) => one.authority === scenario.province)
  if (!registrar) throw new Error(`${scenario.id}: the province has no desk to register producers`)
  const day = addDays(scenario.begins, 1)
  for (const [index, one] of scenario.producers.entries()) {
    const taxCode = String(2_400_300_100 + index * 17)
    const id = await cast.on(day, officeOf(registrar), (ctx) =>
      registerProducer(ctx, {
        name: one.name,
        legalForm: one.legalForm,
        taxCode,
        registrationNumber: taxCode,
        registrationDate: '12/03/2016',
        registrationIssuer: one.registrationIssuer,
        communeCode: one.commune,
        addressLine: `Thôn ${index + 1}`,
        headName: one.head,
        headPost: one.headPost,
        phone: `0912 30${index} 1${index}0`,
        workersTotal: 20,
        workersLocal: 16,
        cooperativeGrade: one.legalForm === 'cooperative' ? 'fair' : '',
        history: 'Bắt đầu từ vài hộ cùng nghề trong thôn, góp vốn làm chung.',
        structure: 'Giám đốc, kế toán, tổ sản xuất, tổ bán hàng.',
        headSex: 'female',
        headEthnicity: 'Kinh',
        headDisability: 'no',
        demo: true,
      }),
    )
    ids.set(one.key, id)
    await cast.grant(PRODUCER, 'producer', { producerId: id })
    await cast.on(day, PRODUCER, (ctx) => registration(ctx, id, one.name))
  }
  return ids
}

async function registration(ctx: Ctx, producerId: string, holder: string): Promise<string> {
  const title = 'Giấy đăng ký kinh doanh'
  const facts = { title, issuer: 'CƠ QUAN CẤP GIẤY TỜ TRÌNH DIỄN', number: '…/2016', issuedOn: '12/03/2016', holder: 'chủ thể của hồ sơ' }
  const bytes = renderPdf('demo-evidence', facts, ctx.now.toISOString())
  return addPaper(
    ctx,
    producerId,
    {
      kind: 'businessRegistration',
      title,
      number: '01/2016',
      issuer: 'Cơ quan cấp giấy tờ trình diễn',
      issuedOn: '12/03/2016',
      expiresOn: '',
      holder,
    },
    [{ fileName: 'dang-ky.pdf', mediaType: 'application/pdf', bytes, pageCount: 1 }],
  )
}

/** Opens the dossier as the plan says, fills it to the claimed total and files it. Returns its id. */
export async function fileDossier(run: Run, key: string, day: string): Promise<string> {
  const { cast, scenario } = run
  const plan = known(
    scenario.dossiers.find((one) => one.key === key),
    `${scenario.id}: no dossier ${key}`,
  )
  const written = addDays(day, -1)
  const dossierId = await openDossier(run, plan, written)
  await cast.on(written, PRODUCER, async (ctx) => {
    const dossier = await ctx.tx.selectFrom('dossier').select('regulationId').where('id', '=', dossierId).executeTakeFirstOrThrow()
    const form = formOf(ctx.regulations.get(dossier.regulationId), plan.set)
    const cases = casesOf(form)[0]
    if (cases !== undefined) await chooseCase(ctx, dossierId, cases)
    const answers = sheetWorth(form, plan.claims, 0, cases)
    for (const { criterion } of criteriaOf(form))
      await answerCriterion(ctx, dossierId, criterion.code, { option: String(answers[criterion.code] ?? 0), description: '' }, 0)
    await writeReport(ctx, dossierId)
  })
  await cast.on(day, PRODUCER, (ctx) => submitDossier(ctx, dossierId, { declared: true }))
  return dossierId
}

async function writeReport(ctx: Ctx, dossierId: string): Promise<void> {
  const { version } = await ctx.tx.selectFrom('dossier').select('version').where('id', '=', dossierId).executeTakeFirstOrThrow()
  const afterResults = await saveReport(
    ctx,
    dossierId,
    'results',
    { outputUnit: 'sản phẩm', output1: '12000', revenue1: '960000000', profit1: '110000000', resultText: 'Bán trong huyện, trong tỉnh.' },
    version,
  )
  const afterMarket = await saveReport(
    ctx,
    dossierId,
    'market',
    {
      originShare: '85',
      linkageShare: '80',
      linkageMonths: '18',
      agents: '4',
      farthestMarket: '',
      exportContract: 'no',
      modernChannel: 'yes',
    },
    afterResults,
  )
  await saveReport(
    ctx,
    dossierId,
    'plan',
    {
      planProduction: 'Mở rộng khu sản xuất.',
      planMarket: 'Thêm đại lý ngoài tỉnh.',
      planQuality: 'Hoàn thiện nhãn.',
      planFinance: 'Vốn tự có.',
    },
    afterMarket,
  )
}

/** The commune checks the parts, writes its opinion, hands the samples over and sends the dossier to the first desk, all by `sentOn`. */
export async function passCommune(cast: Cast, dossierId: string, on: string, sentOn: string): Promise<void> {
  const checked = addDays(on, 1) < sentOn ? addDays(on, 1) : sentOn
  await cast.on(checked, COMMUNE_OFFICER, async (ctx) => {
    const { pack, form, snapshot } = await filed(ctx, dossierId)
    await saveCommuneCheck(
      ctx,
      dossierId,
      componentLines(pack.regulation, form, snapshot).map((line) => ({
        component: line.code,
        verdict: line.need === 'always' || line.paperIds.length > 0 ? 'present' : 'notApplicable',
        remark: '',
      })),
    )
    const opinions = reportContents(pack.regulation, form).map(
      ({ id }) => [id, { finding: 'agrees', opinion: 'Phù hợp thực tế tại địa phương.' }] as const,
    )
    await saveCommuneReport(ctx, dossierId, {
      opinions: Object.fromEntries(opinions),
      conclusion: 'Hồ sơ đủ thành phần, đề nghị đánh giá, phân hạng.',
      proposes: true,
      version: 0,
    })
    await markReportReady(ctx, dossierId)
  })
  await cast.on(sentOn, COMMUNE_LEADER, (ctx) => issueReport(ctx, dossierId, { post: 'chair' }), 10)
  await cast.on(
    sentOn,
    COMMUNE_OFFICER,
    async (ctx) => {
      const { pack, form } = await filed(ctx, dossierId)
      await handOverSamples(ctx, dossierId, { handed: requiredSamples(pack.regulation, form.set), note: '' })
      await sendToProvince(ctx, dossierId)
    },
    14,
  )
}

async function filed(ctx: Ctx, dossierId: string) {
  const dossier = await ctx.tx.selectFrom('dossier').select(['regulationId', 'setNo']).where('id', '=', dossierId).executeTakeFirstOrThrow()
  const pack = ctx.regulations.get(dossier.regulationId)
  const { snapshot } = await latestSubmission(ctx.tx, dossierId)
  return { pack, form: formOf(pack, dossier.setNo), snapshot }
}

/** "01/07/2020" of "2020-07-01". */
export const printed = (day: string) => formatDate(day)
