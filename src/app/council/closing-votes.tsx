// Endings and votes as panels: what was raised, how many have voted, the own press, the chair's conclusion.
import { formatDateTime } from '#/platform/text/format.ts'
import { endingWords } from '#/programme/council/closing.messages.ts'
import type { ClosingView, EndingView, VoteView } from '#/programme/council/closing.view.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill, words } from './closing-pages.messages.ts'

const marks = { raised: 'part', voting: 'part', confirmed: 'stop', accepted: 'done', rejected: 'ended' } as const
const stateWords = {
  raised: words.raised,
  voting: words.raised,
  confirmed: words.confirmed,
  accepted: words.confirmed,
  rejected: words.rejected,
}

export function EndingsPanel({ view }: { view: ClosingView }) {
  const language = useLanguage()
  return (
    <Panel title={words.endings[language]}>
      {view.endings.length === 0 ? <p className="hint">{words.noEndings[language]}</p> : null}
      {view.endings.map((ending) => (
        <EndingEntry key={ending.id} ending={ending} view={view} />
      ))}
    </Panel>
  )
}

function EndingEntry({ ending, view }: { ending: EndingView; view: ClosingView }) {
  const language = useLanguage()
  const who = ending.raisedBy ?? words.machine[language]
  return (
    <article className="stack">
      <div className="row between">
        <h3>
          {endingWords[ending.kind][language]}
          {ending.criterion === null ? '' : ` · ${ending.criterion}`}
        </h3>
        <State kind={marks[ending.state]}>{stateWords[ending.state][language]}</State>
      </div>
      <p>{ending.ruleText}</p>
      <p>
        {words.reason[language]}: {ending.reason}
      </p>
      <p className="hint">{fill(words.raisedBy[language], { who, when: formatDateTime(ending.raisedAt) })}</p>
      <VoteForm id={ending.id} kind="Ending" vote={ending.vote} open={ending.state === 'raised'} view={view} />
    </article>
  )
}

export function SpreadVotes({ view }: { view: ClosingView }) {
  const language = useLanguage()
  return view.resolutions.map((one) => (
    <Panel key={one.id} title={fill(words.spreadVote[language], { points: one.spread })}>
      <div className="stack">
        <State kind={marks[one.state]}>{stateWords[one.state][language]}</State>
        <p>
          {words.reason[language]}: {one.reason}
        </p>
        <VoteForm id={one.id} kind="Spread" vote={one.vote} open={one.state === 'voting'} view={view} />
      </div>
    </Panel>
  ))
}

type VoteProps = { id: string; kind: 'Ending' | 'Spread'; vote: VoteView; open: boolean; view: ClosingView }

function VoteForm({ id, kind, vote, open, view }: VoteProps) {
  const language = useLanguage()
  const { yes, no, voters, voted, mine } = vote
  return (
    <>
      <p className="num">
        {yes === null || no === null
          ? fill(words.voted[language], { voted, voters })
          : fill(words.votedResult[language], { yes, no, voters })}
      </p>
      {open && view.mine.mayVote ? (
        <Form className="stack no-print">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="_do" value={`vote${kind}`} />
          <div className="row">
            <Button name="agrees" value="yes" kind="quiet">
              {words.agree[language]}
            </Button>
            <Button name="agrees" value="no" kind="quiet">
              {words.disagree[language]}
            </Button>
          </div>
          {mine === null ? null : (
            <p className="hint">{fill(words.myVote[language], { vote: mine ? words.agree[language] : words.disagree[language] })}</p>
          )}
        </Form>
      ) : null}
      {open && view.mine.mayLead ? (
        <Form className="stack no-print">
          <input type="hidden" name="id" value={id} />
          <Button name="_do" value={`conclude${kind}`} kind={kind === 'Ending' ? 'danger' : 'quiet'}>
            {words.conclude[language]}
          </Button>
        </Form>
      ) : null}
    </>
  )
}

/** Raising an ending: a ground of the form, a reason. */
export function RaiseForm({ view, refusal }: { view: ClosingView; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  if (view.grounds.length === 0 || view.endings.some((ending) => ending.state !== 'rejected')) return null
  return (
    <Disclose summary={words.raise[language]} open={refusal !== undefined}>
      <p className="hint">{words.raiseHint[language]}</p>
      <Form refusal={refusal} scope="raise">
        <input type="hidden" name="_do" value="raise" />
        <Select
          name="ruleId"
          label={words.ground[language]}
          choices={view.grounds.map((ground) => ({
            value: ground.ruleId,
            label: `${endingWords[ground.kind][language]}${ground.criterion === null ? '' : ` ${ground.criterion}`}: ${ground.text}`,
          }))}
        />
        <TextArea name="reason" label={words.reason[language]} />
        <Button kind="danger">{words.raisePress[language]}</Button>
      </Form>
    </Disclose>
  )
}
