import { formatDate, formatDong } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { changeLine, endLine } from '#/programme/money/line.actions.ts'
import { listEntries } from '#/programme/money/entry.store.ts'
import { lineFor, ledgerOf } from '#/programme/money/money.store.ts'
import { categoryWords, entryKinds, kindRules } from '#/programme/money/money.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { entryColumns } from './entry-columns.tsx'
import { LineFields } from './line-fields.tsx'
import { verbWords, words } from './money.messages.ts'
import { LedgerLines } from './money-history.tsx'
import { SourcesTable } from './sources-table.tsx'
import type { Route } from './+types/line.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const file = await lineFor(db, actor, params['id'])
  const { line } = file
  const query = {
    search: '',
    year: null,
    lineId: line.id,
    sourceId: null,
    kind: null,
    state: null,
    from: null,
    to: null,
    sort: 'recent' as const,
  }
  return {
    ...file,
    entries: await listEntries(db, { ...actor, authority: line.authority }, { ...query, page: 1, perPage: 20 }),
    history: await ledgerOf(db, { kind: 'budgetLine', id: line.id }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'end') await act((ctx) => endLine(ctx, id, { ended: true }))
  else if (texts['deed'] === 'reopen') await act((ctx) => endLine(ctx, id, { ended: false }))
  else await act((ctx) => changeLine(ctx, id, texts, versionFrom(form.get('_version'))))
  return saved(`/kinh-phi/khoan/${id}`)
})

export default function LinePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { line, keep, sources, all, entries, choices, history } = loaderData
  const kinds = entryKinds.filter((kind) => kind !== 'transferIn' && (line.endedOn === null || kindRules[kind].ended))
  return (
    <Page
      title={line.title}
      crumbs={[{ href: `/kinh-phi?nam=${line.year}`, label: fill(words.moneyOf[language], { year: line.year }) }]}
      className="print-wide"
      marks={
        line.endedOn === null ? undefined : (
          <State kind="ended">{fill(words.sinceEnded[language], { day: formatDate(line.endedOn) })}</State>
        )
      }
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.category[language], value: categoryWords[line.itemCategory][language] },
            {
              label: words.planned[language],
              value: line.planned === null ? '–' : <span className="num">{formatDong(line.planned)}</span>,
            },
            { label: words.balance[language], value: <span className="num">{formatDong(all.balance)}</span> },
            { label: words.free[language], value: <span className="num">{formatDong(all.free)}</span> },
          ]}
        />
        {sources.length === 0 ? null : (
          <section className="stack" aria-labelledby="theo-nguon">
            <h2 id="theo-nguon">{words.bySource[language]}</h2>
            <SourcesTable rows={sources} at={(source) => ({ khoan: line.id, nguon: source.id })} />
          </section>
        )}
        {keep ? (
          <Panel title={words.enterHow[language]} small wash className="no-print">
            {choices.length === 0 ? (
              <p>
                <a className="tap" href="/kinh-phi/nguon">
                  {words.goToSources[language]}
                </a>
              </p>
            ) : (
              <>
                <p className="hint">{words.enterHint[language]}</p>
                <p className="row">
                  {kinds.map((kind) => (
                    <ButtonLink key={kind} kind="quiet" small href={`/kinh-phi/khoan/${line.id}/ghi/${kind}`}>
                      {kindRules[kind].words[language]}
                    </ButtonLink>
                  ))}
                </p>
              </>
            )}
          </Panel>
        ) : null}
        <section className="stack" aria-labelledby="but-toan">
          <h2 id="but-toan">{words.entries[language]}</h2>
          {entries.rows.length === 0 ? (
            <EmptyState title={words.noEntries[language]} />
          ) : (
            <Table
              caption={words.entries[language]}
              rows={entries.rows}
              rowKey={(row) => row.id}
              columns={entryColumns(language, { ofLine: true })}
            />
          )}
          {entries.total > entries.rows.length ? (
            <p>
              <a className="tap" href={`/kinh-phi/so?khoan=${line.id}`}>
                {words.allEntries[language]}
              </a>
            </p>
          ) : null}
        </section>
        {keep ? (
          <Panel title={words.changeLine[language]} small wash className="measure no-print">
            <Form refusal={refusalOf(actionData, 'change')} version={line.version} scope="change">
              <ErrorSummary />
              <input type="hidden" name="deed" value="change" />
              <LineFields line={line} />
              <div>
                <Button kind="quiet">{words.save[language]}</Button>
              </div>
            </Form>
            <DeedForm
              deed={line.endedOn === null ? 'end' : 'reopen'}
              answer={actionData}
              kind={line.endedOn === null ? 'danger' : 'quiet'}
              label={(line.endedOn === null ? words.endLine : words.reopenLine)[language]}
            />
          </Panel>
        ) : null}
        <LedgerLines lines={history} verbs={verbWords} />
      </div>
    </Page>
  )
}
