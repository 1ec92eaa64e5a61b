import { serves } from '#/programme/people/actor.ts'
import { addEvent } from '#/programme/promotion/event.actions.ts'
import { knowsEvents } from '#/programme/promotion/promotion.load.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { planTasks } from '#/programme/register/plan-task.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { emptyEvent, EventFields } from './event-fields.tsx'
import { words } from './promotion.messages.ts'
import type { Route } from './+types/event-new.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(knowsEvents(actor))
  must(serves(actor, actor.authority, 'office'))
  return { tasks: await planTasks(db, actor.authority), task: url.searchParams.get('nhiem-vu') ?? '' }
})

export const action = pageAction(async ({ act, form }) => saved(`/xuc-tien/${await act((ctx) => addEvent(ctx, textsOf(form)))}`))

export default function EventNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.add[language]} crumbs={[{ href: '/xuc-tien', label: words.promotion[language] }]} layout="measure">
      <DeedForm deed="add" answer={actionData} label={words.add[language]}>
        <EventFields event={emptyEvent} {...loaderData} />
      </DeedForm>
    </Page>
  )
}
