import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { versionFrom } from '#/programme/fields.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { verdictWords } from '#/programme/programme-plan/opinion.ts'
import { opinionsOn } from '#/programme/programme-plan/opinion.actions.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { submitWithPaper } from '#/programme/programme-plan/submission.actions.ts'
import { SUBMISSION_SYMBOL } from '#/programme/programme-plan/submission.paper.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fill } from '../idea/idea.messages.ts'
import { issuingForm } from '../office/issuing-form.server.ts'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { refusalIn } from '../commune/refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/submission.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { plan, rights } = await planFor(db, actor, params['id'])
  mustSee(rights.writeSubmission)
  const { office } = await bodiesOf(db, plan.authority)
  return {
    plan,
    opinions: await opinionsOn(db, plan.id),
    today: formatDate(plainDateOf(now)),
    reserved: office ? await reservedNumbers(db, office.id, SUBMISSION_SYMBOL) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const input = { ...issuingForm(form), need: texts['need'], asks: texts['asks'] }
  await act((ctx) => submitWithPaper(ctx, id, input, versionFrom(form.get('_version'))))
  return saved(`/ke-hoach/${id}#to-trinh`)
})

export default function SubmissionPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, opinions, today, reserved } = loaderData
  const open = opinions.filter((one) => one.verdict !== 'agree' && one.answeredAt === null).length
  return (
    <Page
      title={words.writeSubmission[language]}
      lead={words.submissionLead[language]}
      crumbs={[{ href: `/ke-hoach/${plan.id}`, label: plan.title }]}
      crumbTitle={words.submission[language]}
      layout="measure"
    >
      <div className="stack-l">
        {opinions.length === 0 ? null : (
          <Table
            caption={words.opinionsTold[language]}
            showCaption
            rows={opinions}
            rowKey={(row) => row.id}
            columns={[
              { key: 'body', label: words.bodyName[language], head: true, cell: (row) => row.bodyName },
              { key: 'verdict', label: words.verdict[language], cell: (row) => verdictWords[row.verdict][language] },
              { key: 'answer', label: words.answer[language], narrow: 'full', cell: (row) => row.answer },
            ]}
          />
        )}
        {open === 0 ? null : <p className="hint">{fill(words.unanswered[language], { n: open })}</p>}
        <Form refusal={refusalIn(actionData)} version={plan.version}>
          <ErrorSummary />
          <TextArea name="need" label={words.need[language]} rows={5} maxLength={5000} />
          <TextArea name="asks" label={words.asks[language]} rows={3} maxLength={2000} defaultValue={words.usualAsk[language]} />
          <IssuingFields reserved={reserved} today={today} />
          <SaveBar>
            <Button>{words.signSubmission[language]}</Button>
          </SaveBar>
        </Form>
      </div>
    </Page>
  )
}
