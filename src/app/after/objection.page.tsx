import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { versionFrom } from '#/programme/fields.ts'
import { answerObjection, nameDeciders, receiveObjection } from '#/programme/objection/objection.actions.ts'
import { ANSWER_SYMBOL } from '#/programme/objection/objection.paper.ts'
import { mayDecide, objectionFor } from '#/programme/objection/objection.store.ts'
import { meanwhileWords, objectionOutcomes, objectionWords, outcomeWords } from '#/programme/objection/objection.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Checks, Radios } from '../ui/choices.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './after.messages.ts'
import { FileList } from './file-list.tsx'
import type { Route } from './+types/objection.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { objection, deciders, files, rights } = await objectionFor(db, actor, params['id'])
  const { office } = await bodiesOf(db, objection.authority)
  return {
    objection,
    deciders,
    files,
    rights,
    candidates: rights.name ? await mayDecide(db, objection) : [],
    today: formatDate(plainDateOf(now)),
    reserved: rights.answer && office ? await reservedNumbers(db, office.id, ANSWER_SYMBOL) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'receive') await act((ctx) => receiveObjection(ctx, id))
  else if (texts['deed'] === 'name')
    await act((ctx) => nameDeciders(ctx, id, form.getAll('deciders').map(String), versionFrom(texts['_version'])))
  else
    await act((ctx) => answerObjection(ctx, id, { ...issuingForm(form), outcome: texts['outcome'] ?? '', answer: texts['answer'] ?? '' }))
  return saved(`/tinh/kien-nghi/${id}`)
})

export default function ObjectionPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { objection, deciders, rights } = loaderData
  const meanwhile = objection.meanwhile === 'suspended' ? 'suspended' : 'stays'
  return (
    <Page
      title={`${words.objection[language]}: ${objection.productName}`}
      crumbs={[{ href: '/tinh/kien-nghi', label: words.objections[language] }]}
      layout="measure"
      marks={<State kind={objectionWords[objection.state].mark}>{objectionWords[objection.state][language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.producer[language], value: objection.producerName },
            { label: words.wants[language], value: objection.wants },
            { label: words.dueObjection[language], value: formatDate(objection.dueOn) },
            ...(objection.answerDueOn === null ? [] : [{ label: words.answerDue[language], value: formatDate(objection.answerDueOn) }]),
            ...(objection.meanwhile === null ? [] : [{ label: words.meanwhile[language], value: meanwhileWords[meanwhile][language] }]),
            ...(deciders.length === 0 ? [] : [{ label: words.deciders[language], value: deciders.map((one) => one.name).join(', ') }]),
            ...(objection.outcome
              ? [{ label: words.outcome[language], value: outcomeWords[objection.outcome][language], note: objection.answer }]
              : []),
          ]}
        />
        <FileList files={loaderData.files} />
        {objection.answerDocumentId ? (
          <p>
            <a className="tap" href={`/tep/van-ban/${objection.answerDocumentId}`}>
              {words.paper[language]}
            </a>
          </p>
        ) : null}
        {rights.receive ? <DeedForm deed="receive" answer={actionData} label={words.take[language]} /> : null}
        {rights.name ? (
          <DeedForm deed="name" answer={actionData} label={words.name[language]}>
            <input type="hidden" name="_version" value={objection.version} />
            <Checks
              name="deciders"
              label={words.deciders[language]}
              hint={words.decidersHint[language]}
              defaultValues={deciders.map((one) => one.accountId)}
              choices={loaderData.candidates.map((one) => ({ value: one.accountId, label: one.name }))}
            />
          </DeedForm>
        ) : null}
        {rights.answer ? (
          <DeedForm deed="answer" answer={actionData} label={words.answer[language]}>
            <Radios
              name="outcome"
              label={words.outcome[language]}
              choices={objectionOutcomes.map((value) => ({ value, label: outcomeWords[value][language] }))}
            />
            <TextArea name="answer" label={words.reasons[language]} rows={6} maxLength={5000} />
            <IssuingFields reserved={loaderData.reserved} today={loaderData.today} />
          </DeedForm>
        ) : null}
      </div>
    </Page>
  )
}
