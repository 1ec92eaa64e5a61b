import { formatInstantDate } from '#/platform/text/format.ts'
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { missingOf } from '#/programme/idea/return.ts'
import { registerAgain, reopenAfter } from '#/programme/idea/start.actions.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { DeedForm } from './deed-form.tsx'
import { words } from './idea.messages.ts'
import type { Route } from './+types/again.page'

export const loader = pageLoader(({ db, actor, params, services }) => missingOf(db, services.regulations, actor, params['id']))

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  if (form.get('deed') === 'idea') return saved(`/y-tuong/${await act((ctx) => registerAgain(ctx, id))}`)
  return saved(`/ho-so/${await act((ctx) => reopenAfter(ctx, id))}`)
})

export default function AgainPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { productId, productName, state, endedAt, endReason, reasons, unanswered, dossierId } = loaderData
  return (
    <Page
      title={`${words.again[language]}: ${productName}`}
      lead={words.againLead[language]}
      crumbs={[
        { href: '/san-pham-cua-toi', label: words.ownProduct[language] },
        { href: `/san-pham-cua-toi/${productId}`, label: productName },
      ]}
      crumbTitle={words.again[language]}
      marks={<State kind={stateWords[state].mark}>{stateWords[state][language]}</State>}
    >
      <div className="stack-l">
        <h2>{words.missing[language]}</h2>
        {endReason === null || endReason === '' ? null : (
          <Facts
            facts={[{ label: words.reason[language], value: endReason, ...(endedAt === null ? {} : { note: formatInstantDate(endedAt) }) }]}
          />
        )}
        {unanswered.length === 0 ? null : (
          <section>
            <h3>{words.unanswered[language]}</h3>
            <ul>
              {unanswered.map((item, index) => (
                <li key={index}>
                  {item.target === '' ? '' : `${item.target}: `}
                  {item.ask}
                </li>
              ))}
            </ul>
          </section>
        )}
        {reasons.length === 0 ? (
          endReason || unanswered.length > 0 ? null : (
            <p className="hint">{words.noMissing[language]}</p>
          )
        ) : (
          <Table
            caption={words.missing[language]}
            rows={reasons}
            rowKey={(row) => row.code}
            columns={[
              { key: 'title', label: words.criterion[language], head: true, cell: (row) => `${row.code}. ${row.title}` },
              { key: 'points', label: words.points[language], align: 'right', cell: (row) => `${decimalComma(row.points)}/${row.max}` },
              { key: 'reason', label: words.reason[language], cell: (row) => row.reason },
            ]}
          />
        )}
        <div className="row">
          <DeedForm deed="dossier" answer={actionData} label={words.reopen[language]} />
          <DeedForm deed="idea" answer={actionData} label={words.againIdea[language]} kind="quiet" />
        </div>
        <p>
          <a className="tap" href={`/ho-so/${dossierId}`}>
            {stateWords[state][language]}
          </a>
        </p>
      </div>
    </Page>
  )
}
