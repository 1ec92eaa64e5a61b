import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { saveReport } from '#/programme/dossier/dossier.actions.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { reportFields, reportSections, sectionTitles, type ReportField } from '#/programme/dossier/report.fields.ts'
import { versionFrom } from '#/programme/fields.ts'
import { fillFromYears, yearProposals } from '#/programme/producer-year/dossier-figures.actions.ts'
import { found } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { ownFacts } from './dossier.server.ts'
import { textsOf } from './incoming.server.ts'
import { words } from './producer.messages.ts'
import { YearProposals } from './year-proposals.tsx'
import type { Route } from './+types/report.page'

export const loader = pageLoader(async (page) => {
  const section = found(reportSections.find((one) => one === page.params['section']))
  const { dossier, product } = await ownFacts(page)
  const { edit } = rights(page.actor, dossier)
  return {
    id: dossier.id,
    name: product.name,
    section,
    version: dossier.version,
    edit,
    proposals: edit && section === 'results' ? await yearProposals(page.db, { ...dossier, productId: product.id }, page.now) : [],
    values: dossier.report,
    year: Number(plainDateOf(dossier.filedAt ?? page.now).slice(0, 4)),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const section = found(reportSections.find((one) => one === params['section']))
  if (form.get('deed') === 'fill') {
    const version = await act((ctx) => fillFromYears(ctx, id, form.getAll('taken')))
    return saved(`/ho-so/${id}/bao-cao/${section}`, version)
  }
  const version = await act((ctx) => saveReport(ctx, id, section, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/ho-so/${id}`, version)
})

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, section, values, year } = loaderData
  return (
    <Page
      title={sectionTitles[section][language]}
      eyebrow={words.stage2[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
    >
      <YearProposals proposals={loaderData.proposals} answer={actionData} />
      <Form
        refusal={actionData && 'refused' in actionData && actionData.values['deed'] !== 'fill' ? actionData : undefined}
        version={loaderData.version}
        autosave={loaderData.edit}
      >
        <ErrorSummary />
        {reportFields
          .filter((field) => field.section === section)
          .map((field) => (
            <OneField key={field.name} field={field} value={values[field.name] ?? ''} year={year} />
          ))}
        {loaderData.edit ? (
          <SaveBar>
            <Button>{words.saveBack[language]}</Button>
          </SaveBar>
        ) : null}
      </Form>
    </Page>
  )
}

function OneField({ field, value, year }: { field: ReportField; value: string; year: number }) {
  const language = useLanguage()
  const label =
    field.yearsBack === undefined
      ? field.label[language]
      : `${field.label[language]}, ${language === 'vi' ? 'năm' : 'year'} ${year - field.yearsBack}`
  const common = { name: field.name, label, optional: !field.required, ...(field.hint ? { hint: field.hint[language] } : {}) }
  if (field.kind === 'long') return <TextArea {...common} rows={5} maxLength={field.max ?? 5000} defaultValue={value} />
  if (field.kind === 'choice')
    return (
      <Select
        {...common}
        defaultValue={value}
        choices={(field.choices ?? []).map((choice) => ({ value: choice.value, label: choice.label[language] }))}
      />
    )
  if (field.kind === 'yesNo')
    return (
      <Radios
        {...common}
        defaultValue={value === '' ? undefined : value}
        choices={[
          { value: 'yes', label: words.yes[language] },
          { value: 'no', label: words.no[language] },
        ]}
      />
    )
  const unit = field.kind === 'percent' ? '%' : field.unit?.[language]
  const shown = /^-?\d+$/.test(value) && field.kind === 'number' ? formatNumber(Number(value)) : value
  return (
    <Field
      {...common}
      size={field.kind === 'percent' ? 'short' : 'middle'}
      inputMode={field.kind === 'line' ? 'text' : 'numeric'}
      defaultValue={shown}
      {...(unit ? { unit } : {})}
    />
  )
}
