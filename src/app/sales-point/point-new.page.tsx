import { serves } from '#/programme/people/actor.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { addPoint } from '#/programme/sales-point/point.actions.ts'
import { knowsPoints } from '#/programme/sales-point/sales-point.load.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { pointOffers } from './offers.server.ts'
import { emptyPoint, PointFields } from './point-fields.tsx'
import { words } from './sales-point.messages.ts'
import type { Route } from './+types/point-new.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(knowsPoints(actor))
  must(serves(actor, actor.authority, 'office'))
  return pointOffers(db, actor.authority)
})

export const action = pageAction(async ({ act, form }) => saved(`/diem-ban/${await act((ctx) => addPoint(ctx, textsOf(form)))}`))

export default function PointNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.add[language]} crumbs={[{ href: '/diem-ban', label: words.points[language] }]} layout="measure">
      <DeedForm deed="add" answer={actionData} label={words.add[language]}>
        <PointFields point={emptyPoint} {...loaderData} />
      </DeedForm>
    </Page>
  )
}
