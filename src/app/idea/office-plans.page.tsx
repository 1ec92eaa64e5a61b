import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDong } from '#/platform/text/format.ts'
import { readsIdeas } from '#/programme/idea/idea.policy.ts'
import { planStates, planWords } from '#/programme/idea/idea.workflow.ts'
import { listPlans, type PlanSort } from '#/programme/idea/plan.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { fill, words } from './idea.messages.ts'
import { PER_PAGE, planQuery } from './list-query.ts'
import type { Route } from './+types/office-plans.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(readsIdeas(actor, actor.provinceCode))
  const query = planQuery(url.searchParams)
  return { ...(await listPlans(db, actor, 'province', query, plainDateOf(now))), query, search: url.search }
})

export default function OfficePlans({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search } = loaderData
  const sortBy = (sort: PlanSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  return (
    <Page title={words.plans[language]} crumbs={[{ href: '/tinh/y-tuong', label: words.ideas[language] }]}>
      {total === 0 && search === '' ? (
        <EmptyState title={words.noPlans[language]} />
      ) : (
        <>
          <Toolbar search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}>
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={planStates.map((state) => ({ value: state, label: planWords[state][language] }))}
            />
            <Filter
              name="tre"
              label={words.progress[language]}
              value={query.late ? '1' : ''}
              choices={[{ value: '1', label: words.lateOnly[language] }]}
            />
          </Toolbar>
          <Listing
            caption={words.plans[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: words.plan[language],
                head: true,
                ...sortBy('name'),
                cell: (row) => (
                  <a href={`/tinh/phuong-an/${row.id}`}>
                    <b>{row.name}</b>
                  </a>
                ),
              },
              { key: 'producer', label: words.producer[language], narrow: 'full', ...sortBy('producer'), cell: (row) => row.producer },
              { key: 'commune', label: words.commune[language], ...sortBy('commune'), cell: (row) => row.commune },
              {
                key: 'investment',
                label: words.investmentTotal[language],
                align: 'right',
                nowrap: true,
                ...sortBy('investment'),
                cell: (row) => (row.investment === null ? '' : <span className="num">{formatDong(row.investment)}</span>),
              },
              {
                key: 'progress',
                label: words.progress[language],
                cell: (row) => (
                  <span className="num">
                    {row.done}/{row.milestones}
                    {row.late === 0 ? '' : `, ${fill(words.late[language], { n: row.late })}`}
                  </span>
                ),
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={planWords[row.state].mark}>{planWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/tinh/phuong-an"
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
