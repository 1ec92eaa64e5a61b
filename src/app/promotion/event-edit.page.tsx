import { versionFrom } from '#/programme/fields.ts'
import { changeEvent } from '#/programme/promotion/event.actions.ts'
import { eventFor } from '#/programme/promotion/promotion.store.ts'
import { must } from '#/programme/refuse.ts'
import { planTasks, tiedTask } from '#/programme/register/plan-task.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { EventFields } from './event-fields.tsx'
import { words } from './promotion.messages.ts'
import type { Route } from './+types/event-edit.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { event, rights } = await eventFor(db, actor, params['id'], 1)
  must(rights.keep)
  return { event, tasks: await planTasks(db, event.authority), tied: await tiedTask(db, event) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => changeEvent(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/xuc-tien/${id}`)
})

export default function EventEdit({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { event } = loaderData
  return (
    <Page
      title={words.change[language]}
      crumbs={[
        { href: '/xuc-tien', label: words.promotion[language] },
        { href: `/xuc-tien/${event.id}`, label: event.title },
      ]}
      layout="measure"
    >
      <Form refusal={refusalIn(actionData)} version={event.version}>
        <ErrorSummary />
        <EventFields {...loaderData} />
        <div>
          <Button>{words.save[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
