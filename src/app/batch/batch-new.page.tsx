import { addBatch } from '#/programme/batch/batch.actions.ts'
import { lastBatchOf, originsFor } from '#/programme/batch/batch.store.ts'
import { listProducts, ownProduct } from '#/programme/product/product.store.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { BatchFields, emptyBatch, type BatchValues } from './batch-fields.tsx'
import { words } from './batch.messages.ts'
import type { Route } from './+types/batch-new.page'

/** `san-pham`: of which product; without it one is chosen. What the last batch of the product said is copied. */
export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(hasRole(actor, 'producer'))
  const id = url.searchParams.get('san-pham')
  if (id === null) {
    const { rows } = await listProducts(db, actor, '', { limit: 200, offset: 0 })
    return { product: null, products: rows.map((row) => ({ id: row.id, name: row.name })) }
  }
  const product = found(await ownProduct(db, actor, id))
  const last = await lastBatchOf(db, actor, product.id)
  const batch: BatchValues = last
    ? {
        ...emptyBatch,
        shelf: last.batch.shelf,
        unit: last.batch.unit,
        note: last.batch.note,
        steps: last.steps.map((step) => ({ ...step, onDay: null })),
        areas: last.areas.map((area) => area.id),
        links: last.links.map((link) => link.id),
      }
    : emptyBatch
  return {
    product: { id: product.id, name: product.name },
    batch,
    copied: last?.batch.number ?? null,
    origins: await originsFor(db, product),
  }
})

export const action = pageAction(async ({ act, form, url }) => {
  const id = await act((ctx) => addBatch(ctx, url.searchParams.get('san-pham'), textsOf(form)))
  return saved(`/lo-san-xuat/${id}`)
})

export default function BatchNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const crumbs = [{ href: '/lo-san-xuat', label: words.batches[language] }]
  if (loaderData.product === null)
    return (
      <Page title={words.chooseProduct[language]} crumbs={crumbs} layout="measure">
        {loaderData.products.length === 0 ? (
          <EmptyState
            title={words.noProduct[language]}
            action={<ButtonLink href="/san-pham-cua-toi/them">{words.addProduct[language]}</ButtonLink>}
          />
        ) : (
          <ul className="stack">
            {loaderData.products.map((product) => (
              <li key={product.id}>
                <a className="tap" href={`/lo-san-xuat/them?san-pham=${product.id}`}>
                  {product.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Page>
    )
  const { product, batch, copied, origins } = loaderData
  return (
    <Page title={fill(words.addFor[language], { product: product.name })} crumbTitle={words.add[language]} crumbs={crumbs} layout="measure">
      <div className="stack-l">
        {copied === null ? null : (
          <Notice>
            <p>{fill(words.copied[language], { number: copied })}</p>
          </Notice>
        )}
        <DeedForm deed="add" answer={actionData} label={words.saveDraft[language]}>
          <BatchFields batch={batch} origins={origins} />
        </DeedForm>
      </div>
    </Page>
  )
}
