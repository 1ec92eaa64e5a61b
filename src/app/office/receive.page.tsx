import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { flagsOf } from '#/programme/commune/flags.ts'
import { openFirst } from '#/programme/commune/carry.ts'
import { officeFile } from '#/programme/commune/commune.store.ts'
import { provinceLines } from '#/programme/commune/components.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { acceptDossier, agreeWithCommune, receiveSamples, saveProvinceCheck } from '#/programme/round/reception.actions.ts'
import { isInTime, roundFor } from '#/programme/round/round.ts'
import { useActionData } from 'react-router'
import { CheckForm } from '../commune/check-form.tsx'
import { readChecks, textOf } from '../commune/check-input.ts'
import { fill, words as shared } from '../commune/commune.messages.ts'
import { FlagSection } from '../commune/dossier-claims.tsx'
import { ProductAndProducer } from '../commune/dossier-facts.tsx'
import { SinceSection } from '../commune/since-section.tsx'
import { Documents } from '../commune/dossier-parts.tsx'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './office.messages.ts'
import type { Route } from './+types/receive.page'

export const loader = pageLoader(async ({ db, actor, params, services, now }) => {
  const file = await officeFile(db, services.regulations, actor, params['id'])
  const { dossier, latest, pack, form, handover } = file
  const proposedOn = plainDateOf(dossier.proposedAt ?? now)
  const rounds = (await listRounds(db, actor)).filter((round) => round.state !== 'closed' && round.regulationId === dossier.regulationId)
  return {
    id: dossier.id,
    state: dossier.state,
    rights: file.rights,
    snapshot: latest.snapshot,
    proposedOn: formatInstantDate(dossier.proposedAt ?? now),
    lines: openFirst(provinceLines(pack.regulation, form, latest.snapshot), file.reopened.province),
    reopened: file.reopened.province,
    checks: file.provinceChecks,
    beside: file.checks,
    flags: flagsOf(latest.snapshot, plainDateOf(now), form),
    handover: handover && { required: handover.required, handed: handover.handed, received: handover.received, note: handover.note },
    round: file.round,
    suggested: roundFor(rounds, proposedOn)?.id ?? null,
    rounds: rounds.map((round) => ({
      id: round.id,
      name: round.name,
      due: formatDate(round.proposalsDueOn),
      late: !isInTime(round, proposedOn),
    })),
    documents: file.documents,
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const here = `/tinh/tiep-nhan/${id}`
  const job = textOf(form, 'viec')
  if (job === 'dong-y') await act((ctx) => agreeWithCommune(ctx, id))
  else if (job === 'mau') await act((ctx) => receiveSamples(ctx, id, { received: textOf(form, 'received'), note: textOf(form, 'note') }))
  else if (job === 'tiep-nhan')
    await act((ctx) => acceptDossier(ctx, id, { roundId: textOf(form, 'roundId'), exception: textOf(form, 'exception') }))
  else await act((ctx) => saveProvinceCheck(ctx, id, readChecks(form)))
  return saved(here)
})

export default function Receive({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  const { id, snapshot, rights, handover, rounds, state, lines, checks } = loaderData
  const about = (job: string) => (refusal?.values['viec'] === job ? refusal : undefined)
  const papers = new Map(snapshot.papers.map((paper) => [paper.id, paper.title]))
  return (
    <Page
      title={snapshot.product.name}
      className="print-wide"
      crumbs={[
        { href: '/tinh', label: words.homeTab[language] },
        { href: '/tinh/tiep-nhan', label: words.reception[language] },
      ]}
      eyebrow={shared[snapshot.kind][language]}
      lead={`${snapshot.producer.name}, ${snapshot.producer.communeName}. ${words.proposedOn[language]} ${loaderData.proposedOn}.`}
      marks={
        <State kind={stateWords[state].mark} boxed>
          {stateWords[state][language]}
        </State>
      }
      actions={
        <ButtonLink kind="quiet" href={`/tinh/ho-so/${id}`}>
          {words.openDossier[language]}
        </ButtonLink>
      }
    >
      <div className="stack">
        {loaderData.round && state === 'accepted' ? (
          <Notice kind="good">{fill(words.acceptedInto[language], { round: loaderData.round.name })}</Notice>
        ) : null}
        <ProductAndProducer snapshot={snapshot} />
        <SinceSection snapshot={snapshot} id="thay-doi" />
        <FlagSection flags={loaderData.flags} />
        <section aria-labelledby="thanh-phan" className="stack">
          <h2 id="thanh-phan">
            {shared.checkTitle[language]}{' '}
            <span className="num quiet">
              {checks.length}/{lines.length}
            </span>
          </h2>
          {rights.receive && checks.length < lines.length ? (
            <Form refusal={about('dong-y')}>
              <div className="row">
                <Button kind="quiet" small name="viec" value="dong-y">
                  {words.agree[language]}
                </Button>
              </div>
            </Form>
          ) : null}
          <CheckForm
            lines={lines}
            checks={checks}
            beside={loaderData.beside}
            papers={papers}
            reopened={loaderData.reopened}
            editable={rights.receive}
            refusal={about('kiem-tra')}
          />
        </section>
        <div className="cols cols-2">
          <Panel title={words.sampleReceipt[language]}>
            {handover === null ? (
              <p>{words.notReceived[language]}</p>
            ) : (
              <>
                <p>{fill(words.handed[language], { n: handover.handed, required: handover.required })}</p>
                {handover.note === '' ? null : <p className="quote">{handover.note}</p>}
                {handover.received === null ? null : (
                  <p>
                    <State kind={handover.received < handover.required ? 'back' : 'done'}>
                      {fill(words.receivedDone[language], { n: handover.received })}
                    </State>
                  </p>
                )}
                {rights.receive ? (
                  <Form refusal={about('mau')}>
                    {about('mau') ? <ErrorSummary /> : null}
                    <Field
                      name="received"
                      label={words.receivedCount[language]}
                      size="short"
                      inputMode="numeric"
                      unit={shared.unit[language]}
                      defaultValue={String(handover.received ?? handover.handed)}
                    />
                    <TextArea name="note" label={shared.note[language]} optional rows={2} maxLength={1000} />
                    <div className="row">
                      <Button kind="quiet" name="viec" value="mau">
                        {words.saveReceipt[language]}
                      </Button>
                    </div>
                  </Form>
                ) : null}
              </>
            )}
          </Panel>
          <Documents documents={loaderData.documents} />
        </div>
        {rights.accept ? (
          <Panel title={words.acceptTitle[language]} wash>
            <Form refusal={about('tiep-nhan')}>
              {about('tiep-nhan') ? <ErrorSummary /> : null}
              <Radios
                name="roundId"
                label={words.chooseRound[language]}
                defaultValue={loaderData.suggested ?? undefined}
                choices={rounds.map((round) => ({
                  value: round.id,
                  label: round.name,
                  hint: `${words.cutOff[language]} ${round.due}${round.id === loaderData.suggested ? `, ${words.suggested[language]}` : round.late ? `, ${words.afterCutOff[language]}` : ''}`,
                }))}
              />
              {rounds.some((round) => round.late) ? (
                <TextArea
                  name="exception"
                  label={words.exception[language]}
                  hint={words.exceptionHint[language]}
                  optional
                  rows={2}
                  maxLength={1000}
                />
              ) : null}
              <SaveBar>
                <Button name="viec" value="tiep-nhan">
                  {words.acceptPress[language]}
                </Button>
              </SaveBar>
            </Form>
          </Panel>
        ) : null}
        <div className="row">
          {rights.askSupplement ? (
            <ButtonLink kind="quiet" icon="returned" href={`/tinh/tiep-nhan/${id}/bo-sung`}>
              {words.returnIt[language]}
            </ButtonLink>
          ) : null}
          {rights.reject ? (
            <ButtonLink kind="danger" href={`/tinh/tiep-nhan/${id}/tu-choi`}>
              {words.reject[language]}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </Page>
  )
}
