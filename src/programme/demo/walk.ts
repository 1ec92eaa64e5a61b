// Walks a dossier through the commune and the province's reception, by the verbs people press, on the days they would press them.
import { fixedClock } from '#/platform/clock/clock.ts'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { addWorkingDays } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import { formOf } from '#/regulation/load.ts'
import { saveCommuneCheck } from '../commune/check.actions.ts'
import { componentLines } from '../commune/components.ts'
import { issueReport } from '../commune/issue.actions.ts'
import { markReportReady, saveReport } from '../commune/report.actions.ts'
import { reportContents } from '../commune/report.ts'
import { requiredSamples } from '../commune/samples.ts'
import { handOverSamples, sendToProvince } from '../commune/send.actions.ts'
import { latestSubmission } from '../commune/submission.store.ts'
import { askCommuneSupplement } from '../commune/supplement.actions.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { submitDossier, withdrawDossier } from '../dossier/filing.actions.ts'
import type { Actor } from '../people/actor.ts'
import { issueAdvisoryReport, saveAdvisoryWork } from '../round/advisory.actions.ts'
import { calendarOf } from '../reference.ts'
import { acceptDossier, askProvinceSupplement, receiveSamples, rejectAtProvince, saveProvinceCheck } from '../round/reception.actions.ts'
import { provinceLines } from '../commune/components.ts'
import type { Story } from './stories.ts'

/** The services as they were on a past day, at an hour in Vietnam. */
export function daysAgo(services: Services, days: number, hour = 9): Services {
  const day = addDays(plainDateOf(services.clock.now()), -days)
  return { ...services, clock: fixedClock(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`) }
}

export type Cast = { producer: Actor; officer: Actor; communeLeader: Actor; office: Actor; advisor: Actor; roundId: string }

const order = ['filed', 'reported', 'proposed', 'accepted'] as const
const reach = (story: Story): number => {
  switch (story.until) {
    case 'draft':
    case 'complete':
      return -1
    case 'filed':
    case 'communeSupplement':
    case 'withdrawn':
    case 'lapsed':
      return 0
    case 'reported':
      return 1
    case 'proposed':
    case 'provinceSupplement':
    case 'rejected':
      return 2
    default:
      return order.length - 1
  }
}

export async function walk(services: Services, cast: Cast, dossierId: string, story: Story): Promise<void> {
  const steps = reach(story)
  const on = <T>(actor: Actor, after: number, verb: (ctx: Ctx) => Promise<T>): Promise<T> =>
    act(daysAgo(services, story.filed - after), actor, verb)
  if (steps < 0) return
  await on(cast.producer, 0, (ctx) => submitDossier(ctx, dossierId, { declared: true }))

  if (story.until === 'withdrawn') {
    await on(cast.producer, 4, (ctx) => withdrawDossier(ctx, dossierId, { reason: 'Chủ thể đổi bao bì, sẽ nộp lại khi có nhãn mới.' }))
    return
  }
  if (story.until === 'communeSupplement' || story.until === 'lapsed') {
    await on(cast.officer, 3, async (ctx) =>
      askCommuneSupplement(ctx, dossierId, {
        reason: 'Kiểm tra thành phần hồ sơ.',
        dueOn: await dueIn(ctx, 10),
        items: [
          { targetKind: 'criterion', target: '3.5', ask: 'Văn bản cho phép dùng nhãn hiệu chứng nhận sắp hết hạn, bổ sung bản gia hạn.' },
          { targetKind: 'criterion', target: '5.1', ask: 'Tờ rơi câu chuyện chưa có nội dung truy xuất nguồn gốc điện tử.' },
        ],
      }),
    )
    return
  }
  if (steps < 1) return

  await on(cast.officer, 3, (ctx) => checkAll(ctx, dossierId))
  await on(cast.officer, 6, (ctx) => writeReport(ctx, dossierId, story))
  await on(cast.officer, 6, (ctx) => markReportReady(ctx, dossierId))
  await on(cast.communeLeader, 8, (ctx) => issueReport(ctx, dossierId, { post: 'chair' }))
  if (steps < 2) return

  const samples = requiredSamples(services.regulations.current.regulation, story.set)
  await on(cast.officer, 9, (ctx) =>
    handOverSamples(ctx, dossierId, { handed: samples, note: samples === 0 ? 'Dịch vụ du lịch: không nộp mẫu.' : '' }),
  )
  await on(cast.officer, 10, (ctx) => sendToProvince(ctx, dossierId))
  if (story.until === 'provinceSupplement') {
    await on(cast.office, 14, async (ctx) =>
      askProvinceSupplement(ctx, dossierId, {
        reason: 'Kiểm tra hồ sơ tại tỉnh.',
        dueOn: await dueIn(ctx, 18),
        items: [
          { targetKind: 'criterion', target: '8', ask: 'Phiếu kiểm nghiệm chỉ tiêu an toàn thực phẩm chưa có dấu của phòng kiểm nghiệm.' },
        ],
      }),
    )
    return
  }
  if (story.until === 'rejected') {
    await on(cast.office, 15, (ctx) =>
      rejectAtProvince(ctx, dossierId, { reason: 'Sản phẩm mang tên và nhãn của chủ thể khác đã được công nhận.' }),
    )
    return
  }
  if (steps < 3) return

  if (samples > 0) await on(cast.office, 12, (ctx) => receiveSamples(ctx, dossierId, { received: samples, note: '' }))
  await on(cast.office, 13, (ctx) => checkAll(ctx, dossierId, 'province'))
  await on(cast.office, 14, (ctx) => acceptDossier(ctx, dossierId, { roundId: cast.roundId, exception: '' }))
  await on(cast.advisor, 20, (ctx) => advise(ctx, dossierId))
  await on(cast.advisor, 21, (ctx) => issueAdvisoryReport(ctx, dossierId))
}

async function dueIn(ctx: Ctx, workingDays: number): Promise<string> {
  return formatDate(addWorkingDays(await calendarOf(ctx.tx), plainDateOf(ctx.now), workingDays))
}

async function checkAll(ctx: Ctx, dossierId: string, level: 'commune' | 'province' = 'commune'): Promise<void> {
  const dossier = await ctx.tx.selectFrom('dossier').select(['regulationId', 'setNo']).where('id', '=', dossierId).executeTakeFirstOrThrow()
  const pack = ctx.regulations.get(dossier.regulationId)
  const { snapshot } = await latestSubmission(ctx.tx, dossierId)
  const linesAt = level === 'commune' ? componentLines : provinceLines
  const checks = linesAt(pack.regulation, formOf(pack, dossier.setNo), snapshot).map((line) => ({
    component: line.code,
    verdict: line.need === 'always' || line.paperIds.length > 0 ? 'present' : 'notApplicable',
    remark: '',
  }))
  await (level === 'commune' ? saveCommuneCheck : saveProvinceCheck)(ctx, dossierId, checks)
}

async function writeReport(ctx: Ctx, dossierId: string, story: Story): Promise<void> {
  const { regulation } = ctx.regulations.current
  const contents = reportContents(regulation, formOf(ctx.regulations.current, story.set))
  const opinions: Record<string, string> = {
    localMaterial: 'Nguyên liệu chủ yếu mua của các hộ trong xã và xã bên, có hợp đồng và sổ theo dõi.',
    localLabour: 'Phần lớn lao động là người trong xã, có danh sách kèm nơi thường trú.',
    ideaOrigin: 'Nghề có từ lâu ở địa phương, cách làm được giữ và cải tiến.',
    localIdentity: 'Câu chuyện gắn với làng nghề, người kể và địa danh có thật.',
  }
  await saveReport(ctx, dossierId, {
    opinions: Object.fromEntries(
      contents.map(({ id, criteria }) => [
        id,
        criteria.length === 0
          ? { finding: 'notApplicable', opinion: '' }
          : { finding: 'agrees', opinion: opinions[id] ?? 'Phù hợp thực tế.' },
      ]),
    ),
    conclusion: 'Hồ sơ đủ thành phần, nội dung phù hợp thực tế tại địa phương. Đề nghị cấp tỉnh đánh giá, phân hạng.',
    proposes: true,
    version: 0,
  })
}

async function advise(ctx: Ctx, dossierId: string): Promise<void> {
  const { snapshot } = await latestSubmission(ctx.tx, dossierId)
  const codes = snapshot.answers.map((answer) => answer.criterion)
  const remarks: Record<string, string> = {
    '1.1': 'Hợp đồng mua nguyên liệu đủ chữ ký, khối lượng khớp sản lượng.',
    '5.1': 'Câu chuyện đã có tờ rơi và trang thông tin; cần xem mã truy xuất tại chỗ.',
  }
  await saveAdvisoryWork(ctx, dossierId, {
    notes: codes.map((criterion) => ({ criterion, state: 'done', remark: remarks[criterion] ?? '', bringToCouncil: criterion === '5.1' })),
    summary: 'Hồ sơ đủ điều kiện đưa ra Hội đồng. Đề nghị Hội đồng trao đổi kỹ tiêu chí được đánh dấu.',
    version: 0,
  })
}
