// The chair's presses. Each opens first and is confirmed by a second button, without script.
import type { ClosingView } from '#/programme/council/closing.view.ts'
import { blockerText } from '#/programme/council/closing.messages.ts'
import { Button } from '../ui/button.tsx'
import { Checks } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { givenName } from './closing-board.tsx'
import { fill, words } from './closing-pages.messages.ts'

type Props = { view: ClosingView; refusalOf: (verb: string) => FormRefusal | undefined }

export function Blocked({ view }: { view: ClosingView }) {
  const language = useLanguage()
  const board = view.board?.basis
  const overSpread = view.blockers.find((blocker) => blocker.code.startsWith('spread'))
  if (view.blockers.length === 0) return null
  // The spread itself is in the heading; the list then names what else stands in the way.
  const texts = view.blockers
    .filter((blocker) => blocker !== overSpread || blocker.code !== 'spreadReconcile')
    .map((blocker) => capital(blockerText(blocker)[language]))
  if (overSpread && board?.spread)
    return (
      <Notice kind="bad" title={fill(words.spreadBlocked[language], { points: board.spread.points })}>
        <p>{fill(words.spreadRule[language], { limit: board.spread.limit })}</p>
        <List texts={texts} />
      </Notice>
    )
  return (
    <Notice kind="warn" title={words.notYet[language]}>
      <List texts={texts} />
    </Notice>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}.`
}

function List({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** The refused press of a page: which of its small forms it was, or undefined. */
export const refusedVerb = (refusal: FormRefusal | undefined): string => String(refusal?.values['_do'] ?? '')

/** "Đóng chấm điểm", "Chốt kết quả", "Chuyển sang kỳ họp sau": what the state allows now. */
export function Presses({ view, refusalOf }: Props) {
  const language = useLanguage()
  const { mine, state, blockers, board } = view
  if (!mine.isChairForItem) return null
  if (!mine.mayLead) return view.meeting.open ? null : <p className="hint">{words.sessionShut[language]}</p>
  const again = state === 'scored' && blockers.some((blocker) => blocker.code === 'setChanged')
  const others = blockers.filter((blocker) => blocker.code !== 'setChanged')
  return (
    <div className="stack no-print">
      {(state === 'scoring' || again) && (again || others.length === 0) ? (
        <Confirm
          verb="score"
          title={words.pressScore[language]}
          ask={words.pressScoreAsk[language]}
          sure={words.pressScoreSure[language]}
          refusal={refusalOf('score')}
        />
      ) : null}
      {state === 'scored' && blockers.length === 0 ? (
        <Confirm
          verb="close"
          title={words.pressResult[language]}
          ask={words.pressResultAsk[language]}
          sure={words.pressResultSure[language]}
          refusal={refusalOf('close')}
          {...(board?.step === 'reason' ? { reason: words.spreadReason[language] } : {})}
        />
      ) : null}
      {state === 'reconciling' ? (
        <Form refusal={refusalOf('finish')}>
          <Button name="_do" value="finish">
            {words.finish[language]}
          </Button>
        </Form>
      ) : null}
      {state === 'scored' &&
      (board?.step === 'nextMeeting' || (board?.step === 'vote' && view.resolutions.some((one) => one.state === 'rejected'))) ? (
        <Confirm
          verb="defer"
          title={words.defer[language]}
          sure={words.defer[language]}
          reason={words.deferReason[language]}
          refusal={refusalOf('defer')}
          danger
        />
      ) : null}
      {state === 'scored' && board?.step === 'vote' ? (
        <Confirm
          verb="propose"
          title={words.propose[language]}
          sure={words.propose[language]}
          reason={words.proposeReason[language]}
          refusal={refusalOf('propose')}
        />
      ) : null}
    </div>
  )
}

type ConfirmProps = {
  verb: string
  title: string
  ask?: string
  sure: string
  reason?: string
  danger?: boolean
  refusal: FormRefusal | undefined
}

export function Confirm({ verb, title, ask, sure, reason, danger = false, refusal }: ConfirmProps) {
  return (
    <Disclose summary={title} open={refusal !== undefined}>
      {ask === undefined ? null : <p>{ask}</p>}
      <Form refusal={refusal} scope={verb}>
        {reason === undefined ? null : <TextArea name="reason" label={reason} />}
        <Button name="_do" value={verb} kind={danger ? 'danger' : 'primary'}>
          {sure}
        </Button>
      </Form>
    </Disclose>
  )
}

/** Drivers with the lowest and the highest member, ticked from 2 points on; each line is one criterion for one member. */
export function ReconcileForm({ view, refusalOf }: Props) {
  const language = useLanguage()
  const { board } = view
  if (!view.mine.mayLead || !board || view.state !== 'scored' || board.roundsLeft === 0 || !board.basis.spread?.exceeded) return null
  if (board.step !== 'reconcile' && board.step !== 'reason') return null
  const nameOf = (memberId: string) => board.basis.totals.find((entry) => entry.memberId === memberId)?.name ?? ''
  const title = (criterion: string) => board.basis.perCriterion.find((entry) => entry.criterion === criterion)?.title ?? ''
  const lines = board.proposed.flatMap(({ criterion, points, members }) =>
    members.map((memberId) => ({
      value: `${memberId}|${criterion}`,
      label: `${criterion} ${title(criterion)}: ${givenName(nameOf(memberId))}`,
      ticked: points >= 2,
    })),
  )
  const ticked = lines.filter((line) => line.ticked)
  return (
    <Form refusal={refusalOf('reconcile')} scope="reconcile" className="stack no-print">
      <input type="hidden" name="_do" value="reconcile" />
      <Checks
        name="scope"
        label={words.reopen[language]}
        choices={lines.map(({ value, label }) => ({ value, label }))}
        defaultValues={(ticked.length > 0 ? ticked : lines).map((line) => line.value)}
      />
      <TextArea name="reason" label={words.reopenReason[language]} />
      <Button>{words.reopenPress[language]}</Button>
      <p className="hint">{fill(words.reopenHint[language], { left: board.roundsLeft })}</p>
    </Form>
  )
}
