import { formatDate } from '#/platform/text/format.ts'
import { readsPlans, writesPlansFor } from '#/programme/programme-plan/plan.policy.ts'
import { listPlans, type PlanSort } from '#/programme/programme-plan/plan.store.ts'
import { planStates, planStateWords } from '#/programme/programme-plan/plan.workflow.ts'
import { planKinds, planKindWords } from '#/programme/programme-plan/programme-plan.ts'
import { mustSee } from '#/programme/refuse.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Fold, Toolbar, Filter } from '../ui/toolbar.tsx'
import { PER_PAGE, planQuery } from './list-query.ts'
import { words } from './plan.messages.ts'
import type { Route } from './+types/plans.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(readsPlans(actor))
  const query = planQuery(url.searchParams)
  return { ...(await listPlans(db, actor, query)), query, search: url.search, writes: writesPlansFor(actor) !== null }
})

export default function Plans({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, writes } = loaderData
  const sortBy = (sort: PlanSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  const begin = writes ? <ButtonLink href="/ke-hoach/them">{words.newPlan[language]}</ButtonLink> : undefined
  return (
    <Page title={words.plans[language]} lead={words.plansLead[language]} actions={begin}>
      {total === 0 && search === '' ? (
        <EmptyState title={words.noPlans[language]} hint={words.noPlansHint[language]} action={begin} />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
            hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
          >
            <Fold>
              <Field
                name="nam"
                label={words.year[language]}
                size="short"
                inputMode="numeric"
                defaultValue={query.year === null ? '' : String(query.year)}
              />
            </Fold>
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={planStates.map((state) => ({ value: state, label: planStateWords[state][language] }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={planKinds.map((kind) => ({ value: kind, label: planKindWords[kind][language] }))}
            />
            <Filter
              name="cua"
              label={words.whose[language]}
              value={query.whose}
              choices={[
                { value: 'own', label: words.own[language] },
                { value: 'others', label: words.others[language] },
              ]}
            />
          </Toolbar>
          <Listing
            caption={words.plans[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.plan[language],
                head: true,
                ...sortBy('title'),
                cell: (row) => (
                  <a href={`/ke-hoach/${row.id}`}>
                    <b>{row.title}</b>
                  </a>
                ),
              },
              { key: 'owner', label: words.owner[language], cell: (row) => row.owner },
              { key: 'number', label: words.number[language], nowrap: true, ...sortBy('number'), cell: (row) => row.number ?? '' },
              {
                key: 'period',
                label: words.period[language],
                nowrap: true,
                ...sortBy('start'),
                cell: (row) => (
                  <span className="num">
                    {formatDate(row.startsOn)} – {formatDate(row.endsOn)}
                  </span>
                ),
              },
              {
                key: 'targets',
                label: words.targets[language],
                align: 'right',
                cell: (row) => <span className="num">{row.targets}</span>,
              },
              { key: 'tasks', label: words.tasks[language], align: 'right', cell: (row) => <span className="num">{row.tasks}</span> },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={planStateWords[row.state].mark}>{planStateWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/ke-hoach"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/ke-hoach.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
