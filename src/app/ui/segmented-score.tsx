import { useChoices } from './form.tsx'
import { useLanguage } from './language.ts'
import { gateWords, Star } from './star.tsx'
import { words } from './ui.messages.ts'

export type Segment = { value: string; points: number; gateFor?: readonly number[]; /** The producer's own mark. */ self?: boolean }

type Props = {
  name: string
  code: string
  label: string
  maxPoints: number
  segments: readonly Segment[]
  chosen?: string | undefined
  readOnly?: boolean
  /** Asked only while that other criterion has more points than this (enhance/score-total.ts counts by it). */
  onlyIf?: { criterion: string; above: number } | null
}

/** One criterion as a dense row of the score sheet. Nothing is chosen beforehand; the producer's mark is a line under its box. */
export function SegmentedScore({ name, code, label, maxPoints, segments, chosen, readOnly = false, onlyIf = null }: Props) {
  const language = useLanguage()
  const { id, chosen: picked } = useChoices(name, chosen === undefined ? [] : [chosen])
  return (
    <fieldset
      className="score"
      id={id}
      tabIndex={-1}
      data-score={code}
      data-only-if={onlyIf?.criterion}
      data-only-above={onlyIf?.above}
      disabled={readOnly}
    >
      <legend className="vh">{`${code} ${label}, ${words.max[language]} ${maxPoints} ${words.points[language]}`}</legend>
      <span className="n" aria-hidden="true">
        {code}
      </span>
      <span aria-hidden="true">{label}</span>
      <div className="seg">
        {segments.map((segment) => (
          <span key={segment.value} className={segment.self ? 'self' : undefined}>
            <input
              type="radio"
              name={name}
              id={`${id}-${segment.value}`}
              value={segment.value}
              defaultChecked={picked.includes(segment.value)}
            />
            <label htmlFor={`${id}-${segment.value}`}>
              {segment.points}
              <span className="vh">
                {` ${words.points[language]}`}
                {segment.self ? `, ${words.selfMark[language]}` : ''}
                {segment.gateFor?.length ? `, ${gateWords(segment.gateFor, language)}` : ''}
              </span>
            </label>
            {segment.gateFor?.length ? <Star /> : null}
          </span>
        ))}
      </div>
    </fieldset>
  )
}
