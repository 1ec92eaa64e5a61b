// What the fields of every part of a plan share: its code, the choice of another part.
import type { StoredParts } from '#/programme/programme-plan/part.store.ts'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './plan.messages.ts'

export type Part<T> = { old: T | null; parts: StoredParts }
export type Coded = readonly { code: string; title: string }[]

export const choicesOf = (list: Coded, but?: string) =>
  list.filter((one) => one.code !== but).map((one) => ({ value: one.code, label: `${one.code}. ${one.title}`.slice(0, 90) }))

export function CodeField({ old }: { old: { code: string } | null }) {
  const language = useLanguage()
  return (
    <Field
      name="code"
      label={words.code[language]}
      hint={words.codeHint[language]}
      optional
      size="short"
      maxLength={12}
      defaultValue={old?.code ?? ''}
    />
  )
}
