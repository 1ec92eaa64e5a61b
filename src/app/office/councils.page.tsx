import { redirect, useActionData } from 'react-router'
import { formatDate } from '#/platform/text/format.ts'
import { createCouncil } from '#/programme/council/council.actions.ts'
import { councilsFor } from '#/programme/council/council.lists.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './council-office.messages.ts'
import type { Route } from './+types/councils.page'

export const loader = pageLoader(async ({ db, actor }) => ({ councils: await councilsFor(db, actor) }))

export const action = pageAction(async ({ act, form }) => {
  const id = await act((ctx) => createCouncil(ctx, { name: form.get('name'), termFrom: form.get('termFrom'), termTo: form.get('termTo') }))
  return redirect(`/tinh/hoi-dong/${id}`, 303)
})

export default function Councils({ loaderData: { councils } }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  return (
    <Page title={words.councils[language]}>
      <div className="stack">
        {councils.length === 0 ? (
          <EmptyState icon="user" title={words.none[language]} hint={words.noneHint[language]} />
        ) : (
          <Table
            caption={words.councils[language]}
            rows={councils}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: words.council[language],
                head: true,
                cell: (row) => <a href={`/tinh/hoi-dong/${row.id}`}>{row.name}</a>,
              },
              {
                key: 'decision',
                label: words.decision[language],
                cell: (row) =>
                  row.decisionNumber === '' ? '' : <span className="num">{`${row.decisionNumber}, ${formatDate(row.decisionDate)}`}</span>,
              },
              {
                key: 'term',
                label: words.term[language],
                nowrap: true,
                cell: (row) => <span className="num">{`${formatDate(row.termFrom)} – ${formatDate(row.termTo)}`}</span>,
              },
              { key: 'members', label: words.members[language], align: 'right', cell: (row) => <span className="num">{row.members}</span> },
              {
                key: 'state',
                label: words.state[language],
                cell: (row) => (
                  <State kind={row.state === 'established' ? 'done' : row.state === 'draft' ? 'part' : 'ended'}>
                    {words[row.state][language]}
                  </State>
                ),
              },
            ]}
          />
        )}
        <Panel title={words.create[language]}>
          <Form refusal={answered && 'refused' in answered ? answered : undefined}>
            <ErrorSummary />
            <Field name="name" label={words.name[language]} defaultValue={words.defaultName[language]} maxLength={200} />
            <DateField name="termFrom" label={words.termFrom[language]} />
            <DateField name="termTo" label={words.termTo[language]} />
            <Button>{words.create[language]}</Button>
          </Form>
        </Panel>
      </div>
    </Page>
  )
}
