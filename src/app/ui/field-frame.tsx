import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

export type FieldFrameProps = {
  name: string
  label: string
  /** Label for screen readers only, where the page already says it. */
  hideLabel?: boolean
  hint?: ReactNode
  optional?: boolean
}

/** Ids a control points to with aria-describedby. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined
}

/** Label, hint and message around one control. */
export function FieldFrame(props: FieldFrameProps & { id: string; error: string | undefined; children: ReactNode }) {
  const { id, label, hideLabel = false, hint, optional = false, error, children } = props
  return (
    <div className={error === undefined ? 'field' : 'field field-bad'}>
      <label htmlFor={id} className={hideLabel ? 'vh' : undefined}>
        {label}
        <Optional when={optional} />
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** The same around several controls that answer one question. */
export function GroupFrame(props: FieldFrameProps & { id: string; error: string | undefined; children: ReactNode }) {
  const { id, label, hideLabel = false, hint, optional = false, error, children } = props
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error === undefined ? 'field' : 'field field-bad'}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className={hideLabel ? 'vh' : 'label'}>
        {label}
        <Optional when={optional} />
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      <div>{children}</div>
    </fieldset>
  )
}

function Optional({ when }: { when: boolean }) {
  const language = useLanguage()
  return when ? <span className="quiet optional"> ({words.optional[language]})</span> : null
}

function HintAndError({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          <Icon name="warn" />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}
