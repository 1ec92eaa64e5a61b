import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { worksWithDecisions } from '#/programme/certificate/certificate.policy.ts'
import { decisionsOf } from '#/programme/certificate/decision.store.ts'
import { recallDrafts } from '#/programme/objection/recall.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { decisionWords as words } from '../office/decision.messages.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/issue-list.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(worksWithDecisions(actor))
  const decisions = await decisionsOf(db, actor.authority)
  return {
    recalls: await recallDrafts(db, actor),
    drafts: decisions.filter((one) => one.state === 'draft'),
    issued: decisions.filter((one) => one.state === 'issued').slice(0, 20),
  }
})

export default function IssueList({ loaderData: { drafts, issued, recalls } }: Route.ComponentProps) {
  const language = useLanguage()
  const kind = (one: { kind: string }) => (one.kind === 'recognition' ? words.kindRecognition : words.kindApproval)[language]
  return (
    <Page
      title={words.issueTitle[language]}
      lead={words.issueLead[language]}
      actions={
        <ButtonLink kind="quiet" href="/tinh/kien-nghi">
          {words.objections[language]}
        </ButtonLink>
      }
    >
      <div className="stack-l">
        {drafts.length === 0 && recalls.length > 0 ? null : drafts.length === 0 ? (
          <EmptyState icon="check" title={words.nothingTitle[language]} hint={words.nothingHint[language]} />
        ) : (
          <Table
            caption={words.draft[language]}
            rows={drafts}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.subject[language],
                head: true,
                cell: (row) => <a href={`/lanh-dao/ky-ban-hanh/${row.id}`}>{row.title}</a>,
              },
              { key: 'kind', label: words.kind[language], cell: kind },
              { key: 'items', label: words.count[language], align: 'right', cell: (row) => row.items },
              { key: 'round', label: words.round[language], cell: (row) => row.roundName ?? '' },
            ]}
          />
        )}
        {recalls.length === 0 ? null : (
          <section>
            <h2>{words.recallDrafts[language]}</h2>
            <Table
              caption={words.recallDrafts[language]}
              rows={recalls}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'product',
                  label: words.product[language],
                  head: true,
                  cell: (row) => <a href={`/tinh/chung-nhan/${row.certificateId}/thu-hoi-cong-nhan`}>{row.productName}</a>,
                },
                { key: 'number', label: words.recalledDecision[language], cell: (row) => row.decisionNumber },
                { key: 'date', label: words.date[language], cell: (row) => formatInstantDate(row.preparedAt) },
              ]}
            />
          </section>
        )}
        {issued.length === 0 ? null : (
          <section>
            <h2>{words.recent[language]}</h2>
            <Table
              caption={words.recent[language]}
              rows={issued}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'number',
                  label: words.number[language],
                  head: true,
                  cell: (row) => <a href={`/lanh-dao/ky-ban-hanh/${row.id}`}>{row.number}</a>,
                },
                { key: 'date', label: words.date[language], cell: (row) => (row.issuedOn === null ? '' : formatDate(row.issuedOn)) },
                { key: 'title', label: words.subject[language], cell: (row) => row.title },
                { key: 'items', label: words.count[language], align: 'right', cell: (row) => row.items },
              ]}
            />
          </section>
        )}
      </div>
    </Page>
  )
}
