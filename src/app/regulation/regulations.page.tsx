import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { must } from '#/programme/refuse.ts'
import { beginRevision } from '#/programme/regulation-revision/revision.actions.ts'
import { listRevisions } from '#/programme/regulation-revision/revision.store.ts'
import { keepsRegulations, readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { regulationWords as words } from './regulation.messages.ts'
import { RevisionStateMark } from './revision-state.tsx'
import type { Route } from './+types/regulations.page'

export const loader = pageLoader(async ({ db, actor, lang, services }) => {
  const { provinceCode } = services.config
  must(readsRegulations(actor, provinceCode))
  const revisions = await listRevisions(db)
  return {
    keeps: keepsRegulations(actor, provinceCode),
    packs: services.regulations.packs.map(({ id, hash, regulation, forms, wording }) => ({
      id,
      hash,
      number: regulation.number,
      title: regulation.title[lang],
      from: regulation.inForce.from,
      sets: Object.keys(forms).length,
      official: wording !== undefined,
    })),
    revisions: revisions.map(({ id, baseId, state, createdByName, createdAt, decisionNumber, effectiveFrom, publishedId }) => ({
      id,
      baseId: publishedId ?? baseId,
      state,
      createdByName,
      createdAt,
      decisionNumber,
      effectiveFrom,
    })),
  }
})

export const action = pageAction(async ({ act, form }) => {
  const id = await act((ctx) => beginRevision(ctx, String(form.get('base') ?? '')))
  return saved(`/quan-tri/quy-dinh/ban/${id}`)
})

export default function Regulations({ loaderData: { keeps, packs, revisions }, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={words.title[language]}
      lead={words.lead[language]}
      actions={
        <ButtonLink kind="quiet" href="/quan-tri/quy-dinh/doi-chieu">
          {words.tables[language]}
        </ButtonLink>
      }
    >
      <div className="stack-l">
        <section>
          <h2 className="mb">{words.inUse[language]}</h2>
          <ErrorSummary refusal={refusalIn(actionData)} />
          <Table
            caption={words.inUse[language]}
            rows={packs}
            rowKey={(pack) => pack.id}
            columns={[
              {
                key: 'regulation',
                label: words.regulation[language],
                head: true,
                cell: (pack) => (
                  <>
                    {pack.number}
                    <small className="block quiet">{pack.title}</small>
                  </>
                ),
              },
              {
                key: 'from',
                label: words.from[language],
                nowrap: true,
                cell: (pack) => <span className="num">{formatDate(pack.from)}</span>,
              },
              { key: 'sets', label: words.sets[language], align: 'right', cell: (pack) => <span className="num">{pack.sets}</span> },
              { key: 'hash', label: words.hash[language], cell: (pack) => <span className="code">{pack.hash.slice(0, 12)}</span> },
              {
                key: 'words',
                label: words.words[language],
                cell: (pack) => (
                  <a href={`/quan-tri/quy-dinh/${pack.id}/loi-van`}>{(pack.official ? words.officialWords : words.ourWords)[language]}</a>
                ),
              },
              ...(keeps
                ? [
                    {
                      key: 'begin',
                      label: words.begin[language],
                      narrow: 'full' as const,
                      cell: (pack: (typeof packs)[number]) => (
                        <Form scope={pack.id}>
                          <Button kind="quiet" small name="base" value={pack.id}>
                            {words.begin[language]}
                            <span className="vh"> {pack.number}</span>
                          </Button>
                        </Form>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </section>
        <section>
          <h2 className="mb">{words.versions[language]}</h2>
          {revisions.length === 0 ? (
            <EmptyState title={words.noVersions[language]} />
          ) : (
            <Table
              caption={words.versions[language]}
              rows={revisions}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'version',
                  label: words.version[language],
                  head: true,
                  cell: (row) => (
                    <a href={`/quan-tri/quy-dinh/ban/${row.id}`}>
                      {row.baseId}, {formatDateTime(row.createdAt)}
                    </a>
                  ),
                },
                { key: 'state', label: words.state[language], cell: (row) => <RevisionStateMark state={row.state} /> },
                { key: 'by', label: words.writtenBy[language], cell: (row) => row.createdByName },
                { key: 'paper', label: words.paper[language], cell: (row) => row.decisionNumber ?? '–' },
                {
                  key: 'from',
                  label: words.counts[language],
                  cell: (row) => (row.effectiveFrom === null ? '–' : <span className="num">{formatDate(row.effectiveFrom)}</span>),
                },
              ]}
            />
          )}
        </section>
      </div>
    </Page>
  )
}
