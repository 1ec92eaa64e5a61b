import { formatDate } from '#/platform/text/format.ts'
import { recordMinistryAnswer } from '#/programme/certificate/ministry-answer.actions.ts'
import { ministryOutcomeWords } from '#/programme/certificate/ministry-answer.ts'
import { ministryAnswersFor } from '#/programme/certificate/ministry-answer.store.ts'
import { refusalIn } from '../commune/refusal.ts'
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
import { TextArea } from '../ui/text-area.tsx'
import { words } from './after.messages.ts'
import { FileList } from './file-list.tsx'
import { resultWords } from './result-words.ts'
import type { Route } from './+types/ministry-answer.page'

export const loader = pageLoader(({ db, services, actor, params }) => ministryAnswersFor(db, services.regulations, actor, params['id']))

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const files = await incomingFiles(page, form, 'files')
  await act((ctx) => recordMinistryAnswer(ctx, id, texts, files))
  return saved(`/tinh/ho-so/${id}/tra-loi-cua-bo`)
})

export default function MinistryAnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, productName, answers, choices } = loaderData
  return (
    <Page
      title={words.ministryAnswer[language]}
      lead={words.ministryAnswerLead[language]}
      crumbs={[
        { href: '/tinh/ho-so', label: words.dossiers[language] },
        { href: `/tinh/ho-so/${id}`, label: productName },
      ]}
      layout="measure"
    >
      <div className="stack-l">
        {answers.length === 0 ? <p className="hint">{words.noAnswers[language]}</p> : null}
        {answers.map((answer) => (
          <Panel key={answer.id} title={ministryOutcomeWords[answer.outcome][language]} small>
            <Facts
              facts={[
                { label: words.ministryNumber[language], value: answer.number, note: formatDate(answer.datedOn) },
                ...(answer.meanPrinted === null ? [] : [{ label: words.ministryMean[language], value: resultWords(answer, language) }]),
                ...(answer.content === '' ? [] : [{ label: words.ministryContent[language], value: answer.content }]),
              ]}
            />
            <FileList files={answer.files} />
            {answer.certificateId === null ? null : (
              <p>
                <a className="tap" href={`/tinh/chung-nhan/${answer.certificateId}`}>
                  {words.openCertificate[language]}
                </a>
              </p>
            )}
          </Panel>
        ))}
        {choices.length === 0 ? (
          <p className="hint">{words.notAwaited[language]}</p>
        ) : (
          <Form upload refusal={refusalIn(actionData)}>
            <ErrorSummary />
            <Radios
              name="outcome"
              label={words.ministryOutcome[language]}
              choices={choices.map((value) => ({ value, label: ministryOutcomeWords[value][language] }))}
            />
            <Field name="number" label={words.ministryNumber[language]} size="middle" maxLength={60} autoComplete="off" />
            <DateField name="datedOn" label={words.datedOn[language]} />
            <Field
              name="mean"
              label={words.ministryMean[language]}
              hint={words.ministryMeanHint[language]}
              size="short"
              inputMode="decimal"
              optional
            />
            <Field name="star" label={words.ministryStar[language]} size="short" inputMode="numeric" optional />
            <TextArea name="content" label={words.ministryContent[language]} rows={4} maxLength={5000} optional />
            <FileField name="files" label={words.ministryFiles[language]} multiple />
            <div>
              <Button>{words.recordAnswer[language]}</Button>
            </div>
          </Form>
        )}
      </div>
    </Page>
  )
}
