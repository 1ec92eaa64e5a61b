import { redirect, useActionData } from 'react-router'
import { formatDateTime, formatTime } from '#/platform/text/format.ts'
import { itemWords, placeWords, roleWords } from '#/programme/council/council.messages.ts'
import { closingView, type ClosingView } from '#/programme/council/closing.view.ts'
import type { CouncilRole } from '#/programme/council/council.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Steps, type Step } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { press } from './closing.actions.server.ts'
import { Discussions, SheetsTable, SpreadPanel } from './closing-board.tsx'
import { Matrix, Proof } from './closing-proof.tsx'
import { Blocked, Presses, ReconcileForm, refusedVerb } from './closing-presses.tsx'
import { EndingsPanel, RaiseForm, SpreadVotes } from './closing-votes.tsx'
import { fill, words } from './closing-pages.messages.ts'
import type { Route } from './+types/closing.page'

export const loader = pageLoader(async ({ db, services, actor, params, now }) => ({
  view: await closingView(db, services.regulations, actor, params['itemId'] ?? '', now),
}))

export const action = pageAction(async (page) => redirect(await press(page, 'dong'), 303))

export default function Closing({ loaderData: { view } }: Route.ComponentProps) {
  const language = useLanguage()
  const data = useActionData<typeof action>()
  const refusal = data && 'refused' in data ? data : undefined
  const refused = refusedVerb(refusal)
  const refusalOf = (verb: string) => (refused === verb ? refusal : undefined)
  const { board, mine } = view
  const item = fill(words.item[language], { ordinal: view.ordinal })
  return (
    <Page
      title={view.product}
      tabTitle={`${words.closing[language]}: ${view.product}`}
      crumbTitle={words.closing[language]}
      crumbs={[
        { href: '/hoi-dong/ky-hop', label: words.meetings[language] },
        { href: `/hoi-dong/ky-hop/${view.meeting.id}/chot`, label: view.meeting.name },
      ]}
      eyebrow={`${item} · ${view.meeting.roundName} · bộ ${view.set.no}, ${view.regulation}`}
      marks={<Steps label={words.steps[language]} steps={stepsOf(view, language)} />}
      actions={
        view.state === 'closed' || view.state === 'ended' ? (
          <ButtonLink href={`/hoi-dong/ho-so/${view.itemId}/ket-qua`}>{words.resultOpen[language]}</ButtonLink>
        ) : null
      }
    >
      <div className="stack-l">
        {refusal ? <ErrorSummary refusal={refusal} scope={refused} /> : null}
        <Blocked view={view} />
        <Presses view={view} refusalOf={refusalOf} />
        {board ? (
          <>
            <div className="cols cols-2">
              <SpreadPanel basis={board.basis}>
                <ReconcileForm view={view} refusalOf={refusalOf} />
              </SpreadPanel>
              <SheetsTable basis={board.basis} />
            </div>
            <SpreadVotes view={view} />
            <Discussions basis={board.basis} />
            <Proof basis={board.basis} provisional={view.state !== 'closed'} />
          </>
        ) : (
          <Blind view={view} />
        )}
        <EndingsPanel view={view} />
        {mine.mayRaiseEnding ? <RaiseForm view={view} refusal={refusalOf('raise')} /> : null}
        {view.endings.length + view.resolutions.length > 0 && mine.isVotingMember ? (
          <p className="no-print">
            <a href={`/hoi-dong/ho-so/${view.itemId}/bieu-quyet`}>{words.toVote[language]}</a>
          </p>
        ) : null}
        {board ? <Matrix basis={board.basis} /> : null}
      </div>
    </Page>
  )
}

/** Before the scores open: how many are final, and for the one who chairs also who. Never a point. */
function Blind({ view }: { view: ClosingView }) {
  const language = useLanguage()
  const { progress, quorum, seats } = view
  return (
    <>
      <Notice title={words.blindTitle[language]}>
        <p>{view.state === 'scored' || view.state === 'reconciling' ? words.blindScored[language] : words.blind[language]}</p>
        {view.mine.isChairForItem ? null : <p>{words.leaderNeeded[language]}</p>}
      </Notice>
      {progress === null ? null : (
        <p className="lead num">{fill(words.finalCount[language], { final: progress.final, of: progress.of })}</p>
      )}
      {quorum === null ? null : <p className="hint">{fill(words.quorum[language], quorum)}</p>}
      {seats === null ? null : (
        <Table
          caption={words.sheets[language]}
          rows={seats.filter((seat) => seat.voting)}
          rowKey={(seat) => seat.memberId}
          columns={[
            {
              key: 'name',
              label: words.member[language],
              head: true,
              cell: (seat) => (
                <>
                  <b>{seat.name}</b>
                  <small>{seat.post}</small>
                </>
              ),
            },
            { key: 'role', label: words.role[language], narrow: 'hide', cell: (seat) => roleWords[seat.role as CouncilRole][language] },
            {
              key: 'sheet',
              label: words.sheet[language],
              cell: (seat) =>
                seat.place === null || seat.place === 'counts' ? (
                  <State kind={seat.final ? 'done' : 'todo'}>{seat.final ? words.sheetFinal[language] : words.sheetOpen[language]}</State>
                ) : (
                  <State kind="ended">{placeWords[seat.place][language]}</State>
                ),
            },
          ]}
        />
      )}
    </>
  )
}

function stepsOf(view: ClosingView, language: 'vi' | 'en'): Step[] {
  const { state, progress, board } = view
  const full = progress !== null && progress.of > 0 && progress.final === progress.of
  const scored = state === 'scored' || state === 'reconciling' || state === 'closed'
  const spread = board !== null && (board.basis.spread?.exceeded === true || state === 'reconciling')
  if (state === 'ended') return [{ label: itemWords.ended[language], state: 'stop', current: true }]
  return [
    ...(progress === null
      ? []
      : [
          {
            label: fill(words.stepSheets[language], progress),
            state: full ? ('done' as const) : ('part' as const),
            current: state === 'scoring' && !full,
          },
        ]),
    {
      label: view.scoredAt && scored ? `${words.stepScored[language]} ${formatTime(view.scoredAt)}` : words.stepScored[language],
      state: scored ? 'done' : 'todo',
      current: state === 'scoring' && full,
    },
    ...(spread
      ? [
          {
            label: words.stepSpread[language],
            state: state === 'closed' ? ('done' as const) : ('late' as const),
            current: state !== 'closed',
          },
        ]
      : []),
    {
      label: view.closedAt ? `${words.stepResult[language]} ${formatDateTime(view.closedAt)}` : words.stepResult[language],
      state: state === 'closed' ? 'done' : 'todo',
      current: state === 'scored' && !spread,
    },
    { label: words.stepMinutes[language], state: view.minutesStored ? 'done' : 'todo', current: state === 'closed' && !view.minutesStored },
  ]
}
