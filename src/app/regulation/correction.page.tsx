import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { adoptCorrection, correctionFor, hasFinalSheet } from '#/programme/regulation-revision/correction.actions.ts'
import { correctionsOf } from '#/programme/regulation-revision/revision.store.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { plansRounds, readsOffice } from '#/programme/round/round.policy.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import type { Route } from './+types/correction.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  mustSee(readsOffice(actor, actor.authority))
  const round = found((await listRounds(db, actor)).find((one) => one.id === params['id']))
  const correction = correctionFor(services.regulations, round)
  const late = await hasFinalSheet(db, round.id)
  return {
    round: { id: round.id, name: round.name, hash: round.regulationHash, regulation: round.regulationId },
    newest: correction?.after.hash ?? null,
    known: correction?.before !== null,
    differences: correction?.differences ?? [],
    late,
    adopts:
      correction !== null &&
      correction.before !== null &&
      correction.differences.length === 0 &&
      !late &&
      round.state !== 'closed' &&
      plansRounds(actor, actor.authority),
    past: await correctionsOf(db, round.id),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) => adoptCorrection(ctx, id, { number: form.get('number'), datedOn: form.get('datedOn'), reason: form.get('reason') }))
  return saved(`/tinh/dot/${id}/dinh-chinh`)
})

export default function AdoptCorrection({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { round, newest, known, differences, late, adopts, past } = loaderData
  return (
    <Page
      title={words.correctionTitle[language]}
      lead={words.correctionLead[language]}
      layout="measure"
      crumbs={[
        { href: '/tinh', label: language === 'vi' ? 'Tổng quan' : 'Overview' },
        { href: `/tinh/dot/${round.id}`, label: round.name },
      ]}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.pinnedNow[language], value: round.regulation, note: <span className="code">{round.hash.slice(0, 16)}</span> },
            ...(newest === null ? [] : [{ label: words.newest[language], value: <span className="code">{newest.slice(0, 16)}</span> }]),
          ]}
        />
        {newest === null ? <Notice kind="good">{words.nothingToAdopt[language]}</Notice> : null}
        {newest !== null && !known ? <Notice kind="bad">{words.notKept[language]}</Notice> : null}
        {newest !== null && late ? <Notice kind="warn">{words.tooLate[language]}</Notice> : null}
        {differences.length === 0 ? null : (
          <Notice kind="bad" title={filled(words.noCorrection[language], { n: differences.length })}>
            <ul>
              {differences.slice(0, 100).map((one) => (
                <li key={`${one.set} ${one.criterion}`}>
                  {words.set[language]} {one.set}
                  {one.criterion === null ? '' : ` · ${one.criterion}`}: {one[language]}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {adopts ? (
          <Panel title={words.adopt[language]}>
            <Form refusal={refusalIn(actionData)}>
              <ErrorSummary />
              <Field name="number" label={words.number[language]} size="middle" maxLength={200} />
              <DateField name="datedOn" label={words.datedOn[language]} />
              <TextArea name="reason" label={words.reason[language]} hint={words.reasonHint[language]} maxLength={2000} />
              <div>
                <Button>{words.adopt[language]}</Button>
              </div>
            </Form>
          </Panel>
        ) : (
          <ErrorSummary refusal={refusalIn(actionData)} />
        )}
        {past.length === 0 ? null : (
          <section>
            <h2 className="mb">{words.adopted[language]}</h2>
            <Timeline
              events={past.map((one) => ({
                title: `${one.number}, ${formatDate(one.datedOn)}`,
                date: formatDateTime(one.adoptedAt),
                dateTime: one.adoptedAt.toISOString(),
                note: `${one.adoptedByName}: ${one.reason} (${filled(words.dossiers[language], { n: one.dossiers })}; ${one.fromHash.slice(0, 12)} → ${one.toHash.slice(0, 12)})`,
              }))}
            />
          </section>
        )}
      </div>
    </Page>
  )
}
