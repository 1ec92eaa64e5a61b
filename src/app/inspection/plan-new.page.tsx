import { bodiesToServe } from '#/programme/body/body.store.ts'
import { addInspectionPlan } from '#/programme/inspection/plan.actions.ts'
import { readsPlans } from '#/programme/inspection/plan.store.ts'
import { serves } from '#/programme/people/actor.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Checks, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './inspection.messages.ts'
import type { Route } from './+types/plan-new.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(readsPlans(actor))
  must(serves(actor, actor.authority, 'office'))
  return { bodies: (await bodiesToServe(db, actor.authority)).map((one) => ({ value: one.id, label: one.name })) }
})

export const action = pageAction(async ({ act, form }) => {
  const bodies = form.getAll('bodies').map(String)
  return saved(`/hau-kiem/ke-hoach/${await act((ctx) => addInspectionPlan(ctx, textsOf(form), bodies))}`)
})

export default function PlanNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { bodies } = loaderData
  return (
    <Page
      title={words.addPlan[language]}
      crumbs={[
        { href: '/hau-kiem', label: words.inspections[language] },
        { href: '/hau-kiem/ke-hoach', label: words.plans[language] },
      ]}
      layout="measure"
    >
      <DeedForm deed="add" answer={actionData} label={words.addPlan[language]}>
        <Field name="title" label={words.title[language]} maxLength={300} />
        <DateField name="fromOn" label={words.fromOn[language]} />
        <DateField name="toOn" label={words.toOn[language]} />
        <Field name="wanted" label={words.wanted[language]} size="short" inputMode="numeric" maxLength={5} />
        <Select name="leadBodyId" label={words.leadBody[language]} choices={bodies} />
        <Checks name="bodies" label={words.bodies[language]} optional choices={bodies} />
        <TextArea name="content" label={words.content[language]} optional rows={4} maxLength={4000} />
      </DeedForm>
    </Page>
  )
}
