import { isId } from '#/platform/database/id.ts'
import { keepsMoney } from '#/programme/money/money.policy.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { askSupport } from '#/programme/support/support.actions.ts'
import { askableProducers, productsOf } from '#/programme/support/support.store.ts'
import { itemRules, supportItems } from '#/programme/support/support.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './support.messages.ts'
import type { Route } from './+types/ask.page'

/** The office first finds the producer (`chu-the`); a producer with one business comes straight to the form. */
export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(producersOf(actor).length > 0 || keepsMoney(actor, actor.authority))
  const search = wordsAsked(url.searchParams)
  const asked = url.searchParams.get('chu-the')
  const found = await askableProducers(db, actor, search)
  const own = producersOf(actor).length > 0
  const chosen = found.find((one) => one.id === asked) ?? (own && found.length === 1 ? found[0] : undefined) ?? null
  const known = chosen ?? (isId(asked) && !own ? ((await askableProducers(db, actor, '')).find((one) => one.id === asked) ?? null) : null)
  return { search, found, chosen: known, products: known ? await productsOf(db, known.id) : [] }
})

export const action = pageAction(async ({ act, form, url }) => {
  const texts = textsOf(form)
  return saved(`/ho-tro/${await act((ctx) => askSupport(ctx, texts['producerId'] ?? url.searchParams.get('chu-the') ?? '', texts))}`)
})

export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { search, found, chosen, products } = loaderData
  return (
    <Page
      title={words.ask[language]}
      {...(chosen ? { eyebrow: chosen.name } : {})}
      lead={words.askLead[language]}
      crumbs={[{ href: '/ho-tro', label: words.supports[language] }]}
      layout="measure"
    >
      {chosen === null ? (
        <div className="stack">
          <form method="get">
            <SearchBox label={words.findProducer[language]} defaultValue={search} placeholder={words.findProducer[language]} />
          </form>
          {found.length === 0 ? <EmptyState icon="search" title={words.noProducer[language]} /> : null}
          <ul className="stack">
            {found.map((one) => (
              <li key={one.id}>
                <a className="tap" href={`/ho-tro/moi?chu-the=${one.id}`}>
                  {one.name}
                </a>{' '}
                <small className="quiet">{one.taxCode}</small>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <DeedForm deed="ask" answer={actionData} label={words.ask[language]}>
          <input type="hidden" name="producerId" value={chosen.id} />
          <Select
            name="item"
            label={words.item[language]}
            choices={supportItems.map((item) => ({ value: item, label: itemRules[item].words[language] }))}
          />
          <Select
            name="productId"
            label={words.product[language]}
            optional
            choices={products.map((product) => ({ value: product.id, label: product.name }))}
          />
          <TextArea name="detail" label={words.detail[language]} rows={3} maxLength={1000} />
          <MoneyField name="asked" label={words.asked[language]} />
          <MoneyField name="ownShare" label={words.ownShare[language]} optional />
        </DeedForm>
      )}
    </Page>
  )
}
