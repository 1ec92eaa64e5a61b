import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { useLanguage } from '../ui/language.ts'
import type { PaperView } from './dossier.server.ts'
import { fill, words } from './producer.messages.ts'

/** The term of a paper: a chip when it runs out soon or has run out, quiet words otherwise. */
export function PaperExpiry({ expiry }: { expiry: PaperView['expiry'] }) {
  const language = useLanguage()
  if (expiry === null) return <span className="hint">{words.noTerm[language]}</span>
  if (expiry.state === 'soon')
    return <DeadlineChip mood="soon">{fill(words.expiresSoon[language], { on: expiry.on, days: expiry.days })}</DeadlineChip>
  if (expiry.state === 'expired') return <DeadlineChip mood="late">{fill(words.expiredOn[language], { on: expiry.on })}</DeadlineChip>
  return (
    <span className="hint">
      {words.validUntil[language]} <span className="num">{expiry.on}</span>
    </span>
  )
}
