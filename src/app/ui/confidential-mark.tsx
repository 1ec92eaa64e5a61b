import { useLanguage } from './language.ts'
import { State } from './state.tsx'
import { words } from './ui.messages.ts'

/** "Bí mật kinh doanh": who may open the paper is judged by programme/access; this only says that it is marked, and that openings are logged. */
export function ConfidentialMark() {
  const language = useLanguage()
  return (
    <span className="block">
      <State kind="locked">{words.confidential[language]}</State>
      <small className="quiet block">{words.confidentialHint[language]}</small>
    </span>
  )
}
