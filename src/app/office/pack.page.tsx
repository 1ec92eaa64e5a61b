import { redirect } from 'react-router'
import { formatDateTime, formatFileSize } from '#/platform/text/format.ts'
import { worksWithDecisions } from '#/programme/certificate/certificate.policy.ts'
import { buildMinistryPack, recordSentToMinistry } from '#/programme/certificate/ministry.actions.ts'
import { approvedResults, ministryPacks } from '#/programme/certificate/register.store.ts'
import { serves } from '#/programme/people/actor.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/pack.page'
import { decisionWords as words } from './decision.messages.ts'

export const loader = pageLoader(async ({ db, actor, params }) => {
  mustSee(worksWithDecisions(actor))
  const result = found((await approvedResults(db, actor.authority)).find((one) => one.resultId === params['id']))
  return {
    result,
    packs: await ministryPacks(db, actor.authority, result.resultId),
    mayAct: serves(actor, actor.authority, 'office'),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  if (form.get('intent') === 'sent') await act((ctx) => recordSentToMinistry(ctx, String(form.get('packId') ?? '')))
  else await act((ctx) => buildMinistryPack(ctx, id))
  return redirect(`/tinh/trinh-bo/${id}`)
})

export default function Pack({ loaderData: { result, packs, mayAct }, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const [latest] = packs
  const open = result.dossierState === 'concluded'
  return (
    <Page
      title={`${words.packTitle[language]}: ${result.productName}`}
      lead={words.packLead[language]}
      eyebrow={`${result.producerName} · ${result.number}`}
      crumbs={[{ href: '/tinh/quyet-dinh', label: words.title[language] }]}
    >
      <div className="stack-l">
        {mayAct && open ? (
          <Form refusal={actionData}>
            <ErrorSummary />
            <Button kind={latest ? 'quiet' : 'primary'}>{(latest ? words.rebuild : words.build)[language]}</Button>
          </Form>
        ) : null}
        {latest === undefined ? null : (
          <>
            <Panel>
              <p>
                {words.builtAt[language]} <span className="num">{formatDateTime(latest.builtAt)}</span>
                <br />
                <span className="hint">SHA-256 {latest.sha256}</span>
              </p>
              <div className="row mt">
                <ButtonLink kind="quiet" icon="download" href={`/tinh/trinh-bo/${result.resultId}/tep/${latest.id}`}>
                  {words.download[language]}
                </ButtonLink>
                {mayAct && open ? (
                  <Form className="row">
                    <input type="hidden" name="intent" value="sent" />
                    <input type="hidden" name="packId" value={latest.id} />
                    <Button>{words.recordSent[language]}</Button>
                  </Form>
                ) : null}
              </div>
            </Panel>
            {latest.sentAt === null ? null : (
              <Notice kind="good" title={`${words.sent[language]}: ${formatDateTime(latest.sentAt)}`}>
                <p className="hint">SHA-256 {latest.sha256}</p>
              </Notice>
            )}
            {latest.manifest.missing.length === 0 ? null : (
              <Notice kind="warn" title={words.missing[language]}>
                <ul>
                  {latest.manifest.missing.map((entry) => (
                    <li key={entry.paper}>
                      <b>{entry.paper}</b>: {entry.reason}
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
            <section>
              <h2>{words.files[language]}</h2>
              <Table
                caption={words.files[language]}
                rows={latest.manifest.files}
                rowKey={(row) => row.path}
                columns={[
                  { key: 'path', label: words.files[language], head: true, cell: (row) => row.path },
                  { key: 'size', label: 'KB', align: 'right', cell: (row) => formatFileSize(row.size) },
                  { key: 'sha', label: 'SHA-256', cell: (row) => <span className="num">{row.sha256.slice(0, 16)}…</span> },
                ]}
              />
            </section>
          </>
        )}
      </div>
    </Page>
  )
}
