import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatInstantDate } from '#/platform/text/format.ts'
import { saveCommuneCheck } from '#/programme/commune/check.actions.ts'
import { communeFile } from '#/programme/commune/commune.store.ts'
import { flagsOf } from '#/programme/commune/flags.ts'
import { targetTitle } from '#/programme/commune/supplement.ts'
import { reportFields } from '#/programme/dossier/report.fields.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { useActionData } from 'react-router'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { CheckForm } from './check-form.tsx'
import { readChecks } from './check-input.ts'
import { words } from './commune.messages.ts'
import { longChip } from './deadline.ts'
import { AnswersTable, Documents, Flags, Papers, ProducerFacts, ProductFacts, ReportTexts, Supplements } from './dossier-parts.tsx'
import { refusalIn } from './refusal.ts'
import type { Route } from './+types/dossier.page'

export const loader = pageLoader(async ({ db, actor, params, services, now, lang }) => {
  const file = await communeFile(db, services.regulations, actor, params['id'])
  const { dossier, latest, lines, clock, form } = file
  const calendar = await calendarOf(db)
  const today = plainDateOf(now)
  const chip = clock && longChip({ ...clock.clock, paused: clock.pauses.some((pause) => pause.resumedAt === null) }, calendar, today, lang)
  return {
    id: dossier.id,
    state: dossier.state,
    endReason: dossier.endReason,
    slip: dossier.slipNumber,
    rights: file.rights,
    reportState: file.report?.state ?? null,
    snapshot: latest.snapshot,
    ordinal: latest.ordinal,
    filedAt: formatInstantDate(latest.filedAt),
    lines,
    checks: file.checks,
    chip,
    flags: flagsOf(latest.snapshot, today, form),
    documents: file.documents,
    labels: Object.fromEntries(reportFields.map((field) => [field.name, field.label[lang]])),
    supplements: file.supplements.map((request) => ({
      ...request,
      titles: Object.fromEntries(request.items.map((item) => [item.id, targetTitle(item, lines, form)[lang]])),
    })),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) => saveCommuneCheck(ctx, id, readChecks(form)))
  return saved(`/xa/ho-so/${id}`)
})

export default function CommuneDossier({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refused = useActionData<typeof action>()
  const { id, snapshot, rights, flags, lines, checks, chip, state } = loaderData
  const papers = new Map(snapshot.papers.map((paper) => [paper.id, paper.title]))
  const warned = flags.filter((flag) => flag.weight === 'warn').length
  return (
    <Page
      title={snapshot.product.name}
      className="print-wide"
      crumbs={[{ href: '/xa/hop-viec', label: words.inbox[language] }]}
      eyebrow={`${words[snapshot.kind][language]} · ${words.slip[language]} ${loaderData.slip ?? '–'}`}
      lead={`${snapshot.producer.name}, ${words.filedOn[language].toLowerCase()} ${loaderData.filedAt}${loaderData.ordinal > 1 ? ` (${words.submission[language].toLowerCase()} ${loaderData.ordinal})` : ''}`}
      marks={
        <>
          <State kind={stateWords[state].mark} boxed>
            {stateWords[state][language]}
          </State>
          {chip ? <DeadlineChip mood={chip.mood}>{chip.text}</DeadlineChip> : null}
        </>
      }
    >
      {loaderData.endReason ? (
        <Notice kind="warn" title={words.reason[language]}>
          {loaderData.endReason}
        </Notice>
      ) : null}
      <Panel title={words.nextStep[language]} wash className="mb">
        <div className="row mt">
          <NextSteps id={id} rights={rights} reportState={loaderData.reportState} />
          {loaderData.ordinal > 1 ? (
            <ButtonLink kind="quiet" href={`/xa/ho-so/${id}/thay-doi`}>
              {words.changes[language]}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="quiet" href={`/xa/ho-so/${id}/lich-su`}>
            {words.history[language]}
          </ButtonLink>
        </div>
      </Panel>
      <div className="stack">
        {loaderData.supplements.length === 0 ? null : <Supplements requests={loaderData.supplements} />}
        <div className="cols cols-2">
          <Panel title={words.productTitle[language]}>
            <ProductFacts snapshot={snapshot} />
          </Panel>
          <Panel title={words.producerTitle[language]}>
            <ProducerFacts snapshot={snapshot} />
            <p>
              <a href={`/xa/ho-so/${id}/rieng-tu`}>{words.privateFacts[language]}</a>
            </p>
          </Panel>
        </div>
        <section aria-labelledby="luu-y">
          <h2 id="luu-y" className="mb">
            {words.flags[language]} {warned > 0 ? <span className="num">({warned})</span> : null}
          </h2>
          <Flags flags={flags} />
        </section>
        <section aria-labelledby="thanh-phan">
          <h2 id="thanh-phan" className="mb">
            {words.checkTitle[language]}{' '}
            <span className="num quiet">
              {checks.length}/{lines.length}
            </span>
          </h2>
          <CheckForm lines={lines} checks={checks} papers={papers} editable={rights.check} refusal={refusalIn(refused)} />
        </section>
        <section aria-labelledby="tu-danh-gia">
          <h2 id="tu-danh-gia" className="mb">
            {words.answers[language]}
          </h2>
          <AnswersTable snapshot={snapshot} flags={flags} />
        </section>
        <ReportTexts snapshot={snapshot} labels={loaderData.labels} />
        <section aria-labelledby="minh-chung">
          <h2 id="minh-chung" className="mb">
            {words.papers[language]}
          </h2>
          <Papers papers={snapshot.papers} flags={flags} />
        </section>
        <Documents documents={loaderData.documents} />
      </div>
    </Page>
  )
}

type Rights = { askSupplement: boolean; reject: boolean; write: boolean; issue: boolean; send: boolean }

function NextSteps({ id, rights, reportState }: { id: string; rights: Rights; reportState: string | null }) {
  const language = useLanguage()
  const to = (page: string) => `/xa/ho-so/${id}/${page}`
  return (
    <>
      {rights.write ? <ButtonLink href={to('bao-cao')}>{words.writeReport[language]}</ButtonLink> : null}
      {rights.issue ? <ButtonLink href={to('ban-hanh')}>{words.signReport[language]}</ButtonLink> : null}
      {rights.send ? <ButtonLink href={to('gui-tinh')}>{words.goSend[language]}</ButtonLink> : null}
      {!rights.write && !rights.issue && reportState !== null ? (
        <ButtonLink kind="quiet" href={to('bao-cao')}>
          {words.readReport[language]}
        </ButtonLink>
      ) : null}
      {rights.askSupplement ? (
        <ButtonLink kind="quiet" icon="returned" href={to('bo-sung')}>
          {words.returnIt[language]}
        </ButtonLink>
      ) : null}
      {rights.reject ? (
        <ButtonLink kind="danger" href={to('tu-choi')}>
          {words.reject[language]}
        </ButtonLink>
      ) : null}
    </>
  )
}
