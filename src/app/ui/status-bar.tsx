import type { ReactNode } from 'react'
import { Enhance } from './enhance.tsx'
import { useLanguage } from './language.ts'

type Props = {
  /** "44". */
  figure: string
  /** "điểm, đã chấm 20/31". */
  text: ReactNode
  /** Points by part of the form, kept in step by enhance/score-total.ts. */
  parts?: readonly { code: string; points: number; max: number }[]
  /** Saved state; enhance/autosave.ts rewrites an element with data-autosave-status inside. */
  saved?: ReactNode
  /** Key hints, shown on a desktop; switches the keys on (enhance/score-keys.ts). */
  keys?: boolean
  children: ReactNode
}

/** Bottom line of the score sheet: points, progress, saved, keys, and the one button. */
export function StatusBar({ figure, text, parts = [], saved, keys = false, children }: Props) {
  return (
    <div className="statusbar">
      <span>
        <span className="big">{figure}</span> {text}
      </span>
      {parts.length === 0 ? null : (
        <span className="parts-line">
          {parts.map((part) => (
            <span key={part.code}>
              <span className="quiet">{part.code}</span>{' '}
              <span className="num">
                <b data-score-part={part.code}>{part.points}</b>/{part.max}
              </span>
            </span>
          ))}
        </span>
      )}
      {saved}
      {keys ? <Keys /> : null}
      {children}
    </div>
  )
}

const hints = {
  vi: { level: 'mức', move: 'sau, trước', note: 'nhận xét', evidence: 'minh chứng', off: 'Tắt phím', on: 'Bật phím' },
  en: { level: 'level', move: 'next, previous', note: 'comment', evidence: 'evidence', off: 'Keys off', on: 'Keys on' },
}

function Keys() {
  const hint = hints[useLanguage()]
  return (
    <span className="keys" data-score-keys="" data-off={hint.off} data-on={hint.on} hidden>
      <span>
        <kbd>1</kbd>–<kbd>9</kbd> {hint.level}
      </span>
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {hint.move}
      </span>
      <span>
        <kbd>N</kbd> {hint.note}
      </span>
      <span>
        <kbd>M</kbd> {hint.evidence}
      </span>
      <button type="button" className="link" aria-pressed="true" data-score-keys-switch="">
        {hint.off}
      </button>
      <Enhance name="score-keys" />
    </span>
  )
}
