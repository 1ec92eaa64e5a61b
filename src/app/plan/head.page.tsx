import { versionFrom } from '#/programme/fields.ts'
import { editHead } from '#/programme/programme-plan/plan.actions.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { possibleParents } from '#/programme/programme-plan/related.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { refusalIn } from '../commune/refusal.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { HeadFields } from './head-fields.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/head.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { plan, rights } = await planFor(db, actor, params['id'])
  mustSee(rights.edit)
  return { plan, parents: await possibleParents(db, actor, plan) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => editHead(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/ke-hoach/${id}`)
})

export default function HeadPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, parents } = loaderData
  return (
    <Page title={words.editHead[language]} crumbs={[{ href: `/ke-hoach/${plan.id}`, label: plan.title }]} layout="measure">
      <Form refusal={refusalIn(actionData)} version={plan.version}>
        <ErrorSummary />
        <HeadFields plan={plan} parents={parents} />
        <CheckBox name="moveDays" label={words.moveDays[language]} checked />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
