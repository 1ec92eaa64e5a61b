import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { rightsToMark } from '#/programme/inspection/mark.store.ts'
import { readsPlans } from '#/programme/inspection/plan.store.ts'
import { listViolations } from '#/programme/inspection/violation.store.ts'
import { serves } from '#/programme/people/actor.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Stars } from '../ui/star.tsx'
import { Table } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { words } from './inspection.messages.ts'
import { PER_PAGE, violationsQuery } from './list-queries.ts'
import { AreaTabs } from './area-tabs.tsx'
import { violationColumns } from './violations-table.tsx'
import type { Route } from './+types/mark.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const today = plainDateOf(now)
  const query = { search: wordsAsked(url.searchParams), page: pageAsked(url.searchParams), perPage: PER_PAGE }
  const misuse = await listViolations(db, actor, { ...violationsQuery(new URLSearchParams({ loai: 'bieu-trung' })), perPage: 20 }, today)
  return {
    ...(await rightsToMark(db, actor, query, today)),
    query,
    today,
    search: url.search,
    misuse,
    plans: readsPlans(actor),
    desk: serves(actor, actor.authority, 'office', 'leader', 'advisor'),
  }
})

export default function Mark({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, today, misuse, plans, desk } = loaderData
  return (
    <Page
      title={words.mark[language]}
      lead={words.markLead[language]}
      className="print-wide"
      actions={
        <>
          {desk ? (
            <ButtonLink kind="quiet" href="/so-theo-doi/thu-vien?loai=identity">
              {words.markFiles[language]}
            </ButtonLink>
          ) : null}
          <PrintButton />
        </>
      }
    >
      <AreaTabs at="mark" plans={plans} />
      <div className="stack-l">
        {total === 0 && search === '' ? (
          <EmptyState title={words.noneMark[language]} />
        ) : (
          <div>
            <Toolbar search={<Field name="q" type="search" label={words.searchProduct[language]} defaultValue={query.search} />} />
            <Listing
              caption={words.mark[language]}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'product',
                  label: words.product[language],
                  head: true,
                  cell: (row) => (
                    <>
                      <a href={`/c/${row.verifyCode}`}>
                        <b>{row.product}</b>
                      </a>
                      <small className="quiet block">{row.producer}</small>
                    </>
                  ),
                },
                {
                  key: 'star',
                  label: words.star[language],
                  nowrap: true,
                  cell: (row) => <Stars count={row.star} />,
                },
                {
                  key: 'until',
                  label: words.until[language],
                  nowrap: true,
                  cell: (row) => <span className="num">{formatDate(row.until)}</span>,
                },
              ]}
              clearHref="/hau-kiem/bieu-trung"
              search={search}
              page={query.page}
              perPage={PER_PAGE}
              total={total}
              excel={`/hau-kiem/bieu-trung.xlsx${search}`}
            />
          </div>
        )}
        <section className="stack" aria-labelledby="su-dung-sai">
          <h2 id="su-dung-sai">{words.misuse[language]}</h2>
          {misuse.total === 0 ? (
            <p className="hint">{words.noMisuse[language]}</p>
          ) : (
            <>
              <Table
                caption={words.misuse[language]}
                rows={misuse.rows}
                rowKey={(row) => row.id}
                columns={violationColumns(language, today)}
              />
              <p className="no-print">
                <a className="tap" href="/hau-kiem/vi-pham?loai=bieu-trung">
                  {words.allMisuse[language]}
                </a>
              </p>
            </>
          )}
        </section>
      </div>
    </Page>
  )
}
