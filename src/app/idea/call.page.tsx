import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { versionFrom } from '#/programme/fields.ts'
import { changeCall, LIST_SYMBOL, openCall, sendIdeaList } from '#/programme/idea/call.actions.ts'
import { callFor } from '#/programme/idea/idea.store.ts'
import { ideaStates, ideaWords } from '#/programme/idea/idea.workflow.ts'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { CallFields } from './call-fields.tsx'
import { callState } from './call-state.ts'
import { DeedForm } from './deed-form.tsx'
import { fill, words } from './idea.messages.ts'
import { refusalOf } from './refusal-of.ts'
import type { Route } from './+types/call.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { call, counts } = await callFor(db, actor, params['id'])
  const { office } = await bodiesOf(db, actor.authority)
  return { call, counts, today: plainDateOf(now), reserved: office ? await reservedNumbers(db, office.id, LIST_SYMBOL) : [] }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'open') await act((ctx) => openCall(ctx, id))
  else if (texts['deed'] === 'list') await act((ctx) => sendIdeaList(ctx, id, issuingForm(form)))
  else await act((ctx) => changeCall(ctx, id, texts, versionFrom(form.get('_version'))))
  return saved(`/tinh/dot-y-tuong/${id}`)
})

export default function CallPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { call, counts, today } = loaderData
  const state = callState(call, today)
  return (
    <Page
      title={call.name}
      crumbs={[{ href: '/tinh/dot-y-tuong', label: words.calls[language] }]}
      layout="measure"
      marks={<State kind={state.mark}>{words[state.word][language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.opensOn[language], value: formatDate(call.opensOn) },
            { label: words.closesOn[language], value: formatDate(call.closesOn) },
            ...ideaStates.flatMap((one) =>
              counts[one] === undefined ? [] : [{ label: ideaWords[one][language], value: <span className="num">{counts[one]}</span> }],
            ),
          ]}
        />
        <p className="row">
          <ButtonLink kind="quiet" href={`/tinh/y-tuong?dot=${call.id}`}>
            {words.seeIdeas[language]}
          </ButtonLink>
          {call.listDocumentId === null ? null : (
            <>
              <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${call.listDocumentId}`}>
                {words.listPaper[language]}
              </ButtonLink>
              <WordLink href={`/tep/van-ban/${call.listDocumentId}.docx`} />
            </>
          )}
        </p>
        {call.state === 'planned' ? <DeedForm deed="open" answer={actionData} label={words.openCall[language]} /> : null}
        {state.word === 'callOpen' ? (
          <p className="hint">{fill(words.sendListWhen[language], { day: formatDate(call.closesOn) })}</p>
        ) : null}
        {state.word === 'callEnded' ? (
          <Panel title={words.sendList[language]} small>
            <p className="hint">{words.sendListLead[language]}</p>
            <DeedForm deed="list" answer={actionData} label={words.sendList[language]}>
              <IssuingFields reserved={loaderData.reserved} today={formatDate(today)} />
            </DeedForm>
          </Panel>
        ) : null}
        {call.state === 'listed' ? null : (
          <Panel title={words.changeCall[language]} small wash>
            <Form refusal={refusalOf(actionData, 'change')} version={call.version} scope="change">
              <ErrorSummary />
              <input type="hidden" name="deed" value="change" />
              <CallFields call={call} />
              <div>
                <Button kind="quiet">{words.save[language]}</Button>
              </div>
            </Form>
          </Panel>
        )}
      </div>
    </Page>
  )
}
