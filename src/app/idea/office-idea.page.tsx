import { judgeIdea, undoJudgement } from '#/programme/idea/call.actions.ts'
import { readsIdeas } from '#/programme/idea/idea.policy.ts'
import { ideaFor, ideaHistory } from '#/programme/idea/idea.store.ts'
import { ideaWords, selectionOutcomes } from '#/programme/idea/idea.workflow.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Radios } from '../ui/choices.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DeedForm } from './deed-form.tsx'
import { IdeaFacts } from './idea-facts.tsx'
import { words } from './idea.messages.ts'
import { setTitleOf } from './idea.server.ts'
import { LedgerLines } from './ledger-lines.tsx'
import type { Route } from './+types/office-idea.page'

export const loader = pageLoader(async (page) => {
  const { idea, rights } = await ideaFor(page.db, page.actor, page.params['id'])
  mustSee(readsIdeas(page.actor, idea.provinceCode))
  return {
    idea,
    rights,
    setTitle: setTitleOf(page, idea),
    history: await ideaHistory(page.db, { kind: 'idea', id: idea.id }, !rights.office),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'undo') await act((ctx) => undoJudgement(ctx, id))
  else await act((ctx) => judgeIdea(ctx, id, texts))
  return saved(`/tinh/y-tuong/${id}`)
})

export default function OfficeIdea({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { idea, rights } = loaderData
  return (
    <Page
      title={idea.name}
      crumbs={[{ href: '/tinh/y-tuong', label: words.ideas[language] }]}
      layout="measure"
      marks={<State kind={ideaWords[idea.state].mark}>{ideaWords[idea.state][language]}</State>}
    >
      <div className="stack-l">
        <IdeaFacts idea={idea} setTitle={loaderData.setTitle} />
        {rights.select ? (
          <Panel title={words.judge[language]} small>
            <p className="hint">{words.judgeLead[language]}</p>
            <DeedForm deed="judge" answer={actionData} label={words.judge[language]}>
              <Radios
                name="outcome"
                label={words.outcome[language]}
                choices={selectionOutcomes
                  .filter((one) => one !== idea.state)
                  .map((one) => ({ value: one, label: ideaWords[one][language] }))}
              />
              <TextArea name="reason" label={words.reason[language]} rows={3} maxLength={2000} />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.undoSelect ? <DeedForm deed="undo" answer={actionData} label={words.undoJudge[language]} kind="quiet" /> : null}
        {idea.planId === null || idea.planState === 'draft' ? null : (
          <p>
            <a className="tap" href={`/tinh/phuong-an/${idea.planId}`}>
              {words.openPlan[language]}
            </a>
          </p>
        )}
        <LedgerLines lines={loaderData.history} />
      </div>
    </Page>
  )
}
