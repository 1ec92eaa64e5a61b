import { addIdea } from '#/programme/idea/idea.actions.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { ownProducers } from '#/programme/producer/producer.store.ts'
import { ownProduct } from '#/programme/product/product.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { emptyIdea, IdeaFields, type IdeaDraft } from './idea-fields.tsx'
import { words } from './idea.messages.ts'
import { ideaChoices } from './idea.server.ts'
import type { Route } from './+types/idea-new.page'

export const loader = pageLoader(async (page) => {
  const { db, actor, url } = page
  mustSee(producersOf(actor).length > 0)
  const producers = await ownProducers(db, actor)
  // From a product's page: what is known of the product is not typed again.
  const product = await ownProduct(db, actor, url.searchParams.get('san-pham') ?? '')
  const idea: IdeaDraft = product
    ? { ...emptyIdea, kind: 'existing', productId: product.id, name: product.name, setNo: product.setNo, content: product.description }
    : emptyIdea
  return { ...(await ideaChoices(page)), idea, producers: producers.map((one) => ({ value: one.id, label: one.name })) }
})

export const action = pageAction(async ({ act, form }) => {
  const texts = textsOf(form)
  const input = { ...texts, priorities: form.getAll('priorities') }
  return saved(`/y-tuong/${await act((ctx) => addIdea(ctx, texts['producerId'] ?? '', input))}`)
})

export default function NewIdea({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { producers, idea, sets, products } = loaderData
  return (
    <Page title={words.addIdea[language]} crumbs={[{ href: '/y-tuong', label: words.ideas[language] }]} layout="measure">
      <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
        <ErrorSummary />
        {producers.length === 1 ? (
          <input type="hidden" name="producerId" value={producers[0]?.value} />
        ) : (
          <Select name="producerId" label={words.producer[language]} choices={producers} />
        )}
        <IdeaFields idea={idea} sets={sets} products={products} />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
