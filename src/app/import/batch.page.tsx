import { batchById, rowsOf } from '#/programme/import/batch.store.ts'
import { cancelImport, confirmImport, resumeImport } from '#/programme/import/import.actions.ts'
import { columnNames } from '#/programme/import/import.messages.ts'
import { outcomes, type Outcome } from '#/programme/import/plan.ts'
import { importRights } from '#/programme/import/rights.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { isId } from '#/platform/database/id.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { pageAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { Route } from './+types/batch.page'
import { BatchStateMark, OutcomeMark } from './outcome-mark.tsx'
import { fill, importWords as words, outcomeWords } from './import-pages.messages.ts'

const SIZE = 50

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const id = params['id'] ?? ''
  const batch = found(isId(id) ? await batchById(db, id) : null)
  const rights = importRights(actor, batch)
  mustSee(rights.see)
  const asked = url.searchParams.get('loai')
  const outcome: Outcome | null = outcomes.find((one) => one === asked) ?? null
  const page = pageAsked(url.searchParams)
  const counts = batch.state === 'done' ? batch.written : batch.expected
  const total = outcome === null ? batch.rowsTotal : counts[outcome]
  const rows = await rowsOf(db, batch, { outcome, page, size: SIZE })
  const { fileName, state, rowsTotal, rowsDone } = batch
  return { id, fileName, state, rowsTotal, rowsDone, rights, counts, outcome, page, pages: Math.ceil(total / SIZE), rows }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const deed = form.get('deed')
  if (deed === 'cancel') {
    await act((ctx) => cancelImport(ctx, id))
    return saved('/nhap-lieu')
  }
  if (deed === 'resume') await act((ctx) => resumeImport(ctx, id))
  else await act((ctx) => confirmImport(ctx, id))
  return saved(`/nhap-lieu/${id}`)
})

export default function BatchPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, fileName, state, rowsTotal, rowsDone, rights, counts, outcome, page, pages, rows } = loaderData
  const language = useLanguage()
  const [done, total] = [formatNumber(rowsDone), formatNumber(rowsTotal)]
  const address = (kind: Outcome | null, to = 1) =>
    `?${new URLSearchParams({ ...(kind === null ? {} : { loai: kind }), trang: String(to) }).toString()}`
  return (
    <Page
      title={fileName}
      crumbs={[{ href: '/nhap-lieu', label: words.title[language] }]}
      marks={<BatchStateMark state={state} />}
      actions={
        counts.bad === 0 ? undefined : (
          <ButtonLink kind="quiet" icon="download" href={`/nhap-lieu/${id}/dong-loi`}>
            {words.badRows[language]}
          </ButtonLink>
        )
      }
    >
      <div className="stack-l">
        <Form refusal={actionData}>
          <ErrorSummary />
          {rights.confirm ? (
            <>
              <p>{words.confirmLead[language]}</p>
              <div className="row">
                <Button name="deed" value="confirm">
                  {fill(words.confirm[language], { n: formatNumber(rowsTotal - counts.bad - counts.unchanged) })}
                </Button>
                <Button name="deed" value="cancel" kind="quiet">
                  {words.cancel[language]}
                </Button>
              </div>
            </>
          ) : null}
          {state === 'running' ? (
            <Notice announce>
              <p>{fill(words.running[language], { done, total })}</p>
              <progress value={rowsDone} max={rowsTotal} aria-label={fill(words.running[language], { done, total })} />
              <p className="hint">{words.stands[language]}</p>
              <div className="row">
                <ButtonLink href={`/nhap-lieu/${id}`} kind="quiet" small>
                  {words.reload[language]}
                </ButtonLink>
                <Button name="deed" value="resume" kind="quiet" small>
                  {words.resume[language]}
                </Button>
              </div>
            </Notice>
          ) : null}
          {state === 'done' ? (
            <Notice kind="good">
              <p>{fill(words.done[language], { n: formatNumber(counts.new + counts.changed) })}</p>
            </Notice>
          ) : null}
        </Form>
        <Tabs
          label={words.outcome[language]}
          tabs={[
            { href: address(null), label: words.all[language], count: rowsTotal, current: outcome === null },
            ...outcomes.map((kind) => ({
              href: address(kind),
              label: outcomeWords[kind][language],
              count: counts[kind],
              current: outcome === kind,
            })),
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState title={words.noRows[language]} />
        ) : (
          <Table
            caption={fileName}
            rows={rows}
            rowKey={(row) => String(row.line)}
            columns={[
              {
                key: 'product',
                label: words.product[language],
                head: true,
                cell: (row) => row.cells.product || `(${words.unknown[language]})`,
              },
              { key: 'line', label: words.line[language], align: 'right', cell: (row) => formatNumber(row.line) },
              { key: 'outcome', label: words.outcome[language], cell: (row) => <OutcomeMark outcome={row.outcome} /> },
              {
                key: 'reason',
                label: words.reason[language],
                narrow: 'full',
                cell: (row) =>
                  row.reasons.length === 0
                    ? '—'
                    : row.reasons.map((reason) => (
                        <p key={`${reason.column}${reason.vi}`}>
                          {reason.column === null ? '' : `${columnNames[reason.column][language]}: `}
                          {reason[language]}
                        </p>
                      )),
              },
              { key: 'producer', label: words.producer[language], cell: (row) => row.cells.producer || words.unknown[language] },
              {
                key: 'place',
                label: words.place[language],
                narrow: 'full',
                cell: (row) =>
                  [row.cells.commune, row.cells.district, row.cells.province].filter(Boolean).join(', ') || words.unknown[language],
              },
              { key: 'decision', label: words.decision[language], cell: (row) => row.cells.decision_no || words.unknown[language] },
              { key: 'star', label: words.star[language], align: 'right', cell: (row) => row.cells.star || words.unknown[language] },
            ]}
          />
        )}
        <Pager page={page} pages={pages} hrefFor={(to) => address(outcome, to)} />
      </div>
    </Page>
  )
}
