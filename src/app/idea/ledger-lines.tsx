// The history of an idea or plan, with the outcome of its selection.
import type { HistoryLine } from '#/programme/idea/idea.store.ts'
import { ideaWords, selectionOutcomes } from '#/programme/idea/idea.workflow.ts'
import { useLanguage } from '../ui/language.ts'
import { LedgerLines as Lines, saidIn } from '../ui/ledger-lines.tsx'
import { verbWords } from './idea.messages.ts'

export function LedgerLines({ lines }: { lines: readonly HistoryLine[] }) {
  const language = useLanguage()
  return (
    <Lines
      lines={lines}
      verbs={verbWords}
      note={({ verb, payload }) => {
        const outcome = selectionOutcomes.find((one) => one === (payload['to'] ?? payload['outcome']))
        const named = outcome && verb.startsWith('idea.') ? ideaWords[outcome][language] : ''
        return [named, ...saidIn(payload, 'milestone', 'number', 'reason', 'remark')]
      }}
    />
  )
}
