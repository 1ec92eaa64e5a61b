import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { openFirst } from '#/programme/commune/carry.ts'
import { saveCommuneCheck } from '#/programme/commune/check.actions.ts'
import { communeFile } from '#/programme/commune/commune.store.ts'
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
import { Claims, FlagSection } from './dossier-claims.tsx'
import { ProductAndProducer } from './dossier-facts.tsx'
import { Documents, Supplements } from './dossier-parts.tsx'
import { dossierReading } from './dossier-reading.ts'
import { SinceSection } from './since-section.tsx'
import { refusalIn } from './refusal.ts'
import type { Route } from './+types/dossier.page'

export const loader = pageLoader(async ({ db, actor, params, services, now, lang }) => {
  const file = await communeFile(db, services.regulations, actor, params['id'])
  return {
    ...dossierReading(file, file.lines, await calendarOf(db), plainDateOf(now), lang),
    rights: file.rights,
    reportState: file.report?.state ?? null,
    ordinal: file.latest.ordinal,
    lines: openFirst(file.lines, file.reopened.commune),
    reopened: file.reopened.commune,
    checks: file.checks,
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
        <ProductAndProducer snapshot={snapshot} privateHref={`/xa/ho-so/${id}/rieng-tu`} />
        <SinceSection snapshot={snapshot} id="thay-doi" />
        <FlagSection flags={flags} />
        <section aria-labelledby="thanh-phan">
          <h2 id="thanh-phan" className="mb">
            {words.checkTitle[language]}{' '}
            <span className="num quiet">
              {checks.length}/{lines.length}
            </span>
          </h2>
          <CheckForm
            lines={lines}
            checks={checks}
            papers={papers}
            reopened={loaderData.reopened}
            editable={rights.check}
            refusal={refusalIn(refused)}
          />
        </section>
        <Claims snapshot={snapshot} flags={flags} labels={loaderData.labels} />
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
