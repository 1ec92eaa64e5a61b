import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

/** The paper beside it as editable Word. `of` names the paper for those who hear the page, where several stand in a list. */
export function WordLink({ href, of }: { href: string; of?: string }) {
  const language = useLanguage()
  return (
    <a className="with-icon tap" href={href}>
      <Icon name="download" />
      {words.wordCopy[language]}
      {of === undefined ? null : <span className="vh">: {of}</span>}
    </a>
  )
}
