// Which product on record a row of a plan's annex stands for: searched for, chosen by one press.
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { productChoices } from '#/programme/programme-plan/product.link.ts'
import { linkProduct } from '#/programme/programme-plan/run.actions.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/product.page'

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const { plan, rights } = await planFor(db, actor, params['id'])
  mustSee(rights.edit || rights.run)
  const row = found((await partsOf(db, plan.id)).products.find((one) => one.id === params['row']))
  // Nothing asked yet: what has the row's own name.
  const asked = url.searchParams.has('q') ? wordsAsked(url.searchParams) : row.productName
  return { plan: { id: plan.id, title: plan.title }, row, asked, choices: await productChoices(db, plan.provinceCode, asked) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => linkProduct(ctx, id, params['row'] ?? '', { productId: form.get('productId') }))
  return saved(`/ke-hoach/${id}#san-pham`)
})

export default function PlanProductPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, row, asked, choices } = loaderData
  return (
    <Page
      title={words.linkProduct[language]}
      lead={words.linkProductLead[language]}
      crumbs={[
        { href: '/ke-hoach', label: words.plans[language] },
        { href: `/ke-hoach/${plan.id}#san-pham`, label: plan.title },
      ]}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.productName[language], value: row.productName },
            { label: words.producerName[language], value: row.producerName || '–' },
            { label: words.communeName[language], value: row.communeName || '–' },
          ]}
        />
        <div>
          <Toolbar search={<Field name="q" type="search" label={words.searchProduct[language]} defaultValue={asked} />} />
          <Form refusal={actionData}>
            <ErrorSummary />
            {choices.length === 0 ? (
              <EmptyState title={words.noProduct[language]} hint={words.noProductHint[language]} />
            ) : (
              <Table
                caption={words.linkProduct[language]}
                rows={choices}
                rowKey={(one) => one.id}
                columns={[
                  { key: 'name', label: words.productName[language], head: true, cell: (one) => one.name },
                  { key: 'producer', label: words.producerName[language], cell: (one) => one.producerName },
                  { key: 'commune', label: words.communeName[language], cell: (one) => one.communeName },
                  {
                    key: 'link',
                    label: words.linkThis[language],
                    narrow: 'full',
                    cell: (one) =>
                      one.id === row.productId ? (
                        <State kind="done">{words.linkedNow[language]}</State>
                      ) : (
                        <Button kind="quiet" small name="productId" value={one.id}>
                          {words.linkThis[language]}
                          <span className="vh">: {`${one.name}, ${one.producerName}`}</span>
                        </Button>
                      ),
                  },
                ]}
              />
            )}
            {row.productId === null ? null : (
              <div>
                <Button kind="danger" small name="productId" value="">
                  {words.unlink[language]}
                </Button>
              </div>
            )}
          </Form>
        </div>
      </div>
    </Page>
  )
}
