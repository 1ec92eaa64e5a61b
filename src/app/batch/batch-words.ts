import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { shelfWords, type ShelfKind } from '#/programme/batch/batch.ts'
import type { Language } from '../ui/language.ts'

/** "1.250,5 kg" */
export const quantityText = (batch: { quantityE3: number; unit: string }): string =>
  `${formatNumber(batch.quantityE3 / 1000)} ${batch.unit}`

/** "Hạn sử dụng: 05/02/2027"; '' where there is none. */
export const shelfText = (batch: { shelf: ShelfKind | null; lastsTo: string | null }, language: Language): string =>
  batch.shelf === null || batch.lastsTo === null ? '' : `${shelfWords[batch.shelf][language]}: ${formatDate(batch.lastsTo)}`
