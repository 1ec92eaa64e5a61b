// The plan as a paper of NĐ 30/2020 with its annexes: tasks by body, products, money.
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatNumber } from '#/platform/text/format.ts'
import type { Issuing } from '../certificate/decision-input.ts'
import { placeOfCommittee, type Body } from '../people/bodies.store.ts'
import { attachedTo, letterheadView, setPaper, type Letterhead, type Paper } from '../paperwork/paper.ts'
import { fundSourceWords, productKindWords, unitWords, type PlanContent, type PlanParts, type Target, type Task } from './programme-plan.ts'

export type PlanPaper = {
  createdAt: string
  demo: boolean
  issuer: Pick<Body, 'name'>
  symbol: string
  /** Without the symbol; null: left open, or `printed` given whole. */
  number: string | null
  printed?: string | undefined
  issuing: Pick<Issuing, 'issuedOn' | 'signerName' | 'signerPost'>
  plan: { title: string; startsOn: PlainDate; endsOn: PlainDate; revision: number; changeReason: string; content: PlanContent }
  parts: PlanParts
  parent: { title: string; number: string | null; owner: string } | null
}

export function renderPlan(paper: PlanPaper): Paper {
  const { plan, parts, issuing } = paper
  const letterhead: Letterhead = {
    body: paper.issuer.name,
    number: paper.number,
    symbol: paper.symbol,
    place: placeOfCommittee(paper.issuer.name).replace(/^Ủy ban nhân dân (xã|phường|đặc khu) /u, ''),
    date: issuing.issuedOn,
  }
  const view = letterheadView(letterhead)
  const attached = attachedTo('Kế hoạch', letterhead, paper.issuer.name)
  const { content } = plan
  const lines = (list: readonly { text: string }[]) => list.map((line) => line.text)
  return setPaper('programme-plan', plan.title, paper, {
    letterhead: paper.printed === undefined ? view : { ...view, number: paper.printed },
    kind: 'Kế hoạch',
    subject: plan.title.replace(/^kế hoạch\s+/iu, (_, offset) => (offset === 0 ? '' : _)).replace(/^./u, (first) => first.toUpperCase()),
    basis: [...lines(content.basis), ...parentBasis(paper)],
    adjusted: plan.revision > 1 ? plan.changeReason : '',
    body: paper.issuer.name,
    purposes: lines(content.purposes),
    requirements: lines(content.requirements),
    aims: lines(content.aims),
    solutions: lines(content.solutions),
    targets: parts.targets.map((target) => ({
      text: `${target.title}${promised(target) === '' ? '' : `: ${promised(target)}`}${target.condition === null ? '' : ` (${target.condition})`}`,
      due: dateInTable(target.dueOn),
    })),
    sections: [...Map.groupBy(parts.tasks, (task) => task.section)].map(([title, tasks]) => ({
      title,
      tasks: tasks.map((task) => ({
        code: task.code,
        title: task.title,
        content: task.content,
        lead: names(task, 'lead'),
        co: names(task, 'co'),
        time: timeOf(task),
      })),
    })),
    organisation: content.organisation.map((entry) => ({ body: entry.body, lines: lines(entry.lines) })),
    products: parts.products.map((row) => ({
      product: row.productName,
      producer: row.producerName,
      commune: row.communeName,
      kind: productKindWords[row.kind].vi,
      star: row.targetStar === null ? '' : `${row.targetStar} sao`,
      note: row.note,
    })),
    money: parts.money.map((line) => ({
      title: line.title,
      part: line.partOf !== null,
      amount: line.amount === null ? '' : formatNumber(line.amount),
      sources: line.sources.map((one) => fundSourceWords[one].vi).join(', '),
      note: line.note,
    })),
    attachedTo: paper.printed === undefined ? attached : attached.replace(/số \S*/u, `số ${paper.printed}`),
    recipients: content.recipients,
    archive: content.archive,
    signature: { capacity: issuing.signerPost, name: issuing.signerName },
  })
}

function parentBasis({ plan, parent }: PlanPaper): string[] {
  const outside = plan.content.outsideParent
  const known = plan.content.basis.some((line) => outside !== null && line.text.includes(outside.number))
  if (parent) return [`Kế hoạch${parent.number === null ? '' : ` số ${parent.number}`} của ${parent.owner}: ${parent.title}`]
  return outside === null || known
    ? []
    : [`Kế hoạch số ${outside.number} ngày ${dateInTable(outside.issuedOn)} của ${outside.issuer}: ${outside.title}`]
}

const names = (task: Task, part: 'lead' | 'co') =>
  task.bodies
    .filter((body) => body.part === part)
    .map((body) => body.name)
    .join('; ')

const repeated = { once: '', monthly: ', hằng tháng', quarterly: ', hằng quý', halfYear: ', 6 tháng một lần', yearly: ', hằng năm' }

/** The time of a task as a plan says it: "trước ngày 15/06/2021", "Tháng 4/2023", "Quý I/2024", "Trong năm 2021, hằng quý". */
export function timeOf(task: Pick<Task, 'precision' | 'startsOn' | 'dueOn' | 'beforeOn' | 'recurrence'>): string {
  const { precision, startsOn, dueOn, beforeOn } = task
  const [year, month] = [startsOn.slice(0, 4), Number(startsOn.slice(5, 7))]
  const open = startsOn.slice(0, 7) !== dueOn.slice(0, 7)
  const plain = {
    day: startsOn === dueOn ? `Ngày ${dateInTable(dueOn)}` : `Đến hết ngày ${dateInTable(dueOn)}`,
    month: `Tháng ${month}/${year}${open ? ` đến ${dateInTable(dueOn)}` : ''}`,
    quarter: `${Number(dueOn.slice(5, 7)) - month > 2 || dueOn.slice(0, 4) !== year ? 'Từ quý' : 'Quý'} ${['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? ''}/${year}`,
    half: `6 tháng ${month <= 6 ? 'đầu' : 'cuối'} năm ${year}`,
    year: `Năm ${year}`,
    period: `Từ ${dateInTable(startsOn)} đến ${dateInTable(dueOn)}`,
    allYear: 'Thường xuyên trong năm',
  }[precision]
  return `${beforeOn === null ? plain : `Trước ngày ${dateInTable(beforeOn)}`}${repeated[task.recurrence]}`
}

/** What a target promises, in words: "ít nhất 5 đến 7 sản phẩm", "trên 90%", "toàn bộ". */
export function promised(target: Pick<Target, 'op' | 'valueMin' | 'valueMax' | 'unit'>): string {
  const value = (stored: number | null) => {
    if (stored === null) return ''
    if (target.unit !== 'percent') return formatNumber(stored)
    return formatNumber(stored / 100, { decimals: stored % 100 === 0 ? 0 : stored % 10 === 0 ? 1 : 2 })
  }
  const unit = target.unit === 'percent' ? '%' : ` ${unitWords[target.unit].vi}`
  const [low, high] = [value(target.valueMin), value(target.valueMax)]
  return {
    none: '',
    all: 'toàn bộ',
    min: `ít nhất ${low}${unit}`,
    more: `trên ${low}${unit}`,
    equal: `${low}${unit}`,
    range: `từ ${low} đến ${high}${unit}`,
  }[target.op]
}
