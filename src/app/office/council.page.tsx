import { redirect, useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { addMember, establishCouncil, memberLeaves, missingSeats } from '#/programme/council/council.actions.ts'
import { councilFor, roundsFor } from '#/programme/council/council.lists.ts'
import { meetingWords, modeWords, roleWords } from '#/programme/council/council.messages.ts'
import { createMeeting } from '#/programme/council/meeting.actions.ts'
import { meetingsOfCouncil } from '#/programme/council/meeting.store.ts'
import { fill } from '../council/council-pages.messages.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './council-office.messages.ts'
import { RulesShown } from './council-rules.tsx'
import type { Route } from './+types/council.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { council, seats, bodies, accounts } = await councilFor(db, actor, params['councilId'] ?? '')
  return {
    council,
    seats,
    bodies,
    accounts,
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
        addMember(ctx, councilId, { accountId: given('accountId'), bodyId: given('bodyId'), post: given('post'), role: given('role') }),
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

type Loaded = Route.ComponentProps['loaderData']

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
            <a className="tap" href={`/tep/van-ban/${council.decisionDocumentId}`}>
              {words.paper[language]}
            </a>
          )}
        </>
      }
    >
      <div className="stack">
        <Members loaded={loaderData} refusal={refusal} of={of} />
        {council.state === 'draft' ? <Establish missing={loaderData.missing} refusal={of('establish')} /> : null}
        <Panel title={words.rules[language]}>
          <RulesShown rules={council.rules} />
          <ButtonLink kind="quiet" small href={`/tinh/hoi-dong/${council.id}/quy-che`}>
            {words.editRules[language]}
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

function Members({
  loaded,
  refusal,
  of,
}: {
  loaded: Loaded
  refusal: FormRefusal | undefined
  of: (verb: string) => FormRefusal | undefined
}) {
  const language = useLanguage()
  const { council, seats, bodies, accounts } = loaded
  const body = (id: string | null) => bodies.find((entry) => entry.id === id)?.shortName ?? ''
  return (
    <Panel title={words.members[language]} id="thanh-vien">
      {seats.length === 0 ? null : (
        <Table
          caption={words.members[language]}
          rows={seats}
          rowKey={(seat) => seat.memberId}
          columns={[
            {
              key: 'n',
              label: language === 'vi' ? 'TT' : 'No.',
              narrow: 'hide',
              cell: (seat) => <span className="num">{seat.ordinal}</span>,
            },
            { key: 'name', label: words.account[language], head: true, cell: (seat) => seat.name },
            {
              key: 'post',
              label: words.post[language],
              cell: (seat) => [seat.post, body(seat.bodyId)].filter((part) => part !== '').join(', '),
            },
            { key: 'role', label: words.role[language], cell: (seat) => roleWords[seat.role][language] },
            {
              key: 'do',
              label: language === 'vi' ? 'Thay đổi' : 'Change',
              narrow: 'full',
              cell: (seat) =>
                seat.leftOn !== null ? (
                  <span className="quiet">{fill(words.leftOn[language], { date: formatDate(seat.leftOn) })}</span>
                ) : council.state === 'draft' ? (
                  <Form className="row">
                    <input type="hidden" name="memberId" value={seat.memberId} />
                    <Button kind="quiet" small name="_do" value="leave">
                      {words.remove[language]}
                      <span className="vh"> {seat.name}</span>
                    </Button>
                  </Form>
                ) : (
                  <Disclose
                    summary={words.leaves[language]}
                    open={of('leave') !== undefined && refusal?.values['memberId'] === seat.memberId}
                  >
                    <Form refusal={refusal?.values['memberId'] === seat.memberId ? of('leave') : undefined}>
                      <ErrorSummary />
                      <input type="hidden" name="memberId" value={seat.memberId} />
                      <Field name="reason" label={`${words.reason[language]}: ${seat.name}`} />
                      <Button kind="danger" small name="_do" value="leave">
                        {words.leaves[language]}
                      </Button>
                    </Form>
                  </Disclose>
                ),
            },
          ]}
        />
      )}
      <Disclose summary={words.addMember[language]} open={seats.length === 0 || of('add') !== undefined || council.state === 'draft'}>
        <Form refusal={of('add')}>
          <ErrorSummary />
          <Select
            name="accountId"
            label={words.account[language]}
            choices={accounts.map((account) => ({ value: account.id, label: `${account.name} (${account.username ?? ''})` }))}
          />
          <Field name="post" label={words.post[language]} maxLength={150} />
          <Select
            name="bodyId"
            label={words.body[language]}
            empty={words.noBody[language]}
            choices={bodies.map((entry) => ({ value: entry.id, label: entry.name }))}
          />
          <Select
            name="role"
            label={words.role[language]}
            choices={(['chair', 'viceChair', 'member', 'secretary'] as const).map((role) => ({
              value: role,
              label: roleWords[role][language],
            }))}
          />
          <Button kind="quiet" name="_do" value="add">
            {words.addMember[language]}
          </Button>
        </Form>
      </Disclose>
    </Panel>
  )
}

function Establish({ missing, refusal }: { missing: readonly string[]; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Panel title={words.establish[language]}>
      {missing.length === 0 ? null : (
        <Notice kind="warn">
          <p>{language === 'vi' ? `Còn thiếu: ${missing.join(', ')}.` : `Still missing: ${missing.join(', ')}.`}</p>
        </Notice>
      )}
      <Form refusal={refusal}>
        <ErrorSummary />
        <Field name="number" label={words.number[language]} hint={words.establishHint[language]} size="middle" optional />
        <DateField name="date" label={words.date[language]} />
        <Field name="signer" label={words.signer[language]} />
        <Field name="signerPost" label={words.signerPost[language]} defaultValue="Chủ tịch" />
        <Button name="_do" value="establish">
          {words.establish[language]}
        </Button>
      </Form>
    </Panel>
  )
}

function Plan({ rounds, refusal }: { rounds: Loaded['rounds']; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Form refusal={refusal}>
      <ErrorSummary />
      <Field name="name" label={words.meetingName[language]} maxLength={200} />
      <Select name="roundId" label={words.round[language]} choices={rounds.map((round) => ({ value: round.id, label: round.name }))} />
      <DateField name="day" label={words.day[language]} />
      <Field name="time" label={words.time[language]} hint={words.timeHint[language]} size="short" />
      <Field name="place" label={words.place[language]} optional />
      <Radios
        name="mode"
        label={words.mode[language]}
        choices={(['meeting', 'writtenOpinion'] as const).map((mode) => ({ value: mode, label: modeWords[mode][language] }))}
      />
      <Button name="_do" value="plan">
        {words.plan[language]}
      </Button>
    </Form>
  )
}
