import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { checklistOf, checkVerdicts, checkVerdictWords } from '#/programme/inspection/checklist.ts'
import { inspectionOf } from '#/programme/inspection/inspection.store.ts'
import { recordInspection } from '#/programme/inspection/record.actions.ts'
import { must } from '#/programme/refuse.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, incomingPhotos, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Checks, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { PapersField, PhotosField } from './evidence-fields.tsx'
import { words } from './inspection.messages.ts'
import { SigningFields } from './signing-fields.tsx'
import type { Route } from './+types/record.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { inspection, rights, members } = await inspectionOf(db, actor, params['id'])
  must(rights.record && inspection.state === 'planned')
  return { inspection, members, checklist: checklistOf(inspection.checklist).items, today: plainDateOf(now) }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const photos = await incomingPhotos(page, form, 'photos')
  const files = await incomingFiles(page, form, 'files')
  const given = { present: form.getAll('present').map(String), photos, files, version: versionFrom(form.get('_version')) }
  await act((ctx) => recordInspection(ctx, id, textsOf(form), given))
  return saved(`/hau-kiem/${id}`)
})

export default function RecordPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { inspection, members, checklist, today } = loaderData
  const name = inspection.producer ?? inspection.place
  return (
    <Page
      title={words.record[language]}
      lead={words.recordLead[language]}
      crumbs={[
        { href: '/hau-kiem', label: words.inspections[language] },
        { href: `/hau-kiem/${inspection.id}`, label: name },
      ]}
      layout="measure"
    >
      <Form upload refusal={refusalIn(actionData)} version={inspection.version}>
        <ErrorSummary />
        <DateField name="doneOn" label={words.doneOn[language]} defaultValue={formatDate(today)} />
        <Checks
          name="present"
          label={words.present[language]}
          choices={members.map((one) => ({
            value: one.id,
            label: one.name,
            hint: [one.lead ? words.teamLead[language] : '', one.post].filter((part) => part !== '').join(' · '),
          }))}
        />
        <Field name="metBy" label={words.metBy[language]} maxLength={300} />
        <h2>{words.checklist[language]}</h2>
        {checklist.map((item, index) => (
          <fieldset key={item.id} className="stack">
            <legend className="vh">{item.title[language]}</legend>
            <Select
              name={`v.${item.id}`}
              label={`${index + 1}. ${item.title[language]}`}
              empty={words.notSeen[language]}
              optional
              choices={checkVerdicts.map((one) => ({ value: one, label: checkVerdictWords[one][language] }))}
            />
            <Field name={`n.${item.id}`} label={`${words.remark[language]} ${index + 1}`} optional maxLength={1000} />
          </fieldset>
        ))}
        <TextArea name="findings" label={words.findings[language]} rows={4} maxLength={5000} />
        <TextArea name="conclusion" label={words.conclusion[language]} rows={3} maxLength={2000} />
        <PhotosField />
        <PapersField />
        {inspection.producerId === null ? <SigningFields /> : null}
        <div>
          <Button>{words.record[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
