import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { cancelEvent, holdEvent, openEvent } from '#/programme/promotion/event.actions.ts'
import { answerPart, askForPart, giveStall, invitePart, recordPartResult, settlePart } from '#/programme/promotion/part.actions.ts'
import { askable, eventFor, eventHistory } from '#/programme/promotion/promotion.store.ts'
import { eventKindWords, eventStateWords, reachWords } from '#/programme/promotion/promotion.ts'
import { tiedTask } from '#/programme/register/plan-task.ts'
import { candidateText, suggestions } from '#/programme/register/resolve.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { taskFact } from '../plan/task-field.tsx'
import { textsOf } from '../producer/incoming.server.ts'
import { daysText } from '../training/course-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { EventParts } from './event-parts.tsx'
import { verbWords, words } from './promotion.messages.ts'
import type { Route } from './+types/event.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await eventFor(db, actor, params['id'])
  const { event, rights } = file
  return {
    ...file,
    over: event.endsOn <= plainDateOf(now),
    ownIds: producersOf(actor),
    askable: rights.ask ? await askable(db, actor, event.id) : [],
    offered:
      rights.keep && event.state === 'open' ? (await suggestions(db, 'product', event.authority, null, 1000)).map(candidateText) : [],
    task: rights.parts === 'all' ? await tiedTask(db, event) : null,
    history: rights.parts === 'all' ? await eventHistory(db, event.id) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'open') await act((ctx) => openEvent(ctx, id))
  else if (deed === 'hold') await act((ctx) => holdEvent(ctx, id, texts))
  else if (deed === 'cancel') await act((ctx) => cancelEvent(ctx, id, texts))
  else if (deed === 'ask') await act((ctx) => askForPart(ctx, id, texts))
  else if (deed === 'invite') await act((ctx) => invitePart(ctx, id, texts))
  else if (deed === 'settle') await act((ctx) => settlePart(ctx, id, texts['part'], texts))
  else if (deed === 'stall') await act((ctx) => giveStall(ctx, id, texts))
  else if (deed === 'answer') await act((ctx) => answerPart(ctx, id, texts['part'], texts))
  else await act((ctx) => recordPartResult(ctx, id, texts['part'], texts))
  return saved(`/xuc-tien/${id}`)
})

export default function EventPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { event, rights, history, over } = loaderData
  const state = eventStateWords[event.state]
  const said = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }])
  const changing = rights.keep && (event.state === 'planned' || event.state === 'open')
  return (
    <Page
      title={event.title}
      eyebrow={eventKindWords[event.kind][language]}
      crumbs={[{ href: '/xuc-tien', label: words.promotion[language] }]}
      className="print-wide"
      marks={<State kind={state.mark}>{state[language]}</State>}
      actions={
        <>
          <PrintButton />
          {changing ? (
            <ButtonLink kind="quiet" small href={`/xuc-tien/${event.id}/sua`}>
              {words.change[language]}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.days[language], value: <span className="num">{daysText(event)}</span> },
            { label: words.reach[language], value: reachWords[event.reach][language] },
            ...said(words.place[language], event.place),
            ...said(words.organiser[language], event.organiser),
            ...taskFact(loaderData.task, language),
            ...said(words.content[language], event.content),
            ...said(words.visitors[language], event.visitors === null ? '' : formatNumber(event.visitors)),
            ...said(words.result[language], event.result),
            ...said(words.reason[language], event.endReason),
          ]}
        />
        <EventParts {...loaderData} answer={actionData} />
        {changing ? (
          <Panel title={words.next[language]} wash className="measure no-print">
            {event.state === 'planned' ? (
              <DeedForm deed="open" answer={actionData} label={words.open[language]} />
            ) : over ? (
              <DeedForm deed="hold" answer={actionData} label={words.hold[language]} kind="quiet">
                <Field name="visitors" label={words.visitors[language]} optional size="short" inputMode="numeric" maxLength={10} />
                <TextArea name="result" label={words.result[language]} optional rows={3} maxLength={4000} />
              </DeedForm>
            ) : (
              <p>{fill(words.holdFrom[language], { day: formatDate(event.endsOn) })}</p>
            )}
            <Disclose summary={words.cancel[language]}>
              <ReasonDeed deed="cancel" answer={actionData} label={words.cancel[language]} />
            </Disclose>
          </Panel>
        ) : null}
        {rights.parts === 'all' ? <LedgerLines lines={history} verbs={verbWords} /> : null}
      </div>
    </Page>
  )
}
