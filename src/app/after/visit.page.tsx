import { formatDate } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { cancelVisit, recordVisit } from '#/programme/visit/visit.actions.ts'
import { visitFor } from '#/programme/visit/visit.store.ts'
import { placeOnEarth, verdicts, verdictWords, visitWords } from '#/programme/visit/visit.ts'
import { ReasonDeed } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingPhotos, textsOf } from '../producer/incoming.server.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Checks, Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './after.messages.ts'
import type { Route } from './+types/visit.page'

export const loader = pageLoader(({ db, services, actor, params }) => visitFor(db, services.regulations, actor, params['id']))

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'cancel') await act((ctx) => cancelVisit(ctx, id, { reason: texts['reason'] }))
  else {
    const photos = await incomingPhotos(page, form, 'photos')
    const present = form.getAll('present').map(String)
    await act((ctx) => recordVisit(ctx, id, texts, { present, photos, version: versionFrom(texts['_version']) }))
  }
  return saved(`/tinh/kiem-tra-thuc-te/${id}`)
})

export default function VisitPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { visit, members, answers, checklist, files } = loaderData
  const gps = placeOnEarth(visit)
  return (
    <Page
      title={`${words.visit[language]}: ${visit.productName}`}
      crumbs={[
        { href: '/tinh/ho-so', label: words.dossiers[language] },
        { href: `/tinh/ho-so/${visit.dossierId}/kiem-tra-thuc-te`, label: visit.productName },
      ]}
      layout="measure"
      marks={<State kind={visitWords[visit.state].mark}>{visitWords[visit.state][language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.plannedOn[language], value: formatDate(visit.visitedOn ?? visit.plannedOn) },
            { label: words.place[language], value: visit.place, ...(gps === '' ? {} : { note: gps }) },
            {
              label: words.members[language],
              value: members
                .filter((one) => one.present !== false)
                .map((one) => one.name)
                .join(', '),
            },
            ...(visit.findings === '' ? [] : [{ label: words.findings[language], value: visit.findings }]),
            ...(visit.conclusion === '' ? [] : [{ label: words.conclusion[language], value: visit.conclusion }]),
            ...(visit.endReason === '' ? [] : [{ label: words.reason[language], value: visit.endReason }]),
            ...answers.map((one) => ({ label: one.criterion, value: verdictWords[one.verdict][language], note: one.remark })),
          ]}
        />
        {visit.documentId ? (
          <p>
            <a className="tap" href={`/tep/van-ban/${visit.documentId}`}>
              {words.paper[language]}
            </a>
          </p>
        ) : null}
        {files.length === 0 ? null : (
          <p className="row">
            {files.map((file) => (
              <a key={file.id} href={`/tep/kem-theo/${file.id}`}>
                <img className="thumb" src={`/tep/kem-theo/${file.id}`} alt={file.fileName} width={112} height={84} loading="lazy" />
              </a>
            ))}
          </p>
        )}
        {loaderData.record ? (
          <>
            <Form upload refusal={refusalOf(actionData, 'record')}>
              <ErrorSummary />
              <input type="hidden" name="deed" value="record" />
              <input type="hidden" name="_version" value={visit.version} />
              <DateField name="visitedOn" label={words.plannedOn[language]} defaultValue={formatDate(visit.plannedOn)} />
              <Checks
                name="present"
                label={words.present[language]}
                choices={members.map((one) => ({ value: one.accountId, label: one.name, hint: one.post }))}
              />
              <Field name="producerSide" label={words.producerSide[language]} maxLength={300} />
              <Field name="latitude" label={words.latitude[language]} size="short" inputMode="decimal" optional />
              <Field name="longitude" label={words.longitude[language]} size="short" inputMode="decimal" optional />
              <h2>{words.checklist[language]}</h2>
              {checklist.map((line) => (
                <div key={line.code} className="stack">
                  <Select
                    name={`v.${line.code}`}
                    label={`${line.code}. ${line.title}`}
                    empty={words.notSeen[language]}
                    optional
                    choices={verdicts.map((verdict) => ({ value: verdict, label: verdictWords[verdict][language] }))}
                  />
                  <Field name={`n.${line.code}`} label={`${words.remark[language]} ${line.code}`} optional maxLength={1000} />
                </div>
              ))}
              <TextArea name="findings" label={words.findings[language]} rows={4} maxLength={5000} />
              <TextArea name="conclusion" label={words.conclusion[language]} rows={3} maxLength={2000} />
              <FileField
                name="photos"
                label={words.photos[language]}
                hint={words.photosHint[language]}
                accept="image/*"
                multiple
                optional
              />
              <div>
                <Button>{words.record[language]}</Button>
              </div>
            </Form>
            <Panel title={words.cancel[language]} small wash>
              <ReasonDeed deed="cancel" answer={actionData} label={words.cancel[language]} />
            </Panel>
          </>
        ) : null}
      </div>
    </Page>
  )
}
