// The history of a record from the ledger: who did what when, and what stood there before.
import { formatDate } from '#/platform/text/format.ts'
import type { RecordEvent } from '#/programme/register/register.store.ts'
import { fieldOf, valueText, type Description, type Values } from '#/programme/register/register.ts'
import { useLanguage } from '../ui/language.ts'
import { LedgerLines, saidIn } from '../ui/ledger-lines.tsx'
import { verbWords, words } from './register.messages.ts'

export function RecordHistory({ register, events }: { register: Description; events: readonly RecordEvent[] }) {
  const language = useLanguage()
  return (
    <LedgerLines
      lines={events}
      verbs={verbWords}
      note={({ verb, payload }) => [
        typeof payload['endedOn'] === 'string' ? `${words.endedOn[language]} ${formatDate(payload['endedOn'])}` : '',
        ...saidIn(payload, 'reason'),
        ...(verb === 'register.changed' ? changes(register, payload, language) : []),
      ]}
    />
  )
}

/** "Diện tích: 12,5 ha → 14 ha". The name of another record is not kept in the ledger: only that it changed. */
function changes(register: Description, payload: Record<string, unknown>, language: 'vi' | 'en'): string[] {
  const before = payload['before'] as Values | undefined
  const after = payload['after'] as Values | undefined
  if (!before || !after) return []
  return Object.keys(after).flatMap((column) => {
    const field = fieldOf(register, column)
    if (!field) return []
    if (field.kind === 'reference' || field.kind === 'commune') return [field.label[language]]
    return [`${field.label[language]}: ${valueText(field, before, language) || '–'} → ${valueText(field, after, language) || '–'}`]
  })
}
