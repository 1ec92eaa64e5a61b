import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type VerdictKind = 'valid' | 'ended' | 'withdrawn' | 'unknown'

/** The answer of the verification page: a shape, a word and a colour, told apart in bad light. */
export function Verdict({
  kind,
  label,
  word,
  detail,
  children,
}: {
  kind: VerdictKind
  label: string
  word: string
  detail: string
  children?: ReactNode
}) {
  return (
    <section className={`verdict verdict-${kind}`} aria-label={label}>
      <p className="verdict-word">
        <Icon name={`seal-${kind}`} shape="seal" />
        <strong>{word}</strong>
        <span>{detail}</span>
      </p>
      {children === undefined ? null : <div className="verdict-body">{children}</div>}
    </section>
  )
}
