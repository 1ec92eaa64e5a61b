// A small form with one press: its fields, its own refusal, its button.
import type { ReactNode } from 'react'
import { Button, type ButtonKind } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './idea.messages.ts'
import { refusalOf } from './refusal-of.ts'

type Props = { deed: string; answer: unknown; label: string; kind?: ButtonKind; children?: ReactNode }

export function DeedForm({ deed, answer, label, kind, children }: Props) {
  return (
    <Form refusal={refusalOf(answer, deed)} scope={deed.replace(/\W/g, '')}>
      <ErrorSummary />
      <input type="hidden" name="deed" value={deed} />
      {children}
      <div>
        <Button {...(kind ? { kind } : {})}>{label}</Button>
      </div>
    </Form>
  )
}

/** The same, asking for a reason. */
export function ReasonDeed({ children, ...props }: Props) {
  const language = useLanguage()
  return (
    <DeedForm kind="danger" {...props}>
      {children}
      <TextArea name="reason" label={words.reason[language]} rows={3} maxLength={1000} />
    </DeedForm>
  )
}
