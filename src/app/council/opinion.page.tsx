import { useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { itemWords } from '#/programme/council/council.messages.ts'
import { callToMeeting, extendBallots } from '#/programme/council/opinion.actions.ts'
import { differWords } from '#/programme/council/opinion.messages.ts'
import { opinionBoard, type OpinionLine } from '#/programme/council/opinion.view.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill } from './council-pages.messages.ts'
import { words } from './opinion.messages.ts'
import type { Route } from './+types/opinion.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => ({
  board: await opinionBoard(db, actor, params['meetingId'] ?? '', now),
}))

export const action = pageAction(async ({ act, form, params }) => {
  const meetingId = params['meetingId'] ?? ''
  const here = `/hoi-dong/ky-hop/${meetingId}/y-kien`
  const itemId = String(form.get('itemId') ?? '')
  switch (form.get('_do')) {
    case 'extend':
      await act((ctx) =>
        extendBallots(ctx, meetingId, { dueOn: form.get('dueOn'), reason: form.get('reason'), version: Number(form.get('_version')) }),
      )
      return saved(here)
    case 'call':
      await act((ctx) => callToMeeting(ctx, itemId, { reason: form.get('reason') }))
      return saved(here)
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
})

export default function OpinionPage({ loaderData: { board } }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const { meeting, session, daysLeft, ways } = board
  const of = (verb: string, itemId = '') =>
    refusal?.values['_do'] === verb && (refusal.values['itemId'] ?? '') === itemId ? refusal : undefined
  return (
    <Page
      title={meeting.name}
      eyebrow={words.board[language]}
      lead={`${meeting.councilName}. ${words.boardLead[language]}`}
      crumbs={board.isMember ? [{ href: `/hoi-dong/ky-hop/${meeting.id}`, label: meeting.name }] : []}
      crumbTitle={words.toBoard[language]}
      marks={
        <DeadlineChip mood={daysLeft < 0 ? 'late' : daysLeft <= 3 ? 'soon' : 'calm'}>
          {fill((daysLeft < 0 ? words.over : words.due)[language], { due: formatDate(session.dueOn) })}
          {daysLeft < 0 ? '' : `, ${leftText(daysLeft, language)}`}
        </DeadlineChip>
      }
    >
      <div className="stack">
        <Facts
          facts={[
            { label: words.least[language], value: <span className="num">{board.least}</span> },
            {
              label: words.differ[language],
              value: ways.length === 0 ? words.differNever[language] : ways.map((way) => differWords[way][language]).join('; '),
            },
          ]}
        />
        <h2>{words.items[language]}</h2>
        <Table caption={words.items[language]} rows={board.lines} rowKey={(line) => String(line.ordinal)} columns={columns(language)} />
        {board.lines.map((line) =>
          line.kind === 'item' && line.mayCall ? <Call key={line.itemId} line={line} refusal={of('call', line.itemId)} /> : null,
        )}
        {session.extensions.length === 0 ? null : (
          <Panel title={words.extensions[language]} small>
            <ul className="list">
              {session.extensions.map((extension) => (
                <li key={extension.dueAfter}>
                  {fill(words.extension[language], {
                    from: formatDate(extension.dueBefore),
                    to: formatDate(extension.dueAfter),
                    reason: extension.reason,
                    by: extension.by,
                  })}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {board.mayExtend ? (
          <Disclose summary={words.extend[language]} open={of('extend') !== undefined}>
            <Form refusal={of('extend')} version={session.version} scope="extend">
              <ErrorSummary />
              <DateField name="dueOn" label={words.extendTo[language]} />
              <TextArea name="reason" label={words.reason[language]} rows={3} />
              <Button name="_do" value="extend" kind="quiet">
                {words.extend[language]}
              </Button>
            </Form>
          </Disclose>
        ) : null}
      </div>
    </Page>
  )
}

function leftText(days: number, language: Language): string {
  return days === 0 ? words.today[language] : fill(words.left[language], { days })
}

function columns(language: Language) {
  return [
    {
      key: 'n',
      label: words.item[language],
      nowrap: true,
      narrow: 'kind' as const,
      cell: (line: OpinionLine) => <span className="num">{line.ordinal}</span>,
    },
    {
      key: 'product',
      label: words.product[language],
      head: true,
      cell: (line: OpinionLine) =>
        line.kind === 'recused' ? (
          <span className="quiet">{words.recused[language]}</span>
        ) : (
          <>
            <a href={`/hoi-dong/ho-so/${line.itemId}/dong`}>
              <b>{line.product}</b>
            </a>
            <span className="hint block">{line.producer}</span>
          </>
        ),
    },
    {
      key: 'sent',
      label: words.sent[language],
      cell: (line: OpinionLine) =>
        line.kind === 'recused' ? null : (
          <>
            <span className="num">{fill(words.sentOf[language], line.sent)}</span>
            {line.silent === 0 ? null : <span className="hint block">{fill(words.silent[language], { count: line.silent })}</span>}
          </>
        ),
    },
    {
      key: 'clock',
      label: words.clock[language],
      cell: (line: OpinionLine) => {
        if (line.kind === 'recused') return null
        const { clock } = line
        if (clock === null) return <span className="quiet">{words.clockNone[language]}</span>
        const due = formatDate(clock.dueOn)
        return clock.over ? (
          <State kind="late">{fill(words.clockOver[language], { due })}</State>
        ) : (
          fill(words.clockDue[language], { due, left: leftText(clock.daysLeft, language) })
        )
      },
    },
    {
      key: 'state',
      label: words.state[language],
      cell: (line: OpinionLine) =>
        line.kind === 'recused' ? null : (
          <State kind={itemWords[line.state].mark}>
            {line.state === 'scoring' ? words.waitingBallots[language] : itemWords[line.state][language]}
          </State>
        ),
    },
  ]
}

function Call({ line, refusal }: { line: Extract<OpinionLine, { kind: 'item' }>; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  return (
    <Disclose summary={`${words.call[language]}: ${words.item[language].toLowerCase()} ${line.ordinal}`} open={refusal !== undefined}>
      <p>{words.callAsk[language]}</p>
      <Form refusal={refusal} scope={`call-${line.ordinal}`}>
        <ErrorSummary />
        <input type="hidden" name="itemId" value={line.itemId} />
        <TextArea name="reason" label={words.callReason[language]} rows={3} optional />
        <Button name="_do" value="call" kind="danger">
          {words.callSure[language]}
        </Button>
      </Form>
    </Disclose>
  )
}
