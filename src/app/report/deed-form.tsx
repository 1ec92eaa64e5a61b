// A small form with one press: its fields, its own refusal, its button.
import type { ReactNode } from 'react'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button, type ButtonKind } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './report.messages.ts'

type Props = {
  deed: string
  answer: unknown
  label: string
  kind?: ButtonKind
  version?: number
  /** Asks for a reason. */
  reason?: boolean
  children?: ReactNode
}

export function DeedForm({ deed, answer, label, kind = 'primary', version, reason = false, children }: Props) {
  const language = useLanguage()
  return (
    <Form
      refusal={refusalOf(answer, deed)}
      scope={deed}
      className={children === undefined && !reason ? '' : 'stack'}
      {...(version === undefined ? {} : { version })}
    >
      <ErrorSummary />
      <input type="hidden" name="deed" value={deed} />
      {children}
      {reason ? <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} /> : null}
      <div>
        <Button kind={kind}>{label}</Button>
      </div>
    </Form>
  )
}
