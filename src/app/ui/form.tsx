// The frame of every posted form and what its fields know of a refused attempt. Conventions: form.md.
import { createContext, useContext, type ReactNode } from 'react'
import { Enhance } from './enhance.tsx'
import { words } from './ui.messages.ts'
import { useLanguage } from './language.ts'

/** Message by field name; `_form` for what belongs to no single field. */
export type FieldErrors = Readonly<Record<string, string>>

/** What was typed, by field name, to give back after a refusal. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>

/** A refused attempt as page.server.ts hands it back. */
export type FormRefusal = { summary: string; next?: string; errors: FieldErrors; values: FieldValues }

export type FormState = {
  summary: string | undefined
  next: string | undefined
  errors: FieldErrors
  values: FieldValues | undefined
  scope: string
}

export const CurrentForm = createContext<FormState>({ summary: undefined, next: undefined, errors: {}, values: undefined, scope: '' })

type Props = {
  id?: string
  /** Defaults to the page itself. */
  action?: string
  /** What the action returned when it refused (`useActionData`); undefined otherwise. */
  refusal?: FormRefusal | undefined
  errors?: FieldErrors | undefined
  values?: FieldValues | undefined
  /** Version of the record as read; sent back as `_version` so that a second tab cannot overwrite silently. */
  version?: number | string
  /** Keeps the ids of its controls apart from those of another form of the page that asks for fields of the same name. */
  scope?: string
  /** Saves while typing; the action must answer JSON, see form.md. */
  autosave?: boolean
  /** Carries files. */
  upload?: boolean
  className?: string
  children: ReactNode
}

export function Form(props: Props) {
  const { id, action, refusal, errors = refusal?.errors ?? {}, values = refusal?.values, version, autosave = false, upload = false } = props
  const { scope = '', className = 'stack', children } = props
  const language = useLanguage()
  return (
    <CurrentForm value={{ summary: refusal?.summary, next: refusal?.next, errors, values, scope }}>
      <form
        id={id}
        method="post"
        action={action}
        className={className}
        encType={upload ? 'multipart/form-data' : undefined}
        data-autosave={autosave ? '' : undefined}
        noValidate
      >
        {version === undefined ? null : <input type="hidden" name="_version" value={version} />}
        {children}
        {autosave ? (
          <>
            <output
              className="hint autosave"
              data-autosave-status=""
              data-offline={words.offline[language]}
              data-saved={words.saved[language]}
            />
            <Enhance name="autosave" />
          </>
        ) : null}
      </form>
    </CurrentForm>
  )
}

/** What a field needs of its form: its message and what was typed last, falling back to what is stored. */
export function useField(name: string, stored: string | undefined): { error: string | undefined; value: string | undefined; id: string } {
  const { errors, values, scope } = useContext(CurrentForm)
  const typed = values?.[name]
  return { error: errors[name], value: typeof typed === 'string' ? typed : (typed?.[0] ?? stored), id: fieldId(name, scope) }
}

/** The same for fields with several choices. */
export function useChoices(name: string, stored: readonly string[]): { error: string | undefined; chosen: readonly string[]; id: string } {
  const { errors, values, scope } = useContext(CurrentForm)
  const typed = values === undefined ? undefined : (values[name] ?? [])
  return {
    error: errors[name],
    chosen: typed === undefined ? stored : typeof typed === 'string' ? [typed] : typed,
    id: fieldId(name, scope),
  }
}

/** Id of the control called `name` in a form of that scope: the error summary links to it. */
export function fieldId(name: string, scope = ''): string {
  const id = name.replace(/[^\p{L}\p{N}_-]/gu, '-')
  return scope === '' ? `f-${id}` : `f-${scope}-${id}`
}
