import { addRecord } from '#/programme/register/register.actions.ts'
import { registerAt } from '#/programme/register/registers.ts'
import { addsTo, seesRegister } from '#/programme/register/rights.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { RecordFields } from './record-fields.tsx'
import { fill, words } from './register.messages.ts'
import { offersFor } from './register.server.ts'
import type { Route } from './+types/record-new.page'

export const loader = pageLoader(async (page) => {
  const register = registerAt(page.params['register'])
  mustSee(seesRegister(page.actor, register))
  must(addsTo(page.actor, register))
  // From the page of another record: `?outletId=Tên` fills that field.
  const given = Object.fromEntries([...page.url.searchParams].map(([name, value]) => [`${name}Text`, value.slice(0, 400)]))
  return { slug: register.slug, given, offers: await offersFor(page, register) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const register = registerAt(params['register'])
  return saved(`/so-theo-doi/${register.slug}/${await act((ctx) => addRecord(ctx, register, textsOf(form)))}`)
})

export default function NewRecord({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const register = registerAt(loaderData.slug)
  return (
    <Page
      title={fill(words.add[language], { one: register.one[language] })}
      crumbs={[
        { href: '/so-theo-doi', label: words.registers[language] },
        { href: `/so-theo-doi/${register.slug}`, label: register.title[language] },
      ]}
      layout="measure"
    >
      <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
        <ErrorSummary />
        <RecordFields register={register} row={loaderData.given} offers={loaderData.offers} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
