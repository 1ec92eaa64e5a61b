import { formatNumber } from '#/platform/text/format.ts'
import type { ReactNode } from 'react'
import { versionFrom } from '#/programme/fields.ts'
import { fileYear, saveYear } from '#/programme/producer-year/producer-year.actions.ts'
import { yearFor } from '#/programme/producer-year/producer-year.store.ts'
import {
  faultsOf,
  fieldWords,
  jumpsOf,
  moneyFields,
  peopleFields,
  requiredFields,
  type ProductYear,
  type YearField,
} from '#/programme/producer-year/producer-year.ts'
import { must } from '#/programme/refuse.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, MoneyField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill, words } from './producer-year.messages.ts'
import { jumpText, YearFacts } from './year-facts.tsx'
import type { Route } from './+types/year-form.page'

const STEPS = ['people', 'money', 'products', 'review'] as const

export const loader = pageLoader(async ({ db, actor, params, url }) => {
  const year = await yearFor(db, actor, params['producer'], params['year'])
  must(year.rights.edit)
  const asked = Number(url.searchParams.get('buoc'))
  const step = asked >= 1 && asked <= STEPS.length && Number.isInteger(asked) ? asked : 1
  const last = step === STEPS.length
  return {
    year,
    step,
    faults: last ? Object.entries(faultsOf(year.figures, year.products)) : [],
    jumps: last ? jumpsOf(year, year.before, year.limits) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const at = { producerId: params['producer'] ?? '', year: params['year'] ?? '' }
  const texts = textsOf(form)
  const home = `/so-lieu-nam/${at.producerId}/${at.year}`
  if (texts['deed'] === 'file') {
    await act((ctx) => fileYear(ctx, at, texts))
    return saved(home)
  }
  const version = await act((ctx) => saveYear(ctx, at, texts, versionFrom(texts['_version'])))
  return saved(`${home}/khai?buoc=${Number(texts['step']) + 1}`, version)
})

export default function YearForm({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { year, step } = loaderData
  const home = `/so-lieu-nam/${year.producer.id}/${year.year}`
  const kind = STEPS[step - 1] ?? 'people'
  const back =
    step === 1 ? null : (
      <ButtonLink kind="quiet" href={`${home}/khai?buoc=${step - 1}`}>
        {words.back[language]}
      </ButtonLink>
    )
  return (
    <Page
      title={words[kind][language]}
      eyebrow={`${fill(words.ofYear[language], { year: year.year })} · ${fill(words.step[language], { n: step })}`}
      crumbs={[{ href: '/so-lieu-nam', label: words.title[language] }]}
      crumbTitle={fill(words.ofYear[language], { year: year.year })}
      layout="measure"
    >
      {year.row?.state === 'returned' && year.row.remark !== '' ? (
        <Notice kind="warn" title={words.returnedWith[language]}>
          <p>{year.row.remark}</p>
        </Notice>
      ) : null}
      {kind === 'review' ? (
        <Review {...loaderData} answer={actionData} back={back} />
      ) : (
        <Form refusal={actionData && 'refused' in actionData ? actionData : undefined} version={year.row?.version ?? 0}>
          <ErrorSummary />
          <input type="hidden" name="step" value={step} />
          <p className="hint">{words.zero[language]}</p>
          {kind === 'products' ? (
            <Products products={year.products} note={year.row?.note ?? ''} />
          ) : (
            (kind === 'people' ? peopleFields : moneyFields).map((name) => <Question key={name} name={name} year={year} />)
          )}
          <SaveBar>
            <Button>{words.next[language]}</Button>
            {back}
          </SaveBar>
        </Form>
      )}
    </Page>
  )
}

type Year = Route.ComponentProps['loaderData']['year']

function Question({ name, year }: { name: YearField; year: Year }) {
  const language = useLanguage()
  const last = year.before?.figures[name] ?? null
  const frame = {
    name,
    label: fieldWords[name][language],
    optional: !requiredFields.includes(name),
    defaultValue: year.figures[name] === null ? '' : String(year.figures[name]),
    ...(last === null ? {} : { hint: fill(words.before[language], { value: formatNumber(last) }) }),
  }
  return (moneyFields as readonly string[]).includes(name) ? (
    <MoneyField {...frame} />
  ) : (
    <Field {...frame} size="short" inputMode="numeric" maxLength={9} unit={words.people1[language]} />
  )
}

function Products({ products, note }: { products: readonly ProductYear[]; note: string }) {
  const language = useLanguage()
  const text = (value: number | null) => (value === null ? '' : String(value))
  return (
    <>
      {products.length === 0 ? <p>{words.noProducts[language]}</p> : null}
      {products.map((product) => {
        const { productId } = product
        return (
          <Panel key={productId} title={product.name} small>
            <div className="stack">
              {product.recognised ? <p className="hint">{words.recognised[language]}</p> : null}
              <Field name={`unit.${productId}`} label={words.unit[language]} size="short" maxLength={20} defaultValue={product.unit} />
              <Field
                name={`output.${productId}`}
                label={words.output[language]}
                optional={!product.recognised}
                size="middle"
                inputMode="decimal"
                maxLength={20}
                defaultValue={product.outputE3 === null ? '' : formatNumber(product.outputE3 / 1000)}
              />
              <MoneyField name={`price.${productId}`} label={words.price[language]} optional defaultValue={text(product.price)} />
              <MoneyField name={`revenue.${productId}`} label={words.revenue[language]} optional defaultValue={text(product.revenue)} />
            </div>
          </Panel>
        )
      })}
      <TextArea name="note" label={words.note[language]} optional rows={3} maxLength={2000} defaultValue={note} />
    </>
  )
}

/** Where a question stands. */
function stepOf(name: string): number {
  if ((peopleFields as readonly string[]).includes(name)) return 1
  return (moneyFields as readonly string[]).includes(name) ? 2 : 3
}

function Review({ year, faults, jumps, answer, back }: Route.ComponentProps['loaderData'] & { answer: unknown; back: ReactNode }) {
  const language = useLanguage()
  const editAt = `/so-lieu-nam/${year.producer.id}/${year.year}/khai`
  const labelOf = (name: string) => (name in fieldWords ? `${fieldWords[name as YearField][language]}: ` : '')
  return (
    <div className="stack-l">
      {faults.length === 0 ? null : (
        <Notice kind="warn" title={words.mendFirst[language]}>
          <ul>
            {faults.map(([name, fault]) => (
              <li key={name}>
                <a href={`${editAt}?buoc=${stepOf(name)}#f-${name}`}>{`${labelOf(name)}${fault[language]}`}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <YearFacts figures={year.figures} products={year.products} note={year.row?.note ?? ''} editAt={editAt} />
      {faults.length > 0 ? (
        <div>{back}</div>
      ) : (
        <Form refusal={refusalOf(answer, 'file')}>
          <ErrorSummary />
          <input type="hidden" name="deed" value="file" />
          {jumps.length === 0 ? null : (
            <Panel title={words.unusual[language]} wash>
              <div className="stack">
                <p>{words.unusualLead[language]}</p>
                {jumps.map((jump) => (
                  <TextArea
                    key={jump.key}
                    name={`reason.${jump.key}`}
                    label={fill(words.reasonFor[language], {
                      what: jump.label[language],
                      from: jump.from === null ? '–' : jumpText(jump.from, jump.scale),
                      to: jumpText(jump.to, jump.scale),
                    })}
                    rows={2}
                    maxLength={500}
                    defaultValue={year.row?.confirmedJumps[jump.key] ?? ''}
                  />
                ))}
              </div>
            </Panel>
          )}
          <SaveBar>
            <Button>{words.file[language]}</Button>
            {back}
          </SaveBar>
        </Form>
      )}
    </div>
  )
}
