import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { planWords } from '#/programme/idea/idea.workflow.ts'
import { planFor } from '#/programme/idea/plan.load.ts'
import { confirmHalfYear, confirmMilestone } from '#/programme/idea/progress.actions.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Field } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './idea.messages.ts'
import { PlanFacts, PlanProgress } from './plan-facts.tsx'
import type { Route } from './+types/commune-plan.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await planFor(db, actor, params['id'])
  mustSee(file.rights.commune)
  return { file, today: plainDateOf(now) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const [kind, subject = ''] = (texts['deed'] ?? '').split(':')
  if (kind === 'report') await act((ctx) => confirmHalfYear(ctx, id, subject, texts))
  else await act((ctx) => confirmMilestone(ctx, id, subject, texts))
  return saved(`/xa/phuong-an/${id}`)
})

export default function CommunePlan({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { file, today } = loaderData
  const { plan, rights } = file
  const confirming = (deed: string) => (
    <DeedForm deed={deed} answer={actionData} label={words.confirmThis[language]} kind="quiet">
      <Field name="remark" label={words.remark[language]} optional maxLength={1000} />
    </DeedForm>
  )
  return (
    <Page
      title={plan.name}
      eyebrow={words.plan[language]}
      crumbs={[
        { href: '/xa/y-tuong', label: words.ideas[language] },
        { href: `/xa/y-tuong/${plan.ideaId}`, label: plan.name },
      ]}
      crumbTitle={words.plan[language]}
      layout="measure"
      marks={<State kind={planWords[plan.state].mark}>{planWords[plan.state][language]}</State>}
    >
      <div className="stack-l">
        <PlanFacts file={file} />
        <PlanProgress
          file={file}
          today={today}
          underMilestone={(one) =>
            rights.confirm && one.confirmedAt === null && (one.state === 'done' || one.state === 'dropped')
              ? confirming(`milestone:${one.id}`)
              : null
          }
          underReport={(one) => (rights.confirm && one.confirmedAt === null ? confirming(`report:${one.id}`) : null)}
        />
      </div>
    </Page>
  )
}
