import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatInstantDate } from '#/platform/text/format.ts'
import { dossierHistory, officeFile } from '#/programme/commune/commune.store.ts'
import { flagsOf } from '#/programme/commune/flags.ts'
import { targetTitle } from '#/programme/commune/supplement.ts'
import { provinceLines } from '#/programme/commune/components.ts'
import { reportFields } from '#/programme/dossier/report.fields.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { calendarOf } from '#/programme/reference.ts'
import { longChip } from '../commune/deadline.ts'
import { verbWords, words as shared } from '../commune/commune.messages.ts'
import {
  AnswersTable,
  Documents,
  Flags,
  History,
  Papers,
  ProducerFacts,
  ProductFacts,
  ReportTexts,
  Supplements,
} from '../commune/dossier-parts.tsx'
import { ReportView } from '../commune/report-view.tsx'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { words } from './office.messages.ts'
import type { Route } from './+types/dossier.page'

export const loader = pageLoader(async ({ db, actor, params, services, now, lang }) => {
  const file = await officeFile(db, services.regulations, actor, params['id'])
  const { dossier, latest, form, pack, clock, report } = file
  const today = plainDateOf(now)
  const lines = provinceLines(pack.regulation, form, latest.snapshot)
  return {
    id: dossier.id,
    state: dossier.state,
    endReason: dossier.endReason,
    rights: file.rights,
    slip: dossier.slipNumber,
    filedAt: formatInstantDate(latest.filedAt),
    snapshot: latest.snapshot,
    flags: flagsOf(latest.snapshot, today, form),
    chip:
      clock &&
      longChip({ ...clock.clock, paused: clock.pauses.some((pause) => pause.resumedAt === null) }, await calendarOf(db), today, lang),
    round: file.round,
    report: report?.state === 'issued' ? { conclusion: report.conclusion, proposes: report.proposes } : null,
    contents: file.contents,
    opinions: file.opinions,
    photos: report?.state === 'issued' ? file.photos : [],
    documents: file.documents,
    labels: Object.fromEntries(reportFields.map((field) => [field.name, field.label[lang]])),
    supplements: file.supplements.map((request) => ({
      ...request,
      titles: Object.fromEntries(request.items.map((item) => [item.id, targetTitle(item, lines, form)[lang]])),
    })),
    history: await dossierHistory(db, dossier.id, Object.keys(verbWords)),
  }
})

export default function OfficeDossier({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, snapshot, flags, state, chip, rights, report, round } = loaderData
  return (
    <Page
      title={snapshot.product.name}
      className="print-wide"
      crumbs={[
        { href: '/tinh', label: words.homeTab[language] },
        { href: '/tinh/ho-so', label: words.register[language] },
      ]}
      eyebrow={`${shared[snapshot.kind][language]} · ${shared.slip[language]} ${loaderData.slip ?? '–'}`}
      lead={`${snapshot.producer.name}, ${snapshot.producer.communeName}, ${shared.filedOn[language].toLowerCase()} ${loaderData.filedAt}`}
      marks={
        <>
          <State kind={stateWords[state].mark} boxed>
            {stateWords[state][language]}
          </State>
          {round ? <a href={`/tinh/dot/${round.id}`}>{round.name}</a> : null}
          {chip ? (
            <span>
              {words.atCommune[language]}: <DeadlineChip mood={chip.mood}>{chip.text}</DeadlineChip>
            </span>
          ) : null}
        </>
      }
      actions={
        <>
          {rights.receive || rights.accept ? <ButtonLink href={`/tinh/tiep-nhan/${id}`}>{words.receive[language]}</ButtonLink> : null}
          <ButtonLink kind="quiet" href={`/tinh/ho-so/${id}/to-tu-van`}>
            {words.advisoryShort[language]}
          </ButtonLink>
        </>
      }
    >
      <div className="stack">
        {loaderData.endReason ? (
          <Notice kind="warn" title={shared.reason[language]}>
            <p>{loaderData.endReason}</p>
          </Notice>
        ) : null}
        {loaderData.supplements.length === 0 ? null : <Supplements requests={loaderData.supplements} />}
        <div className="cols cols-2">
          <Panel title={shared.productTitle[language]}>
            <ProductFacts snapshot={snapshot} />
          </Panel>
          <Panel title={shared.producerTitle[language]}>
            <ProducerFacts snapshot={snapshot} />
            {rights.seesPrivate ? (
              <p>
                <a href={`/tinh/ho-so/${id}/rieng-tu`}>{shared.privateFacts[language]}</a>
              </p>
            ) : null}
          </Panel>
        </div>
        <section aria-labelledby="luu-y">
          <h2 id="luu-y" className="mb">
            {shared.flags[language]}
          </h2>
          <Flags flags={flags} />
        </section>
        {report === null ? null : (
          <section aria-labelledby="mau-03">
            <h2 id="mau-03" className="mb">
              {words.communeReport[language]}
            </h2>
            <ReportView
              contents={loaderData.contents}
              opinions={loaderData.opinions}
              conclusion={report.conclusion}
              proposes={report.proposes}
            />
            <p className="row mt">
              {loaderData.photos.map((photo) => (
                <a key={photo.id} href={`/tep/anh-bao-cao/${photo.id}`}>
                  <img
                    className="thumb"
                    src={`/tep/anh-bao-cao/${photo.id}`}
                    alt={photo.caption || shared.photo[language]}
                    width={112}
                    height={84}
                    loading="lazy"
                  />
                </a>
              ))}
            </p>
          </section>
        )}
        <section aria-labelledby="tu-danh-gia">
          <h2 id="tu-danh-gia" className="mb">
            {shared.answers[language]}
          </h2>
          <AnswersTable snapshot={snapshot} flags={flags} />
        </section>
        <ReportTexts snapshot={snapshot} labels={loaderData.labels} />
        <section aria-labelledby="minh-chung">
          <h2 id="minh-chung" className="mb">
            {shared.papers[language]}
          </h2>
          <Papers papers={snapshot.papers} flags={flags} />
        </section>
        <div className="cols cols-2">
          <Documents documents={loaderData.documents} />
          <Panel title={words.timeline[language]} small>
            <History lines={loaderData.history} />
          </Panel>
        </div>
      </div>
    </Page>
  )
}
