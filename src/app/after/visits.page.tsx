import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { checksFor } from '#/programme/lab-test/checks.store.ts'
import { askLabTest } from '#/programme/lab-test/lab-test.actions.ts'
import { labWords } from '#/programme/lab-test/lab-test.ts'
import { planVisit } from '#/programme/visit/visit.actions.ts'
import { visitWords } from '#/programme/visit/visit.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Checks, Radios, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './after.messages.ts'
import type { Route } from './+types/visits.page'

export const loader = pageLoader(({ db, services, actor, params, now }) =>
  checksFor(db, services.regulations, actor, params['id'], plainDateOf(now)),
)

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'ask') await act((ctx) => askLabTest(ctx, id, texts))
  else await act((ctx) => planVisit(ctx, id, texts, form.getAll('members').map(String)))
  return saved(`/tinh/ho-so/${id}/kiem-tra-thuc-te`)
})

export default function Visits({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, visits, tests, people } = loaderData
  return (
    <Page
      title={words.visits[language]}
      crumbs={[
        { href: '/tinh/ho-so', label: words.dossiers[language] },
        { href: `/tinh/ho-so/${id}`, label: loaderData.name },
      ]}
      layout="measure"
    >
      <div className="stack-l">
        <section className="stack">
          <h2>{words.visit[language]}</h2>
          {visits.length === 0 ? <p className="hint">{words.noVisits[language]}</p> : null}
          {visits.map((visit) => (
            <p key={visit.id} className="row">
              <a className="tap" href={`/tinh/kiem-tra-thuc-te/${visit.id}`}>
                {formatDate(visit.visitedOn ?? visit.plannedOn)}, {visit.place}
              </a>
              <State kind={visitWords[visit.state].mark}>{visitWords[visit.state][language]}</State>
            </p>
          ))}
        </section>
        <section className="stack">
          <h2>{words.labTest[language]}</h2>
          {tests.length === 0 ? <p className="hint">{words.noTests[language]}</p> : null}
          {tests.map((test) => (
            <p key={test.id} className="row">
              <a className="tap" href={`/tinh/kiem-nghiem/${test.id}`}>
                {[test.criterion, test.what].filter(Boolean).join('. ')}
              </a>
              <State kind={labWords[test.state].mark}>{labWords[test.state][language]}</State>
            </p>
          ))}
        </section>
        {loaderData.may ? (
          <>
            <Panel title={words.plan[language]} small>
              <DeedForm deed="plan" answer={actionData} label={words.plan[language]}>
                <DateField name="plannedOn" label={words.plannedOn[language]} />
                <Field name="place" label={words.place[language]} maxLength={300} />
                <TextArea name="note" label={words.note[language]} rows={2} maxLength={1000} optional />
                <Checks
                  name="members"
                  label={words.members[language]}
                  hint={words.membersHint[language]}
                  choices={people.map((one) => ({
                    value: one.accountId,
                    label: one.name,
                    hint: one.voting ? `${one.post}, ${words.voting[language]}` : one.post,
                  }))}
                />
              </DeedForm>
            </Panel>
            <Panel title={words.ask[language]} small wash>
              <DeedForm deed="ask" answer={actionData} label={words.ask[language]}>
                <Radios
                  name="askedBy"
                  label={words.askedBy[language]}
                  choices={[
                    { value: 'office', label: words.office[language] },
                    { value: 'council', label: words.council[language] },
                  ]}
                />
                <Select
                  name="criterion"
                  label={words.criterion[language]}
                  optional
                  choices={loaderData.criteria.map((one) => ({ value: one.code, label: `${one.code}. ${one.title}` }))}
                />
                <TextArea name="what" label={words.what[language]} rows={2} maxLength={500} />
                <TextArea name="why" label={words.why[language]} rows={2} maxLength={1000} />
                <Field name="laboratory" label={words.laboratory[language]} maxLength={300} />
                <DateField name="dueOn" label={words.dueOn[language]} />
              </DeedForm>
            </Panel>
          </>
        ) : null}
      </div>
    </Page>
  )
}
