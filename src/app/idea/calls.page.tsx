import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { planCall } from '#/programme/idea/call.actions.ts'
import { runsCalls } from '#/programme/idea/idea.policy.ts'
import { listCalls } from '#/programme/idea/idea.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { CallFields } from './call-fields.tsx'
import { callState } from './call-state.ts'
import { DeedForm } from './deed-form.tsx'
import { words } from './idea.messages.ts'
import type { Route } from './+types/calls.page'

export const loader = pageLoader(async ({ db, actor, now }) => {
  mustSee(runsCalls(actor, actor.provinceCode))
  return { calls: await listCalls(db, actor), today: plainDateOf(now) }
})

export const action = pageAction(async ({ act, form }) => {
  const id = await act((ctx) => planCall(ctx, textsOf(form)))
  return saved(`/tinh/dot-y-tuong/${id}`)
})

export default function Calls({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { calls, today } = loaderData
  return (
    <Page title={words.calls[language]} lead={words.callsLead[language]} crumbs={[{ href: '/tinh/y-tuong', label: words.ideas[language] }]}>
      <div className="stack-l">
        {calls.length === 0 ? (
          <EmptyState title={words.noCalls[language]} />
        ) : (
          <Table
            caption={words.calls[language]}
            rows={calls}
            rowKey={(call) => call.id}
            columns={[
              {
                key: 'name',
                label: words.callName[language],
                head: true,
                cell: (call) => <a href={`/tinh/dot-y-tuong/${call.id}`}>{call.name}</a>,
              },
              { key: 'opens', label: words.opensOn[language], cell: (call) => <span className="num">{formatDate(call.opensOn)}</span> },
              { key: 'closes', label: words.closesOn[language], cell: (call) => <span className="num">{formatDate(call.closesOn)}</span> },
              {
                key: 'ideas',
                label: words.received[language],
                align: 'right',
                cell: (call) => <span className="num">{Number(call.ideas ?? 0)}</span>,
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (call) => {
                  const state = callState(call, today)
                  return <State kind={state.mark}>{words[state.word][language]}</State>
                },
              },
            ]}
          />
        )}
        <Panel title={words.newCall[language]} small className="measure">
          <DeedForm deed="plan" answer={actionData} label={words.newCall[language]}>
            <CallFields />
          </DeedForm>
        </Panel>
      </div>
    </Page>
  )
}
