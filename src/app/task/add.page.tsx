import { versionFrom } from '#/programme/fields.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { addTask } from '#/programme/task/task.actions.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { TaskFields } from '../plan/task-fields.tsx'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { words } from './task.messages.ts'
import type { Route } from './+types/add.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { plan, rights } = await planFor(db, actor, params['id'])
  mustSee(rights.run)
  return { plan, parts: await partsOf(db, plan.id) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => addTask(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/ke-hoach/${id}#nhiem-vu`)
})

export default function AddTask({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, parts } = loaderData
  return (
    <Page
      title={words.addTask[language]}
      lead={words.addLead[language]}
      crumbs={[{ href: `/ke-hoach/${plan.id}`, label: plan.title }]}
      layout="measure"
    >
      <Form refusal={refusalIn(actionData)} version={plan.version}>
        <ErrorSummary />
        <TaskFields old={null} parts={parts} />
        <SaveBar>
          <Button>{words.addTask[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
