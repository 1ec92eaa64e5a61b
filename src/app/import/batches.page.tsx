import { batchesOf } from '#/programme/import/batch.store.ts'
import { columns } from '#/programme/import/columns.ts'
import { checkImport } from '#/programme/import/import.actions.ts'
import { openQuestions } from '#/programme/import/question.store.ts'
import { importRights } from '#/programme/import/rights.ts'
import { mustSee } from '#/programme/refuse.ts'
import { formatDateTime, formatNumber } from '#/platform/text/format.ts'
import { pageAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/batches.page'
import { BatchStateMark } from './outcome-mark.tsx'
import { fill, importWords as words } from './import-pages.messages.ts'

const SIZE = 20

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(importRights(actor, { provinceCode: actor.provinceCode }).see)
  const page = pageAsked(url.searchParams)
  const { total, rows } = await batchesOf(db, actor.provinceCode, page, SIZE)
  const open = await openQuestions(db, actor.provinceCode, { kind: null, page: 1, size: 1 })
  return {
    page,
    pages: Math.ceil(total / SIZE),
    open: open.unit + open.near,
    rows: rows.map(({ id, fileName, state, rowsTotal, rowsDone, createdAt }) => ({ id, fileName, state, rowsTotal, rowsDone, createdAt })),
  }
})

export const action = pageAction(async ({ act, actor, form }) => {
  mustSee(importRights(actor, { provinceCode: actor.provinceCode }).see)
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const name = file instanceof File ? file.name : ''
  const { id } = await act((ctx) => checkImport(ctx, { name, bytes }))
  return saved(`/nhap-lieu/${id}`)
})

export default function Batches({ loaderData: { page, pages, open, rows }, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={words.title[language]}
      lead={words.lead[language]}
      actions={
        <>
          <ButtonLink kind="quiet" href="/nhap-lieu/can-quyet-dinh">
            {fill(words.queue[language], { n: formatNumber(open) })}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/cong-nhan-truoc-day">
            {words.pastTitle[language]}
          </ButtonLink>
        </>
      }
    >
      <div className="stack-l">
        <Panel title={words.check[language]} small>
          <Form refusal={actionData} upload>
            <ErrorSummary />
            <FileField
              name="file"
              label={words.file[language]}
              accept=".csv,.xlsx,text/csv"
              hint={fill(words.fileHint[language], { columns: columns.join(', ') })}
            />
            <Button>{words.check[language]}</Button>
          </Form>
        </Panel>
        {rows.length === 0 ? (
          <EmptyState title={words.noFiles[language]} />
        ) : (
          <Table
            caption={words.files[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'file',
                label: words.fileName[language],
                head: true,
                cell: (row) => <a href={`/nhap-lieu/${row.id}`}>{row.fileName}</a>,
              },
              { key: 'sent', label: words.sent[language], cell: (row) => formatDateTime(row.createdAt) },
              { key: 'rows', label: words.rows[language], align: 'right', cell: (row) => formatNumber(row.rowsTotal) },
              { key: 'state', label: words.state[language], cell: (row) => <BatchStateMark state={row.state} /> },
            ]}
          />
        )}
        <Pager page={page} pages={pages} hrefFor={(to) => `?trang=${to}`} />
      </div>
    </Page>
  )
}
