import { formatDate } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { cancelLabTest, receiveLabResult } from '#/programme/lab-test/lab-test.actions.ts'
import { labTestFor } from '#/programme/lab-test/lab-test.store.ts'
import { labVerdicts, labVerdictWords, labWords } from '#/programme/lab-test/lab-test.ts'
import { ReasonDeed } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
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
import { FileList } from './file-list.tsx'
import type { Route } from './+types/lab-test.page'

export const loader = pageLoader(({ db, actor, params }) => labTestFor(db, actor, params['id']))

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'cancel') await act((ctx) => cancelLabTest(ctx, id, { reason: texts['reason'] }))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => receiveLabResult(ctx, id, texts, { files, version: versionFrom(texts['_version']) }))
  }
  return saved(`/tinh/kiem-nghiem/${id}`)
})

export default function LabTestPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { test, files } = loaderData
  return (
    <Page
      title={`${words.labTest[language]}: ${test.productName}`}
      crumbs={[{ href: `/tinh/ho-so/${test.dossierId}/kiem-tra-thuc-te`, label: words.visits[language] }]}
      layout="measure"
      marks={<State kind={labWords[test.state].mark}>{labWords[test.state][language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.what[language], value: test.what, ...(test.criterion ? { note: test.criterion } : {}) },
            { label: words.why[language], value: test.why },
            { label: words.laboratory[language], value: test.laboratory },
            { label: words.dueOn[language], value: formatDate(test.dueOn) },
            ...(test.verdict
              ? [{ label: words.verdict[language], value: labVerdictWords[test.verdict][language], note: test.summary }]
              : []),
          ]}
        />
        <FileList files={files} />
        {test.requestDocumentId ? (
          <p>
            <a className="tap" href={`/tep/van-ban/${test.requestDocumentId}`}>
              {words.paper[language]}
            </a>
          </p>
        ) : null}
        {loaderData.answer ? (
          <>
            <Form upload refusal={refusalOf(actionData, 'receive')}>
              <ErrorSummary />
              <input type="hidden" name="deed" value="receive" />
              <input type="hidden" name="_version" value={test.version} />
              <Field name="resultNumber" label={words.resultNumber[language]} size="middle" maxLength={60} />
              <DateField name="resultOn" label={words.resultOn[language]} />
              <Radios
                name="verdict"
                label={words.verdict[language]}
                choices={labVerdicts.map((value) => ({ value, label: labVerdictWords[value][language] }))}
              />
              <TextArea name="summary" label={words.summary[language]} rows={3} maxLength={2000} />
              <FileField name="files" label={words.files[language]} multiple />
              <div>
                <Button>{words.receive[language]}</Button>
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
