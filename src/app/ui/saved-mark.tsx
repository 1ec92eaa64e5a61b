import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

/** Where autosave of the form `formId` reports, outside that form: the score sheet's bottom bar. `children` is what is known when the page is drawn. */
export function SavedMark({ formId, children }: { formId: string; children?: ReactNode }) {
  const language = useLanguage()
  return (
    <output data-autosave-status={formId} data-offline={words.offline[language]} data-saved={words.saved[language]}>
      {children}
    </output>
  )
}
