import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { listInspections } from '#/programme/inspection/inspection.store.ts'
import {
  inspectionKinds,
  inspectionKindWords,
  inspectionStates,
  inspectionStateWords,
  sites,
  siteWords,
} from '#/programme/inspection/inspection.ts'
import { readsPlans } from '#/programme/inspection/plan.store.ts'
import { serves } from '#/programme/people/actor.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './inspection.messages.ts'
import { inspectionColumns } from './inspections-table.tsx'
import { inspectionsQuery, PER_PAGE } from './list-queries.ts'
import { AreaTabs } from './area-tabs.tsx'
import type { Route } from './+types/inspections.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = inspectionsQuery(url.searchParams)
  return {
    ...(await listInspections(db, actor, query)),
    query,
    search: url.search,
    keep: serves(actor, actor.authority, 'office'),
    plans: readsPlans(actor),
    thisYear: Number(plainDateOf(now).slice(0, 4)),
  }
})

export default function Inspections({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep, plans, thisYear } = loaderData
  const add = keep ? <ButtonLink href="/hau-kiem/them">{words.add[language]}</ButtonLink> : undefined
  const sortBy = (sort: 'recent' | 'producer') => ({
    sortHref: withParams(search, { xep: sort === 'recent' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'producer' ? ('ascending' as const) : ('descending' as const) } : {}),
  })
  return (
    <Page
      title={words.inspections[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        <>
          <PrintButton />
          {add}
        </>
      }
    >
      <AreaTabs at="inspections" plans={plans} />
      {total === 0 && search === '' ? (
        <EmptyState title={words.none[language]} {...(add ? { action: add } : {})} />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.searchInspection[language]} defaultValue={query.search} />}
            hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={inspectionStates.map((one) => ({ value: one, label: inspectionStateWords[one][language] }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={inspectionKinds.map((one) => ({ value: one, label: inspectionKindWords[one][language] }))}
            />
            <Filter
              name="noi"
              label={words.site[language]}
              value={query.site}
              choices={sites.map((one) => ({ value: one, label: siteWords[one][language] }))}
            />
            <Filter
              name="nam"
              label={words.year[language]}
              value={query.year === null ? '' : String(query.year)}
              choices={yearsBack(thisYear)}
            />
          </Toolbar>
          <Listing
            caption={words.inspections[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={inspectionColumns(language, { recent: sortBy('recent'), producer: sortBy('producer') })}
            clearHref="/hau-kiem"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/hau-kiem.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}

const yearsBack = (thisYear: number) =>
  Array.from({ length: 8 }, (_, back) => String(thisYear + 1 - back)).map((year) => ({ value: year, label: year }))
