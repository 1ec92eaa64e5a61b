import { formatDate } from '#/platform/text/format.ts'
import { addSource, endSource } from '#/programme/money/line.actions.ts'
import { keepsMoney } from '#/programme/money/money.policy.ts'
import { listSources, type SourceSort } from '#/programme/money/money.store.ts'
import { sourceKinds, sourceWords } from '#/programme/money/money.ts'
import { fill } from '../commune/commune.messages.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { withParams } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Listing } from '../ui/listing.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { PER_PAGE, sourceQuery } from './list-query.ts'
import { words } from './money.messages.ts'
import type { Route } from './+types/sources.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const query = sourceQuery(url.searchParams)
  return { ...(await listSources(db, actor, query)), query, search: url.search, keep: keepsMoney(actor, actor.authority) }
})

export const action = pageAction(async ({ act, form }) => {
  const texts = textsOf(form)
  if (texts['deed'] === 'end') await act((ctx) => endSource(ctx, texts['id'] ?? ''))
  else await act((ctx) => addSource(ctx, texts))
  return saved('/kinh-phi/nguon')
})

export default function Sources({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep } = loaderData
  const sortBy = (sort: SourceSort) => ({
    sortHref: withParams(search, { xep: sort === 'name' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  return (
    <Page
      title={words.sources[language]}
      lead={words.sourcesLead[language]}
      crumbs={[{ href: '/kinh-phi', label: words.money[language] }]}
      actions={<PrintButton />}
    >
      <div className="stack-l">
        {total === 0 && search === '' ? (
          <EmptyState
            title={words.noSources[language]}
            hint={words.noSourcesHint[language]}
            action={keep ? <ButtonLink href="#them">{words.addSource[language]}</ButtonLink> : undefined}
          />
        ) : (
          <div>
            <Toolbar
              search={<Field name="q" type="search" label={words.findSource[language]} defaultValue={query.search} />}
              hidden={query.sort === 'name' ? {} : { xep: query.sort }}
            >
              <Filter
                name="loai"
                label={words.sourceKind[language]}
                value={query.kind}
                choices={sourceKinds.map((kind) => ({ value: kind, label: sourceWords[kind][language] }))}
              />
              <Filter
                name="trang-thai"
                label={words.state[language]}
                value={query.open === null ? '' : query.open ? 'dang-dung' : 'da-khoa'}
                choices={[
                  { value: 'dang-dung', label: words.open[language] },
                  { value: 'da-khoa', label: words.ended[language] },
                ]}
              />
            </Toolbar>
            <Listing
              caption={words.sources[language]}
              rows={rows}
              rowKey={(source) => source.id}
              columns={[
                { key: 'name', label: words.sourceName[language], head: true, ...sortBy('name'), cell: (source) => <b>{source.name}</b> },
                {
                  key: 'kind',
                  narrow: 'full' as const,
                  label: words.sourceKind[language],
                  ...sortBy('kind'),
                  cell: (source) => sourceWords[source.kind][language],
                },
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
                ...(keep
                  ? [
                      {
                        key: 'end',
                        narrow: 'full' as const,
                        label: words.endSource[language],
                        cell: (source: (typeof rows)[number]) =>
                          source.endedOn === null ? (
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
                    ]
                  : []),
              ]}
              clearHref="/kinh-phi/nguon"
              search={search}
              page={query.page}
              perPage={PER_PAGE}
              total={total}
              excel={`/kinh-phi/nguon.xlsx${search}`}
            />
          </div>
        )}
        {keep ? (
          <Panel title={words.addSource[language]} small className="measure no-print" id="them">
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
