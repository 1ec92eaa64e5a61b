import { planFileIds, shippedPlan } from '#/programme/programme-plan/plan-file.ts'
import { startPlan } from '#/programme/programme-plan/plan.actions.ts'
import { loadPlan } from '#/programme/programme-plan/load.actions.ts'
import { writesPlansFor } from '#/programme/programme-plan/plan.policy.ts'
import { possibleParents } from '#/programme/programme-plan/related.store.ts'
import { provinceOf } from '#/programme/people/authority.ts'
import { found } from '#/programme/refuse.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Select } from '../ui/choices.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { HeadFields } from './head-fields.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/new.page'

export const loader = pageLoader(async ({ db, actor }) => {
  const owner = found(writesPlansFor(actor))
  return {
    parents: await possibleParents(db, actor, { ...owner, provinceCode: provinceOf(owner.authority) }),
    shipped: owner.communeCode === null ? planFileIds().map((id) => ({ value: id, label: shippedPlan(id).title })) : [],
  }
})

export const action = pageAction(async ({ act, form, actor }) => {
  found(writesPlansFor(actor))
  const texts = textsOf(form)
  if (texts['deed'] !== 'load') return saved(`/ke-hoach/${await act((ctx) => startPlan(ctx, texts))}`)
  const id = found(planFileIds().find((one) => one === texts['plan']))
  const { planId } = await act((ctx) => loadPlan(ctx, shippedPlan(id)))
  return saved(`/ke-hoach/${planId}`)
})

export default function NewPlan({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { parents, shipped } = loaderData
  return (
    <Page title={words.newPlan[language]} crumbs={[{ href: '/ke-hoach', label: words.plans[language] }]} layout="measure">
      <div className="stack-l">
        <DeedForm deed="start" answer={actionData} label={words.startDraft[language]}>
          <HeadFields parents={parents} />
        </DeedForm>
        {shipped.length === 0 ? null : (
          <Panel title={words.shipped[language]} small wash>
            <p className="hint">{words.shippedHint[language]}</p>
            <DeedForm deed="load" answer={actionData} label={words.load[language]} kind="quiet">
              <Select name="plan" label={words.plan[language]} choices={shipped} />
            </DeedForm>
          </Panel>
        )}
      </div>
    </Page>
  )
}
