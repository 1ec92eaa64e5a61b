// What changed between two revisions of a plan, part by part. Pure.
import { formatDate, formatDong } from '#/platform/text/format.ts'
import { promised, timeOf } from './programme-plan.paper.ts'
import { fundSourceWords, productKindWords, scopeWords, type PlanContent, type PlanParts, type Target } from './programme-plan.ts'

export type Change = {
  part: 'head' | 'words' | 'target' | 'task' | 'money' | 'product'
  code: string
  kind: 'added' | 'removed' | 'changed'
  before: string
  after: string
}

type Revision = { title: string; startsOn: string; endsOn: string; content: PlanContent; parts: PlanParts }

/** `text`: one part as a person reads it, everything that counts in it; two parts are the same when their texts are. */
function compare<T>(
  part: Change['part'],
  before: readonly T[],
  after: readonly T[],
  code: (one: T) => string,
  text: (one: T) => string,
): Change[] {
  const old = new Map(before.map((one) => [code(one), text(one)]))
  const now = new Map(after.map((one) => [code(one), text(one)]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)]
    if (was === is) return []
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ part, code: key, kind, before: was ?? '', after: is ?? '' }]
  })
}

const span = (one: { startsOn: string; dueOn: string }) => `${formatDate(one.startsOn)} – ${formatDate(one.dueOn)}`
const paramsText = (params: Target['params']) =>
  Object.entries(params)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
const joined = (...parts: (string | number | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ')

/** Changes from `before` to `after`, in the order of the plan. A reordering alone is no change. */
export function differences(before: Revision, after: Revision): Change[] {
  const head = (one: Revision) => [
    { code: 'title', text: one.title },
    { code: 'period', text: `${formatDate(one.startsOn)} – ${formatDate(one.endsOn)}` },
  ]
  const words = ({ content }: Revision) => [
    ...(['basis', 'purposes', 'requirements', 'aims', 'solutions'] as const).map((name) => ({
      code: name,
      text: content[name].map((line) => line.text).join('\n'),
    })),
    {
      code: 'organisation',
      text: content.organisation.map(({ body, lines }) => [body, ...lines.map((line) => line.text)].join('\n')).join('\n'),
    },
    { code: 'recipients', text: content.recipients.join('\n') },
  ]
  return [
    ...compare(
      'head',
      head(before),
      head(after),
      (one) => one.code,
      (one) => one.text,
    ),
    ...compare(
      'words',
      words(before),
      words(after),
      (one) => one.code,
      (one) => one.text,
    ),
    ...compare(
      'target',
      before.parts.targets,
      after.parts.targets,
      (one) => one.code,
      (one) =>
        joined(
          one.title,
          promised(one),
          one.scope === 'whole' ? null : scopeWords[one.scope].vi,
          span(one),
          one.partOf === null ? null : `trong đó của ${one.partOf}`,
          one.condition,
          one.indicator === null ? 'nhập tay' : `chỉ số ${one.indicator}`,
          paramsText(one.params),
          one.reading,
          one.leadBody,
        ),
    ),
    ...compare(
      'task',
      before.parts.tasks,
      after.parts.tasks,
      (one) => one.code,
      (one) =>
        joined(
          one.section,
          one.title,
          one.content,
          span(one),
          timeOf(one),
          one.bodies.map((body) => `${body.part === 'lead' ? '*' : ''}${body.name}`).join('; '),
        ),
    ),
    ...compare(
      'money',
      before.parts.money,
      after.parts.money,
      (one) => one.code,
      (one) =>
        joined(
          one.title,
          one.amount === null ? null : formatDong(one.amount),
          one.sources.map((source) => fundSourceWords[source].vi).join(', '),
          one.note,
          one.partOf === null ? null : `trong đó của ${one.partOf}`,
        ),
    ),
    ...compare(
      'product',
      before.parts.products,
      after.parts.products,
      (one) => `${one.productName} (${one.producerName})`,
      (one) => joined(productKindWords[one.kind].vi, one.communeName, one.targetStar === null ? null : `${one.targetStar} sao`, one.note),
    ),
  ]
}
