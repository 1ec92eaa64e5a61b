import { formatDate } from '#/platform/text/format.ts'
import { addSource, endSource } from '#/programme/money/line.actions.ts'
import { keepsMoney, readsMoney } from '#/programme/money/money.policy.ts'
import { sourcesOf } from '#/programme/money/money.store.ts'
import { sourceKinds, sourceWords } from '#/programme/money/money.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './money.messages.ts'
import type { Route } from './+types/sources.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(readsMoney(actor, actor.authority))
  return { sources: await sourcesOf(db, actor.authority), keep: keepsMoney(actor, actor.authority) }
})

export const action = pageAction(async ({ act, form }) => {
  const texts = textsOf(form)
  if (texts['deed'] === 'end') await act((ctx) => endSource(ctx, texts['id'] ?? ''))
  else await act((ctx) => addSource(ctx, texts))
  return saved('/kinh-phi/nguon')
})

export default function Sources({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { sources, keep } = loaderData
  return (
    <Page title={words.sources[language]} crumbs={[{ href: '/kinh-phi', label: words.money[language] }]}>
      <div className="stack-l">
        {sources.length === 0 ? <EmptyState title={words.noSources[language]} /> : null}
        {sources.length === 0 ? null : (
          <Table
            caption={words.sources[language]}
            rows={sources}
            rowKey={(source) => source.id}
            columns={[
              { key: 'name', label: words.sourceName[language], head: true, cell: (source) => <b>{source.name}</b> },
              { key: 'kind', label: words.sourceKind[language], cell: (source) => sourceWords[source.kind][language] },
              {
                key: 'state',
                label: words.state[language],
                cell: (source) =>
                  source.endedOn === null ? (
                    <State kind="done">{words.open[language]}</State>
                  ) : (
                    <State kind="ended">{fill(words.sinceEnded[language], { day: formatDate(source.endedOn) })}</State>
                  ),
              },
              {
                key: 'end',
                label: words.endSource[language],
                cell: (source) =>
                  keep && source.endedOn === null ? (
                    <form method="post">
                      <input type="hidden" name="deed" value="end" />
                      <input type="hidden" name="id" value={source.id} />
                      <Button kind="danger" small>
                        {words.endSource[language]}
                        <span className="vh"> {source.name}</span>
                      </Button>
                    </form>
                  ) : null,
              },
            ]}
          />
        )}
        {keep ? (
          <Panel title={words.addSource[language]} small className="measure">
            <DeedForm deed="add" answer={actionData} label={words.addSource[language]}>
              <Select
                name="kind"
                label={words.sourceKind[language]}
                choices={sourceKinds.map((kind) => ({ value: kind, label: sourceWords[kind][language] }))}
              />
              <Field name="name" label={words.sourceName[language]} hint={words.sourceHint[language]} maxLength={300} />
            </DeedForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
