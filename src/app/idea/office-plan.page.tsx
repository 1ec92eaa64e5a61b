import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { readsIdeas } from '#/programme/idea/idea.policy.ts'
import { ideaHistory } from '#/programme/idea/idea.store.ts'
import { planWords } from '#/programme/idea/idea.workflow.ts'
import { approvePlan, APPROVAL_SYMBOL, receivePlan, returnPlan } from '#/programme/idea/plan.actions.ts'
import { planFor } from '#/programme/idea/plan.load.ts'
import { partWords, planParts } from '#/programme/idea/plan.ts'
import { mustSee } from '#/programme/refuse.ts'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './idea.messages.ts'
import { LedgerLines } from './ledger-lines.tsx'
import { Asked, PlanFacts, PlanProgress } from './plan-facts.tsx'
import type { Route } from './+types/office-plan.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await planFor(db, actor, params['id'])
  mustSee(readsIdeas(actor, file.plan.provinceCode))
  const { office } = await bodiesOf(db, actor.authority)
  return {
    file,
    today: plainDateOf(now),
    reserved: file.rights.judge && office ? await reservedNumbers(db, office.id, APPROVAL_SYMBOL) : [],
    history: await ideaHistory(db, { kind: 'businessPlan', id: file.plan.id }, false),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'receive') await act((ctx) => receivePlan(ctx, id))
  else if (texts['deed'] === 'return') await act((ctx) => returnPlan(ctx, id, texts))
  else await act((ctx) => approvePlan(ctx, id, { ...issuingForm(form), reason: texts['reason'] ?? '' }))
  return saved(`/tinh/phuong-an/${id}`)
})

export default function OfficePlan({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { file, today } = loaderData
  const { plan, rights } = file
  return (
    <Page
      title={plan.name}
      eyebrow={words.plan[language]}
      crumbs={[{ href: '/tinh/phuong-an', label: words.plans[language] }]}
      layout="measure"
      marks={<State kind={planWords[plan.state].mark}>{planWords[plan.state][language]}</State>}
    >
      <div className="stack-l">
        <Asked file={file} />
        <PlanFacts file={file} />
        <PlanProgress file={file} today={today} underMilestone={() => null} />
        {rights.receive ? <DeedForm deed="receive" answer={actionData} label={words.receive[language]} /> : null}
        {rights.judge ? (
          <>
            <Panel title={words.approve[language]} small>
              <DeedForm deed="approve" answer={actionData} label={words.approve[language]}>
                <TextArea name="reason" label={words.approveReason[language]} rows={3} maxLength={2000} />
                <IssuingFields reserved={loaderData.reserved} today={formatDate(today)} />
              </DeedForm>
            </Panel>
            <Panel title={words.returnPlan[language]} small wash>
              <p className="hint">{words.returnPlanLead[language]}</p>
              <DeedForm deed="return" answer={actionData} label={words.returnPlan[language]} kind="danger">
                {planParts.map((part) => (
                  <TextArea key={part} name={part} label={partWords[part][language]} optional rows={2} maxLength={1000} />
                ))}
              </DeedForm>
            </Panel>
          </>
        ) : null}
        <LedgerLines lines={loaderData.history} />
      </div>
    </Page>
  )
}
