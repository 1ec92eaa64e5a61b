// What a dossier can take over from the idea, the plan, its reports and the producer's record. Pure; the person confirms each field.
import { formatDate, formatDong, formatNumber } from '#/platform/text/format.ts'
import type { Words } from '../fields.ts'
import { registrationFields, reportFields, type ReportSection } from '../dossier/report.fields.ts'
import { milestoneWords, type MilestoneState } from './idea.workflow.ts'
import { sourceWords, type PlanFields } from './plan.ts'

/** One proposed field of mẫu 01 or mẫu 02. `name` is the field's own name there. */
export type Prefill = {
  name: string
  target: 'registration' | ReportSection
  label: Words
  value: string
  /** Where it is from, as the page says it. */
  from: Words
  kind: 'long' | 'line' | 'number'
}

export type PrefillFacts = {
  plan: PlanFields & { approvalNumber: string | null }
  milestones: readonly { title: string; state: MilestoneState; dueOn: string; report: string }[]
  reports: readonly { year: number; half: 1 | 2; content: string; volume: number; revenue: number }[]
  producer: { headName: string; phone: string | null }
  /** The year the dossier is opened in; mẫu 02 asks for the three before it. */
  year: number
}

const fromPlan: Words = { vi: 'Phương án sản xuất kinh doanh', en: 'The business plan' }
const fromReports: Words = { vi: 'Báo cáo triển khai phương án', en: 'Reports on the plan' }
const fromProducer: Words = { vi: 'Hồ sơ chủ thể', en: 'The producer’s record' }

/** The fields that have something to take over, in the order of the forms. */
export function prefillOf(facts: PrefillFacts): Prefill[] {
  const { plan, producer } = facts
  const values: Record<string, { value: string; from: Words }> = {
    contactName: { value: producer.headName, from: fromProducer },
    contactPhone: { value: producer.phone ?? '', from: fromProducer },
    note: {
      value:
        plan.approvalNumber === null
          ? ''
          : `Hồ sơ mở từ phương án sản xuất kinh doanh đã phê duyệt tại Thông báo số ${plan.approvalNumber}.`,
      from: fromPlan,
    },
    outputUnit: { value: plan.outputUnit, from: fromPlan },
    ...yearFigures(facts),
    resultText: { value: resultText(facts), from: fromReports },
    planProduction: { value: productionText(plan), from: fromPlan },
    planMarket: { value: plan.market, from: fromPlan },
    planQuality: { value: plan.quality, from: fromPlan },
    planFinance: { value: financeText(plan), from: fromPlan },
  }
  const known = (name: string) => values[name] ?? { value: '', from: fromPlan }
  return [
    ...registrationFields.map((field): Prefill => ({
      ...known(field.name),
      name: field.name,
      target: 'registration',
      label: field.label,
      kind: field.kind,
    })),
    ...reportFields.map((field): Prefill => {
      const { value, from } = known(field.name)
      const label =
        field.yearsBack === undefined
          ? field.label
          : { vi: `${field.label.vi}, năm ${facts.year - field.yearsBack}`, en: `${field.label.en}, ${facts.year - field.yearsBack}` }
      const cut = value.length > (field.max ?? 5000) ? `${value.slice(0, (field.max ?? 5000) - 1)}…` : value
      return {
        name: field.name,
        target: field.section,
        label,
        value: cut,
        from,
        kind: field.kind === 'long' ? 'long' : field.kind === 'number' ? 'number' : 'line',
      }
    }),
  ].filter((field) => field.value !== '')
}

/**
 * Output and revenue of the years mẫu 02 asks for, where both half-years were reported.
 * Interpretation: half a year is not offered as a year's figure.
 */
function yearFigures({ reports, year }: PrefillFacts): Record<string, { value: string; from: Words }> {
  const figures: Record<string, { value: string; from: Words }> = {}
  for (const back of [1, 2, 3]) {
    const halves = reports.filter((report) => report.year === year - back)
    if (halves.length < 2) continue
    const from = { vi: `Báo cáo 6 tháng của năm ${year - back}`, en: `Half-yearly reports of ${year - back}` }
    figures[`output${back}`] = { value: String(halves.reduce((sum, half) => sum + half.volume, 0)), from }
    figures[`revenue${back}`] = { value: String(halves.reduce((sum, half) => sum + half.revenue, 0)), from }
  }
  return figures
}

function resultText({ milestones, reports, plan }: PrefillFacts): string {
  const ended = milestones.filter((one) => one.state === 'done' || one.state === 'doing')
  return [
    ...ended.map((one) => `- ${one.title}: ${milestoneWords[one.state].vi.toLowerCase()}${one.report === '' ? '' : `. ${one.report}`}`),
    ...reports.map(
      (one) =>
        `- 6 tháng ${one.half === 1 ? 'đầu' : 'cuối'} năm ${one.year}: sản lượng ${formatNumber(one.volume)} ${plan.outputUnit}, doanh thu ${formatDong(one.revenue)}. ${one.content}`,
    ),
  ].join('\n')
}

function productionText(plan: PlanFields): string {
  const years = plan.years.map(
    (one) => `- Năm ${one.year}: sản lượng ${formatNumber(one.volume)} ${plan.outputUnit}, doanh thu ${formatDong(one.revenue)}.`,
  )
  const materials = plan.materials === '' ? [] : [`Nguyên liệu: ${plan.materials}`]
  return [plan.goals, ...years, ...materials].filter((line) => line !== '').join('\n')
}

function financeText(plan: PlanFields): string {
  const money = plan.sources.map((one) => `- ${sourceWords[one.source].vi}: ${formatDong(one.amount)}.`)
  const total = plan.investmentTotal === null ? [] : [`Tổng vốn đầu tư ${formatDong(plan.investmentTotal)}:`]
  const steps = plan.milestones.map((one) => `- ${one.title}: trước ngày ${formatDate(one.dueOn)}.`)
  const workforce = plan.workforce === '' ? [] : [`Lao động: ${plan.workforce}`]
  return [...total, ...money, ...workforce, ...(steps.length > 0 ? ['Tiến độ:', ...steps] : [])].join('\n')
}
