import { versionFrom } from '#/programme/fields.ts'
import { changeRecord } from '#/programme/register/register.actions.ts'
import { recordFor } from '#/programme/register/register.store.ts'
import { headText } from '#/programme/register/register.ts'
import { registerAt } from '#/programme/register/registers.ts'
import { must } from '#/programme/refuse.ts'
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
import { offersFor, typedRow } from './register.server.ts'
import type { Route } from './+types/record-edit.page'

export const loader = pageLoader(async (page) => {
  const register = registerAt(page.params['register'])
  const { row, rights } = await recordFor(page.db, page.actor, register, page.params['id'])
  must(rights.change)
  return {
    slug: register.slug,
    id: row.id,
    version: row.version,
    row: await typedRow(page.db, register, row),
    head: headText(register, row, page.lang),
    offers: await offersFor(page, register),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const register = registerAt(params['register'])
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  await act((ctx) => changeRecord(ctx, register, id, texts, versionFrom(texts['_version'])))
  return saved(`/so-theo-doi/${register.slug}/${id}`)
})

export default function EditRecord({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { slug, id, version, row, head, offers } = loaderData
  const register = registerAt(slug)
  return (
    <Page
      title={fill(words.changeOne[language], { one: register.one[language] })}
      crumbs={[
        { href: `/so-theo-doi/${slug}`, label: register.title[language] },
        { href: `/so-theo-doi/${slug}/${id}`, label: head },
      ]}
      crumbTitle={words.change[language]}
      layout="measure"
    >
      <Form refusal={actionData && 'refused' in actionData ? actionData : undefined} version={version}>
        <ErrorSummary />
        <RecordFields register={register} row={row} offers={offers} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
