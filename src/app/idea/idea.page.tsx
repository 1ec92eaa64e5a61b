import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { editIdea, submitIdea, takeBackIdea, withdrawIdea } from '#/programme/idea/idea.actions.ts'
import { ideaFor, ideaHistory, openCalls } from '#/programme/idea/idea.store.ts'
import { ideaWords } from '#/programme/idea/idea.workflow.ts'
import { startPlan } from '#/programme/idea/plan.actions.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CheckBox, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { DeedForm, ReasonDeed } from './deed-form.tsx'
import { IdeaFacts } from './idea-facts.tsx'
import { IdeaFields } from './idea-fields.tsx'
import { fill, words } from './idea.messages.ts'
import { ideaChoices, setTitleOf } from './idea.server.ts'
import { LedgerLines } from './ledger-lines.tsx'
import { refusalOf } from './refusal-of.ts'
import type { Route } from './+types/idea.page'

export const loader = pageLoader(async (page) => {
  const { db, actor, params, url, now } = page
  const { idea, rights } = await ideaFor(db, actor, params['id'])
  mustSee(rights.owner)
  const calls = await openCalls(db, idea.provinceCode, plainDateOf(now))
  // One that was returned goes back to where it came from, even past that call's last day.
  const own =
    idea.callId !== null && idea.callName !== null ? [{ id: idea.callId, name: idea.callName, closesOn: idea.callClosesOn ?? '' }] : []
  const offered = [...own, ...calls.filter((call) => call.id !== idea.callId)]
  return {
    idea,
    rights,
    setTitle: setTitleOf(page, idea),
    ...(rights.edit ? await ideaChoices(page) : { sets: [], products: [] }),
    calls: offered.map((call) => ({
      value: call.id,
      label: call.closesOn === '' ? call.name : `${call.name}, ${fill(words.until[page.lang], { day: formatDate(call.closesOn) })}`,
    })),
    history: await ideaHistory(db, { kind: 'idea', id: idea.id }, true),
    saved: url.searchParams.has('da-luu'),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const at = `/y-tuong/${id}`
  if (texts['deed'] === 'send') await act((ctx) => submitIdea(ctx, id, texts))
  else if (texts['deed'] === 'takeBack') await act((ctx) => takeBackIdea(ctx, id))
  else if (texts['deed'] === 'withdraw') await act((ctx) => withdrawIdea(ctx, id, texts))
  else if (texts['deed'] === 'plan') return saved(`/phuong-an/${await act((ctx) => startPlan(ctx, id))}`)
  else {
    const input = { ...texts, priorities: form.getAll('priorities') }
    return saved(`${at}?da-luu`, await act((ctx) => editIdea(ctx, id, input, versionFrom(form.get('_version')))))
  }
  return saved(at)
})

export default function IdeaPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { idea, rights, calls } = loaderData
  return (
    <Page
      title={idea.name}
      crumbs={[{ href: '/y-tuong', label: words.ideas[language] }]}
      layout="measure"
      marks={<State kind={ideaWords[idea.state].mark}>{ideaWords[idea.state][language]}</State>}
    >
      <div className="stack-l">
        {loaderData.saved ? (
          <Notice kind="good" announce>
            {words.saved[language]}
          </Notice>
        ) : null}
        {idea.state === 'returned' ? (
          <Notice kind="warn" title={words.communeRemark[language]}>
            <p>{idea.communeRemark}</p>
          </Notice>
        ) : null}
        {idea.earlierDossierId === null ? null : (
          <p>
            {words.earlier[language]}: <a href={`/ho-so/${idea.earlierDossierId}/dang-ky-lai`}>{words.earlierLink[language]}</a>
          </p>
        )}
        {idea.planId === null ? (
          idea.state === 'selected' ? (
            <DeedForm deed="plan" answer={actionData} label={words.startPlan[language]} />
          ) : null
        ) : (
          <p>
            <ButtonLink href={`/phuong-an/${idea.planId}`}>{words.openPlan[language]}</ButtonLink>
          </p>
        )}
        {rights.edit ? (
          <>
            <Form refusal={refusalOf(actionData, 'save')} version={idea.version}>
              <ErrorSummary />
              <input type="hidden" name="deed" value="save" />
              <IdeaFields idea={idea} sets={loaderData.sets} products={loaderData.products} />
              <div>
                <Button>{words.save[language]}</Button>
              </div>
            </Form>
            <Panel title={words.sendTitle[language]} small>
              {calls.length === 0 ? (
                <p className="hint">{words.noCall[language]}</p>
              ) : (
                <DeedForm deed="send" answer={actionData} label={words.send[language]}>
                  <Select name="callId" label={words.call[language]} choices={calls} defaultValue={calls[0]?.value} empty={false} />
                  <CheckBox name="declared" label={words.declared[language]} />
                </DeedForm>
              )}
            </Panel>
          </>
        ) : (
          <IdeaFacts idea={idea} setTitle={loaderData.setTitle} />
        )}
        {rights.takeBack ? <DeedForm deed="takeBack" answer={actionData} label={words.takeBack[language]} kind="quiet" /> : null}
        {rights.withdraw ? (
          <Panel title={words.withdraw[language]} small wash>
            <ReasonDeed deed="withdraw" answer={actionData} label={words.withdraw[language]} />
          </Panel>
        ) : null}
        <LedgerLines lines={loaderData.history} />
      </div>
    </Page>
  )
}
