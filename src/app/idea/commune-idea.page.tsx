import { confirmIdea, returnIdea, undoConfirmation } from '#/programme/idea/idea.actions.ts'
import { ideaFor, ideaHistory } from '#/programme/idea/idea.store.ts'
import { ideaWords } from '#/programme/idea/idea.workflow.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DeedForm, ReasonDeed } from './deed-form.tsx'
import { IdeaFacts } from './idea-facts.tsx'
import { words } from './idea.messages.ts'
import { setTitleOf } from './idea.server.ts'
import { LedgerLines } from './ledger-lines.tsx'
import type { Route } from './+types/commune-idea.page'

export const loader = pageLoader(async (page) => {
  const { idea, rights } = await ideaFor(page.db, page.actor, page.params['id'])
  mustSee(rights.commune)
  return {
    idea,
    rights,
    setTitle: setTitleOf(page, idea),
    history: await ideaHistory(page.db, { kind: 'idea', id: idea.id }, true),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'return') await act((ctx) => returnIdea(ctx, id, texts))
  else if (texts['deed'] === 'undo') await act((ctx) => undoConfirmation(ctx, id))
  else await act((ctx) => confirmIdea(ctx, id, texts))
  return saved(`/xa/y-tuong/${id}`)
})

export default function CommuneIdea({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { idea, rights } = loaderData
  return (
    <Page
      title={idea.name}
      crumbs={[{ href: '/xa/y-tuong', label: words.ideas[language] }]}
      layout="measure"
      marks={<State kind={ideaWords[idea.state].mark}>{ideaWords[idea.state][language]}</State>}
    >
      <div className="stack-l">
        <IdeaFacts idea={idea} setTitle={loaderData.setTitle} />
        {rights.confirm ? (
          <Panel title={words.confirm[language]} small>
            <p className="hint">{words.confirmLead[language]}</p>
            <DeedForm deed="confirm" answer={actionData} label={words.confirm[language]}>
              <TextArea name="remark" label={words.remark[language]} optional rows={2} maxLength={1000} />
            </DeedForm>
          </Panel>
        ) : rights.returnIt ? (
          <Notice>{words.leaderConfirms[language]}</Notice>
        ) : null}
        {rights.returnIt ? (
          <Panel title={words.returnIt[language]} small wash>
            <ReasonDeed deed="return" answer={actionData} label={words.returnIt[language]} />
          </Panel>
        ) : null}
        {rights.undoConfirm ? <DeedForm deed="undo" answer={actionData} label={words.undoConfirm[language]} kind="quiet" /> : null}
        {idea.planId === null ? null : (
          <p>
            <a className="tap" href={`/xa/phuong-an/${idea.planId}`}>
              {words.openPlan[language]}
            </a>
          </p>
        )}
        <LedgerLines lines={loaderData.history} />
      </div>
    </Page>
  )
}
