// Every indicator by its id, and how its parameters are read.
import type { Indicator } from './indicator.ts'
import { activityIndicators } from './of-activities.ts'
import { communeIndicators } from './of-communes.ts'
import { dossierIndicators } from './of-dossiers.ts'
import { moneyIndicators } from './of-money.ts'
import { producerIndicators } from './of-producers.ts'
import { productIndicators } from './of-products.ts'
import { recognitionIndicators } from './of-recognition.ts'

const all: readonly Indicator[] = [
  ...recognitionIndicators,
  ...productIndicators,
  ...communeIndicators,
  ...producerIndicators,
  ...dossierIndicators,
  ...activityIndicators,
  ...moneyIndicators,
]

/** By id. Plans, reports and dashboards name them. */
export const indicators: Readonly<Record<string, Indicator>> = Object.fromEntries(all.map((one) => [one.id, one]))

export function indicatorOf(id: string): Indicator {
  const of = indicators[id]
  if (!of) throw new RangeError(`no indicator ${id}`)
  return of
}

/** The parameters as the indicator reads them. Throws RangeError with what does not fit. */
export function paramsOf(of: Indicator, params: unknown): unknown {
  const read = of.params.safeParse(params ?? {})
  if (!read.success)
    throw new RangeError(`${of.id}: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  return read.data
}

/** Whether a plan names an indicator that exists, with parameters it takes. */
export function isIndicator(id: string, params: unknown): boolean {
  return Object.hasOwn(indicators, id) && indicatorOf(id).params.safeParse(params ?? {}).success
}
