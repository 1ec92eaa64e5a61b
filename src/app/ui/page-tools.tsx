import { Enhance } from './enhance.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

/** Prints the page; appears only where scripts run (the browser's own menu prints it anyway). */
export function PrintButton() {
  const language = useLanguage()
  return (
    <>
      <button type="button" className="btn btn-quiet btn-small no-print" data-print="" hidden>
        {words.print[language]}
      </button>
      <Enhance name="page-tools" />
    </>
  )
}

/** Copies a code or address; appears only where scripts run. */
export function CopyButton({ text }: { text: string }) {
  const language = useLanguage()
  return (
    <>
      <button type="button" className="link no-print" data-copy={text} data-copied={words.copied[language]} hidden>
        {words.copy[language]}
      </button>
      <Enhance name="page-tools" />
    </>
  )
}
