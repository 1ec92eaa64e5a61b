import { redirect, useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { addMember, establishCouncil, memberLeaves, missingSeats } from '#/programme/council/council.actions.ts'
import { councilFor, roundsFor } from '#/programme/council/council.lists.ts'
import { meetingWords, modeWords } from '#/programme/council/council.messages.ts'
import { createMeeting } from '#/programme/council/meeting.actions.ts'
import { meetingsOfCouncil } from '#/programme/council/meeting.store.ts'
import { councilChecks, packOfCouncil } from '#/programme/council/validity.store.ts'
import { Validity } from '../council/presence.tsx'
import { pageAction, pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { words } from './council-office.messages.ts'
import { words as work } from './council-work.messages.ts'
import { RulesShown } from './council-rules.tsx'
import type { Route } from './+types/council.page'
import { Members, Establish, Plan } from './council-parts.tsx'

export const loader = pageLoader(async ({ db, actor, params, services, now }) => {
  const { council, seats, bodies, accounts } = await councilFor(db, actor, params['councilId'] ?? '', now)
  return {
    council,
    seats,
    bodies,
    accounts,
    departments: (packOfCouncil(services.regulations, council)?.regulation.departments ?? []).map(({ department, title }) => ({
      department,
      title,
    })),
    checks: await councilChecks(db, services.regulations, council, seats),
    missing: missingSeats(seats.filter((seat) => seat.leftOn === null)),
    meetings: await meetingsOfCouncil(db, council.id),
    rounds: await roundsFor(db, actor),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const councilId = params['councilId'] ?? ''
  const here = `/tinh/hoi-dong/${councilId}`
  const given = (name: string) => form.get(name)
  switch (form.get('_do')) {
    case 'add':
      await act((ctx) =>
        addMember(ctx, councilId, {
          accountId: given('accountId'),
          bodyId: given('bodyId'),
          post: given('post'),
          role: given('role'),
          department: given('department'),
        }),
      )
      return redirect(`${here}#thanh-vien`, 303)
    case 'leave':
      await act((ctx) => memberLeaves(ctx, councilId, String(given('memberId') ?? ''), given('reason')))
      return redirect(`${here}#thanh-vien`, 303)
    case 'establish':
      await act((ctx) =>
        establishCouncil(ctx, councilId, {
          number: given('number'),
          date: given('date'),
          signer: given('signer'),
          signerPost: given('signerPost'),
        }),
      )
      return redirect(here, 303)
    case 'plan': {
      const meetingId = await act((ctx) =>
        createMeeting(ctx, {
          councilId,
          roundId: given('roundId'),
          name: given('name'),
          date: given('day'),
          time: given('time'),
          place: given('place'),
          mode: given('mode'),
        }),
      )
      return redirect(`${here}/ky-hop/${meetingId}`, 303)
    }
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
})

export default function Council({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const { council, meetings } = loaderData
  /** Several forms on one page: each shows only its own refusal. */
  const of = (verb: string): FormRefusal | undefined => (refusal?.values['_do'] === verb ? refusal : undefined)
  return (
    <Page
      title={council.name}
      crumbs={[{ href: '/tinh/hoi-dong', label: words.councils[language] }]}
      crumbTitle={words.council[language]}
      marks={
        <>
          <State kind={council.state === 'established' ? 'done' : 'part'} boxed>
            {words[council.state][language]}
          </State>
          <span className="hint">
            {words.term[language]} <span className="num">{`${formatDate(council.termFrom)} – ${formatDate(council.termTo)}`}</span>
            {council.decisionNumber === ''
              ? ''
              : ` · ${words.decision[language]} ${council.decisionNumber}, ${formatDate(council.decisionDate)}`}
          </span>
          {council.decisionDocumentId === null ? null : (
            <>
              <a className="tap" href={`/tep/van-ban/${council.decisionDocumentId}`}>
                {words.paper[language]}
              </a>
              <WordLink href={`/tep/van-ban/${council.decisionDocumentId}.docx`} />
            </>
          )}
        </>
      }
    >
      <div className="stack">
        <Members loaded={loaderData} refusal={refusal} of={of} />
        <Validity checks={loaderData.checks} title={work.composition[language]} />
        <p className="row">
          <ButtonLink kind="quiet" small href={`/tinh/hoi-dong/${council.id}/thanh-phan`}>
            {work.editComposition[language]}
          </ButtonLink>
        </p>
        {council.state === 'draft' ? <Establish missing={loaderData.missing} refusal={of('establish')} /> : null}
        <Panel title={words.rules[language]}>
          <RulesShown rules={council.rules} />
          <ButtonLink kind="quiet" small href={`/tinh/hoi-dong/${council.id}/quy-che`}>
            {words.editRules[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" small href={`/tinh/hoi-dong/${council.id}/van-ban-quy-che`}>
            {work.rulesPaper[language]}
          </ButtonLink>
        </Panel>
        {council.state === 'established' ? (
          <Panel title={words.meetings[language]}>
            {meetings.length === 0 ? (
              <p className="hint">{words.noMeetings[language]}</p>
            ) : (
              <Table
                caption={words.meetings[language]}
                rows={meetings}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'name',
                    label: words.meetingName[language],
                    head: true,
                    cell: (row) => <a href={`/tinh/hoi-dong/${council.id}/ky-hop/${row.id}`}>{row.name}</a>,
                  },
                  {
                    key: 'when',
                    label: words.when[language],
                    nowrap: true,
                    cell: (row) => <span className="num">{formatDateTime(row.startsAt)}</span>,
                  },
                  { key: 'round', label: words.round[language], cell: (row) => row.roundName },
                  { key: 'mode', label: words.mode[language], cell: (row) => modeWords[row.mode][language] },
                  { key: 'items', label: words.items[language], align: 'right', cell: (row) => <span className="num">{row.items}</span> },
                  {
                    key: 'state',
                    label: words.state[language],
                    cell: (row) => <State kind={meetingWords[row.state].mark}>{meetingWords[row.state][language]}</State>,
                  },
                ]}
              />
            )}
            <Disclose summary={words.plan[language]} open={of('plan') !== undefined || meetings.length === 0}>
              <Plan rounds={loaderData.rounds} refusal={of('plan')} />
            </Disclose>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
