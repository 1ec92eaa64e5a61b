// The sheet itself: dense rows of boxes by group, the criterion in hand opened with its levels. One form; every button of it saves first.
import type { FormRefusal } from '../ui/form.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { OptionCards } from '../ui/option-cards.tsx'
import { SegmentedScore } from '../ui/segmented-score.tsx'
import { GateMark, Star } from '../ui/star.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { markOf } from '../enhance/plain/live-sums.ts'
import { fill, words } from './council-pages.messages.ts'
import { type CriterionView, type GroupView } from './sheet-model.ts'

type Props = {
  groups: readonly GroupView[]
  current: CriterionView | null
  version: number
  comment: string
  refusal: FormRefusal | undefined
}

export function SheetForm({ groups, current, version, comment, refusal }: Props) {
  const language = useLanguage()
  return (
    <Form id="phieu" version={version} refusal={refusal} autosave className="pane">
      <ErrorSummary />
      <input type="hidden" name="_tc" value={current?.code ?? ''} />
      <p className="score-key hint">
        <span className="seg" aria-hidden="true">
          <span className="self">
            <span className="cell">3</span>
          </span>
        </span>
        <span>{words.keySelf[language]}</span>
        <Star />
        <span>{words.keyGate[language]}</span>
      </p>
      {groups.map((group) => (
        <details
          key={group.key}
          className="score-group"
          data-score-group={group.key}
          open={current !== null && group.criteria.includes(current)}
        >
          <summary>
            <Icon name="next" />
            <span>{titleOf(group.title).head}</span>
            <span className="row">
              <GroupMarks group={group} />
              <b className="num">
                <span data-score-points="">{group.points}</span>/{group.max}
              </b>
            </span>
          </summary>
          {group.criteria.map((criterion) =>
            criterion === current ? (
              <InHand key={criterion.code} criterion={criterion} />
            ) : (
              <Row key={criterion.code} criterion={criterion} />
            ),
          )}
        </details>
      ))}
      <div className="pane-body">
        <TextArea name="comment" label={words.general[language]} defaultValue={comment} rows={2} optional />
      </div>
    </Form>
  )
}

const marks = ['todo', 'part', 'done'] as const

/** All three marks are drawn and two hidden, so that enhance/score-total.ts can change the shape with the press. */
function GroupMarks({ group }: { group: GroupView }) {
  const shown = markOf(group)
  return marks.map((mark) => (
    <span key={mark} data-score-mark={mark} hidden={mark !== shown}>
      <State kind={mark}>
        <span className="num">{`${group.answered}/${group.offered}`}</span>
      </State>
    </span>
  ))
}

function Row({ criterion }: { criterion: CriterionView }) {
  const language = useLanguage()
  return (
    <>
      <SegmentedScore
        name={`c.${criterion.code}`}
        code={criterion.code}
        label={titleOf(criterion.title).head}
        maxPoints={criterion.max}
        segments={criterion.levels}
        chosen={criterion.chosen}
        readOnly={!criterion.open}
        onlyIf={criterion.onlyIf}
      />
      {criterion.open ? (
        <details className="score-more">
          <summary>
            {criterion.flagged ? <Icon name="flag" /> : null}
            {words.levels[language]}
            <span className="vh"> {criterion.code}</span>
            {criterion.comment === '' ? null : <Icon name="chat" />}
          </summary>
          <ul>
            {criterion.levels.map((level) => (
              <li key={level.value}>
                <b className="num">{level.points}</b> {level.text ?? words.none[language]}{' '}
                {level.gateFor.length > 0 ? <GateMark stars={level.gateFor} /> : null}
              </li>
            ))}
          </ul>
          <Remarks criterion={criterion} />
          <Button kind="quiet" small name="_go" value={criterion.code}>
            {words.scoreThis[language]}
            <span className="vh"> {criterion.code}</span>
          </Button>
        </details>
      ) : null}
    </>
  )
}

function InHand({ criterion }: { criterion: CriterionView }) {
  const language = useLanguage()
  if (!criterion.open) return <Row criterion={criterion} />
  const title = titleOf(criterion.title)
  return (
    <section
      className="score-now"
      data-score={criterion.code}
      data-score-current=""
      data-only-if={criterion.onlyIf?.criterion}
      data-only-above={criterion.onlyIf?.above}
      id="dang-cham"
    >
      <div className="row between">
        <h2 className="h3">
          <span className="num quiet">{criterion.code}</span> {title.head}
        </h2>
        <span className="hint">
          {words.max[language]}{' '}
          <b>
            <span className="num">{criterion.max}</span> {words.points[language]}
          </b>{' '}
          · {words.nowScoring[language]}
        </span>
      </div>
      {title.rest === '' ? null : <p className="hint">{title.rest}</p>}
      {criterion.flagged ? <State kind="info">{words.toCouncil[language]}</State> : null}
      {criterion.earlier === null ? null : (
        <p className="hint">
          {language === 'vi' ? `Phiếu lần trước: ${criterion.earlier} điểm` : `Earlier sheet: ${criterion.earlier} points`}
        </p>
      )}
      <OptionCards
        name={`c.${criterion.code}`}
        legend={`${words.criterion[language]} ${criterion.code}`}
        chosen={criterion.chosen}
        keys
        options={criterion.levels.map((level) => ({
          value: level.value,
          text: level.text ?? words.none[language],
          points: level.points,
          gateFor: level.gateFor,
          ...(level.self ? { remark: language === 'vi' ? 'Chủ thể tự chấm mức này' : 'The producer’s own mark' } : {}),
        }))}
      />
      <Remarks criterion={criterion} />
      <Button kind="quiet" small name="_go" value="+">
        {language === 'vi' ? 'Lưu và sang tiêu chí sau' : 'Save and go on'}
      </Button>
    </section>
  )
}

/** Forms explain some titles in long brackets: the name stands alone, the explanation under it. */
function titleOf(title: string): { head: string; rest: string } {
  const at = title.indexOf(' (')
  return at > 0 && title.length > 60 ? { head: title.slice(0, at), rest: title.slice(at + 1) } : { head: title, rest: '' }
}

function Remarks({ criterion }: { criterion: CriterionView }) {
  const language = useLanguage()
  return (
    <>
      <TextArea
        name={`n.${criterion.code}`}
        label={`${words.comment[language]} · ${criterion.code}`}
        defaultValue={criterion.comment}
        rows={2}
        optional
      />
      {criterion.earlier === null ? null : (
        <TextArea
          name={`r.${criterion.code}`}
          label={`${words.reason[language]} · ${criterion.code}`}
          defaultValue={criterion.reason}
          rows={2}
        />
      )}
    </>
  )
}

/** The sheet read only, as finished: level, points and remark per criterion, the earlier points where they changed. */
export function SheetRead({ groups }: { groups: readonly GroupView[] }) {
  const language = useLanguage()
  return (
    <>
      {groups.map((group) => (
        <section key={group.key} className="panel mt">
          <h2 className="h3 row between">
            <span>{group.title}</span>
            <b className="num">
              {group.points}/{group.max}
            </b>
          </h2>
          <ul className="tasks">
            {group.criteria.map((criterion) => {
              const level = criterion.levels.find((entry) => entry.value === criterion.chosen)
              return (
                <li key={criterion.code} className="task">
                  <span>
                    <span className="num quiet">{criterion.code}</span> {criterion.title}
                    <span className="hint block">
                      {level === undefined ? words.unanswered[language] : (level.text ?? words.none[language])}
                    </span>
                    {criterion.comment === '' ? null : <span className="quote block">{criterion.comment}</span>}
                    {criterion.earlier !== null && criterion.earlier !== String(level?.points) ? (
                      <span className="hint block">
                        {fill(language === 'vi' ? 'Lần trước {n} điểm. {why}' : 'Earlier {n} points. {why}', {
                          n: criterion.earlier,
                          why: criterion.reason,
                        })}
                      </span>
                    ) : null}
                  </span>
                  <b className="num">{level === undefined ? '–' : level.points}</b>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
