import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { bodiesToServe } from '#/programme/body/body.store.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { planMoney } from '#/programme/money/plan-money.store.ts'
import { issuerOf, NUMBER_LATER, numberPlan, PLAN_SYMBOL } from '#/programme/programme-plan/issue.actions.ts'
import { answerOpinion, askOpinions, giveOpinion, opinionsOn, takeBackToDraft } from '#/programme/programme-plan/opinion.actions.ts'
import { adjustPlan, cancelPlan, returnPlan, submitPlan } from '#/programme/programme-plan/plan.actions.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor, planHistory, revisionsOf } from '#/programme/programme-plan/plan.store.ts'
import { relatedPlans } from '#/programme/programme-plan/related.store.ts'
import { planStateWords } from '#/programme/programme-plan/plan.workflow.ts'
import { planKindWords } from '#/programme/programme-plan/programme-plan.ts'
import { submissionsOf } from '#/programme/programme-plan/submission.actions.ts'
import { linkName, settleCondition } from '#/programme/programme-plan/run.actions.ts'
import { issuePlan } from '#/programme/task/issue.actions.ts'
import { figuresOfRevision } from '../indicator/targets.server.ts'
import { issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { fill } from '../idea/idea.messages.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { LedgerLines, saidIn } from '../ui/ledger-lines.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { DraftDeeds, IssueDeed, Opinions, RunDeeds } from './plan-deeds.tsx'
import { PlanMoney, PlanProducts } from './plan-annexes.tsx'
import { PlanContents } from './plan-section.tsx'
import { Submissions } from './plan-submissions.tsx'
import { PlanTargets } from './plan-targets.tsx'
import { PlanTasks } from './plan-tasks.tsx'
import { PlanOrganisation, PlanSolutions, PlanWords, wordsOf } from './plan-words.tsx'
import { verbWords, words } from './plan.messages.ts'
import type { Route } from './+types/plan.page'

export const loader = pageLoader(async (page) => {
  const { db, actor, params, now } = page
  const { plan, rights } = await planFor(db, actor, params['id'])
  const parts = await partsOf(db, plan.id)
  const revisions = await revisionsOf(db, actor, plan.familyId)
  const running =
    plan.state === 'issued' && plan.communeCode === null && plan.authority === actor.authority && readsMoney(actor, plan.authority)
  const issuer = rights.issue ? await issuerOf(db, plan) : null
  const unlinked = new Set(
    parts.tasks.flatMap((task) => task.bodies.flatMap((body) => (body.bodyId === null && body.roster === null ? [body.name] : []))),
  )
  return {
    plan,
    rights,
    parts,
    figures: await figuresOfRevision(page, plan, parts.targets, revisions),
    running: running && parts.money.length > 0 ? await planMoney(db, actor, plan.familyId) : null,
    today: plainDateOf(now),
    reserved: issuer ? await reservedNumbers(db, issuer.id, PLAN_SYMBOL) : [],
    ...(await relatedPlans(db, actor, plan)),
    revisions,
    // Opinions are the desk's own business.
    opinions: rights.writes || rights.issue || rights.giveOpinion ? await opinionsOn(db, plan.id) : [],
    submissions: rights.readSubmissions ? await submissionsOf(db, plan.id) : [],
    unlinked: rights.run ? [...unlinked] : [],
    bodies: rights.run ? await bodiesToServe(db, plan.authority) : [],
    history: rights.writes || rights.issue ? await planHistory(db, plan.familyId) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const [deed = '', key = ''] = split(texts['deed'] ?? '')
  if (deed === 'adjust') return saved(`/ke-hoach/${await act((ctx) => adjustPlan(ctx, id, texts['reason']))}`)
  if (deed === 'submit') await act((ctx) => submitPlan(ctx, id))
  else if (deed === 'ask') await act((ctx) => askOpinions(ctx, id))
  else if (deed === 'back') await act((ctx) => takeBackToDraft(ctx, id))
  else if (deed === 'opinion') await act((ctx) => giveOpinion(ctx, id, texts))
  else if (deed === 'answer') await act((ctx) => answerOpinion(ctx, id, key, texts['answer']))
  else if (deed === 'return') await act((ctx) => returnPlan(ctx, id, texts['reason']))
  else if (deed === 'cancel') await act((ctx) => cancelPlan(ctx, id, texts['reason']))
  else if (deed === 'number') await act((ctx) => numberPlan(ctx, id, texts))
  else if (deed === 'condition') await act((ctx) => settleCondition(ctx, id, key, texts))
  else if (deed === 'link') await act((ctx) => linkName(ctx, id, { name: key, bodyId: texts['bodyId'] }))
  else {
    const issuing = issuingForm(form)
    await act((ctx) => issuePlan(ctx, id, texts['later'] === '1' ? { ...issuing, numberKind: NUMBER_LATER } : issuing))
  }
  return saved(`/ke-hoach/${id}`)
})

/** "link:Sở Y tế" → the deed and what it is done to. */
function split(deed: string): [string, string] {
  const at = deed.indexOf(':')
  return at < 0 ? [deed, ''] : [deed.slice(0, at), deed.slice(at + 1)]
}

export default function PlanPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, rights, parts, parent, children, revisions } = loaderData
  const base = `/ke-hoach/${plan.id}`
  const shared = { parts, base, edit: rights.edit }
  const { content } = plan
  const outside = content.outsideParent
  const shown = (id: string, label: string, count: number) => (count > 0 || rights.edit ? [{ id, label, count }] : [])
  const entries = [
    ...wordsOf(content).map(({ id, name }) => ({ id, label: words[name][language] })),
    ...shown('chi-tieu', words.targets[language], parts.targets.length),
    ...shown('nhiem-vu', words.tasks[language], parts.tasks.length),
    ...(content.solutions.length === 0 ? [] : [{ id: 'giai-phap', label: words.solutions[language] }]),
    ...shown('kinh-phi', words.money[language], parts.money.length),
    ...(content.organisation.length === 0 ? [] : [{ id: 'to-chuc', label: words.organisation[language] }]),
    ...shown('san-pham', words.products[language], parts.products.length),
  ]
  return (
    <Page
      title={plan.title}
      crumbs={[{ href: '/ke-hoach', label: words.plans[language] }]}
      crumbTitle={plan.number ?? words.plan[language]}
      marks={
        <State kind={planStateWords[plan.state].mark} boxed>
          {planStateWords[plan.state][language]}
        </State>
      }
      actions={
        <>
          {rights.edit ? (
            <>
              <ButtonLink kind="quiet" small href={`${base}/ten`}>
                {words.editHead[language]}
              </ButtonLink>
              <ButtonLink kind="quiet" small href={`${base}/loi-van`}>
                {words.editWords[language]}
              </ButtonLink>
            </>
          ) : null}
          {plan.documentId === null ? null : (
            <>
              <ButtonLink kind="quiet" small icon="doc" href={`/tep/van-ban/${plan.documentId}`}>
                {words.paper[language]}
              </ButtonLink>
              <WordLink href={`/tep/van-ban/${plan.documentId}.docx`} />
            </>
          )}
          <PrintButton />
        </>
      }
      className="print-wide"
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.owner[language], value: plan.owner },
            { label: words.kind[language], value: planKindWords[plan.kind][language] },
            { label: words.period[language], value: `${formatDate(plan.startsOn)} – ${formatDate(plan.endsOn)}` },
            ...(plan.issuedOn === null
              ? []
              : [
                  {
                    label: words.number[language],
                    value: plan.number ?? words.noNumber[language],
                    note: `${formatDate(plan.issuedOn)} · ${plan.signerName ?? ''}`,
                  },
                ]),
            ...(parent
              ? [{ label: words.parent[language], value: <a href={`/ke-hoach/${parent.id}`}>{parent.title}</a>, note: parent.owner }]
              : outside
                ? [{ label: words.parent[language], value: outside.title, note: `${outside.number} · ${outside.issuer}` }]
                : []),
            ...(plan.changeReason === '' ? [] : [{ label: words.reason[language], value: plan.changeReason }]),
          ]}
        />
        {plan.state !== 'issued' && children.length === 0 ? null : (
          <p className="row">
            <ButtonLink kind="quiet" href={`${base}/cap-duoi`}>
              {`${words.children[language]} (${children.length})`}
            </ButtonLink>
          </p>
        )}
        {rights.run ? (
          <p className="row">
            <ButtonLink kind="quiet" href={`/nhiem-vu/tat-ca?ke-hoach=${plan.familyId}`}>
              {words.seeTasks[language]}
            </ButtonLink>
            <ButtonLink kind="quiet" href={`${base}/giao-viec`}>
              {words.addTask[language]}
            </ButtonLink>
          </p>
        ) : null}
        <Submissions submissions={loaderData.submissions} plan={plan} />
        {rights.issue ? <IssueDeed answer={actionData} reserved={loaderData.reserved} today={loaderData.today} /> : null}
        <DraftDeeds rights={rights} answer={actionData} state={plan.state} base={base} />
        <PlanContents entries={entries} />
        <PlanWords content={content} />
        <PlanTargets {...shared} figures={loaderData.figures} />
        <PlanTasks {...shared} />
        <PlanSolutions content={content} />
        <PlanMoney {...shared} running={loaderData.running} />
        <PlanOrganisation content={content} />
        <PlanProducts {...shared} links={rights.edit || rights.run} />
        <Opinions opinions={loaderData.opinions} rights={rights} answer={actionData} />
        {rights.run ? (
          <RunDeeds
            answer={actionData}
            number={plan.number}
            targets={parts.targets}
            unlinked={loaderData.unlinked}
            bodies={loaderData.bodies}
          />
        ) : null}
        {revisions.length < 2 ? null : (
          <section className="stack">
            <h2 className="h3">{words.revisions[language]}</h2>
            <ul>
              {revisions.map((one) => (
                <li key={one.id}>
                  <a href={`/ke-hoach/${one.id}`}>{fill(words.revision[language], { n: one.revision })}</a> ·{' '}
                  {planStateWords[one.state][language]}
                  {one.changeReason === '' ? '' : ` · ${one.changeReason}`}
                  {one.revision === 1 ? null : (
                    <>
                      {' · '}
                      <a href={`/ke-hoach/${one.id}/khac-biet`}>{words.difference[language]}</a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {loaderData.history.length === 0 ? null : (
          <div className="no-print">
            <LedgerLines
              lines={loaderData.history}
              verbs={verbWords}
              note={({ payload }) => saidIn(payload, 'code', 'name', 'number', 'body', 'reason', 'works')}
            />
          </div>
        )}
      </div>
    </Page>
  )
}
