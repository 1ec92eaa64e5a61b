import type { ReactNode } from 'react'
import { Enhance } from './enhance.tsx'
import { useLanguage } from './language.ts'

type Props = {
  /** "44". */
  figure: string
  /** "điểm, đã chấm 20/31". */
  text: ReactNode
  /** Saved state; enhance/autosave.ts rewrites an element with data-autosave-status inside. */
  saved?: ReactNode
  /** Key hints, shown on a desktop; switches the keys on (enhance/score-keys.ts). */
  keys?: boolean
  children: ReactNode
}

/** Bottom line of the score sheet: points, progress, saved, keys, and the one button. */
export function StatusBar({ figure, text, saved, keys = false, children }: Props) {
  return (
    <div className="statusbar">
      <span>
        <span className="big">{figure}</span> {text}
      </span>
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
