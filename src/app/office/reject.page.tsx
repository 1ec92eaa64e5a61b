import { officeFile } from '#/programme/commune/commune.store.ts'
import { must } from '#/programme/refuse.ts'
import { rejectAtProvince } from '#/programme/round/reception.actions.ts'
import { useActionData } from 'react-router'
import { textOf } from '../commune/check-input.ts'
import { words as shared } from '../commune/commune.messages.ts'
import { ReasonForm } from '../commune/reason-form.tsx'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './office.messages.ts'
import type { Route } from './+types/reject.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { rights, dossier, latest } = await officeFile(db, services.regulations, actor, params['id'])
  must(rights.reject)
  return { id: dossier.id, product: latest.snapshot.product.name }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) => rejectAtProvince(ctx, id, { reason: textOf(form, 'reason') }))
  return saved(`/tinh/ho-so/${id}`)
})

export default function ProvinceReject({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  return (
    <Page
      title={words.reject[language]}
      layout="measure"
      crumbs={[
        { href: '/tinh/tiep-nhan', label: words.reception[language] },
        { href: `/tinh/tiep-nhan/${loaderData.id}`, label: loaderData.product },
      ]}
      lead={shared.rejectLead[language]}
    >
      <ReasonForm press={words.reject[language]} refusal={refusal} />
    </Page>
  )
}
