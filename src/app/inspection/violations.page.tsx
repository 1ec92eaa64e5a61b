import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { readsPlans } from '#/programme/inspection/plan.store.ts'
import { listViolations } from '#/programme/inspection/violation.store.ts'
import {
  severities,
  severityWords,
  violationKinds,
  violationKindWords,
  violationStates,
  violationStateWords,
} from '#/programme/inspection/violation.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './inspection.messages.ts'
import { PER_PAGE, violationsQuery } from './list-queries.ts'
import { AreaTabs } from './area-tabs.tsx'
import { violationColumns } from './violations-table.tsx'
import type { Route } from './+types/violations.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = violationsQuery(url.searchParams)
  const today = plainDateOf(now)
  return {
    ...(await listViolations(db, actor, query, today)),
    query,
    search: url.search,
    kind: url.searchParams.get('loai'),
    plans: readsPlans(actor),
    today,
  }
})

export default function Violations({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, kind, plans, today } = loaderData
  const sortBy = (sort: 'recent' | 'due') => ({
    sortHref: withParams(search, { xep: sort === 'recent' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'due' ? ('ascending' as const) : ('descending' as const) } : {}),
  })
  return (
    <Page title={words.violations[language]} className="print-wide" actions={<PrintButton />}>
      <AreaTabs at="violations" plans={plans} />
      {total === 0 && search === '' ? (
        <EmptyState
          title={words.noneViolation[language]}
          action={
            <ButtonLink kind="quiet" href="/hau-kiem">
              {words.inspections[language]}
            </ButtonLink>
          }
        />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.searchViolation[language]} defaultValue={query.search} />}
            hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={[
                { value: 'late', label: words.late[language] },
                ...violationStates.map((one) => ({ value: one as string, label: violationStateWords[one][language] })),
              ]}
            />
            <Filter
              name="loai"
              label={words.violationKind[language]}
              value={kind}
              choices={[
                { value: 'bieu-trung', label: words.misuse[language] },
                ...violationKinds.map((one) => ({ value: one as string, label: violationKindWords[one][language] })),
              ]}
            />
            <Filter
              name="muc"
              label={words.severity[language]}
              value={query.severity}
              choices={severities.map((one) => ({ value: one, label: severityWords[one][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.violations[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={violationColumns(language, today, { recent: sortBy('recent'), due: sortBy('due') })}
            clearHref="/hau-kiem/vi-pham"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/hau-kiem/vi-pham.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
