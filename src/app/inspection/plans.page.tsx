import { formatDate } from '#/platform/text/format.ts'
import { listInspectionPlans } from '#/programme/inspection/plan.store.ts'
import { planStates, planStateWords } from '#/programme/inspection/plan.ts'
import { serves } from '#/programme/people/actor.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './inspection.messages.ts'
import { PER_PAGE, plansQuery } from './list-queries.ts'
import { AreaTabs } from './area-tabs.tsx'
import type { Route } from './+types/plans.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const query = plansQuery(url.searchParams)
  return { ...(await listInspectionPlans(db, actor, query)), query, search: url.search, keep: serves(actor, actor.authority, 'office') }
})

export default function Plans({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep } = loaderData
  const add = keep ? <ButtonLink href="/hau-kiem/ke-hoach/them">{words.addPlan[language]}</ButtonLink> : undefined
  return (
    <Page
      title={words.plans[language]}
      className="print-wide"
      actions={
        <>
          <PrintButton />
          {add}
        </>
      }
    >
      <AreaTabs at="plans" plans />
      {total === 0 && search === '' ? (
        <EmptyState title={words.nonePlan[language]} {...(add ? { action: add } : {})} />
      ) : (
        <>
          <Toolbar search={<Field name="q" type="search" label={words.searchPlan[language]} defaultValue={query.search} />}>
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={planStates.map((one) => ({ value: one, label: planStateWords[one][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.plans[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.title[language],
                head: true,
                cell: (row) => (
                  <>
                    <a href={`/hau-kiem/ke-hoach/${row.id}`}>
                      <b>{row.title}</b>
                    </a>
                    <small className="quiet block">{row.lead}</small>
                  </>
                ),
              },
              {
                key: 'period',
                label: words.period[language],
                cell: (row) => (
                  <span className="num">
                    {formatDate(row.fromOn)} – {formatDate(row.toOn)}
                  </span>
                ),
              },
              {
                key: 'progress',
                label: words.progress[language],
                align: 'right',
                cell: (row) => <span className="num">{`${row.done}/${row.chosen}`}</span>,
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={planStateWords[row.state].mark}>{planStateWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/hau-kiem/ke-hoach"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
          />
        </>
      )}
    </Page>
  )
}
