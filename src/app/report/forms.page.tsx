import { formatInstantDate } from '#/platform/text/format.ts'
import { mustSee } from '#/programme/refuse.ts'
import { takeShippedForms } from '#/programme/report/form.actions.ts'
import { formsOf } from '#/programme/report/form.store.ts'
import { reportKindWords, rowsOf } from '#/programme/report/form.ts'
import { callRights } from '#/programme/report/report.policy.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './report.messages.ts'
import type { Route } from './+types/forms.page'

export const loader = pageLoader(async ({ db, actor }) => {
  const rights = callRights(actor, actor.authority)
  mustSee(rights.see)
  const forms = await formsOf(db, actor.authority)
  return {
    keep: rights.keep,
    forms: forms.map(({ id, kind, title, revision, state, createdAt, content }) => ({
      id,
      kind,
      title,
      revision,
      state,
      createdAt,
      rows: rowsOf(content).length,
    })),
  }
})

export const action = pageAction(async ({ act }) => {
  await act((ctx) => takeShippedForms(ctx))
  return saved('/bao-cao/mau')
})

export default function Forms({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { forms, keep } = loaderData
  const take = keep ? (
    <DeedForm deed="take" kind={forms.length === 0 ? 'primary' : 'quiet'} answer={actionData} label={words.takeForms[language]} />
  ) : undefined
  return (
    <Page
      title={words.forms[language]}
      lead={words.formsLead[language]}
      crumbs={[{ href: '/bao-cao', label: words.reports[language] }]}
      className="print-wide"
    >
      {forms.length === 0 ? (
        <EmptyState title={words.noForms[language]} action={take} />
      ) : (
        <div className="stack-l">
          <Table
            caption={words.forms[language]}
            rows={forms}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.form[language],
                head: true,
                cell: (row) => (
                  <a href={`/bao-cao/mau/${row.id}`}>
                    <b>{row.title}</b>
                  </a>
                ),
              },
              { key: 'kind', label: words.kind[language], cell: (row) => reportKindWords[row.kind][language] },
              {
                key: 'revision',
                label: words.revisionNo[language],
                align: 'right',
                cell: (row) => <span className="num">{row.revision}</span>,
              },
              { key: 'rows', label: words.indicator[language], align: 'right', cell: (row) => <span className="num">{row.rows}</span> },
              {
                key: 'day',
                label: words.revised[language],
                cell: (row) => <span className="num">{formatInstantDate(row.createdAt)}</span>,
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => (
                  <State kind={row.state === 'used' ? 'done' : row.state === 'draft' ? 'part' : 'ended'}>
                    {words[row.state][language]}
                  </State>
                ),
              },
            ]}
          />
          {take}
        </div>
      )}
    </Page>
  )
}
