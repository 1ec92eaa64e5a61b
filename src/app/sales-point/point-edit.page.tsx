import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { versionFrom } from '#/programme/fields.ts'
import { must } from '#/programme/refuse.ts'
import { textOfReference } from '#/programme/register/resolve.ts'
import { changePoint } from '#/programme/sales-point/point.actions.ts'
import { pointFor } from '#/programme/sales-point/sales-point.store.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { pointOffers } from './offers.server.ts'
import { PointFields } from './point-fields.tsx'
import { words } from './sales-point.messages.ts'
import type { Route } from './+types/point-edit.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { point, rights } = await pointFor(db, actor, params['id'], plainDateOf(now))
  must(rights.keep)
  const operator = point.operatorProducerId === null ? '' : await textOfReference(db, 'producer', point.authority, point.operatorProducerId)
  return { point, operator, offers: await pointOffers(db, point.authority) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => changePoint(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/diem-ban/${id}`)
})

export default function PointEdit({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { point, operator, offers } = loaderData
  const coordinates =
    point.latitudeE6 === null || point.longitudeE6 === null
      ? ''
      : `${(point.latitudeE6 / 1e6).toFixed(6)}, ${(point.longitudeE6 / 1e6).toFixed(6)}`
  return (
    <Page
      title={words.change[language]}
      crumbs={[
        { href: '/diem-ban', label: words.points[language] },
        { href: `/diem-ban/${point.id}`, label: point.name },
      ]}
      layout="measure"
    >
      <Form refusal={refusalIn(actionData)} version={point.version}>
        <ErrorSummary />
        <PointFields
          point={{
            ...point,
            operator,
            commune: point.communeCode === null ? '' : (point.place ?? ''),
            district: point.communeCode === null && point.districtCode !== null ? (point.place ?? '') : '',
            decisionNumber: point.decisionNumber ?? '',
            coordinates,
          }}
          {...offers}
        />
        <div>
          <Button>{words.save[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
