import { communeFile } from '#/programme/commune/commune.store.ts'
import { rejectAtCommune } from '#/programme/commune/supplement.actions.ts'
import { must } from '#/programme/refuse.ts'
import { useActionData } from 'react-router'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { textOf } from './check-input.ts'
import { words } from './commune.messages.ts'
import { ReasonForm } from './reason-form.tsx'
import { refusalIn } from './refusal.ts'
import type { Route } from './+types/reject.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { rights, dossier, latest } = await communeFile(db, services.regulations, actor, params['id'])
  must(rights.reject)
  return { id: dossier.id, product: latest.snapshot.product.name }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) => rejectAtCommune(ctx, id, { reason: textOf(form, 'reason') }))
  return saved(`/xa/ho-so/${id}`)
})

export default function Reject({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refused = useActionData<typeof action>()
  return (
    <Page
      title={words.reject[language]}
      layout="measure"
      crumbs={[
        { href: '/xa/hop-viec', label: words.inbox[language] },
        { href: `/xa/ho-so/${loaderData.id}`, label: loaderData.product },
      ]}
      lead={words.rejectLead[language]}
    >
      <ReasonForm press={words.reject[language]} refusal={refusalIn(refused)} />
    </Page>
  )
}
