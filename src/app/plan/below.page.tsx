import { formatNumber } from '#/platform/text/format.ts'
import { belowOf } from '#/programme/programme-plan/below.ts'
import { promised } from '#/programme/programme-plan/programme-plan.paper.ts'
import { partsOf, targetsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { relatedPlans } from '#/programme/programme-plan/related.store.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/below.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { plan } = await planFor(db, actor, params['id'])
  const { children } = await relatedPlans(db, actor, plan)
  const targets = await targetsOf(
    db,
    children.map((child) => child.id),
  )
  const plans = children.map((child) => ({ ...child, targets: targets.get(child.id) ?? [] }))
  return { plan, children, ...belowOf((await partsOf(db, plan.id)).targets, plans) }
})

export default function Below({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, children, sums, loose } = loaderData
  return (
    <Page
      title={words.children[language]}
      lead={words.childrenLead[language]}
      crumbs={[{ href: `/ke-hoach/${plan.id}`, label: plan.title }]}
    >
      {children.length === 0 ? (
        <EmptyState title={words.noChildren[language]} />
      ) : (
        <div className="stack-l">
          <ul>
            {children.map((child) => (
              <li key={child.id}>
                <a href={`/ke-hoach/${child.id}`}>{child.title}</a> · {child.owner}
              </li>
            ))}
          </ul>
          <Table
            caption={words.targets[language]}
            rows={sums}
            rowKey={(row) => row.target.code}
            columns={[
              { key: 'target', label: words.targetTitle[language], head: true, cell: (row) => `${row.target.code}. ${row.target.title}` },
              { key: 'own', label: words.op[language], cell: (row) => promised(row.target) },
              {
                key: 'parts',
                label: words.children[language],
                cell: (row) =>
                  row.parts.map((part) => (
                    <small key={`${part.planId}:${part.code}`} className="block">
                      <a href={`/ke-hoach/${part.planId}`}>{part.owner}</a>: {part.value === null ? '–' : formatNumber(part.value)}
                    </small>
                  )),
              },
              {
                key: 'sum',
                label: words.sumBelow[language],
                align: 'right',
                cell: (row) => (row.sum === null ? '–' : formatNumber(row.sum)),
              },
              {
                key: 'gap',
                label: words.gapBelow[language],
                align: 'right',
                cell: (row) => (row.gap === null ? '–' : formatNumber(row.gap)),
              },
            ]}
          />
          {loose.length === 0 ? null : (
            <section className="stack">
              <h2 className="h3">{words.loose[language]}</h2>
              <ul>
                {loose.map(({ planId, owner, target }) => (
                  <li key={`${planId}:${target.code}`}>
                    <a href={`/ke-hoach/${planId}`}>{owner}</a>: {target.code}. {target.title}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Page>
  )
}
