import { redirect } from 'react-router'
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { formatDate } from '#/platform/text/format.ts'
import { worksWithDecisions } from '#/programme/certificate/certificate.policy.ts'
import { prepareDecision } from '#/programme/certificate/decision.actions.ts'
import { decisionsOf, waitingResults, type WaitingResult } from '#/programme/certificate/decision.store.ts'
import { approvedResults } from '#/programme/certificate/register.store.ts'
import { routeAt } from '#/programme/level/way.ts'
import { serves } from '#/programme/people/actor.ts'
import { levelOf } from '#/programme/people/authority.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, type Refusal } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Checks } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/decisions.page'
import { DecisionState } from './decision-state.tsx'
import { decisionSubjects, decisionWords as words } from './decision.messages.ts'
import { formText } from './issuing-form.server.ts'

export const loader = pageLoader(async ({ db, actor, services }) => {
  mustSee(worksWithDecisions(actor))
  const waiting = (await waitingResults(db, actor.authority)).map((result) => ({
    ...result,
    route: routeAt(services.regulations.get(result.regulationId), actor.authority, result),
  }))
  return {
    level: levelOf(actor.authority),
    mayPrepare: serves(actor, actor.authority, 'office'),
    recognition: waiting.filter((one) => one.route === 'recognition'),
    approval: waiting.filter((one) => one.route === 'sendUp'),
    letters: waiting.filter((one) => one.route === 'letter'),
    approved: await approvedResults(db, actor.authority),
    decisions: await decisionsOf(db, actor.authority),
  }
})

export const action = pageAction(async ({ act, form }) => {
  const kind = form.get('kind') === 'approval' ? 'approval' : 'recognition'
  const resultIds = form.getAll(`resultIds-${kind}`).map(String).slice(0, 500)
  const id = await act((ctx) => prepareDecision(ctx, { kind, title: formText(form, `title-${kind}`), resultIds }))
  return redirect(`/tinh/quyet-dinh/${id}`)
})

export default function Decisions({ loaderData, actionData }: Route.ComponentProps) {
  const { level, mayPrepare, recognition, approval, letters, approved, decisions } = loaderData
  const language = useLanguage()
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const kind = refusal?.values['kind']
  return (
    <Page title={words.title[language]} lead={words.lead[language]}>
      <div className="stack-l">
        <Waiting
          kind="recognition"
          subject={decisionSubjects[level].recognition}
          results={recognition}
          mayPrepare={mayPrepare}
          refusal={kind === 'recognition' ? refusal : undefined}
        />
        <Waiting
          kind="approval"
          subject={decisionSubjects[level].approval}
          results={approval}
          mayPrepare={mayPrepare}
          refusal={kind === 'approval' ? refusal : undefined}
        />
        <section>
          <h2>{words.letters[language]}</h2>
          {letters.length === 0 ? (
            <p className="hint">{words.none[language]}</p>
          ) : (
            <Table
              caption={words.letters[language]}
              rows={letters}
              rowKey={(row) => row.resultId}
              columns={[
                {
                  key: 'product',
                  label: words.product[language],
                  head: true,
                  cell: (row) => (mayPrepare ? <a href={`/tinh/thong-bao/${row.resultId}`}>{row.productName}</a> : row.productName),
                },
                { key: 'producer', label: words.producer[language], cell: (row) => row.producerName },
                { key: 'mean', label: words.mean[language], align: 'right', cell: (row) => points(row) },
                {
                  key: 'star',
                  label: words.star[language],
                  cell: (row) => (row.star === null ? words.ended[language] : `${row.star} sao`),
                },
              ]}
            />
          )}
        </section>
        {approved.length === 0 ? null : (
          <section>
            <h2>{words.packs[language]}</h2>
            <Table
              caption={words.packs[language]}
              rows={approved}
              rowKey={(row) => row.resultId}
              columns={[
                {
                  key: 'product',
                  label: words.product[language],
                  head: true,
                  // A district sends the dossier up from its page; a province packs it for the ministry.
                  cell: (row) => (
                    <a href={level === 'district' ? `/tinh/ho-so/${row.dossierId}` : `/tinh/trinh-bo/${row.resultId}`}>{row.productName}</a>
                  ),
                },
                {
                  key: 'mean',
                  label: words.mean[language],
                  align: 'right',
                  cell: (row) => (row.meanPrinted === null ? '' : decimalComma(row.meanPrinted)),
                },
                { key: 'number', label: words.number[language], cell: (row) => row.number },
                {
                  key: 'state',
                  label: words.state[language],
                  cell: (row) =>
                    row.sentUp || row.dossierState === 'sentToMinistry' ? (
                      <State kind="done">{words.sent[language]}</State>
                    ) : (
                      <State kind="todo">{words.waitingSend[language]}</State>
                    ),
                },
              ]}
            />
          </section>
        )}
        <section>
          <h2>{words.all[language]}</h2>
          {decisions.length === 0 ? (
            <p className="hint">{words.none[language]}</p>
          ) : (
            <Table
              caption={words.all[language]}
              rows={decisions}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'title',
                  label: words.subject[language],
                  head: true,
                  cell: (row) => <a href={`/tinh/quyet-dinh/${row.id}`}>{row.title}</a>,
                },
                {
                  key: 'kind',
                  label: words.decisionKind[language],
                  cell: (row) => (row.kind === 'recognition' ? words.kindRecognition : words.kindApproval)[language],
                },
                { key: 'items', label: words.count[language], align: 'right', cell: (row) => row.items },
                { key: 'number', label: words.number[language], cell: (row) => row.number ?? '' },
                { key: 'date', label: words.date[language], cell: (row) => (row.issuedOn === null ? '' : formatDate(row.issuedOn)) },
                {
                  key: 'state',
                  label: words.state[language],
                  cell: (row) => <DecisionState state={row.state} />,
                },
              ]}
            />
          )}
        </section>
      </div>
    </Page>
  )
}

const points = (row: { meanPrinted: string | null }) => (row.meanPrinted === null ? '' : decimalComma(row.meanPrinted))

/** Two lists stand on one page: their fields carry the kind in their names, and so must the messages. */
function renamed(errors: Refusal['errors'], kind: string): Refusal['errors'] {
  return Object.fromEntries(Object.entries(errors).map(([name, message]) => [`${name}-${kind}`, message]))
}

type WaitingProps = {
  kind: 'recognition' | 'approval'
  subject: string
  results: readonly WaitingResult[]
  mayPrepare: boolean
  refusal: Refusal | undefined
}

function Waiting({ kind, subject, results, mayPrepare, refusal }: WaitingProps) {
  const language = useLanguage()
  const of =
    kind === 'recognition'
      ? { title: words.recognition, button: words.prepareRecognition }
      : { title: words.approval, button: words.prepareApproval }
  const describe = (row: WaitingResult) =>
    [row.producerName, row.communeName, `${points(row)} điểm`, row.roundName].filter((part) => part !== null && part !== '').join(' · ')
  return (
    <section>
      <h2>{of.title[language]}</h2>
      {results.length === 0 ? (
        <p className="hint">{words.none[language]}</p>
      ) : mayPrepare ? (
        <Panel>
          <Form refusal={refusal && { ...refusal, errors: renamed(refusal.errors, kind) }}>
            <ErrorSummary />
            <input type="hidden" name="kind" value={kind} />
            <Field name={`title-${kind}`} label={words.subject[language]} defaultValue={subject} maxLength={300} />
            <Checks
              name={`resultIds-${kind}`}
              label={words.choose[language]}
              defaultValues={results.map((row) => row.resultId)}
              choices={results.map((row) => ({
                value: row.resultId,
                label: kind === 'recognition' ? `${row.productName} · ${row.star} sao` : row.productName,
                hint: describe(row),
              }))}
            />
            <Button>{of.button[language]}</Button>
          </Form>
        </Panel>
      ) : (
        <ul>
          {results.map((row) => (
            <li key={row.resultId}>
              {row.productName} <span className="hint">{describe(row)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
