import { redirect } from 'react-router'
import { bodiesOf } from '#/programme/people/actor.ts'
import { fileReport } from '#/programme/public-report/file.actions.ts'
import { subjectOf } from '#/programme/public-report/public-report.store.ts'
import { topics, topicWords } from '#/programme/public-report/public-report.ts'
import { readVerifyCode } from '#/programme/certificate/verify-code.ts'
import { refusalIn } from '../commune/refusal.ts'
import { wordsAsked } from '../list-address.ts'
import { publicAction, publicLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox, Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { photosOf } from './photos.server.ts'
import { words } from './public-report.messages.ts'
import type { Route } from './+types/send.page'

/** `ma` the code of a certificate, `san-pham` a product: what the report is about. `tra` a report's own code: leads to its answer. */
export const loader = publicLoader(async ({ db, url, actor }) => {
  const asked = wordsAsked(url.searchParams, 'tra')
  const code = readVerifyCode(asked)
  if (code !== null) throw redirect(`/phan-anh/${code}`)
  const about = { code: wordsAsked(url.searchParams, 'ma'), product: wordsAsked(url.searchParams, 'san-pham') }
  return {
    key: crypto.randomUUID(),
    subject: await subjectOf(db, about),
    wrongCode: asked !== '',
    ofBody: actor !== null && bodiesOf(actor).length > 0,
  }
})

export const action = publicAction(async ({ services, form, actor, address }) =>
  saved(`/phan-anh/${await fileReport(services, textsOf(form), { address, actor, photos: () => photosOf(form) })}`),
)

export default function Send({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { key, subject, wrongCode, ofBody } = loaderData
  return (
    <Page title={words.send[language]} lead={words.sendLead[language]} layout="measure" description={words.sendLead[language]}>
      <div className="stack-l">
        <Form upload refusal={refusalIn(actionData)} className="stack">
          <ErrorSummary />
          <input type="hidden" name="key" value={key} />
          {subject === null ? null : (
            <>
              <input type="hidden" name="product" value={subject.productId} />
              <input type="hidden" name="code" value={subject.verifyCode} />
              <Notice>
                <p>
                  {words.aboutProduct[language]}: <b>{subject.productName}</b>, {subject.producerName}
                </p>
              </Notice>
            </>
          )}
          <Radios
            name="topic"
            label={words.topic[language]}
            choices={topics.map((topic) => ({ value: topic, label: topicWords[topic][language] }))}
          />
          {subject === null ? <Field name="about" label={words.about[language]} hint={words.aboutHint[language]} maxLength={300} /> : null}
          <TextArea name="words" label={words.whatHappened[language]} hint={words.whatHint[language]} rows={5} maxLength={4000} />
          <Field name="seenWhere" label={words.seenWhere[language]} hint={words.seenWhereHint[language]} optional maxLength={300} />
          <DateField name="seenOn" label={words.seenOn[language]} optional />
          <FileField name="photos" label={words.photos[language]} hint={words.photosHint[language]} accept="image/*" multiple optional />
          <fieldset className="stack">
            <legend className="label">{words.contact[language]}</legend>
            <p className="hint">{words.contactNote[language]}</p>
            <Field name="contactName" label={words.name[language]} autoComplete="name" optional maxLength={150} />
            <Field
              name="contactPhone"
              label={words.phone[language]}
              inputMode="tel"
              autoComplete="tel"
              size="middle"
              optional
              maxLength={30}
            />
            <Field name="contactEmail" label={words.email[language]} type="email" autoComplete="email" optional maxLength={200} />
          </fieldset>
          {ofBody ? <CheckBox name="asBody" label={words.asBody[language]} /> : null}
          <div>
            <Button>{words.sendIt[language]}</Button>
          </div>
        </Form>
        <Panel title={words.haveCode[language]}>
          <form method="get" className="stack">
            <Field name="tra" label={words.code[language]} hint={words.codeHint[language]} autoComplete="off" maxLength={60} />
            {wrongCode ? (
              <Notice kind="warn" announce>
                <p>{words.noSuchCode[language]}</p>
              </Notice>
            ) : null}
            <div>
              <Button kind="quiet">{words.readAnswer[language]}</Button>
            </div>
          </form>
        </Panel>
      </div>
    </Page>
  )
}
