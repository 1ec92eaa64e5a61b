import { versionFrom } from '#/programme/fields.ts'
import { indicators } from '#/programme/indicator/registry.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { dropForm, removeFormRow, reviseForm, saveFormRow, useForm } from '#/programme/report/form.actions.ts'
import { formBefore, formById } from '#/programme/report/form.store.ts'
import {
  differenceOf,
  reportKindWords,
  rowKinds,
  rowKindWords,
  unitKinds,
  unitKindWords,
  unitOf,
  type FormRow,
} from '#/programme/report/form.ts'
import { callRights } from '#/programme/report/report.policy.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox, Radios, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './report.messages.ts'
import type { Route } from './+types/form.page'

export const loader = pageLoader(async ({ db, actor, params, lang }) => {
  const form = found(await formById(db, params['id'] ?? ''))
  const rights = callRights(actor, form.authority)
  mustSee(rights.see)
  const before = await formBefore(db, form)
  return {
    form,
    keep: rights.keep,
    difference: before ? differenceOf(before.content, form.content) : null,
    indicators: Object.values(indicators).map((one) => ({ value: one.id, label: one.title[lang] })),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const version = versionFrom(form.get('_version'))
  if (texts['deed'] === 'revise') return saved(`/bao-cao/mau/${await act((ctx) => reviseForm(ctx, id))}`)
  if (texts['deed'] === 'dropForm') {
    await act((ctx) => dropForm(ctx, id, version))
    return saved('/bao-cao/mau')
  }
  if (texts['deed'] === 'use') await act((ctx) => useForm(ctx, id, version))
  else if (texts['deed'] === 'remove') await act((ctx) => removeFormRow(ctx, id, texts['code'], version))
  else await act((ctx) => saveFormRow(ctx, id, texts, version))
  return saved(`/bao-cao/mau/${id}`)
})

export default function FormPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { form, keep, difference } = loaderData
  const draft = keep && form.state === 'draft'
  const what = (row: FormRow) =>
    row.kind === 'indicator'
      ? `${indicators[row.indicator]?.title[language] ?? row.indicator}${Object.keys(row.params).length === 0 ? '' : ` ${JSON.stringify(row.params)}`}`
      : row.kind === 'hand'
        ? `${unitOf(row)[language]}, ${words[row.measure][language].toLowerCase()}`
        : ''
  return (
    <Page
      title={form.title}
      crumbs={[
        { href: '/bao-cao', label: words.reports[language] },
        { href: '/bao-cao/mau', label: words.forms[language] },
      ]}
      className="print-wide"
      marks={<State kind={form.state === 'used' ? 'done' : form.state === 'draft' ? 'part' : 'ended'}>{words[form.state][language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.kind[language], value: reportKindWords[form.kind][language] },
            { label: words.revisionNo[language], value: String(form.revision) },
          ]}
        />
        {difference === null ? null : (
          <Panel title={words.difference[language]} small wash>
            {difference.length === 0 ? (
              <p>{words.same[language]}</p>
            ) : (
              <ul>
                {difference.map((one) => (
                  <li key={one.code}>
                    <b>{words[one.change][language]}:</b> {one.title} <small className="quiet">({one.code})</small>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        )}
        {form.content.sections.map((section) => (
          <section key={section.title} className="stack">
            <h2>{section.title}</h2>
            <Table
              caption={section.title}
              rows={section.rows}
              rowKey={(row) => row.code}
              columns={[
                { key: 'code', label: words.code[language], cell: (row) => <code>{row.code}</code> },
                { key: 'title', label: words.rowTitle[language], head: true, cell: (row) => row.title },
                {
                  key: 'kind',
                  label: words.rowKind[language],
                  narrow: 'full',
                  cell: (row) => (
                    <>
                      {rowKindWords[row.kind][language]}
                      {what(row) === '' ? null : <small className="quiet block">{what(row)}</small>}
                    </>
                  ),
                },
                {
                  key: 'asks',
                  label: words.askedOf[language],
                  cell: (row) =>
                    row.asks.length === unitKinds.length
                      ? words.all[language]
                      : row.asks.map((one) => unitKindWords[one][language]).join(', '),
                },
                { key: 'source', label: words.source[language], cell: (row) => row.source },
                ...(draft
                  ? [
                      {
                        key: 'remove',
                        label: words.remove[language],
                        cell: (row: FormRow) => (
                          <Form scope={`remove-${row.code}`} version={form.version}>
                            <input type="hidden" name="deed" value="remove" />
                            <input type="hidden" name="code" value={row.code} />
                            <Button kind="quiet" small>
                              {words.remove[language]}
                              <span className="vh"> {row.title}</span>
                            </Button>
                          </Form>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </section>
        ))}
        {draft ? (
          <>
            <Panel title={words.rowSaved[language]} small className="measure">
              <p className="hint">{words.rowHint[language]}</p>
              <Form refusal={refusalOf(actionData, 'row')} version={form.version} scope="row">
                <ErrorSummary />
                <input type="hidden" name="deed" value="row" />
                <Field name="code" label={words.code[language]} size="middle" maxLength={20} />
                <Field name="title" label={words.rowTitle[language]} maxLength={300} />
                <Select
                  name="section"
                  label={words.section[language]}
                  choices={form.content.sections.map((section, index) => ({ value: String(index + 1), label: section.title }))}
                />
                <Field name="newSection" label={words.newSection[language]} optional maxLength={200} />
                <Radios
                  name="kind"
                  label={words.rowKind[language]}
                  choices={rowKinds.map((kind) => ({ value: kind, label: rowKindWords[kind][language] }))}
                />
                <Select name="indicator" label={words.indicatorId[language]} optional choices={loaderData.indicators} />
                <Field name="params" label={words.params[language]} hint={words.paramsHint[language]} optional maxLength={1000} />
                <Field name="unit" label={words.unitOfCount[language]} optional size="middle" maxLength={40} />
                <Select
                  name="measure"
                  label={words.measure[language]}
                  optional
                  choices={[
                    { value: 'flow', label: words.flow[language] },
                    { value: 'stock', label: words.stock[language] },
                  ]}
                />
                <fieldset className="stack">
                  <legend>{words.askedOf[language]}</legend>
                  {unitKinds.map((one) => (
                    <CheckBox key={one} name={`asks.${one}`} label={unitKindWords[one][language]} checked />
                  ))}
                </fieldset>
                <CheckBox name="required" label={words.required[language]} />
                <Field name="source" label={words.source[language]} optional maxLength={60} />
                <div>
                  <Button kind="quiet">{words.save[language]}</Button>
                </div>
              </Form>
            </Panel>
            <p className="hint">{words.useLead[language]}</p>
            <DeedForm deed="use" version={form.version} answer={actionData} label={words.useForm[language]} />
            <DeedForm deed="dropForm" kind="danger" version={form.version} answer={actionData} label={words.dropForm[language]} />
          </>
        ) : null}
        {keep && form.state === 'used' ? <DeedForm deed="revise" kind="quiet" answer={actionData} label={words.revise[language]} /> : null}
      </div>
    </Page>
  )
}
