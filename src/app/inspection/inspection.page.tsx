import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { cancelInspection } from '#/programme/inspection/inspection.actions.ts'
import { inspectionHistory, inspectionOf } from '#/programme/inspection/inspection.store.ts'
import { inspectionKindWords, inspectionStateWords, siteWords } from '#/programme/inspection/inspection.ts'
import { noteSigning, refuseRecord, signRecord } from '#/programme/inspection/record.actions.ts'
import { receiveSampleResult, takeSample } from '#/programme/inspection/sample.actions.ts'
import { addViolation } from '#/programme/inspection/violation.actions.ts'
import { listViolations } from '#/programme/inspection/violation.store.ts'
import { AttachmentList } from '../files/attachments.tsx'
import { ReasonDeed } from '../idea/deed-form.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { homeOf } from './home.ts'
import { AnswersTable, ProductsTable } from './inspection-tables.tsx'
import { verbWords, words } from './inspection.messages.ts'
import { Samples } from './samples.tsx'
import { SignPanel } from './sign-panel.tsx'
import { ViolationForm } from './violation-form.tsx'
import { violationColumns } from './violations-table.tsx'
import type { Route } from './+types/inspection.page'

export const loader = pageLoader(async ({ db, services, actor, params, now, lang }) => {
  const file = await inspectionOf(db, actor, params['id'])
  const { inspection, rights } = file
  const today = plainDateOf(now)
  const found = { search: '', state: null, kinds: null, severity: null, year: null, sort: 'recent' as const, page: 1, perPage: 200 }
  const grounds = services.regulations.current.regulation.withdrawal?.grounds ?? []
  return {
    ...file,
    today,
    home: homeOf(actor),
    files: await attachmentsOf(db, 'inspection', [inspection.id]),
    violations: (await listViolations(db, actor, { ...found, inspectionId: inspection.id }, today)).rows,
    grounds: grounds.map((ground) => ({ value: ground.id, label: `${ground.id}) ${ground.title[lang]}` })),
    history: rights.inner ? await inspectionHistory(db, 'inspection', inspection.id) : [],
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'cancel') await act((ctx) => cancelInspection(ctx, id, texts))
  else if (deed === 'sign') await act((ctx) => signRecord(ctx, id, texts))
  else if (deed === 'refuse') await act((ctx) => refuseRecord(ctx, id, texts))
  else if (deed === 'sample') await act((ctx) => takeSample(ctx, id, texts))
  else if (deed === 'violation') return saved(`/hau-kiem/vi-pham/${await act((ctx) => addViolation(ctx, id, texts))}`)
  else {
    const files = await incomingFiles(page, form, 'files')
    if (deed === 'note') await act((ctx) => noteSigning(ctx, id, texts, files))
    else await act((ctx) => receiveSampleResult(ctx, id, texts, files))
  }
  return saved(`/hau-kiem/${id}`)
})

export default function InspectionPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { inspection, rights, members, violations, files, home, today } = loaderData
  const state = inspectionStateWords[inspection.state]
  const written = inspection.documentId !== null
  return (
    <Page
      title={inspection.producer ?? inspection.place}
      eyebrow={`${inspectionKindWords[inspection.kind][language]} · ${siteWords[inspection.site][language]}`}
      crumbs={[{ href: home, label: words.inspections[language] }]}
      layout="measure"
      marks={
        <State kind={state.mark} boxed>
          {state[language]}
        </State>
      }
      actions={
        <>
          {inspection.documentId === null ? null : (
            <ButtonLink kind="quiet" small icon="doc" href={`/tep/van-ban/${inspection.documentId}`}>
              {words.paper[language]}
            </ButtonLink>
          )}
          <PrintButton />
        </>
      }
    >
      <div className="stack-l">
        <SignPanel inspection={inspection} rights={rights} answer={actionData} />
        <InspectionFacts inspection={inspection} members={members} />
        <ProductsTable products={loaderData.products} />
        <AnswersTable answers={loaderData.answers} />
        {violations.length === 0 ? null : (
          <section className="stack" aria-labelledby="vi-pham">
            <h2 id="vi-pham">{words.violations[language]}</h2>
            <Table
              caption={words.violations[language]}
              rows={violations}
              rowKey={(row) => row.id}
              columns={violationColumns(language, today)}
            />
          </section>
        )}
        <Samples
          samples={loaderData.samples}
          products={loaderData.products}
          may={rights.record && inspection.state !== 'cancelled'}
          answer={actionData}
        />
        <AttachmentList files={files} />
        {rights.keep && written ? (
          <Disclose summary={words.addViolation[language]}>
            <ViolationForm products={loaderData.products} grounds={loaderData.grounds} answer={actionData} />
          </Disclose>
        ) : null}
        {inspection.state === 'planned' && (rights.record || rights.keep) ? (
          <Panel wash className="no-print">
            {rights.record ? <ButtonLink href={`/hau-kiem/${inspection.id}/bien-ban`}>{words.record[language]}</ButtonLink> : null}
            {rights.keep ? (
              <Disclose summary={words.cancel[language]}>
                <ReasonDeed deed="cancel" answer={actionData} label={words.cancel[language]} />
              </Disclose>
            ) : null}
          </Panel>
        ) : null}
        {rights.inner ? <LedgerLines lines={loaderData.history} verbs={verbWords} /> : null}
      </div>
    </Page>
  )
}

type Shown = Route.ComponentProps['loaderData']

function InspectionFacts({ inspection, members }: Pick<Shown, 'inspection' | 'members'>) {
  const language = useLanguage()
  const said = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }])
  return (
    <Facts
      facts={[
        { label: words.day[language], value: <span className="num">{formatDate(inspection.doneOn ?? inspection.plannedOn)}</span> },
        { label: words.place[language], value: inspection.place, ...(inspection.commune === null ? {} : { note: inspection.commune }) },
        ...said(words.number[language], inspection.number ?? ''),
        {
          label: words.team[language],
          value: (
            <ul>
              {members.map((one) => (
                <li key={one.id}>
                  {one.name}
                  {one.lead ? ` (${words.teamLead[language].toLowerCase()})` : ''}
                  {one.present === false ? ` (${words.absent[language]})` : ''}
                  {one.post === '' ? null : <small className="quiet block">{one.post}</small>}
                </li>
              ))}
            </ul>
          ),
        },
        ...said(words.metBy[language], inspection.metBy),
        ...said(words.findings[language], inspection.findings),
        ...said(words.conclusion[language], inspection.conclusion),
        ...said(words.answerOfSite[language], inspection.answer),
        ...said(words.reason[language], inspection.reason || inspection.endReason),
        ...(inspection.planId === null
          ? []
          : [{ label: words.plan[language], value: <a href={`/hau-kiem/ke-hoach/${inspection.planId}`}>{inspection.plan}</a> }]),
        ...(inspection.sourceKind === 'report'
          ? [{ label: words.source[language], value: <a href={`/tinh/phan-anh/${inspection.sourceId}`}>{words.report[language]}</a> }]
          : []),
      ]}
    />
  )
}
