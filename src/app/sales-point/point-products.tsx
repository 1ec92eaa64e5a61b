import { formatDate } from '#/platform/text/format.ts'
import type { PointRights } from '#/programme/sales-point/sales-point.load.ts'
import type { PointProduct } from '#/programme/sales-point/sales-point.store.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { words } from './sales-point.messages.ts'

type Props = {
  point: { state: string }
  rights: PointRights
  products: readonly PointProduct[]
  offered: readonly string[]
  today: string
  answer: unknown
}

/** What a point sells; a product whose certificate has lapsed is shown as such to who can do something about it. */
export function PointProducts({ point, rights, products, offered, today, answer }: Props) {
  const language = useLanguage()
  const onSale = products.filter((one) => one.until === null)
  const changing = rights.keep && point.state !== 'closed'
  return (
    <section className="stack" aria-labelledby="san-pham">
      <h2 id="san-pham">{words.productsOnSale[language]}</h2>
      {products.length === 0 ? <p className="hint">{words.noProducts[language]}</p> : null}
      <ul className="stack">
        {products.map((one) => (
          <li key={`${one.productId} ${one.since}`}>
            <b>{one.name}</b>
            <small className="quiet block">
              {[
                one.producer,
                `${words.since[language]} ${formatDate(one.since)}`,
                one.until === null ? '' : fill(words.until[language], { day: formatDate(one.until) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </small>
            {!rights.months || one.until !== null ? null : (
              <State kind={one.certified ? 'done' : 'stop'}>{(one.certified ? words.certified : words.lapsed)[language]}</State>
            )}
          </li>
        ))}
      </ul>
      {changing && onSale.length > 0 ? (
        <Disclose summary={words.endProduct[language]}>
          <DeedForm deed="endProduct" answer={answer} label={words.endProduct[language]} kind="danger">
            <Select
              name="product"
              label={words.product[language]}
              choices={onSale.map((one) => ({ value: one.productId, label: `${one.name} · ${one.producer}` }))}
            />
          </DeedForm>
        </Disclose>
      ) : null}
      {changing ? (
        <Disclose summary={words.addProduct[language]}>
          <DeedForm deed="product" answer={answer} label={words.addProduct[language]} kind="quiet">
            <Field
              name="product"
              label={words.product[language]}
              hint={words.productHint[language]}
              suggestions={offered}
              maxLength={400}
              autoComplete="off"
            />
            <DateField name="since" label={words.since[language]} defaultValue={formatDate(today)} />
          </DeedForm>
        </Disclose>
      ) : null}
    </section>
  )
}
