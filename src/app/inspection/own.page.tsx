import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { listInspections } from '#/programme/inspection/inspection.store.ts'
import { listViolations } from '#/programme/inspection/violation.store.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './inspection.messages.ts'
import { inspectionColumns } from './inspections-table.tsx'
import { inspectionsQuery, PER_PAGE, violationsQuery } from './list-queries.ts'
import { violationColumns } from './violations-table.tsx'
import type { Route } from './+types/own.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(producersOf(actor).length > 0)
  const today = plainDateOf(now)
  const all = new URLSearchParams()
  const page = pageAsked(url.searchParams)
  const records = await listInspections(db, actor, { ...inspectionsQuery(all), state: 'recorded', perPage: 200 })
  const violations = await listViolations(db, actor, { ...violationsQuery(all), sort: 'due', perPage: 200 }, today)
  return {
    ...(await listInspections(db, actor, { ...inspectionsQuery(all), page })),
    page,
    search: url.search,
    today,
    records: records.rows,
    violations: violations.rows.filter((row) => row.state === 'open' || row.state === 'returned'),
    anyViolation: violations.total > 0,
  }
})

export default function Own({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, page, search, today, records, violations, anyViolation } = loaderData
  return (
    <Page
      title={words.own[language]}
      lead={words.ownLead[language]}
      actions={
        <>
          {anyViolation ? (
            <ButtonLink kind="quiet" href="/hau-kiem/vi-pham">
              {words.violations[language]}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="quiet" href="/hau-kiem/bieu-trung">
            {words.mark[language]}
          </ButtonLink>
        </>
      }
    >
      <div className="stack-l">
        {records.length === 0 && violations.length === 0 && total > 0 ? <p className="hint">{words.nothingToDo[language]}</p> : null}
        {records.length === 0 ? null : (
          <section className="stack" aria-labelledby="cho-ky">
            <h2 id="cho-ky">{words.toSign[language]}</h2>
            <Table caption={words.toSign[language]} rows={records} rowKey={(row) => row.id} columns={inspectionColumns(language)} />
          </section>
        )}
        {violations.length === 0 ? null : (
          <section className="stack" aria-labelledby="vi-pham">
            <h2 id="vi-pham">{words.toRemedy[language]}</h2>
            <Table
              caption={words.toRemedy[language]}
              rows={violations}
              rowKey={(row) => row.id}
              columns={violationColumns(language, today)}
            />
          </section>
        )}
        {total === 0 ? (
          <EmptyState
            title={words.none[language]}
            action={
              <ButtonLink kind="quiet" href="/hau-kiem/bieu-trung">
                {words.mark[language]}
              </ButtonLink>
            }
          />
        ) : (
          <section className="stack" aria-labelledby="tat-ca">
            <h2 id="tat-ca">{words.inspections[language]}</h2>
            <Listing
              caption={words.inspections[language]}
              rows={rows}
              rowKey={(row) => row.id}
              columns={inspectionColumns(language)}
              clearHref="/hau-kiem-cua-toi"
              search={search}
              page={page}
              perPage={PER_PAGE}
              total={total}
            />
          </section>
        )}
      </div>
    </Page>
  )
}
