import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { addBatchPapers, dropBatch, removeBatchPaper } from '#/programme/batch/batch.actions.ts'
import { batchFor, batchHistory } from '#/programme/batch/batch.store.ts'
import { batchStateWords, stepWords } from '#/programme/batch/batch.ts'
import { correctBatch, publishBatch, recallBatch } from '#/programme/batch/publish.actions.ts'
import { printedVerifyCode } from '#/programme/certificate/verify-code.ts'
import { AttachmentFields, AttachmentList } from '../files/attachments.tsx'
import { fill } from '../commune/commune.messages.ts'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { LedgerLines, saidIn } from '../ui/ledger-lines.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { BatchDeeds } from './batch-deeds.tsx'
import { quantityText, shelfText } from './batch-words.ts'
import { verbWords, words } from './batch.messages.ts'
import type { Route } from './+types/batch.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const file = await batchFor(db, actor, params['id'])
  return {
    ...file,
    files: await attachmentsOf(db, 'batch', [file.batch.id]),
    history: await batchHistory(
      db,
      file.revisions.map((one) => one.id),
    ),
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'drop') {
    await act((ctx) => dropBatch(ctx, id))
    return saved('/lo-san-xuat')
  }
  if (deed === 'correct') return saved(`/lo-san-xuat/${await act((ctx) => correctBatch(ctx, id, texts))}/sua`)
  if (deed === 'publish') await act((ctx) => publishBatch(ctx, id))
  else if (deed === 'recall') await act((ctx) => recallBatch(ctx, id, texts))
  else if (deed === 'removeFile') await act((ctx) => removeBatchPaper(ctx, id, texts['file']))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => addBatchPapers(ctx, id, files, texts['caption']))
  }
  return saved(`/lo-san-xuat/${id}`)
})

export default function BatchPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { batch, rights, revisions, steps, areas, links, files, history } = loaderData
  const { mark, ...state } = batchStateWords[batch.state]
  const draft = batch.state === 'draft'
  const open = batch.state === 'published' || batch.state === 'recalled'
  const said = (label: string, value: string | null): Fact[] => (value === null || value === '' ? [] : [{ label, value }])
  return (
    <Page
      title={`${words.number[language]} ${batch.number}`}
      eyebrow={batch.product}
      crumbs={[{ href: '/lo-san-xuat', label: words.batches[language] }]}
      layout="measure"
      marks={<State kind={mark}>{state[language]}</State>}
      {...(rights.keep && draft
        ? {
            actions: (
              <ButtonLink kind="quiet" small href={`/lo-san-xuat/${batch.id}/sua`}>
                {words.change[language]}
              </ButtonLink>
            ),
          }
        : {})}
    >
      <div className="stack-l">
        {batch.recallReason === null ? null : (
          <Notice kind="bad" title={words.recalled[language]}>
            <p>{batch.recallReason}</p>
          </Notice>
        )}
        <Facts
          facts={[
            { label: words.producer[language], value: <a href={`/chu-the/${batch.producerId}`}>{batch.producer}</a> },
            {
              label: words.producedOn[language],
              value: <span className="num">{formatDate(batch.producedOn)}</span>,
              note: shelfText(batch, language),
            },
            { label: words.quantity[language], value: <span className="num">{quantityText(batch)}</span> },
            ...said(words.areas[language], areas.map((area) => area.name).join('; ')),
            ...said(words.links[language], links.map((link) => link.partner).join('; ')),
            ...said(words.stamps[language], batch.stampFrom === '' ? '' : `${batch.stampFrom} – ${batch.stampTo} (${batch.stampCount})`),
            ...said(words.note[language], batch.note),
            ...said(words.correction[language], batch.correction),
            ...(open ? [{ label: words.code[language], value: <span className="code">{printedVerifyCode(batch.code)}</span> }] : []),
            ...said(words.publishedOn[language], batch.publishedAt && formatInstantDate(batch.publishedAt)),
          ]}
        />
        {open ? (
          <div className="row no-print">
            <ButtonLink kind="quiet" href={`/lo/${batch.code}`}>
              {words.publicPage[language]}
            </ButtonLink>
            {rights.keep && batch.state === 'published' ? (
              <ButtonLink kind="quiet" href={`/lo-san-xuat/${batch.id}/tem.pdf`}>
                {words.labels[language]}
              </ButtonLink>
            ) : null}
          </div>
        ) : null}
        {steps.length === 0 ? null : (
          <section className="stack" aria-labelledby="cong-doan">
            <h2 id="cong-doan">{words.course[language]}</h2>
            <Timeline
              events={steps.map((step) => ({
                title: stepWords[step.kind][language],
                date: formatDate(step.onDay),
                dateTime: step.onDay,
                note: [step.detail, step.place].filter((part) => part !== '').join(' · '),
              }))}
            />
          </section>
        )}
        <BatchDeeds batch={batch} rights={rights} steps={steps.length} answer={actionData} />
        {files.length === 0 && !(rights.keep && draft) ? null : (
          <section className="stack" aria-labelledby="giay-to">
            <h2 id="giay-to">{words.papers[language]}</h2>
            <AttachmentList files={files} removable={rights.keep && draft} />
            {rights.keep && draft ? (
              <Form upload refusal={refusalOf(actionData, 'papers')} scope="papers" className="stack no-print">
                <ErrorSummary />
                <input type="hidden" name="deed" value="papers" />
                <AttachmentFields />
                <div>
                  <Button kind="quiet">{words.addPapers[language]}</Button>
                </div>
              </Form>
            ) : null}
          </section>
        )}
        {revisions.length < 2 ? null : (
          <section className="stack" aria-labelledby="cac-ban">
            <h2 id="cac-ban">{words.revisions[language]}</h2>
            <ul>
              {revisions.map((one) => (
                <li key={one.id}>
                  <a className="tap" href={`/lo-san-xuat/${one.id}`} aria-current={one.id === batch.id ? 'page' : undefined}>
                    {fill(words.revision[language], { n: one.revision })}
                  </a>
                  {`: ${[batchStateWords[one.state][language], one.correction].filter((part) => part !== '').join(' · ')}`}
                </li>
              ))}
            </ul>
          </section>
        )}
        <LedgerLines lines={history} verbs={verbWords} note={({ payload }) => saidIn(payload, 'reason')} />
      </div>
    </Page>
  )
}
