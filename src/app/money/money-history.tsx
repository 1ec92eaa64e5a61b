// The history of an entry, line, support or reward list, with its amount.
import { formatDong } from '#/platform/text/format.ts'
import type { Text } from '../ui/language.ts'
import { LedgerLines as Lines, saidIn, type LedgerLine } from '../ui/ledger-lines.tsx'

export function LedgerLines({ lines, verbs }: { lines: readonly LedgerLine[]; verbs: Readonly<Record<string, Text>> }) {
  return (
    <Lines
      lines={lines}
      verbs={verbs}
      note={({ payload }) => [
        typeof payload['amount'] === 'number' ? formatDong(payload['amount']) : '',
        ...saidIn(payload, 'number', 'reason', 'remark'),
      ]}
    />
  )
}
