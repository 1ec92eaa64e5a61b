// The history of a year: who said, filed, checked or sent back what, and which figures changed.
import { formatDong, formatNumber } from '#/platform/text/format.ts'
import type { YearEvent } from '#/programme/producer-year/history.ts'
import { fieldWords, peopleFields, type ProductYear, type YearField } from '#/programme/producer-year/producer-year.ts'
import { useLanguage } from '../ui/language.ts'
import { LedgerLines } from '../ui/ledger-lines.tsx'
import { deedWords, words } from './producer-year.messages.ts'

type Props = { events: readonly YearEvent[]; products: readonly ProductYear[] }

export function YearHistory({ events, products }: Props) {
  const language = useLanguage()
  const nameOf = (key: string): string => {
    if (key in fieldWords) return fieldWords[key as YearField][language]
    if (key === 'note') return words.note[language]
    const [part = '', productId] = key.split('.')
    const of = { unit: words.unit, output: words.output, price: words.price, revenue: words.revenue }[part]
    const product = products.find((one) => one.productId === productId)?.name ?? words.products[language]
    return `${product}, ${(of?.[language] ?? part).toLowerCase()}`
  }
  return (
    <LedgerLines
      lines={events.map(({ deed, changes, reasons, remark, ...line }) => ({ ...line, verb: deed, payload: { changes, reasons, remark } }))}
      verbs={deedWords}
      note={({ payload }) => [payload.remark]}
      below={({ payload }) => [
        ...payload.changes.flatMap(({ key, from, to }) => {
          // A unit is told with the first output; only another one is news.
          if (from === null) return key.startsWith('unit.') ? [] : [`${nameOf(key)}: ${valueOf(key, to)}`]
          return [`${nameOf(key)}: ${valueOf(key, from)} → ${valueOf(key, to)}`]
        }),
        ...Object.entries(payload.reasons).map(([key, reason]) => `${nameOf(key)}: ${reason}`),
      ]}
    />
  )
}

function valueOf(key: string, value: number | string | null): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'string') return value
  if (key.startsWith('output.')) return formatNumber(value / 1000)
  return (peopleFields as readonly string[]).includes(key) ? formatNumber(value) : formatDong(value)
}
