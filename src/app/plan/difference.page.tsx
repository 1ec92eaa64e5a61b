import { differences, type Change } from '#/programme/programme-plan/difference.ts'
import { partsOf, planFor, revisionsOf } from '#/programme/programme-plan/plan.store.ts'
import { found } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/difference.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { plan } = await planFor(db, actor, params['id'])
  const former = found((await revisionsOf(db, actor, plan.familyId)).find((one) => one.revision < plan.revision))
  const before = (await planFor(db, actor, former.id)).plan
  return {
    plan,
    changes: differences({ ...before, parts: await partsOf(db, before.id) }, { ...plan, parts: await partsOf(db, plan.id) }),
  }
})

export default function Difference({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, changes } = loaderData
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
          ]}
        />
      )}
    </Page>
  )
}
