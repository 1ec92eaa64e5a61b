import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { dossierHistory, officeFile } from '#/programme/commune/commune.store.ts'
import { provinceLines } from '#/programme/commune/components.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { chooseOnReturn, returnDown, returnNotValid, sendUp } from '#/programme/level/level.actions.ts'
import { wayOf } from '#/programme/level/level.view.ts'
import { answerable } from '#/programme/objection/ministry-request.ts'
import { serves } from '#/programme/people/actor.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { calendarOf } from '#/programme/reference.ts'
import { verbWords, words as shared } from '../commune/commune.messages.ts'
import { Claims, FlagSection } from '../commune/dossier-claims.tsx'
import { ProductAndProducer } from '../commune/dossier-facts.tsx'
import { SinceSection } from '../commune/since-section.tsx'
import { Documents, History, Supplements } from '../commune/dossier-parts.tsx'
import { dossierReading } from '../commune/dossier-reading.ts'
import { ReportView } from '../commune/report-view.tsx'
import { tellsNothing, WaySection } from '../level/way-section.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { formText } from './issuing-form.server.ts'
import { words } from './office.messages.ts'
import type { Route } from './+types/dossier.page'

export const loader = pageLoader(async ({ db, actor, params, services, now, lang }) => {
  const file = await officeFile(db, services.regulations, actor, params['id'])
  const { dossier, latest, form, pack, report } = file
  const lines = provinceLines(pack.regulation, form, latest.snapshot)
  return {
    ...dossierReading(file, lines, await calendarOf(db), plainDateOf(now), lang),
    rights: { ...file.rights, ministryRequest: serves(actor, dossier.authority, 'office') && answerable.includes(dossier.state) },
    way: await wayOf(db, { regulations: services.regulations, now }, actor, dossier),
    round: file.round,
    report: report?.state === 'issued' ? { conclusion: report.conclusion, proposes: report.proposes } : null,
    contents: file.contents,
    opinions: file.opinions,
    photos: report?.state === 'issued' ? file.photos : [],
    history: await dossierHistory(db, dossier.id, Object.keys(verbWords)),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const text = (name: string) => formText(form, name)
  switch (text('viec')) {
    case 'chuyen-len':
      await act((ctx) => sendUp(ctx, id, { handed: text('handed'), note: text('note') }))
      break
    case 'chuyen-ve':
      await act((ctx) => returnDown(ctx, id, { note: text('note'), reason: text('reason') }))
      break
    case 'khong-hop-le':
      await act((ctx) => returnNotValid(ctx, id, { reason: text('reason') }))
      break
    case 'chon':
      await act((ctx) => chooseOnReturn(ctx, id, { choice: text('choice'), reason: text('reason') }))
      break
    default:
      throw new AppError('badRequest', { reason: 'viec' })
  }
  return saved(`/tinh/ho-so/${id}#chuyen-cap`)
})

export default function OfficeDossier({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const { id, snapshot, flags, state, chip, rights, report, round, way } = loaderData
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
          <ButtonLink kind="quiet" href={`/tinh/ho-so/${id}/kiem-tra-thuc-te`}>
            {words.visitsShort[language]}
          </ButtonLink>
          {rights.ministryRequest ? (
            <ButtonLink kind="quiet" href={`/tinh/ho-so/${id}/yeu-cau-cua-bo`}>
              {words.ministryRequest[language]}
            </ButtonLink>
          ) : null}
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
        {tellsNothing(way) ? null : <WaySection dossierId={id} way={way} refusal={refusal} />}
        {loaderData.supplements.length === 0 ? null : <Supplements requests={loaderData.supplements} />}
        <ProductAndProducer snapshot={snapshot} privateHref={rights.seesPrivate ? `/tinh/ho-so/${id}/rieng-tu` : undefined} />
        <SinceSection snapshot={snapshot} id="thay-doi" />
        <FlagSection flags={flags} />
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
        <Claims snapshot={snapshot} flags={flags} labels={loaderData.labels} />
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
