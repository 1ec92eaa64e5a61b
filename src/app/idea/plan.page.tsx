import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { versionFrom } from '#/programme/fields.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { ideaHistory } from '#/programme/idea/idea.store.ts'
import { planWords } from '#/programme/idea/idea.workflow.ts'
import { savePlan, stopPlan, submitPlan, takeBackPlan } from '#/programme/idea/plan.actions.ts'
import { fieldsOf, planFor } from '#/programme/idea/plan.load.ts'
import { isCarriedOut } from '#/programme/idea/plan.ts'
import { finishPlan } from '#/programme/idea/progress.actions.ts'
import type { DossierState } from '#/programme/dossier/dossier.workflow.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { DeedForm, ReasonDeed } from './deed-form.tsx'
import { words } from './idea.messages.ts'
import { LedgerLines } from './ledger-lines.tsx'
import { Asked, PlanFacts, PlanProgress } from './plan-facts.tsx'
import { PlanFields } from './plan-fields.tsx'
import { readPlanForm } from './plan-input.ts'
import { refusalOf } from './refusal-of.ts'
import type { Route } from './+types/plan.page'

export const loader = pageLoader(async ({ db, actor, params, url, now }) => {
  const file = await planFor(db, actor, params['id'])
  mustSee(file.rights.owner)
  return {
    file,
    fields: fieldsOf(file.plan, file),
    today: plainDateOf(now),
    history: await ideaHistory(db, { kind: 'businessPlan', id: file.plan.id }, false),
    saved: url.searchParams.has('da-luu'),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const at = `/phuong-an/${id}`
  if (texts['deed'] === 'send') await act((ctx) => submitPlan(ctx, id))
  else if (texts['deed'] === 'takeBack') await act((ctx) => takeBackPlan(ctx, id))
  else if (texts['deed'] === 'stop') await act((ctx) => stopPlan(ctx, id, texts))
  else if (texts['deed'] === 'finish') await act((ctx) => finishPlan(ctx, id))
  else return saved(`${at}?da-luu`, await act((ctx) => savePlan(ctx, id, readPlanForm(texts), versionFrom(form.get('_version')))))
  return saved(at)
})

export default function PlanPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { file, today } = loaderData
  const { plan, rights } = file
  const carried = plan.state === 'approved' || plan.state === 'done'
  return (
    <Page
      title={plan.name}
      eyebrow={words.plan[language]}
      crumbs={[
        { href: '/y-tuong', label: words.ideas[language] },
        { href: `/y-tuong/${plan.ideaId}`, label: plan.name },
      ]}
      crumbTitle={words.plan[language]}
      layout="measure"
      marks={<State kind={planWords[plan.state].mark}>{planWords[plan.state][language]}</State>}
    >
      <div className="stack-l">
        {loaderData.saved ? (
          <Notice kind="good" announce>
            {words.saved[language]}
          </Notice>
        ) : null}
        <Asked file={file} />
        {plan.endReason === '' ? null : <Notice kind="warn">{plan.endReason}</Notice>}
        {rights.startDossier ? (
          <p>
            <ButtonLink href={`/phuong-an/${plan.id}/mo-ho-so`}>{words.startDossier[language]}</ButtonLink>
          </p>
        ) : null}
        {file.dossiers.length === 0 ? null : (
          <Panel title={words.dossiers[language]} small wash>
            <ul>
              {file.dossiers.map((dossier) => (
                <li key={dossier.id}>
                  <a href={`/ho-so/${dossier.id}`}>{stateWords[dossier.state as DossierState][language]}</a>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {rights.edit ? (
          <>
            <Form refusal={refusalOf(actionData, 'save')} version={plan.version}>
              <ErrorSummary />
              <input type="hidden" name="deed" value="save" />
              <PlanFields plan={loaderData.fields} thisYear={Number(today.slice(0, 4))} />
              <div>
                <Button>{words.save[language]}</Button>
              </div>
            </Form>
            <Panel title={words.sendPlan[language]} small>
              <p className="hint">{words.sendPlanLead[language]}</p>
              <DeedForm deed="send" answer={actionData} label={words.sendPlan[language]} />
            </Panel>
          </>
        ) : (
          <PlanFacts file={file} />
        )}
        {rights.takeBack ? <DeedForm deed="takeBack" answer={actionData} label={words.takeBack[language]} kind="quiet" /> : null}
        {carried ? (
          <PlanProgress
            file={file}
            today={today}
            underMilestone={(milestone) =>
              rights.report && milestone.confirmedAt === null ? (
                <p>
                  <ButtonLink kind="quiet" small href={`/phuong-an/${plan.id}/moc/${milestone.id}`}>
                    {words.report[language]}
                    <span className="vh"> {milestone.title}</span>
                  </ButtonLink>
                </p>
              ) : null
            }
          />
        ) : null}
        {rights.report ? (
          <p>
            <ButtonLink kind="quiet" href={`/phuong-an/${plan.id}/bao-cao`}>
              {words.addReport[language]}
            </ButtonLink>
          </p>
        ) : null}
        {rights.finish && isCarriedOut(file.milestones) ? (
          <DeedForm deed="finish" answer={actionData} label={words.finish[language]} kind="quiet" />
        ) : null}
        {rights.stop ? (
          <Panel title={words.stopPlan[language]} small wash>
            <ReasonDeed deed="stop" answer={actionData} label={words.stopPlan[language]} />
          </Panel>
        ) : null}
        <LedgerLines lines={loaderData.history} />
      </div>
    </Page>
  )
}
