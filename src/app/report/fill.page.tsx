import { formatNumber } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { must } from '#/programme/refuse.ts'
import { contentOf } from '#/programme/report/compute.actions.ts'
import { figureText } from '#/programme/report/figure.text.ts'
import { figuresOf, lastFigures, type KeptFigure } from '#/programme/report/figures.store.ts'
import { dropProposal, propose, saveReport } from '#/programme/report/fill.actions.ts'
import { flows, periodicKinds, rowsOf, type FormRow } from '#/programme/report/form.ts'
import { proposalsOf } from '#/programme/report/proposals.store.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { besidesOf } from '#/programme/report/report.store.ts'
import { implausible } from '#/programme/report/report.ts'
import { fill } from '../commune/commune.messages.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './report.messages.ts'
import type { Route } from './+types/fill.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { report, rights } = await reportFor(db, actor, params['id'])
  must(rights.unit && rights.fill)
  return {
    report,
    personal: rights.personal,
    content: await contentOf(db, report),
    figures: Object.fromEntries(await figuresOf(db, report.id)),
    last: Object.fromEntries(await lastFigures(db, report)),
    remarks: (await besidesOf(db, report.id)).remarks.filter((remark) => remark.answer === '' || report.state === 'sentBack'),
    proposals: await proposalsOf(db, report.id),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'propose') await act((ctx) => propose(ctx, id, texts))
  else if (texts['deed'] === 'drop') await act((ctx) => dropProposal(ctx, id, texts['proposal']))
  else {
    await act((ctx) => saveReport(ctx, id, texts, versionFrom(form.get('_version'))))
    return saved(`/bao-cao/${id}`)
  }
  return saved(`/bao-cao/${id}/nhap`)
})

export default function Fill({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { report, content, figures, last, remarks, proposals, personal } = loaderData
  const estimates = report.cutOffOn < report.periodTo
  return (
    <Page
      title={words.fill[language]}
      eyebrow={report.callTitle}
      crumbs={[
        { href: '/bao-cao', label: words.reports[language] },
        { href: `/bao-cao/${report.id}`, label: report.unitName },
      ]}
      layout="measure"
    >
      <div className="stack-l">
        {rowsOf(content).some((row) => row.kind === 'hand' || (row.kind === 'indicator' && flows(row))) ? (
          <p className="row no-print">
            <ButtonLink kind="quiet" icon="download" href={`/bao-cao/${report.id}/nhap.xlsx`} download>
              {words.fillBook[language]}
            </ButtonLink>
            <a className="tap" href={`/nhap-bang/so-lieu-bao-cao?thuoc=${report.id}`}>
              {words.fillImport[language]}
            </a>
          </p>
        ) : null}
        <Form refusal={refusalOf(actionData, 'save')} version={report.version} scope="save" className="stack-l">
          <ErrorSummary />
          <input type="hidden" name="deed" value="save" />
          {remarks.length === 0 ? null : (
            <Panel title={words.remarks[language]} small>
              {remarks.map((one) => (
                <TextArea
                  key={one.id}
                  name={`answer.${one.id}`}
                  label={one.remark}
                  hint={words.answer[language]}
                  optional
                  rows={2}
                  maxLength={2000}
                  defaultValue={one.answer}
                />
              ))}
            </Panel>
          )}
          {content.sections.map((section) => (
            <section key={section.title} className="stack">
              <h2>{section.title}</h2>
              {section.rows.map((row) => (
                <RowFields
                  key={row.code}
                  row={row}
                  figure={figures[row.code]}
                  last={last[row.code] ?? null}
                  trueUp={report.previousId !== null && periodicKinds.includes(report.kind)}
                  estimates={estimates}
                  personal={personal}
                />
              ))}
            </section>
          ))}
          <TextArea name="comment" label={words.comment[language]} optional rows={4} maxLength={10_000} defaultValue={report.comment} />
          <SaveBar>
            <Button>{words.save[language]}</Button>
          </SaveBar>
        </Form>
        {rowsOf(content).some((row) => row.kind === 'proposals') ? (
          <Panel title={words.proposals[language]} small>
            {proposals.map((one) => (
              <div key={one.id} className="row between">
                <p>
                  <b>{one.name}</b>
                  {one.post === '' ? '' : `, ${one.post}`}: {one.merit}
                </p>
                <Form scope={`drop${one.id}`}>
                  <input type="hidden" name="deed" value="drop" />
                  <input type="hidden" name="proposal" value={one.id} />
                  <Button kind="quiet" small>
                    {words.remove[language]}
                    <span className="vh"> {one.name}</span>
                  </Button>
                </Form>
              </div>
            ))}
            <DeedForm deed="propose" kind="quiet" answer={actionData} label={words.propose[language]}>
              <Select
                name="kind"
                label={words.kind[language]}
                choices={[
                  { value: 'unit', label: words.proposedUnit[language] },
                  { value: 'person', label: words.proposedPerson[language] },
                ]}
              />
              <Field name="name" label={words.name[language]} maxLength={200} />
              <Field name="post" label={words.proposedPost[language]} optional maxLength={300} />
              <TextArea name="merit" label={words.merit[language]} rows={3} maxLength={3000} />
            </DeedForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}

type RowProps = {
  row: FormRow
  figure: KeptFigure | undefined
  last: number | null
  trueUp: boolean
  estimates: boolean
  personal: boolean
}

function RowFields({ row, figure, last, trueUp, estimates, personal }: RowProps) {
  const language = useLanguage()
  const typed = (value: number | null | undefined) => (value == null ? '' : String(value))
  if (row.kind === 'proposals') return null
  if (row.kind === 'text')
    return (
      <TextArea
        name={`c.${row.code}`}
        label={row.title}
        {...(row.required ? {} : { optional: true })}
        rows={5}
        maxLength={20_000}
        defaultValue={figure?.comment ?? ''}
      />
    )
  const flow = flows(row)
  return (
    <fieldset className="stack">
      <legend>
        <b>{row.title}</b>
        {row.kind === 'indicator' ? <b className="num"> {figure ? figureText(row, figure, personal) : '–'}</b> : null}
      </legend>
      <div className="row">
        {row.kind === 'hand' ? (
          <Field
            name={`v.${row.code}`}
            label={words.done[language]}
            inputMode="numeric"
            size="short"
            unit={row.unit}
            maxLength={20}
            defaultValue={typed(figure?.numerator)}
            {...(last === null ? {} : { hint: fill(words.lastTime[language], { n: formatNumber(last) }) })}
          />
        ) : null}
        {flow && estimates ? (
          <Field
            name={`e.${row.code}`}
            label={words.estimate[language]}
            inputMode="numeric"
            size="short"
            maxLength={20}
            {...(row.kind === 'indicator' ? { optional: true } : {})}
            defaultValue={typed(figure?.estimate)}
          />
        ) : null}
        {flow && trueUp && row.kind === 'hand' ? (
          <Field
            name={`t.${row.code}`}
            label={words.trueUp[language]}
            inputMode="numeric"
            size="short"
            maxLength={20}
            optional
            defaultValue={typed(figure?.trueUp)}
          />
        ) : null}
      </div>
      {row.kind === 'hand' && implausible(figure?.numerator ?? null, last) ? (
        <TextArea
          name={`p.${row.code}`}
          label={fill(words.plausible[language], { n: formatNumber(last ?? 0) })}
          rows={2}
          maxLength={500}
          defaultValue={figure?.plausibleConfirmed ?? ''}
        />
      ) : null}
      <Field name={`c.${row.code}`} label={words.rowComment[language]} optional maxLength={1000} defaultValue={figure?.comment ?? ''} />
    </fieldset>
  )
}
