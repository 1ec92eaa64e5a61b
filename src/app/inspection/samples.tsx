// Samples of an inspection, what became of them, and the forms that write both.
import { formatDate } from '#/platform/text/format.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { PapersField } from './evidence-fields.tsx'
import type { ShownProduct } from './inspection-tables.tsx'
import { words } from './inspection.messages.ts'

type Sample = {
  id: string
  productId: string | null
  what: string
  quantity: string
  laboratory: string
  dueOn: string
  verdict: 'meets' | 'fails' | null
  resultNumber: string | null
  summary: string
}
type Props = { samples: readonly Sample[]; products: readonly ShownProduct[]; may: boolean; answer: unknown }

export function Samples({ samples, products, may, answer }: Props) {
  const language = useLanguage()
  const waiting = samples.filter((sample) => sample.verdict === null)
  const choices = products.map((one) => ({ value: one.productId, label: one.name }))
  if (samples.length === 0 && !may) return null
  return (
    <section className="stack" aria-labelledby="mau">
      <h2 id="mau">{words.samples[language]}</h2>
      {samples.length === 0 ? null : (
        <Table
          caption={words.samples[language]}
          rows={samples}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'what',
              label: words.what[language],
              head: true,
              cell: (row) => (
                <>
                  <b>{row.what}</b>
                  <small className="quiet block">
                    {[products.find((one) => one.productId === row.productId)?.name ?? '', row.quantity, row.laboratory]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </small>
                  {row.summary === '' ? null : <small className="block">{`${row.resultNumber}: ${row.summary}`}</small>}
                </>
              ),
            },
            {
              key: 'due',
              label: words.resultDue[language],
              nowrap: true,
              cell: (row) => <span className="num">{formatDate(row.dueOn)}</span>,
            },
            {
              key: 'verdict',
              label: words.verdict[language],
              nowrap: true,
              cell: (row) =>
                row.verdict === null ? (
                  <State kind="todo">{words.waiting[language]}</State>
                ) : (
                  <State kind={row.verdict === 'meets' ? 'done' : 'stop'}>{words[row.verdict][language]}</State>
                ),
            },
          ]}
        />
      )}
      {may ? (
        <Disclose summary={words.takeSample[language]}>
          <DeedForm deed="sample" answer={answer} label={words.takeSample[language]} kind="quiet">
            {choices.length === 0 ? null : <Select name="productId" label={words.product[language]} optional choices={choices} />}
            <Field name="what" label={words.what[language]} maxLength={500} />
            <Field name="quantity" label={words.quantity[language]} size="middle" maxLength={100} />
            <Field name="laboratory" label={words.laboratory[language]} maxLength={300} />
            <DateField name="dueOn" label={words.resultDue[language]} />
          </DeedForm>
        </Disclose>
      ) : null}
      {may && waiting.length > 0 ? (
        <Disclose summary={words.result[language]}>
          <Form upload refusal={refusalOf(answer, 'result')} scope="result">
            <ErrorSummary />
            <input type="hidden" name="deed" value="result" />
            <Select
              name="sampleId"
              label={words.sample[language]}
              empty={false}
              choices={waiting.map((one) => ({ value: one.id, label: `${one.what} · ${one.laboratory}` }))}
            />
            <Radios
              name="verdict"
              label={words.verdict[language]}
              choices={[
                { value: 'meets', label: words.meets[language] },
                { value: 'fails', label: words.fails[language] },
              ]}
            />
            <Field name="resultNumber" label={words.resultNumber[language]} size="middle" maxLength={100} />
            <DateField name="resultOn" label={words.resultOn[language]} />
            <TextArea name="summary" label={words.summary[language]} rows={2} maxLength={1000} />
            <PapersField optional={false} />
            <div>
              <Button kind="quiet">{words.result[language]}</Button>
            </div>
          </Form>
        </Disclose>
      ) : null}
    </section>
  )
}
