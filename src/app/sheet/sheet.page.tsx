import { formatDateTime, formatNumber } from '#/platform/text/format.ts'
import { sheetKind } from '#/programme/sheet/kinds.ts'
import { checkSheet } from '#/programme/sheet/sheet.actions.ts'
import { lastSheetBatches } from '#/programme/sheet/sheet.store.ts'
import { fill } from '../commune/commune.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/sheet.page'
import { SheetState } from './marks.tsx'
import { words } from './sheet.messages.ts'
import { subjectAsked } from './subject.ts'

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const kind = sheetKind(params['kind'])
  const subjectId = subjectAsked(url)
  const authority = await kind.rights(db, actor, subjectId)
  const batches = await lastSheetBatches(db, kind.kind, authority, subjectId, kind.ownOnly?.(actor) ? actor.accountId : null)
  return {
    kind: kind.kind,
    title: kind.title,
    lead: kind.lead,
    columns: kind.columns.map(({ key, title, required = false, money = false, example, hint }) => ({
      key,
      title,
      required,
      money,
      example,
      hint,
    })),
    home: kind.home(subjectId),
    search: url.search,
    batches: batches.map(({ id, fileName, state, counts, createdAt }) => ({
      id,
      fileName,
      state,
      rows: counts.new + counts.changed + counts.unchanged + counts.bad,
      createdAt,
    })),
  }
})

export const action = pageAction(async ({ act, db, actor, form, params, url }) => {
  // Asked before the file is read: who may not bring anything in costs nothing.
  const subjectId = subjectAsked(url)
  await sheetKind(params['kind']).rights(db, actor, subjectId)
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const name = file instanceof File ? file.name : ''
  const { id } = await act((ctx) => checkSheet(ctx, params['kind'], subjectId, { name, bytes }))
  return saved(`/nhap-bang/lo/${id}`)
})

export default function SheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { kind, title, lead, columns, home, search, batches } = loaderData
  return (
    <Page
      title={fill(words.title[language], { what: title[language] })}
      lead={lead[language]}
      crumbs={[{ href: home, label: title[language] }]}
      actions={
        <ButtonLink kind="quiet" icon="download" href={`/nhap-bang/${kind}/mau.xlsx${search}`} download>
          {words.template[language]}
        </ButtonLink>
      }
    >
      <div className="stack-l">
        <Panel title={words.check[language]} small>
          <Form refusal={actionData} upload>
            <ErrorSummary />
            <FileField name="file" label={words.file[language]} accept=".xlsx,.csv,text/csv" hint={words.fileHint[language]} />
            <div>
              <Button>{words.check[language]}</Button>
            </div>
            {columns.some((column) => column.money) ? <p className="hint">{words.moneyHint[language]}</p> : null}
            <p className="hint">{words.nothingYet[language]}</p>
          </Form>
        </Panel>
        <Table
          caption={words.columns[language]}
          showCaption
          rows={columns}
          rowKey={(column) => column.key}
          columns={[
            { key: 'title', label: words.column[language], head: true, cell: (column) => column.title[language] },
            { key: 'needed', label: words.needed[language], cell: (column) => (column.required ? words.yes : words.no)[language] },
            { key: 'example', label: words.example[language], cell: (column) => column.example },
            { key: 'note', label: words.note[language], narrow: 'full', cell: (column) => column.hint?.[language] ?? '' },
          ]}
        />
        {batches.length === 0 ? null : (
          <Table
            caption={words.earlier[language]}
            showCaption
            rows={batches}
            rowKey={(batch) => batch.id}
            columns={[
              {
                key: 'file',
                label: words.fileName[language],
                head: true,
                cell: (batch) => <a href={`/nhap-bang/lo/${batch.id}`}>{batch.fileName}</a>,
              },
              { key: 'sent', label: words.sent[language], cell: (batch) => formatDateTime(batch.createdAt) },
              { key: 'rows', label: words.rows[language], align: 'right', cell: (batch) => formatNumber(batch.rows) },
              { key: 'state', label: words.state[language], cell: (batch) => <SheetState state={batch.state} /> },
            ]}
          />
        )}
      </div>
    </Page>
  )
}
