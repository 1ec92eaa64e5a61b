import { formatDate } from '#/platform/text/format.ts'
import { differences, type Change } from '#/programme/programme-plan/difference.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor, revisionsOf } from '#/programme/programme-plan/plan.store.ts'
import { found } from '#/programme/refuse.ts'
import { fill } from '../idea/idea.messages.ts'
import { figuresOfRevision, type RevisionFigures } from '../indicator/targets.server.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/difference.page'

export const loader = pageLoader(async (page) => {
  const { db, actor, params } = page
  const { plan } = await planFor(db, actor, params['id'])
  const revisions = await revisionsOf(db, actor, plan.familyId)
  const former = found(revisions.find((one) => one.revision < plan.revision))
  const before = (await planFor(db, actor, former.id)).plan
  const [was, is] = [await partsOf(db, before.id), await partsOf(db, plan.id)]
  const changes = differences({ ...before, parts: was }, { ...plan, parts: is })
  const touched = new Set(changes.flatMap((change) => (change.part === 'target' ? [change.code] : [])))
  const figures = async (of: typeof plan, { targets }: typeof was) =>
    figuresOfRevision(
      page,
      of,
      targets.filter((target) => touched.has(target.code)),
      revisions,
    )
  return { plan, changes, before: await figures(before, was), after: await figures(plan, is) }
})

/** What stands beside a changed target: "8/12 (đến 15/03/2026)". Nothing beside other parts, nor of a draft. */
function Figure({ row, figures }: { row: Change; figures: RevisionFigures | null }) {
  const language = useLanguage()
  const figure = row.part === 'target' ? figures?.rows[row.code] : undefined
  if (!figures || !figure) return null
  return <>{fill(words.onDay[language], { done: figure.done, day: formatDate(figures.asOf) })}</>
}

export default function Difference({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, changes, before, after } = loaderData
  const targets = changes.some((change) => change.part === 'target')
  const partWords: Record<Change['part'], string> = {
    head: words.plan[language],
    words: words.content[language],
    target: words.targets[language],
    task: words.tasks[language],
    money: words.money[language],
    product: words.products[language],
  }
  return (
    <Page
      title={words.difference[language]}
      lead={plan.changeReason === '' ? undefined : `${words.reason[language]}: ${plan.changeReason}`}
      crumbs={[{ href: `/ke-hoach/${plan.id}`, label: plan.title }]}
    >
      {changes.length === 0 ? (
        <EmptyState icon="info" title={words.noDifference[language]} />
      ) : (
        <Table
          caption={words.difference[language]}
          rows={changes}
          rowKey={(row) => `${row.part}:${row.code}`}
          columns={[
            { key: 'part', label: words.kind[language], cell: (row) => partWords[row.part] },
            { key: 'code', label: words.code[language], head: true, cell: (row) => row.code },
            { key: 'change', label: words.state[language], cell: (row) => words[row.kind][language] },
            { key: 'before', label: words.before[language], narrow: 'full', cell: (row) => <span className="pre">{row.before}</span> },
            { key: 'after', label: words.after[language], narrow: 'full', cell: (row) => <span className="pre">{row.after}</span> },
            ...(targets
              ? ([
                  { key: 'done-before', label: words.figuresBefore[language], cell: (row) => <Figure row={row} figures={before} /> },
                  { key: 'done-after', label: words.figuresAfter[language], cell: (row) => <Figure row={row} figures={after} /> },
                ] satisfies Column<Change>[])
              : []),
          ]}
        />
      )}
    </Page>
  )
}
