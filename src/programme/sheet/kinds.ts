// Every kind of sheet there is, by its name in the address. A register joins with one line.
import { bodySheet } from '../body/body.sheet.ts'
import { registerSheets } from '../register/register.sheet.ts'
import { lineSheet } from '../money/line.sheet.ts'
import { planMoneySheet } from '../programme-plan/money.sheet.ts'
import { planProductSheet } from '../programme-plan/product.sheet.ts'
import { producerYearSheet } from '../producer-year/producer-year.sheet.ts'
import { found } from '../refuse.ts'
import { figureSheet } from '../report/figure.sheet.ts'
import { attendanceSheet } from '../training/attendance.sheet.ts'
import type { SheetKind } from './sheet.ts'

const kinds: readonly SheetKind[] = [
  bodySheet,
  attendanceSheet,
  ...registerSheets,
  producerYearSheet,
  lineSheet,
  planProductSheet,
  planMoneySheet,
  figureSheet,
]

/** Throws `notFound` for a kind there is none of. */
export function sheetKind(name: unknown): SheetKind {
  return found(kinds.find((kind) => kind.kind === name))
}
