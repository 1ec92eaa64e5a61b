import { formatDate } from '#/platform/text/format.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { changeRound, closeRound, openRound } from '#/programme/round/round.actions.ts'
import { plansRounds, readsOffice } from '#/programme/round/round.policy.ts'
import { roundWarnings, setsToConfirm } from '#/programme/round/round.ts'
import { useActionData } from 'react-router'
import { textOf } from '../commune/check-input.ts'
import { fill } from '../commune/commune.messages.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CheckBox } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { words } from './office.messages.ts'
import { RoundForm } from './round-form.tsx'
import { readRoundForm } from './round-input.ts'
import { roundState } from './round-state.ts'
import type { Route } from './+types/round.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  mustSee(readsOffice(actor, actor.authority))
  const round = found((await listRounds(db, actor)).find((one) => one.id === params['id']))
  const pack = services.regulations.get(round.regulationId)
  const sets = setsToConfirm(pack)
  return {
    round,
    plans: plansRounds(actor, actor.authority),
    regulation: pack.regulation.number,
    samePack: pack.hash === round.regulationHash,
    sets,
    doubts: sets.map((set) => ({ set, anomalies: pack.forms[set]?.anomalies ?? [] })),
    warnings: roundWarnings(pack.regulation, round.year, round.ordinal, round),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  const job = textOf(form, 'viec')
  if (job === 'mo') await act((ctx) => openRound(ctx, id, { confirmed: textOf(form, 'confirmed') === '1' }))
  else if (job === 'dong') await act((ctx) => closeRound(ctx, id))
  else await act((ctx) => changeRound(ctx, id, { ...readRoundForm(form), version: Number(textOf(form, '_version')) || 0 }))
  return saved(`/tinh/dot/${id}`)
})

export default function Round({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = refusalIn(useActionData<typeof action>())
  const { round, plans, sets, samePack, warnings, doubts } = loaderData
  const job = refusal?.values['viec']
  return (
    <Page
      title={round.name}
      layout="measure"
      crumbs={[
        { href: '/tinh', label: words.homeTab[language] },
        { href: '/tinh/dot', label: words.rounds[language] },
      ]}
      marks={
        <State kind={roundState[round.state]} boxed>
          {words[round.state][language]}
        </State>
      }
    >
      <div className="stack">
        {warnings.length === 0 ? null : (
          <Notice kind="warn" title={words.departs[language]}>
            <ul>
              {warnings.map((warning) => (
                <li key={warning.field}>{warning.text[language]}</li>
              ))}
            </ul>
            {round.legalNote === null ? null : <p>{round.legalNote}</p>}
          </Notice>
        )}
        {samePack ? null : (
          <Notice kind="warn">
            <p>{words.packChanged[language]}</p>
            <p>
              <a href={`/tinh/dot/${round.id}/dinh-chinh`}>{words.adoptCorrection[language]}</a>
            </p>
          </Notice>
        )}
        <Facts
          facts={[
            { label: words.opensOn[language], value: <span className="num">{formatDate(round.opensOn)}</span> },
            {
              label: words.cutOff[language],
              value: <span className="num">{formatDate(round.proposalsDueOn)}</span>,
              note: words.cutOffHint[language],
            },
            { label: words.closesOn[language], value: <span className="num">{formatDate(round.closesOn)}</span> },
            {
              label: words.pinned[language],
              value: loaderData.regulation,
              note: `${words.pinnedHint[language]} SHA-256 ${round.regulationHash.slice(0, 16)}…`,
            },
            { label: words.count[language], value: <a href={`/tinh/ho-so?dot=${round.id}`}>{round.dossiers}</a> },
          ]}
        />
        {plans && round.state === 'planned' ? (
          <Panel title={words.openRound[language]} wash>
            <Form refusal={job === 'mo' ? refusal : undefined}>
              {job === 'mo' ? <ErrorSummary /> : null}
              {sets.length === 0 ? null : (
                <>
                  <Disclose summary={words.doubts[language]}>
                    {doubts.map((one) => (
                      <div key={one.set}>
                        <h3>
                          {words.set[language]} {one.set}
                        </h3>
                        <ul>
                          {one.anomalies.map((anomaly) => (
                            <li key={anomaly}>{anomaly}</li>
                          ))}
                        </ul>
                      </div>
                    ))}
                  </Disclose>
                  <CheckBox name="confirmed" label={fill(words.confirmSets[language], { sets: sets.join(', ') })} />
                </>
              )}
              <div className="row">
                <Button name="viec" value="mo">
                  {words.openRound[language]}
                </Button>
              </div>
            </Form>
          </Panel>
        ) : null}
        {plans && round.state === 'open' ? (
          <Form refusal={job === 'dong' ? refusal : undefined}>
            {job === 'dong' ? <ErrorSummary /> : null}
            <div className="row">
              <ButtonLink href="/tinh/tiep-nhan">{words.reception[language]}</ButtonLink>
              <Button kind="quiet" name="viec" value="dong">
                {words.closeRound[language]}
              </Button>
            </div>
          </Form>
        ) : null}
        {plans && round.state !== 'closed' ? (
          <Disclose summary={words.changeRound[language]} open={refusal !== undefined && job === 'luu'}>
            <RoundForm
              isNew={false}
              version={round.version}
              refusal={job === 'luu' ? refusal : undefined}
              values={{
                year: String(round.year),
                ordinal: String(round.ordinal),
                name: round.name,
                opensOn: formatDate(round.opensOn),
                proposalsDueOn: formatDate(round.proposalsDueOn),
                closesOn: formatDate(round.closesOn),
                note: round.legalNote ?? '',
              }}
            />
          </Disclose>
        ) : null}
      </div>
    </Page>
  )
}
