import { producersOf } from '#/programme/people/actor.ts'
import { ownProducers } from '#/programme/producer/producer.store.ts'
import { addProduct } from '#/programme/product/product.actions.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { textsOf } from './incoming.server.ts'
import { packsOf, ProductFields } from './product-fields.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/product-new.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(producersOf(actor).length > 0)
  const producers = await ownProducers(db, actor)
  return { producers: producers.map((one) => ({ value: one.id, label: one.name })) }
})

export const action = pageAction(async ({ act, form }) => {
  const texts = textsOf(form)
  const id = await act((ctx) => addProduct(ctx, texts['producerId'] ?? '', { ...texts, packs: packsOf(texts) }))
  return saved(`/san-pham-cua-toi/${id}/bo-san-pham?q=${encodeURIComponent((texts['name'] ?? '').slice(0, 100))}`)
})

export default function NewProduct({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { producers } = loaderData
  return (
    <Page title={words.addProduct[language]} crumbs={[{ href: '/san-pham-cua-toi', label: words.products[language] }]} layout="measure">
      <Form refusal={actionData}>
        <ErrorSummary />
        {producers.length === 1 ? (
          <input type="hidden" name="producerId" value={producers[0]?.value} />
        ) : (
          <Select name="producerId" label={words.producer[language]} choices={producers} />
        )}
        <ProductFields name="" description="" packs={[]} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
